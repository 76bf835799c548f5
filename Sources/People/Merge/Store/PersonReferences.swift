public import Access
public import Database
public import Domain

/// What other rooms do when two records of one person are united and taken apart again; filled in where all rooms meet.
/// Every call runs in the uniting's own transaction.
public struct PersonReferences: Sendable {
    public typealias Question = @Sendable (PersonID, Principal, any Connection) throws -> Bool

    /// Makes everything that names the first person name the second, and tells which rows that were.
    public var move: @Sendable (PersonID, PersonID, Principal, any Connection) throws -> [MovedReference]
    /// Makes the rows that still name the first person, and named the second before, name that one again.
    public var restore: @Sendable ([MovedReference], PersonID, PersonID, Principal, any Connection) throws -> Void
    /// Whether something opens the person's record to another organisation now or at the next step: an authority, a
    /// referral, an offered transfer. Grants aren't asked for here.
    public var isShared: Question
    /// Whether the principal is barred from a case in which the person stands.
    public var isBarred: Question

    public init(
        move: @escaping @Sendable (PersonID, PersonID, Principal, any Connection) throws -> [MovedReference] = {
            _,
            _,
            _,
            _ in []
        },
        restore:
            @escaping @Sendable ([MovedReference], PersonID, PersonID, Principal, any Connection) throws -> Void = {
                _,
                _,
                _,
                _,
                _ in
            },
        isShared: @escaping Question = { _, _, _ in false },
        isBarred: @escaping Question = { _, _, _ in false }
    ) {
        self.move = move
        self.restore = restore
        self.isShared = isShared
        self.isBarred = isBarred
    }
}
