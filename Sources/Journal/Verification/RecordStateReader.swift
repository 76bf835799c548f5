public import Database
public import Domain

/// How verification learns what records of one sort are there now; each room with sealed records supplies one.
public struct RecordStateReader: Sendable {
    /// Takes a record, its owner, and the hash of its columns as ``RecordState`` makes it.
    public typealias Body = (_ record: RecordID, _ owner: OrganizationID, _ state: [UInt8]) throws -> Void

    /// The kinds of leaves that carry the states of these records begin with this: `person.`.
    public let kindPrefix: String
    /// Calls the body with every record of every organisation, in any order, without holding them all.
    public let forEach: @Sendable (_ connection: any Connection, _ body: Body) throws -> Void

    public init(
        kindPrefix: String,
        forEach: @escaping @Sendable (_ connection: any Connection, _ body: Body) throws -> Void
    ) {
        self.kindPrefix = kindPrefix
        self.forEach = forEach
    }
}
