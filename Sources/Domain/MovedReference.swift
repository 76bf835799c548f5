/// A row of some room that named one person and names another since two records of that person were united; what taking
/// the uniting back needs.
public struct MovedReference: Sendable, Hashable, Codable {
    /// What kind of row it is, by a code that the room itself gives.
    public var kind: String
    /// Which row: an id, or several parts of a key joined by a slash.
    public var row: String
    /// Codes that stood there before, where more than the person changed.
    public var before: [String: String]

    public init(_ kind: String, _ row: String, before: [String: String] = [:]) {
        self.kind = kind
        self.row = row
        self.before = before
    }
}
