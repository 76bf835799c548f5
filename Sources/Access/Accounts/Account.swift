public import Domain

/// Whether an account may be used.
public enum AccountState: String, CaseIterable, Sendable, Hashable {
    case active
    /// May not sign in; can be made active again.
    case disabled
    /// The person's data is gone for good; the id stays so that journals can name an actor.
    case erased
}

/// What a new account needs.
public struct AccountDraft: Sendable {
    public var email: EmailAddress
    public var names: StaffNames
    /// The language of the pages, or `nil` for the browser's.
    public var language: InterfaceLanguage?

    public init(email: EmailAddress, names: StaffNames, language: InterfaceLanguage? = nil) {
        self.email = email
        self.names = names
        self.language = language
    }
}

/// A member of staff, opened.
public struct Account: Sendable, Hashable {
    public let id: UserID
    public let email: String
    public let names: StaffNames
    public let language: String?
    public let state: AccountState
    /// `false` until the invitation was accepted.
    public let hasPassword: Bool
    public let hasSecondFactor: Bool
    public let mustChangePassword: Bool
    public let createdAt: Instant
    public let lastSignInAt: Instant?

    /// The account's record in the vault and in journals.
    public var record: RecordID { id.retagged() }
}
