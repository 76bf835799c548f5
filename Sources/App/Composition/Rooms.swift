public import Calendar
public import Casework
import Database
public import Directory
import Domain
public import Facts
public import Guides
public import Hotline
import Journal
public import People
import Vault
public import Web

/// The stores of all rooms above the platform, each made once.
public struct Rooms: Sendable {
    public let content: ContentLibrary
    public let organizations: OrganizationDirectory
    public let facts: FactWriter
    public let people: PeopleStore
    public let search: PeopleSearch
    public let directory: DirectoryStore
    public let appointments: AppointmentStore
    public let contacts: ContactStore
    public let cases: CaseStore
    public let entries: CaseEntryStore
    public let employers: EmployerStore
    public let authorities: AuthorityStore
    public let referrals: ReferralStore
    public let transfers: TransferStore

    /// - Parameters:
    ///   - content: what `Content/` says.
    ///   - database: for the index of names, which reads on its own.
    ///   - vault: the keys.
    ///   - surroundings: the clock and chance.
    ///   - snapshots: sealed snapshots of the index of names; `nil` for none.
    init(
        content: ContentLibrary,
        database: Database,
        vault: Vault,
        surroundings: Surroundings,
        snapshots: SearchSnapshots? = nil
    ) {
        let organizations = OrganizationDirectory()
        let recorder = Recorder(surroundings: surroundings)
        // Practice enters no figure (design, safety rule 12).
        let facts = FactWriter(vault: vault, surroundings: surroundings) { !organizations.isPractice($0) }
        let people = PeopleStore(vault: vault, recorder: recorder, surroundings: surroundings)
        let cases = CaseStore(
            vault: vault,
            recorder: recorder,
            facts: facts,
            people: people,
            content: content,
            organizations: organizations,
            surroundings: surroundings
        )
        self.content = content
        self.organizations = organizations
        self.facts = facts
        self.people = people
        self.cases = cases
        search = PeopleSearch(
            database: database,
            store: people,
            organizations: organizations,
            snapshots: snapshots
        )
        directory = DirectoryStore(organizations: organizations, surroundings: surroundings)
        appointments = AppointmentStore(vault: vault, recorder: recorder, surroundings: surroundings)
        contacts = ContactStore(
            vault: vault,
            recorder: recorder,
            people: people,
            facts: facts,
            surroundings: surroundings,
            zone: { organizations.zone($0) }
        )
        entries = CaseEntryStore(cases: cases)
        employers = EmployerStore(cases: cases)
        authorities = AuthorityStore(cases)
        referrals = ReferralStore(cases)
        transfers = TransferStore(cases)
    }
}
