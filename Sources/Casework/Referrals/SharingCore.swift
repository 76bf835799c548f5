import Access
import Database
import Domain
import Journal
import People
import Vault
import Web

/// Who acts, and for whom; the program itself has neither.
struct SharingActor {
    let user: UserID?
    let organization: OrganizationID?

    init(_ principal: Principal) {
        user = principal.user
        organization = principal.organization
    }

    private init() {
        user = nil
        organization = nil
    }

    /// The program, when a clock ran out.
    static let program = SharingActor()
}

/// What authorities, referrals and transfers share: the moves of a referral, the leaves of both sides, and what follows
/// when no authority is left.
struct SharingCore: Sendable {
    let cases: CaseStore
    let entries: CaseEntryStore
    let access: SharedAccess

    init(_ cases: CaseStore) {
        self.cases = cases
        entries = CaseEntryStore(cases: cases)
        access = SharedAccess(vault: cases.vault, recorder: cases.recorder, surroundings: cases.surroundings)
    }

    var now: Instant { cases.surroundings.now() }
    var vault: Vault { cases.vault }

    // MARK: - Organisations

    /// What is known of an organisation; `nil` for none.
    func recipient(_ id: OrganizationID) -> RecipientFacts? {
        guard let entry = cases.organizations[id] else { return nil }
        return RecipientFacts(
            id: id,
            isActive: entry.isActive,
            isAdmitted: entry.isAdmitted,
            isPractice: entry.isPractice,
            isState: entry.isStateRecipient
        )
    }

    func isPractice(_ id: OrganizationID) -> Bool { cases.organizations.isPractice(id) }

    // MARK: - Journal

    /// A leaf in the log of whoever acts and its twin in the other's.
    func record(
        _ kind: LeafKind,
        _ subject: RecordID,
        by actor: SharingActor,
        in logs: [OrganizationID],
        on connection: any Connection
    ) throws {
        let leaves = logs.map { log in
            LeafDraft(
                log: log,
                kind: kind,
                actor: actor.user,
                actorOrganization: actor.organization,
                subject: subject,
                counterpart: logs.first { $0 != log }
            )
        }
        guard let first = leaves.first else { return }
        try cases.recorder.record(first, and: Array(leaves.dropFirst()), on: connection)
    }

    // MARK: - Rows

    func referral(_ id: ReferralID, on connection: any Connection) throws -> Referral? {
        try connection.first(
            "SELECT \(Referral.columns) FROM referral r WHERE r.id = \(id)",
            Referral.init(from:)
        )
    }

    /// The live referrals of a case by its owner; to one recipient, when it is named.
    func liveReferrals(
        of caseID: CaseID,
        from owner: OrganizationID,
        to recipient: OrganizationID? = nil,
        on connection: any Connection
    ) throws -> [Referral] {
        let isTo: SQL = recipient.map { " AND r.to_organization_id = \($0)" } ?? ""
        return try connection.rows(
            """
            SELECT \(Referral.columns) FROM referral r WHERE r.case_id = \(caseID) AND r.from_organization_id = \(owner)
                AND r.state IN \(Referral.liveStates)\(isTo) ORDER BY r.id
            """,
            Referral.init(from:)
        )
    }

    /// The authorities of a case by its owner, newest first.
    func authorities(of caseID: CaseID, on connection: any Connection) throws -> [Authority] {
        try connection.rows(
            "SELECT \(Authority.columns) FROM authority a WHERE a.case_id = \(caseID) ORDER BY a.id DESC",
            Authority.init(from:)
        )
    }

    /// How many live authorities let something of the case pass to the recipient.
    func liveAuthorities(
        of caseID: CaseID,
        from owner: OrganizationID,
        to recipient: OrganizationID,
        on connection: any Connection
    ) throws -> Int64 {
        try connection.count(
            """
            SELECT COUNT(*) FROM authority a WHERE a.case_id = \(caseID) AND a.organization_id = \(owner)
                AND a.recipient_organization_id = \(recipient) AND \(Authority.isLive("a", at: now))
                AND EXISTS (SELECT 1 FROM case_person m WHERE m.case_id = a.case_id AND m.person_id = a.person_id)
            """
        )
    }
}

// MARK: - Moves of a referral

extension SharingCore {
    /// What a step changes besides the state.
    struct Step {
        var actor: SharingActor
        var reason: String?
        var outcome: CaseOutcome?
        var answer: ReferralAnswer?
        var team: String?
    }

    /// Takes a referral into its next state, with a leaf in both logs, and makes what the recipient holds follow.
    ///
    /// - Throws: `SharingProblem.wrongState` as a refusal when the move isn't in the table.
    @discardableResult
    func move(
        _ referral: Referral,
        to next: ReferralState,
        _ step: Step,
        on connection: any Connection
    ) throws -> Referral {
        if let problem = ReferralRules.move(from: referral.state, to: next) { throw SharingError.refused([problem]) }
        let now = now
        let isAnswer = next == .accepted || next == .declined
        let key = try step.answer.flatMap { answer in
            answer.text.isEmpty
                ? nil
                : try vault.keyring(for: referral.from, on: connection).key(of: referral.id.retagged(), on: connection)
        }
        let answer = try step.answer.flatMap { answer in
            try key.map { Blob(try $0.sealValue(answer, .referralNote)) }
        }
        try connection.execute(
            """
            UPDATE referral SET state = \(next.rawValue), version = version + 1,
                seen_at = COALESCE(seen_at, \(next == .seen || isAnswer ? now : nil)),
                answered_at = COALESCE(answered_at, \(isAnswer ? now : nil)),
                answered_by = COALESCE(answered_by, \(isAnswer ? step.actor.user : nil)),
                to_team = COALESCE(to_team, \(isAnswer ? step.team : nil)),
                ended_at = \(next.isLive ? nil : now), ended_by = \(next.isLive ? nil : step.actor.user),
                reason = \(step.reason), outcome = \(step.outcome?.rawValue), answer = COALESCE(\(answer), answer)
            WHERE id = \(referral.id)
            """
        )
        let logs =
            step.actor.organization == referral.to ? [referral.to, referral.from] : [referral.from, referral.to]
        try record(next.leafKind, referral.id.retagged(), by: step.actor, in: logs, on: connection)
        if next != .seen, next != .inProgress { try syncAfterMove(referral, step.actor, on: connection) }
        guard let moved = try self.referral(referral.id, on: connection) else { throw SharingError.notFound }
        try writeFacts(moved, on: connection)
        return moved
    }

    private func syncAfterMove(_ referral: Referral, _ actor: SharingActor, on connection: any Connection) throws {
        try access.sync(
            referral.caseID,
            of: referral.from,
            to: referral.to,
            by: actor.user,
            actingFor: actor.organization,
            on: connection
        )
    }

    /// Ends what no live authority carries any more: live referrals and offered transfers of the case to the recipient.
    /// Then makes what it holds follow.
    func endUncovered(
        _ caseID: CaseID,
        from owner: OrganizationID,
        to recipient: OrganizationID,
        as state: ReferralState,
        because reason: ReferralEnd,
        by actor: SharingActor,
        on connection: any Connection
    ) throws {
        if try liveAuthorities(of: caseID, from: owner, to: recipient, on: connection) == 0 {
            for referral in try liveReferrals(of: caseID, from: owner, to: recipient, on: connection) {
                try move(referral, to: state, Step(actor: actor, reason: reason.rawValue), on: connection)
            }
            try revokeTransfers(of: caseID, from: owner, to: recipient, because: reason, by: actor, on: connection)
        }
        try access.sync(
            caseID,
            of: owner,
            to: recipient,
            by: actor.user,
            actingFor: actor.organization,
            on: connection
        )
    }

    /// Takes back the offered transfer of a case, if there is one; to one recipient, when it is named.
    func revokeTransfers(
        of caseID: CaseID,
        from owner: OrganizationID,
        to recipient: OrganizationID? = nil,
        because reason: ReferralEnd,
        by actor: SharingActor,
        on connection: any Connection
    ) throws {
        let isTo: SQL = recipient.map { " AND t.to_organization_id = \($0)" } ?? ""
        let offered = try connection.rows(
            """
            SELECT \(Transfer.columns) FROM transfer t WHERE t.case_id = \(caseID) AND t.from_organization_id = \(owner)
                AND t.state = \(TransferState.offered.rawValue)\(isTo)
            """,
            Transfer.init(from:)
        )
        for transfer in offered {
            try end(transfer, as: .revoked, reason: reason.rawValue, by: actor, on: connection)
        }
    }
}
