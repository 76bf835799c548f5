/// What a key is called in Swift: `people.list.title` is `texts.people.listTitle`.
package struct AccessorName: Hashable, Sendable {
    /// The key's first part as a property of `Texts`.
    package let section: String
    /// The rest of the key as a property or method of the section.
    package let accessor: String

    private static let sectionsOfTexts: Set<String> = [
        "text", "plural", "language", "isReviewed", "formats", "table", "set", "value",
    ]
    private static let accessorsOfSection: Set<String> = ["texts", "key", "init", "self", "Self", "Type"]

    /// Splits a key.
    ///
    /// - Throws: ``CatalogError`` when the key has no section or makes no Swift name.
    package init(key: String) throws(CatalogError) {
        let parts = key.split(separator: ".", omittingEmptySubsequences: false)
        let isWellFormed = parts.allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { Self.isWordByte($0) || $0 == UInt8(ascii: "_") }
        }
        guard parts.count > 1, isWellFormed else {
            throw CatalogError(line: 0, reason: "'\(key)' is not of the form section.name, of letters, digits, _ and .")
        }
        section = Self.camelCase(parts[0].split(separator: "_"))
        accessor = Self.camelCase(parts.dropFirst().flatMap { $0.split(separator: "_") })
        guard Template.isName(section), Template.isName(accessor) else {
            throw CatalogError(line: 0, reason: "the parts of '\(key)' must begin with a small letter")
        }
        guard !Self.sectionsOfTexts.contains(section), !Self.accessorsOfSection.contains(accessor) else {
            throw CatalogError(line: 0, reason: "the name of '\(key)' is taken")
        }
    }

    /// The name of the section's type, `PeopleTexts`.
    var typeName: String { Self.capitalized(section[...]) + "Texts" }

    /// A name as it stands in a declaration, in backticks when Swift has a word like it.
    static func declared(_ name: String) -> String {
        keywords.contains(name) ? "`\(name)`" : name
    }

    private static let keywords: Set<String> = [
        "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do",
        "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import",
        "in", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol", "public",
        "repeat", "rethrows", "return", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true",
        "try", "typealias", "var", "where", "while",
    ]

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
    }

    private static func camelCase(_ words: [Substring]) -> String {
        guard let first = words.first else { return "" }
        return first + words.dropFirst().map { capitalized($0) }.joined()
    }

    private static func capitalized(_ word: Substring) -> String {
        word.prefix(1).uppercased() + word.dropFirst()
    }
}
