import Domain
import JSON
import Web

/// A value inside a JSON file of the content that knows where it stands, so that every refusal names the place.
struct ContentNode {
    let value: JSONValue
    let file: String
    let path: String

    init(parsing bytes: [UInt8], file: String) throws {
        do {
            value = try JSONValue(parsing: bytes)
        } catch let error {
            throw ContentError(file: file, path: "byte \(error.offset)", reason: "is no JSON (\(error.problem))")
        }
        self.file = file
        path = ""
    }

    private init(_ value: JSONValue, _ file: String, _ path: String) {
        self.value = value
        self.file = file
        self.path = path
    }

    func failure(_ reason: String) -> ContentError {
        ContentError(file: file, path: path, reason: reason)
    }

    /// Refuses anything but an object with these members.
    func object(_ known: Set<String>) throws {
        guard value.members != nil else { throw failure("is no object") }
        if let stranger = value.unknownMembers(besides: known).first {
            throw failure("has the unknown member “\(stranger)”")
        }
    }

    func optional(_ name: String) -> ContentNode? {
        value[name].map { ContentNode($0, file, path.isEmpty ? name : "\(path).\(name)") }
    }

    func required(_ name: String) throws -> ContentNode {
        guard let node = optional(name) else { throw failure("lacks “\(name)”") }
        return node
    }

    func array() throws -> [ContentNode] {
        guard let items = value.array else { throw failure("is no list") }
        return items.enumerated().map { ContentNode($1, file, "\(path)[\($0)]") }
    }

    func strings() throws -> [String] {
        try array().map { try $0.string() }
    }

    /// A text with something in it.
    func string() throws -> String {
        guard let text = value.string else { throw failure("is no text") }
        guard text.contains(where: { !$0.isWhitespace }) else { throw failure("is empty") }
        return text
    }

    func integer(_ range: ClosedRange<Int>) throws -> Int {
        guard let number = value.integer.flatMap({ Int(exactly: $0) }), range.contains(number) else {
            throw failure("is no whole number of \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func bool() throws -> Bool {
        guard let flag = value.bool else { throw failure("is neither true nor false") }
        return flag
    }

    func date() throws -> CivilDate {
        guard let date = CivilDate(iso: try string()) else { throw failure("is no day such as 2026-11-21") }
        return date
    }

    func country() throws -> String {
        guard let country = CountryCode(try string()) else { throw failure("is no country code such as KG") }
        return country.code
    }

    func code<Code: RawRepresentable>(_: Code.Type = Code.self) throws -> Code where Code.RawValue == String {
        let text = try string()
        guard let code = Code(rawValue: text) else { throw failure("“\(text)” is no known code") }
        return code
    }

    /// A name in these languages at least; others may follow.
    func names(_ languages: [String]) throws -> LocalizedName {
        guard let members = value.members else { throw failure("is no object of languages") }
        var names: [String: String] = [:]
        for member in members { names[member.name] = try required(member.name).string() }
        if let missing = languages.first(where: { names[$0] == nil }) {
            throw failure("lacks the language “\(missing)”")
        }
        return LocalizedName(names)
    }
}

/// The languages that the content's files must have.
enum ContentLanguages {
    static let all = InterfaceLanguage.allCases.map(\.rawValue)
    static let main = ["en", "ru", "ky"]
}

/// Where a rule, a deadline or a number comes from.
public struct ContentSource: Sendable, Hashable {
    public let title: String
    /// The date of what is cited, as precisely as it is known.
    public let date: String
    public let url: String?

    init(_ node: ContentNode) throws {
        try node.object(["title", "date", "url"])
        title = try node.required("title").string()
        let date = try node.required("date").string()
        guard PartialDate(iso: date) != nil else { throw try node.required("date").failure("is no date") }
        self.date = date
        url = try node.optional("url")?.string()
        if let url, !url.hasPrefix("https://"), !url.hasPrefix("http://") {
            throw node.failure("has an address that is none of the web")
        }
    }
}

/// How far a rule can be relied upon.
public enum Certainty: String, Sendable, Hashable {
    /// Certain for the day on which it was checked.
    case certain
    /// To be checked by a person before anybody relies on it.
    case check
}
