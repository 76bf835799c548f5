public import Access
public import Database
public import Domain
import Facts
import Journal
import People
import Vault
import Web

/// Referrals: the sender's and the recipient's acts.
///
/// The sender's run in its own scope. What a recipient does that changes what it holds (``accept(_:by:on:)``,
/// ``decline(_:because:text:by:on:)``, ``complete(_:outcome:text:by:on:)``) runs in the system's scope, since the keys
/// are the sender's to give; each asks first whether the referral is the principal's own organisation's to answer.
public struct ReferralStore: Sendable {
    let core: SharingCore

    public init(_ cases: CaseStore) {
        core = SharingCore(cases)
    }

    var cases: CaseStore { core.cases }
    private var entries: CaseEntryStore { core.entries }

    // MARK: - The sender

    /// Sends a case of the principal's organisation to another one's inbox.
    ///
    /// - Throws: `SharingError.notFound` for a missing or foreign case, `.refused` with everything that stands against
    ///   it.
    public func send(
        _ draft: ReferralDraft,
        of caseID: CaseID,
        by principal: Principal,
        on connection: any Connection
    ) throws -> ReferralID {
        let head = try cases.requireOwnForSharing(caseID, by: principal, on: connection)
        let authorities = try core.authorities(of: caseID, on: connection)
        let authority = authorities.first { $0.id == draft.authority && $0.owner == principal.organization }
        let problems = ReferralRules.problems(
            to: draft.recipient,
            try core.circumstances(head, draft.recipient, authority, authorities, principal, on: connection)
        )
        guard problems.isEmpty, let authority else {
            throw SharingError.refused(problems.isEmpty ? [.consentMissing] : problems)
        }
        let id: ReferralID = cases.surroundings.newID()
        try insert(draft, id, head, authority, by: principal, on: connection)
        try core.record(
            .referralSent,
            id.retagged(),
            by: SharingActor(principal),
            in: [principal.organization, draft.recipient],
            on: connection
        )
        try core.access.sync(
            caseID,
            of: principal.organization,
            to: draft.recipient,
            by: principal.user,
            actingFor: principal.organization,
            on: connection
        )
        guard let sent = try core.referral(id, on: connection) else { throw SharingError.notFound }
        try core.writeFacts(sent, on: connection)
        return id
    }

    /// Takes a referral back; the recipient's access ends in this transaction.
    public func revoke(_ id: ReferralID, by principal: Principal, on connection: any Connection) throws {
        let referral = try sent(id, by: principal, on: connection)
        try core.move(
            referral,
            to: .revoked,
            SharingCore.Step(actor: SharingActor(principal), reason: ReferralEnd.revoked.rawValue),
            on: connection
        )
    }

    // MARK: - The recipient

    /// Notes that the recipient has looked at it. Nothing happens to one that was seen before.
    public func see(_ id: ReferralID, by principal: Principal, on connection: any Connection) throws {
        let referral = try received(id, by: principal, on: connection)
        guard referral.state == .sent else { return }
        try core.move(referral, to: .seen, SharingCore.Step(actor: SharingActor(principal)), on: connection)
    }

    /// Takes a referral on: opens what the authorities allow, and a linked case of the recipient's own. Runs in a write
    /// transaction of the system's scope.
    ///
    /// - Returns: the recipient's own case.
    /// - Throws: `SharingError.notFound`; `.refused` when it can't be taken on any more.
    public func accept(
        _ id: ReferralID,
        by principal: Principal,
        on connection: any Connection
    ) throws -> NewCase {
        let referral = try received(id, by: principal, on: connection)
        if let problem = ReferralRules.move(from: referral.state, to: .accepted) {
            throw SharingError.refused([problem])
        }
        let live = try core.liveAuthorities(
            of: referral.caseID,
            from: referral.from,
            to: referral.to,
            on: connection
        )
        guard live > 0 else { throw SharingError.refused([.consentMissing]) }
        try core.move(
            referral,
            to: .accepted,
            SharingCore.Step(actor: SharingActor(principal), team: principal.team),
            on: connection
        )
        let made = try cases.create(try linkedCase(referral, principal, on: connection), by: principal, on: connection)
        try connection.execute("UPDATE referral SET linked_case_id = \(made.id) WHERE id = \(id)")
        return made
    }

    /// Refuses a referral with a reason that the sender can act on. Runs in a write transaction of the system's scope.
    public func decline(
        _ id: ReferralID,
        because reason: DeclineReason,
        text: String = "",
        by principal: Principal,
        on connection: any Connection
    ) throws {
        try core.move(
            try received(id, by: principal, on: connection),
            to: .declined,
            SharingCore.Step(
                actor: SharingActor(principal),
                reason: reason.rawValue,
                answer: ReferralAnswer(text),
                team: principal.team
            ),
            on: connection
        )
    }

    /// Notes that the recipient has begun to work on it.
    public func start(_ id: ReferralID, by principal: Principal, on connection: any Connection) throws {
        try core.move(
            try received(id, by: principal, on: connection),
            to: .inProgress,
            SharingCore.Step(actor: SharingActor(principal)),
            on: connection
        )
    }

    /// Ends the work with its outcome, which the sender sees; the access ends with it. Runs in a write transaction of the
    /// system's scope.
    public func complete(
        _ id: ReferralID,
        outcome: CaseOutcome?,
        text: String = "",
        by principal: Principal,
        on connection: any Connection
    ) throws {
        try core.move(
            try received(id, by: principal, on: connection),
            to: .done,
            SharingCore.Step(actor: SharingActor(principal), outcome: outcome, answer: ReferralAnswer(text)),
            on: connection
        )
    }

    // MARK: - Both

    /// A question to the other side, or its answer.
    ///
    /// - Throws: `SharingError.notFound`; `.refused` when the referral has ended or nothing was written.
    public func ask(
        _ id: ReferralID,
        _ text: String,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        guard let referral = try core.referral(id, on: connection) else { throw SharingError.notFound }
        let own = principal.organization
        guard own == referral.from ? principal.may(.peopleShare) : own == referral.to && principal.may(.referralsAnswer)
        else { throw SharingError.notFound }
        guard referral.state.isLive else { throw SharingError.refused([.wrongState]) }
        guard !text.isEmpty else { throw SharingError.refused([.textMissing]) }
        let key = try cases.vault.keyring(for: own, on: connection).key(of: id.retagged(), on: connection)
        let other = own == referral.from ? referral.to : referral.from
        let messageID: ReferralID = cases.surroundings.newID()
        try connection.execute(
            """
            INSERT INTO referral_message (
                id, referral_id, author_organization_id, other_organization_id, author_user_id, at, body
            ) VALUES (
                \(messageID), \(id), \(own), \(other), \(principal.user), \(core.now),
                \(Blob(try key.seal(text, .referralNote)))
            )
            """
        )
        try core.record(.referralAsked, id.retagged(), by: SharingActor(principal), in: [own, other], on: connection)
    }

    /// What the recipient does with its own work after a withdrawal.
    ///
    /// - Throws: `SharingError.notFound`; `.refused` when to keep it no basis is named.
    public func decide(
        _ decision: WithdrawalDecision,
        basis: String = "",
        for linkedCase: CaseID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        _ = try cases.requireOwn(linkedCase, by: principal, on: connection)
        guard decision != .keep || !basis.isEmpty else { throw SharingError.refused([.decisionBasisMissing]) }
        let changed = try connection.execute(
            """
            UPDATE withdrawal SET decision = \(decision.rawValue), decided_at = \(core.now),
                decided_by = \(principal.user)
            WHERE linked_case_id = \(linkedCase) AND to_organization_id = \(principal.organization)
                AND decided_at IS NULL
            """
        )
        guard changed > 0 else { throw SharingError.notFound }
        if !basis.isEmpty {
            _ = try entries.add(
                EntryDraft(.note, EntryBody(text: basis), code: "withdrawal_basis"),
                to: linkedCase,
                by: principal,
                on: connection
            )
        }
        try core.record(
            .withdrawalDecided,
            linkedCase.retagged(),
            by: SharingActor(principal),
            in: [principal.organization],
            on: connection
        )
    }
}

// MARK: - Parts

extension ReferralStore {
    private func sent(_ id: ReferralID, by principal: Principal, on connection: any Connection) throws -> Referral {
        guard let referral = try core.referral(id, on: connection), referral.from == principal.organization,
            principal.may(.peopleShare, .organization)
        else { throw SharingError.notFound }
        return referral
    }

    private func received(
        _ id: ReferralID,
        by principal: Principal,
        on connection: any Connection
    ) throws -> Referral {
        guard let referral = try core.referral(id, on: connection), referral.to == principal.organization,
            principal.may(.referralsAnswer, .organization)
        else { throw SharingError.notFound }
        return referral
    }

    private func insert(
        _ draft: ReferralDraft,
        _ id: ReferralID,
        _ head: CaseHead,
        _ authority: Authority,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let now = core.now
        let key = try cases.vault.keyring(for: principal.organization, on: connection)
            .newRecord(id.retagged(), on: connection)
        let standing = try cases.standing(of: authority.person, for: principal, on: connection)
        var note = draft.note
        note.codes = Self.codes(standing.details, head, on: cases.today(principal.organization))
        let token = try token(head, on: connection)
        // Back to whom the case came from: an answer to that referral.
        let counterOf = try head.referral.flatMap { try core.referral($0, on: connection) }
            .flatMap { $0.from == draft.recipient ? $0.id : nil }
        try connection.execute(
            """
            INSERT INTO referral (
                id, from_organization_id, to_organization_id, from_team, case_id, authority_id, service_id, counter_of,
                purpose, urgency, problem, state, version, token, created_by, sent_at, due_at, expires_at, escalation,
                facts_due, note
            ) VALUES (
                \(id), \(principal.organization), \(draft.recipient), \(principal.team), \(head.id), \(authority.id),
                \(draft.service), \(counterOf), \(authority.purpose.rawValue), \(draft.urgency.rawValue),
                \(head.primaryProblem?.rawValue), \(ReferralState.sent.rawValue), 1, \(Blob(token)),
                \(principal.user), \(now), \(ReferralClock.due(draft.urgency, sentAt: now)),
                \(ReferralClock.expiry(draft.urgency, sentAt: now)), 0, 1,
                \(Blob(try key.sealValue(note, .referralNote)))
            )
            """
        )
    }

    /// The case's token, by which the network counts the person once; made with the first referral.
    private func token(_ head: CaseHead, on connection: any Connection) throws -> [UInt8] {
        if let token = head.networkToken { return token }
        let token = cases.surroundings.randomBytes(16)
        try connection.execute("UPDATE case_file SET network_token = \(Blob(token)) WHERE id = \(head.id)")
        return token
    }

    /// What figures count of the person and the case, as codes.
    static func codes(_ details: PersonDetails, _ head: CaseHead, on day: CivilDate) -> [String: String] {
        var codes: [FactDimension: String] = [:]
        codes[.sex] = details.identity.sex
        codes[.citizenship] = details.identity.citizenship
        codes[.homeRegion] = details.identity.homeRegion
        codes[.hostCountry] = head.countries.stay?.code
        codes[.risk] = head.risk.rawValue
        if let group = FactRules.ageGroup(details.identity.birth, on: day) {
            codes[.ageGroup] = group
            codes[.child] = FactRules.isChild(group) ? "yes" : "no"
        }
        return Dictionary(uniqueKeysWithValues: codes.map { ($0.key.rawValue, $0.value) })
    }

    /// The recipient's own case: the same matter, with the members it may see.
    private func linkedCase(
        _ referral: Referral,
        _ principal: Principal,
        on connection: any Connection
    ) throws -> CaseDraft {
        let members = try connection.rows(
            "SELECT person_id, role FROM case_person WHERE case_id = \(referral.caseID) ORDER BY position"
        ) { CaseMember(try $0.id(0), try $0.sharingCode(1)) }
        let shown = try MembersRule.shown(
            members.map(\.person),
            authorities: core.authorities(of: referral.caseID, on: connection),
            to: referral.to,
            at: core.now
        ).shown
        let problems = try connection.rows(
            "SELECT problem FROM case_problem WHERE case_id = \(referral.caseID) ORDER BY position"
        ) { ProblemCode(rawValue: try $0.text(0)) }.compactMap { $0 }
        let head = try cases.head(referral.caseID, for: principal, on: connection)
        return CaseDraft(
            members: members.filter { shown.contains($0.person) },
            problems: problems,
            countries: head.countries,
            risk: head.risk,
            referral: referral.id,
            networkToken: referral.token
        )
    }
}
