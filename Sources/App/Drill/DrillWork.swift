import Access
import Casework
import Database
import Domain
import Hotline
import People
import Vault
import Web

/// The drill's operations on contacts, cases, referrals and transfers.
struct DrillWork: Sendable {
    let rooms: Rooms
    let vault: Vault
    let erasure: Erasure
    let database: Database
    /// A manager of an organisation that has people.
    let actor: Principal

    static let nothing = OperationError(
        "The network has nothing for this drill; make it with `tirek demo --people 13` and `tirek drill prepare-work`."
    )

    func run(_ operation: DrillOperation) async throws {
        switch operation {
        case .contact: try await saveContact()
        case .openCase: _ = try await openCase(try await freePerson())
        case .refer: try await refer()
        case .accept: try await accept()
        case .withdraw: try await withdraw()
        case .transfer: try await takeOver()
        case .merge: try await merge()
        case .undoMerge: try await undoMerge()
        case .undoImport: try await undoImport()
        case .prepareWork: try await prepare()
        default: throw Self.nothing
        }
    }

    // MARK: - Operations

    private func saveContact() async throws {
        let person = try await database.read(own) { connection in
            try connection.first(
                """
                SELECT id FROM person WHERE organization_id = \(actor.organization) AND merged_into IS NULL
                ORDER BY id LIMIT 1
                """
            ) { try $0.id(0, PersonEntity.self) }
        }
        try await saveContact(with: person)
    }

    func saveContact(with person: PersonID?) async throws {
        guard let problem = ProblemCode(rawValue: "unpaid_wages") else { throw Self.nothing }
        var draft = ContactDraft(channel: .phone, language: "ky", problems: [problem])
        draft.members = [ContactMember(person, .caller)]
        draft.outcome = .callBack
        draft.narrative.summary = "Drill"
        draft.caller.number = "+996700000001"
        draft.callBack = CallBackRequest(
            dueAt: Surroundings.system.now().advanced(bySeconds: 3600),
            zone: "Asia/Bishkek",
            number: "+996700000001"
        )
        let contact = draft
        try await database.write(own) { _ = try rooms.contacts.save(contact, by: actor, on: $0) }
    }

    /// Sends the case that waits with its authority.
    private func refer() async throws {
        try await database.write(own) { connection in
            let found = try connection.first(
                """
                SELECT a.case_id, a.id, a.recipient_organization_id FROM authority a
                WHERE a.organization_id = \(actor.organization) AND a.ended_at IS NULL
                    AND a.recipient_organization_id IS NOT NULL AND a.purpose = \(SharePurpose.other.rawValue)
                    AND NOT EXISTS (SELECT 1 FROM referral r WHERE r.case_id = a.case_id)
                    AND NOT EXISTS (SELECT 1 FROM transfer t WHERE t.case_id = a.case_id)
                ORDER BY a.id LIMIT 1
                """
            ) {
                (
                    caseID: try $0.id(0, CaseEntity.self), authority: try $0.id(1, AuthorityEntity.self),
                    recipient: try $0.id(2, OrganizationEntity.self)
                )
            }
            guard let found else { throw Self.nothing }
            let draft = ReferralDraft(recipient: found.recipient, authority: found.authority, urgency: .normal)
            _ = try rooms.referrals.send(draft, of: found.caseID, by: actor, on: connection)
        }
    }

    private func accept() async throws {
        let (referral, recipient) = try await prepared("referral", state: ReferralState.sent.rawValue)
        let receiver = try await manager(of: recipient)
        try await database.write(.system) { connection in
            _ = try rooms.referrals.accept(referral.retagged(), by: receiver, on: connection)
        }
    }

    private func withdraw() async throws {
        let (referral, _) = try await prepared("referral", state: ReferralState.accepted.rawValue)
        try await database.write(own) { connection in
            let found = try connection.first("SELECT case_id, authority_id FROM referral WHERE id = \(referral)") {
                (caseID: try $0.id(0, CaseEntity.self), authority: try $0.id(1, AuthorityEntity.self))
            }
            guard let found else { throw Self.nothing }
            let draft = WithdrawalDraft(deadlinesWereSaid: true, recipientLearnsWhy: false)
            try rooms.authorities.withdraw(found.authority, in: found.caseID, draft, by: actor, on: connection)
        }
    }

    private func takeOver() async throws {
        let (transfer, recipient) = try await prepared("transfer", state: TransferState.offered.rawValue)
        let receiver = try await manager(of: recipient)
        try await database.write(.system) { connection in
            _ = try rooms.transfers.accept(transfer.retagged(), by: receiver, on: connection)
        }
    }

    // MARK: - What they begin with

    private func prepare() async throws {
        let recipient = try await partner()
        let receiver = try await manager(of: recipient)
        _ = try await readyCase(for: recipient)
        _ = try await sent(to: recipient)
        let taken = try await sent(to: recipient)
        try await database.write(.system) { _ = try rooms.referrals.accept(taken, by: receiver, on: $0) }
        let (offered, _) = try await readyCase(for: recipient)
        try await database.write(own) { connection in
            let sheet = HandoverSheet(deadlines: "Drill")
            _ = try rooms.transfers.offer(offered, to: recipient, sheet, by: actor, on: connection)
        }
        try await unite(try await twoRecords())
        _ = try await twoRecords()
        // For `open-case`.
        _ = try await newPerson()
    }

    private func sent(to recipient: OrganizationID) async throws -> ReferralID {
        let (caseID, authority) = try await readyCase(for: recipient)
        let draft = ReferralDraft(recipient: recipient, authority: authority, urgency: .normal)
        return try await database.write(own) { try rooms.referrals.send(draft, of: caseID, by: actor, on: $0) }
    }

    /// A new person's case with a live authority for the recipient.
    private func readyCase(for recipient: OrganizationID) async throws -> (CaseID, AuthorityID) {
        let caseID = try await openCase(try await newPerson())
        let today = CivilDate(at: Surroundings.system.now(), zone: "Asia/Bishkek")
        let draft = AuthorityDraft(
            recipient: .organization(recipient),
            purpose: .other,
            groups: .full,
            language: "ru",
            method: .verbal,
            expiresOn: today.advanced(byDays: 90)
        )
        let authority = try await database.write(own) {
            try rooms.authorities.give(draft, in: caseID, by: actor, on: $0)
        }
        return (caseID, authority)
    }

    func openCase(_ person: PersonID) async throws -> CaseID {
        guard let problem = ProblemCode(rawValue: "unpaid_wages") else { throw Self.nothing }
        let draft = CaseDraft(members: [CaseMember(person, .client)], problems: [problem], summary: "Drill")
        return try await database.write(own) { try rooms.cases.create(draft, by: actor, on: $0).id }
    }

    /// Somebody who has no case yet.
    private func freePerson() async throws -> PersonID {
        let found = try await database.read(own) { connection in
            try connection.first(
                """
                SELECT p.id FROM person p WHERE p.organization_id = \(actor.organization) AND p.merged_into IS NULL
                    AND NOT EXISTS (SELECT 1 FROM case_person m WHERE m.person_id = p.id)
                ORDER BY p.id DESC LIMIT 1
                """
            ) { try $0.id(0, PersonEntity.self) }
        }
        guard let found else { throw Self.nothing }
        return found
    }

    func newPerson() async throws -> PersonID {
        let details = PersonDetails(
            identity: PersonIdentity(
                names: [PersonName(family: "Drill", given: "Work")],
                birthDate: PartialDate(iso: "1990"),
                sex: .female,
                citizenship: CountryCode("KG")
            )
        )
        return try await database.write(own) { try rooms.people.create(details, by: actor, on: $0) }
    }

    var own: TransactionScope { .organization(actor.organization) }

    /// The oldest referral or transfer that `prepare-work` left in a state.
    private func prepared(_ table: SQL, state: String) async throws -> (RecordID, OrganizationID) {
        let found = try await database.read(.system) { connection in
            try connection.first(
                """
                SELECT x.id, x.to_organization_id FROM \(table) x
                JOIN authority a ON a.case_id = x.case_id AND a.purpose = \(SharePurpose.other.rawValue)
                WHERE x.from_organization_id = \(actor.organization) AND x.state = \(state)
                ORDER BY x.id DESC LIMIT 1
                """
            ) { (try $0.id(0, RecordEntity.self), try $0.id(1, OrganizationEntity.self)) }
        }
        guard let found else { throw Self.nothing }
        return found
    }

    /// An admitted organisation that answers referrals.
    private func partner() async throws -> OrganizationID {
        let found = try await database.read(.system) { connection in
            try connection.first(
                """
                SELECT o.id FROM organization o JOIN membership m ON m.organization_id = o.id
                WHERE o.id <> \(actor.organization) AND o.state = \(OrganizationState.active.rawValue)
                    AND o.admission = \(OrganizationAdmission.admitted.rawValue) AND o.is_practice = 0
                    AND o.is_state = 0 AND m.role = \(Role.manager.rawValue)
                ORDER BY o.code LIMIT 1
                """
            ) { try $0.id(0, OrganizationEntity.self) }
        }
        guard let found else { throw Self.nothing }
        return found
    }

    private func manager(of organization: OrganizationID) async throws -> Principal {
        let user = try await database.read(.system) { connection in
            try connection.first(
                """
                SELECT user_id FROM membership
                WHERE organization_id = \(organization) AND role = \(Role.manager.rawValue) ORDER BY user_id LIMIT 1
                """
            ) { try $0.id(0, UserEntity.self) }
        }
        guard let user else { throw Self.nothing }
        return Principal(
            user: user,
            organization: organization,
            role: .manager,
            session: Surroundings.system.newID(),
            csrfToken: "",
            dutyName: "Drill"
        )
    }
}
