public import Access
public import Database
public import Domain
public import Localization
public import Markup
public import Web

/// A colleague, as lists and forms name them.
public struct StaffName: Sendable, Hashable {
    public let id: UserID
    public let name: String

    public init(id: UserID, name: String) {
        self.id = id
        self.name = name
    }
}

/// Somebody found by what was typed.
public struct FoundPerson: Sendable, Hashable {
    public let id: PersonID
    public let name: String
    /// ISO 8601 in its stated precision, or empty.
    public let birthDate: String

    public init(id: PersonID, name: String, birthDate: String) {
        self.id = id
        self.name = name
        self.birthDate = birthDate
    }
}

/// What the pages of a case know when they are drawn.
public struct CasePageContext: Sendable {
    public let principal: Principal
    public let csrfToken: String
    public let now: Instant
    /// The IANA zone of the reader's organisation.
    public let zone: String
    public let texts: Texts
    public let organizationName: @Sendable (OrganizationID) -> String

    public init(
        principal: Principal,
        csrfToken: String,
        now: Instant,
        zone: String,
        texts: Texts,
        organizationName: @escaping @Sendable (OrganizationID) -> String
    ) {
        self.principal = principal
        self.csrfToken = csrfToken
        self.now = now
        self.zone = zone
        self.texts = texts
        self.organizationName = organizationName
    }

    public var today: CivilDate { CivilDate(at: now, zone: zone) }
}

/// What the cases' pages take from other rooms; filled in where the program is put together.
public struct CaseworkPorts: Sendable {
    /// The contacts of a case and its persons, for the story.
    public var contacts:
        @Sendable (_ file: CaseFile, _ principal: Principal, _ connection: any Connection) throws -> [ContactBrief]
    /// Whether there is such a contact for the principal.
    public var contactExists:
        @Sendable (_ contact: ContactID, _ principal: Principal, _ connection: any Connection) throws -> Bool
    /// Further sections of a case's facts, such as consents and referrals, or appointments; drawn in this order.
    public var panels:
        [@Sendable (_ file: CaseFile, _ context: CasePageContext, _ connection: any Connection) throws -> HTML]
    /// Further actions of a case's head.
    public var actions: @Sendable (_ file: CaseFile, _ context: CasePageContext) -> [Button]
    /// What others add to *my day*.
    public var day:
        [@Sendable (_ principal: Principal, _ texts: Texts, _ connection: any Connection) throws -> [DayItem]]
    /// The active colleagues of an organisation under their duty names.
    public var staff: @Sendable (_ organization: OrganizationID) async throws -> [StaffName]
    /// Persons whom the principal may open, by anything typed.
    public var findPersons: @Sendable (_ typed: String, _ principal: Principal) async throws -> [FoundPerson]

    public init(
        contacts:
            @escaping @Sendable (CaseFile, Principal, any Connection) throws -> [ContactBrief] = { _, _, _ in [] },
        contactExists: @escaping @Sendable (ContactID, Principal, any Connection) throws -> Bool = { _, _, _ in true },
        panels: [@Sendable (CaseFile, CasePageContext, any Connection) throws -> HTML] = [],
        actions: @escaping @Sendable (CaseFile, CasePageContext) -> [Button] = { _, _ in [] },
        day: [@Sendable (Principal, Texts, any Connection) throws -> [DayItem]] = [],
        staff: @escaping @Sendable (OrganizationID) async throws -> [StaffName] = { _ in [] },
        findPersons: @escaping @Sendable (String, Principal) async throws -> [FoundPerson] = { _, _ in [] }
    ) {
        self.contacts = contacts
        self.contactExists = contactExists
        self.panels = panels
        self.actions = actions
        self.day = day
        self.staff = staff
        self.findPersons = findPersons
    }
}
