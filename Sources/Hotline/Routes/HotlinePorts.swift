public import Access
public import Database
public import Domain

/// What the hotline asks of rooms on its own floor; the program fills it in.
public struct HotlinePorts: Sendable {
    /// Opens a case in the contact's own transaction.
    public var openCase: @Sendable (Principal, CaseRequest, any Connection) throws -> CaseID
    /// The cases that a person has a part in, as far as the principal may see them.
    public var casesOf: @Sendable (PersonID, Principal, any Connection) throws -> [CaseBrief]
    /// Where a case's referral is written, as path components.
    public var referPath: @Sendable (CaseID) -> [String]
    /// The duty names of members of staff; those who are missing are shown as a colleague.
    public var staffNames: @Sendable (Set<UserID>, Principal) async throws -> [UserID: String]

    public init(
        openCase: @escaping @Sendable (Principal, CaseRequest, any Connection) throws -> CaseID,
        casesOf: @escaping @Sendable (PersonID, Principal, any Connection) throws -> [CaseBrief] = { _, _, _ in [] },
        referPath: @escaping @Sendable (CaseID) -> [String] = { ["cases", $0.text, "refer"] },
        staffNames: @escaping @Sendable (Set<UserID>, Principal) async throws -> [UserID: String] = { _, _ in [:] }
    ) {
        self.openCase = openCase
        self.casesOf = casesOf
        self.referPath = referPath
        self.staffNames = staffNames
    }
}
