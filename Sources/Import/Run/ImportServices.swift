public import Casework
public import Database
public import Domain
public import Facts
public import Guides
public import Hotline
import Journal
public import People
public import Vault

/// The stores through which an import writes; made once by the composition.
public struct ImportServices: Sendable {
    public let database: Database
    public let vault: Vault
    public let files: SealedFiles
    public let content: ContentLibrary
    public let people: PeopleStore
    public let contacts: ContactStore
    public let cases: CaseStore
    public let entries: CaseEntryStore
    public let employers: EmployerStore
    public let facts: FactWriter
    public let surroundings: Surroundings
    /// Who of an organization's own register somebody may be, from memory, with a chance of 0…1.
    public let matches: @Sendable (PersonDetails, OrganizationID) -> [SuspectedRecord]
    /// An organization's IANA zone.
    public let zone: @Sendable (OrganizationID) -> String

    public init(
        database: Database,
        vault: Vault,
        content: ContentLibrary,
        people: PeopleStore,
        contacts: ContactStore,
        cases: CaseStore,
        entries: CaseEntryStore,
        employers: EmployerStore,
        facts: FactWriter,
        surroundings: Surroundings,
        matches: @escaping @Sendable (PersonDetails, OrganizationID) -> [SuspectedRecord] = { _, _ in [] },
        zone: @escaping @Sendable (OrganizationID) -> String
    ) {
        self.database = database
        self.vault = vault
        self.content = content
        self.people = people
        self.contacts = contacts
        self.cases = cases
        self.entries = entries
        self.employers = employers
        self.facts = facts
        self.surroundings = surroundings
        self.matches = matches
        self.zone = zone
        files = SealedFiles(vault, database: database)
    }

    var recorder: Recorder { Recorder(surroundings: surroundings) }

    /// Today on the clocks of an organization.
    func today(_ organization: OrganizationID) -> CivilDate {
        CivilDate(at: surroundings.now(), zone: zone(organization))
    }
}
