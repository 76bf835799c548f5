import Access
import Casework
import Database
@_spi(TenantScopes) import Domain
import Facts
import Foundation
import Guides
import Journal
import People
import Synchronization
import TestSupport
import Vault
import Web

/// A clock that stands still until a test moves it.
final class SharingClockwork: Sendable {
    private let time = Mutex(Instant(milliseconds: 1_800_000_000_000))

    var now: Instant { time.withLock { $0 } }

    func advance(seconds: Int64) {
        time.withLock { $0 = $0.advanced(bySeconds: seconds) }
    }

    func set(_ now: Instant) { time.withLock { $0 = now } }

    func advance(hours: Int64) { advance(seconds: hours * 3600) }

    var surroundings: Surroundings {
        Surroundings(now: { self.now }, randomBytes: Surroundings.system.randomBytes)
    }
}

/// A small network: the sender with two colleagues, a legal clinic, a shelter, a consulate, a practice organisation and
/// one that isn't admitted.
struct SharingHouse: Sendable {
    /// `nil` in a process that joined.
    let store: TestStore?
    let database: Database
    let clock: SharingClockwork
    let vault: Vault
    let cases: CaseStore
    let authorities: AuthorityStore
    let referrals: ReferralStore
    let transfers: TransferStore
    let letters: LetterStore
    let entries: CaseEntryStore
    let people: PeopleStore
    let sweep: SharingSweep
    let home: Principal
    let colleague: Principal
    let clinic: Principal
    let shelter: Principal
    let consulate: Principal
    let practice: Principal
    let pending: OrganizationID
    /// What another process needs to work in the same network.
    let invitation: Invitation

    /// The root secret and who is who.
    struct Invitation: Codable, Sendable {
        struct Member: Codable, Sendable {
            let user: String
            let organization: String
            let team: String
            let session: String
            let name: String
        }

        let root: [UInt8]
        let members: [Member]
        let pending: String
    }

    static let parts = [
        DatabaseSchema.part, VaultSchema.part, JournalSchema.part, AccessSchema.part, PeopleSchema.part,
        FactsSchema.part, CaseworkSchema.part,
    ]

    private static let content: ContentLibrary? = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try? ContentLibrary.load(directory: root.appending(path: "Content").path)
    }()

    struct NoContent: Error {}

    static func run(on engine: TestEngine, _ body: (SharingHouse) async throws -> Void) async throws {
        let clock = SharingClockwork()
        try await engine.withStore(parts, surroundings: clock.surroundings) { store in
            try await body(try await SharingHouse(store, clock))
        }
    }

    private init(_ store: TestStore, _ clock: SharingClockwork) async throws {
        let root = Surroundings.system.randomBytes(RootSecret.byteCount)
        let access = AccessServices(
            database: store.database,
            vault: Vault(root: try RootSecret(bytes: root), surroundings: clock.surroundings),
            surroundings: clock.surroundings
        )
        let made = try await Self.network(store.database, access, clock.surroundings)
        try self.init(store, store.database, clock, root, made)
    }

    /// The same network in another process, on a database that is open there.
    init(joining invitation: Invitation, _ database: Database, _ clock: SharingClockwork) async throws {
        let access = AccessServices(
            database: database,
            vault: Vault(root: try RootSecret(bytes: invitation.root), surroundings: clock.surroundings),
            surroundings: clock.surroundings
        )
        let entries = try await database.read(.installation) { try Self.entries(access, on: $0) }
        let principals = try invitation.members.map { member in
            guard let user = UserID(member.user), let organization = OrganizationID(member.organization),
                let session = SessionID(member.session)
            else { throw NoContent() }
            return Self.principal(user, organization, member.team, session, member.name, clock.surroundings)
        }
        guard let pending = OrganizationID(invitation.pending) else { throw NoContent() }
        try self.init(nil, database, clock, invitation.root, (principals, pending, entries))
    }

    private init(
        _ store: TestStore?,
        _ database: Database,
        _ clock: SharingClockwork,
        _ root: [UInt8],
        _ made: Network
    ) throws {
        guard let content = Self.content else { throw NoContent() }
        let surroundings = clock.surroundings
        let vault = Vault(root: try RootSecret(bytes: root), surroundings: surroundings)
        let directory = OrganizationDirectory()
        directory.replace(made.entries)
        let recorder = Recorder(surroundings: surroundings)
        people = PeopleStore(vault: vault, recorder: recorder, surroundings: surroundings)
        cases = CaseStore(
            vault: vault,
            recorder: recorder,
            facts: FactWriter(vault: vault, surroundings: surroundings),
            people: people,
            content: content,
            organizations: directory,
            surroundings: surroundings
        )
        self.store = store
        self.database = database
        self.clock = clock
        invitation = Invitation(
            root: root,
            members: made.principals.map { member in
                Invitation.Member(
                    user: member.user.text,
                    organization: member.organization.text,
                    team: member.team ?? "",
                    session: member.session.text,
                    name: member.dutyName
                )
            },
            pending: made.pending.text
        )
        self.vault = vault
        authorities = AuthorityStore(cases)
        referrals = ReferralStore(cases)
        transfers = TransferStore(cases)
        letters = LetterStore(cases)
        entries = CaseEntryStore(cases: cases)
        sweep = SharingSweep(cases)
        home = made.principals[0]
        colleague = made.principals[1]
        clinic = made.principals[2]
        shelter = made.principals[3]
        consulate = made.principals[4]
        practice = made.principals[5]
        pending = made.pending
    }

    private typealias Network = (
        principals: [Principal], pending: OrganizationID, entries: [OrganizationDirectory.Entry]
    )

    private static func network(
        _ database: Database,
        _ access: AccessServices,
        _ surroundings: Surroundings
    ) async throws -> Network {
        try await database.write(.installation) { connection in
            try access.organizations.ensureInstallation(language: .russian, timeZone: "Asia/Bishkek", on: connection)
            func organization(
                _ code: String,
                _ kind: OrganizationKind = .association,
                isPractice: Bool = false,
                admission: OrganizationAdmission = .admitted
            ) throws -> OrganizationID {
                var draft = OrganizationDraft(
                    code: code,
                    kind: kind,
                    language: .russian,
                    timeZone: "Asia/Bishkek",
                    names: [OrganizationName(language: "ru", text: code)]
                )
                draft.isPractice = isPractice
                draft.admission = admission
                return try access.organizations.create(draft, by: .program, on: connection)
            }
            func principal(_ name: String, of organization: OrganizationID, team: String) throws -> Principal {
                guard let email = EmailAddress("\(name)@example.org"),
                    let names = StaffNames(name: "Осмонова Аида", dutyName: name)
                else { throw NoContent() }
                let user = try access.accounts.create(
                    AccountDraft(email: email, names: names),
                    by: .program,
                    on: connection
                )
                try access.memberships.add(
                    user,
                    to: organization,
                    as: .manager,
                    team: team,
                    by: .program,
                    on: connection
                )
                return Self.principal(user, organization, team, surroundings.newID(), name, surroundings)
            }
            let home = try organization("home")
            let clinic = try organization("clinic", .legal)
            let shelter = try organization("shelter", .shelter)
            let consulate = try organization("consulate", .consulate)
            let practice = try organization("practice", isPractice: true)
            let pending = try organization("pending", admission: .pending)
            let principals = [
                try principal("aida", of: home, team: "day"), try principal("baktygul", of: home, team: "night"),
                try principal("chinara", of: clinic, team: "court"),
                try principal("dinara", of: shelter, team: "house"),
                try principal("elmira", of: consulate, team: "desk"),
                try principal("farida", of: practice, team: "class"),
            ]
            return (principals, pending, try Self.entries(access, on: connection))
        }
    }

    private static func principal(
        _ user: UserID,
        _ organization: OrganizationID,
        _ team: String,
        _ session: SessionID,
        _ name: String,
        _ surroundings: Surroundings
    ) -> Principal {
        Principal(
            user: user,
            organization: organization,
            role: .manager,
            team: team,
            session: session,
            csrfToken: "",
            steppedUpUntil: surroundings.now().advanced(bySeconds: 86_400 * 4000),
            dutyName: name
        )
    }

    private static func entries(
        _ access: AccessServices,
        on connection: any Connection
    ) throws -> [OrganizationDirectory.Entry] {
        try access.organizations.list(on: connection).map { organization in
            OrganizationDirectory.Entry(
                id: organization.id,
                code: organization.code,
                names: ["ru": organization.code],
                defaultLanguage: "ru",
                zone: organization.timeZone,
                kind: organization.kind.rawValue,
                isStateRecipient: organization.isStateRecipient,
                isPractice: organization.isPractice,
                isAdmitted: organization.admission == .admitted
            )
        }
    }
}

// MARK: - What tests do again and again

extension SharingHouse {
    /// Who plays in random sequences: two of the sender's, one each of clinic and shelter.
    var players: [Principal] { [home, colleague, clinic, shelter] }

    func read<Value: Sendable>(
        as principal: Principal,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await database.read(TenantScope(organization: principal.organization), body)
    }

    func write<Value: Sendable>(
        as principal: Principal,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await database.write(TenantScope(organization: principal.organization), body)
    }

    static func details(_ name: String = "Айжамал", born: PartialDate? = PartialDate(year: 1987)) -> PersonDetails {
        PersonDetails(
            identity: PersonIdentity(
                names: [PersonName(family: "Осмонова", given: name)],
                birthDate: born,
                sex: .female,
                citizenship: CountryCode("KG")
            ),
            phones: [PersonPhone(number: "+996700123456")],
            documents: [PersonDocument(kind: .passport, number: "AN1234567", state: .withheld)],
            notes: "Вечером не звонить"
        )
    }

    /// A case of unpaid wages with these people.
    func openCase(_ details: [PersonDetails] = [details()], isImported: Bool = false) async throws -> (
        id: CaseID, persons: [PersonID]
    ) {
        let (home, people, cases) = (home, people, cases)
        return try await write(as: home) { connection in
            let persons = try details.map { try people.create($0, by: home, on: connection) }
            let made = try cases.create(
                CaseDraft(
                    members: persons.map { CaseMember($0, .client) },
                    problems: [ProblemCode(rawValue: "unpaid_wages")].compactMap { $0 },
                    summary: "Не заплатили",
                    situation: "Работали три месяца, бригадир исчез",
                    isImported: isImported
                ),
                by: home,
                on: connection
            )
            return (made.id, persons)
        }
    }

    func draft(
        to recipient: Principal,
        _ groups: FieldGroups = FieldGroups([.identity, .contact, .narrative]),
        days: Int64 = 90,
        _ change: (inout AuthorityDraft) -> Void = { _ in }
    ) -> AuthorityDraft {
        var draft = AuthorityDraft(
            recipient: .organization(recipient.organization),
            purpose: .legalAid,
            groups: groups,
            language: "ky",
            method: .verbal,
            expiresOn: CivilDate(at: clock.now, zone: "Asia/Bishkek").advanced(byDays: days)
        )
        change(&draft)
        return draft
    }

    func give(_ draft: AuthorityDraft, in id: CaseID, by principal: Principal? = nil) async throws -> AuthorityID {
        let (authorities, principal) = (authorities, principal ?? home)
        return try await write(as: principal) { try authorities.give(draft, in: id, by: principal, on: $0) }
    }

    func send(
        _ id: CaseID,
        to recipient: Principal,
        by authority: AuthorityID,
        _ urgency: Urgency = .normal,
        from principal: Principal? = nil
    ) async throws -> ReferralID {
        let (referrals, principal) = (referrals, principal ?? home)
        var note = ReferralNote()
        note.text = "Нужна женщина-юрист"
        note.wantsWomanLawyer = true
        let draft = ReferralDraft(
            recipient: recipient.organization,
            authority: authority,
            urgency: urgency,
            note: note
        )
        return try await write(as: principal) { try referrals.send(draft, of: id, by: principal, on: $0) }
    }

    func accept(_ id: ReferralID, as principal: Principal) async throws -> NewCase {
        let referrals = referrals
        return try await database.write(.system) { try referrals.accept(id, by: principal, on: $0) }
    }

    func decline(_ id: ReferralID, as principal: Principal) async throws {
        let referrals = referrals
        try await database.write(.system) {
            try referrals.decline(id, because: .noCapacity, text: "Мест нет", by: principal, on: $0)
        }
    }

    func complete(_ id: ReferralID, as principal: Principal) async throws {
        let referrals = referrals
        try await database.write(.system) {
            try referrals.complete(id, outcome: .solved, text: "Заплатили", by: principal, on: $0)
        }
    }

    func revoke(_ id: ReferralID) async throws {
        let (referrals, home) = (referrals, home)
        try await write(as: home) { try referrals.revoke(id, by: home, on: $0) }
    }

    func withdraw(_ id: AuthorityID, in caseID: CaseID, learnsWhy: Bool = false, said: Bool = true) async throws {
        let (authorities, home) = (authorities, home)
        try await write(as: home) {
            try authorities.withdraw(
                id,
                in: caseID,
                WithdrawalDraft(deadlinesWereSaid: said, recipientLearnsWhy: learnsWhy),
                by: home,
                on: $0
            )
        }
    }

    func view(_ id: ReferralID, as principal: Principal) async throws -> ReferralView {
        let referrals = referrals
        return try await read(as: principal) { try referrals.open(id, for: principal, on: $0) }
    }

    func state(_ id: ReferralID) async throws -> ReferralState {
        let (referrals, home) = (referrals, home)
        return try await read(as: home) { try referrals.find(id, for: home, on: $0).state }
    }

    /// The groups of a record that an organisation can open at this moment; empty for none.
    func opens(_ record: RecordID, as principal: Principal) async throws -> FieldGroups {
        let vault = vault
        return try await read(as: principal) { connection in
            let keyring = try vault.keyring(for: principal.organization, on: connection)
            return try keyring.open(record, on: connection)?.groups ?? []
        }
    }

    /// Whether the case's page is there for somebody.
    func sees(_ id: CaseID, as principal: Principal) async throws -> CaseFile? {
        let cases = cases
        return try await read(as: principal) { connection in
            do {
                return try cases.open(id, for: principal, on: connection)
            } catch CaseError.notFound {
                return nil
            }
        }
    }

    func runSweep() async throws {
        let sweep = sweep
        while try await database.write(.system, { try sweep.run(on: $0) }) > 0 {}
    }

    /// The kinds of leaves in an organisation's log that begin with a word.
    func leaves(_ principal: Principal, _ prefix: String) async throws -> [String] {
        try await database.read(.system) { connection in
            try connection.rows(
                "SELECT kind FROM journal_leaf WHERE log_id = \(principal.organization) ORDER BY position"
            ) { try $0.text(0) }
        }.filter { $0.hasPrefix(prefix) }
    }

    /// What the verifier of journals has against the database.
    func findings() async throws -> [JournalReport.Finding] {
        try await JournalVerifier(stateReaders: [.people, .cases], key: nil).verify(database).findings
    }
}
