public import Access
public import Database
public import Domain
public import Vault

/// What other rooms know of a person, and whether an authority allows sharing; filled in where all rooms meet.
public struct PersonPagePorts: Sendable {
    /// The cases of a person that the principal may see.
    public var cases: @Sendable (PersonID, Principal, any Connection) throws -> [CaseBrief]
    /// The contacts of a person that the principal may see, newest first.
    public var contacts: @Sendable (PersonID, Principal, any Connection) throws -> [ContactBrief]
    /// A live authority under which a person's record may be given to a recipient.
    public var authority: @Sendable (PersonID, OrganizationID, Principal, any Connection) throws -> AuthorityID?
    /// What other rooms do when a person is erased, in the erasure's own transaction and before it.
    ///
    /// - Returns: the numbers of cases that stay and that somebody has to go through.
    public var erasing: @Sendable (PersonID, Principal, Erasure, any Connection) throws -> [String] = { _, _, _, _ in []
    }
    /// What other rooms do when two records of one person are united.
    public var references = PersonReferences()
    /// A problem's name in a language.
    public var problemTitle: @Sendable (ProblemCode, _ language: String) -> String

    public init(
        cases: @escaping @Sendable (PersonID, Principal, any Connection) throws -> [CaseBrief] = { _, _, _ in [] },
        contacts: @escaping @Sendable (PersonID, Principal, any Connection) throws -> [ContactBrief] = { _, _, _ in
            []
        },
        authority:
            @escaping @Sendable (PersonID, OrganizationID, Principal, any Connection) throws -> AuthorityID? = {
                _,
                _,
                _,
                _ in nil
            },
        problemTitle: @escaping @Sendable (ProblemCode, _ language: String) -> String = { code, _ in code.rawValue }
    ) {
        self.cases = cases
        self.contacts = contacts
        self.authority = authority
        self.problemTitle = problemTitle
    }
}
