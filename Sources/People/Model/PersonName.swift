/// One of a person's names, in the script it was given in. Any part may be empty; an alias alone is a name too.
public struct PersonName: Sendable, Hashable, Codable {
    public var family: String
    public var given: String
    public var patronymic: String

    public init(family: String = "", given: String = "", patronymic: String = "") {
        self.family = family
        self.given = given
        self.patronymic = patronymic
    }

    /// Family name first, as the region's documents have it.
    public var display: String {
        [family, given, patronymic].filter { !$0.isEmpty }.joined(separator: " ")
    }

    public var isEmpty: Bool { display.isEmpty }
}
