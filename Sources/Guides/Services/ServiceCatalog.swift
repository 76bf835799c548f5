/// A kind of help that organisations give.
public struct Service: Sendable, Hashable {
    public let code: String
    public let names: LocalizedName
}

/// The kinds of help, in the order of the file.
public struct ServiceCatalog: Sendable {
    public let all: [Service]
    private let byCode: [String: Service]

    init(_ folder: ContentFolder) throws {
        let node = try folder.json("services.json")
        all = try node.array().map { item in
            try item.object(["code", "names"])
            return Service(
                code: try item.required("code").string(),
                names: try item.required("names").names(ContentLanguages.all)
            )
        }
        byCode = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }
        guard byCode.count == all.count else { throw node.failure("has a code twice") }
    }

    public subscript(code: String) -> Service? { byCode[code] }

    /// A service's name in the reader's language; the code itself for an unknown one.
    public func name(_ code: String, _ language: String) -> String {
        byCode[code]?.names.text(language) ?? code
    }
}
