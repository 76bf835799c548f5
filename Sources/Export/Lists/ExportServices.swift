public import Access
public import Casework
public import Domain
public import Guides
public import Hotline
public import People

/// Where lists are read from. Every record is opened by its own room, so that a list holds nothing that its reader
/// could not open one by one.
public struct ExportServices: Sendable {
    public let contacts: ContactStore
    public let cases: CaseStore
    public let entries: CaseEntryStore
    public let people: PeopleStore
    public let content: ContentLibrary
    /// The duty names of members of staff; those who are missing stay empty.
    public let staffNames: @Sendable (Set<UserID>, Principal) async throws -> [UserID: String]

    public init(
        contacts: ContactStore,
        cases: CaseStore,
        entries: CaseEntryStore,
        people: PeopleStore,
        content: ContentLibrary,
        staffNames: @escaping @Sendable (Set<UserID>, Principal) async throws -> [UserID: String] = { _, _ in [:] }
    ) {
        self.contacts = contacts
        self.cases = cases
        self.entries = entries
        self.people = people
        self.content = content
        self.staffNames = staffNames
    }
}
