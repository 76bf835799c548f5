public import Access
public import Database
public import Domain
import Journal
import People
import Vault
import Web

/// Authorities: giving, confirming, withdrawing, lapsing. Each change makes what recipients hold follow in the same
/// transaction.
public struct AuthorityStore: Sendable {
    let core: SharingCore

    public init(_ cases: CaseStore) {
        core = SharingCore(cases)
    }

    private var cases: CaseStore { core.cases }

    /// Records an authority in a case of the principal's organisation.
    ///
    /// - Throws: `SharingError.notFound` for a missing or foreign case, `.refused` with everything that stands against it.
    public func give(
        _ draft: AuthorityDraft,
        in caseID: CaseID,
        by principal: Principal,
        on connection: any Connection
    ) throws -> AuthorityID {
        let head = try own(caseID, by: principal, on: connection)
        let members = try members(of: caseID, on: connection)
        guard let person = draft.person ?? head.client else { throw SharingError.refused([.notAMember]) }
        let known = try circumstances(draft, person, members, principal, on: connection)
        var problems = AuthorityRules.problems(draft, known)
        if let second = draft.secondUser, try !isColleague(second, of: principal, on: connection) {
            problems.append(.secondPersonMissing)
        }
        guard problems.isEmpty else { throw SharingError.refused(problems) }
        let id = try insert(draft, person, caseID, known, by: principal, on: connection)
        try core.record(
            .authorityGiven,
            id.retagged(),
            by: SharingActor(principal),
            in: [principal.organization],
            on: connection
        )
        if case .organization(let recipient) = draft.recipient {
            try core.access.sync(
                caseID,
                of: principal.organization,
                to: recipient,
                by: principal.user,
                actingFor: principal.organization,
                on: connection
            )
        }
        return id
    }

    /// A second member of staff confirms an authority; an emergency's then lasts as long as was asked.
    ///
    /// - Throws: `SharingError.notFound`; `.refused` when it was given by the same person or has ended.
    public func confirm(
        _ id: AuthorityID,
        in caseID: CaseID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let authority = try find(id, in: caseID, by: principal, on: connection)
        if let problem = EmergencyRule.confirmation(of: authority, by: principal.user) {
            throw SharingError.refused([problem])
        }
        let now = core.now
        guard authority.endedAt == nil, now < authority.endsAt else { throw SharingError.refused([.endPassed]) }
        let end = EmergencyRule.end(
            authority.basis,
            givenAt: authority.givenAt,
            asked: authority.expiresAt,
            isConfirmed: true
        )
        try connection.execute(
            """
            UPDATE authority SET confirmed_by = \(principal.user), confirmed_at = \(now), ends_at = \(end)
            WHERE id = \(id)
            """
        )
        try core.record(
            .authorityConfirmed,
            id.retagged(),
            by: SharingActor(principal),
            in: [principal.organization],
            on: connection
        )
        guard let recipient = authority.recipient else { return }
        try core.access.sync(
            caseID,
            of: authority.owner,
            to: recipient,
            by: principal.user,
            actingFor: principal.organization,
            on: connection
        )
    }

    /// Ends an authority at once: what it opened is shut in this transaction, a referral that nothing else carries ends,
    /// and the recipient's own work waits for its decision. A second click changes nothing.
    ///
    /// - Throws: `SharingError.notFound`; `.refused` while running deadlines were not said to the person.
    public func withdraw(
        _ id: AuthorityID,
        in caseID: CaseID,
        _ draft: WithdrawalDraft,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let authority = try find(id, in: caseID, by: principal, on: connection)
        guard authority.endedAt == nil else { return }
        let deadlines = try deadlines(of: caseID, on: connection)
        if let problem = WithdrawalRule.problem(draft, runningDeadlines: deadlines.count) {
            throw SharingError.refused([problem])
        }
        let actor = SharingActor(principal)
        try end(authority, .withdrawn, by: actor, on: connection)
        let held = try authority.recipient.map {
            try core.cases.referralsWithWork(of: caseID, from: authority.owner, to: $0, on: connection)
        }
        let logs = [authority.owner] + (held?.isEmpty == false ? [authority.recipient].compactMap { $0 } : [])
        try core.record(.authorityWithdrawn, id.retagged(), by: actor, in: logs, on: connection)
        for referral in held ?? [] where WithdrawalRule.needsDecision(referral.state, linkedCase: referral.linkedCase) {
            try note(draft, authority, referral, on: connection)
        }
        guard let recipient = authority.recipient else { return }
        try core.endUncovered(
            caseID,
            from: authority.owner,
            to: recipient,
            as: .revoked,
            because: draft.recipientLearnsWhy ? .withdrawn : .ended,
            by: actor,
            on: connection
        )
    }

    /// Makes what recipients hold follow after somebody was taken out of a case: their authorities no longer carry it.
    /// Belongs into the transaction that changes the members of a case of the principal's organisation.
    public func membersChanged(in caseID: CaseID, by principal: Principal, on connection: any Connection) throws {
        let owner = principal.organization
        let recipients = try connection.rows(
            """
            SELECT DISTINCT recipient_organization_id FROM authority
            WHERE case_id = \(caseID) AND organization_id = \(owner) AND recipient_organization_id IS NOT NULL
            ORDER BY recipient_organization_id
            """
        ) { try $0.id(0, OrganizationEntity.self) }
        for recipient in recipients {
            try core.endUncovered(
                caseID,
                from: owner,
                to: recipient,
                as: .revoked,
                because: .ended,
                by: SharingActor(principal),
                on: connection
            )
        }
    }

    /// The authorities of a case that is there for the principal: all for its owner, those that name it for a recipient.
    public func list(
        of caseID: CaseID,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [Authority] {
        try core.authorities(of: caseID, on: connection).filter {
            $0.owner == principal.organization || $0.recipient == principal.organization
        }
    }

    /// What the authorities of one's own case say in words.
    public func details(
        of caseID: CaseID,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [AuthorityID: AuthorityDetails] {
        let key = try cases.key(of: caseID, for: principal, on: connection)
        guard key.isWhole else { return [:] }
        let rows = try connection.rows(
            """
            SELECT id, details FROM authority
            WHERE case_id = \(caseID) AND organization_id = \(principal.organization)
            """
        ) { (id: try $0.id(0, AuthorityEntity.self), sealed: try $0.blob(1)) }
        var details: [AuthorityID: AuthorityDetails] = [:]
        for row in rows { details[row.id] = try key.openValue(row.sealed, .authorityDetails) }
        return details
    }

    /// The days of deadlines that run in a case, which a person hears before withdrawing.
    public func deadlines(of caseID: CaseID, on connection: any Connection) throws -> [CivilDate] {
        try connection.rows(
            """
            SELECT due_on FROM case_entry WHERE case_id = \(caseID) AND kind = \(EntryKind.deadline.rawValue)
                AND is_open = 1 AND due_on IS NOT NULL ORDER BY due_on
            """
        ) { try CivilDate(iso: $0.text(0)) }.compactMap { $0 }
    }
}

// MARK: - Parts

extension AuthorityStore {
    private func own(_ id: CaseID, by principal: Principal, on connection: any Connection) throws -> CaseHead {
        try cases.requireOwnForSharing(id, by: principal, on: connection)
    }

    func find(
        _ id: AuthorityID,
        in caseID: CaseID,
        by principal: Principal,
        on connection: any Connection
    ) throws -> Authority {
        _ = try own(caseID, by: principal, on: connection)
        let authority = try connection.first(
            """
            SELECT \(Authority.columns) FROM authority a
            WHERE a.id = \(id) AND a.case_id = \(caseID) AND a.organization_id = \(principal.organization)
            """,
            Authority.init(from:)
        )
        guard let authority else { throw SharingError.notFound }
        return authority
    }

    private func members(of caseID: CaseID, on connection: any Connection) throws -> [PersonID] {
        try connection.rows(
            "SELECT person_id FROM case_person WHERE case_id = \(caseID) ORDER BY position"
        ) { try $0.id(0) }
    }

    private func isColleague(_ user: UserID, of principal: Principal, on connection: any Connection) throws -> Bool {
        try connection.count(
            """
            SELECT COUNT(*) FROM membership WHERE user_id = \(user) AND organization_id = \(principal.organization)
                AND state = \(MembershipState.active.rawValue)
            """
        ) == 1
    }

    private func circumstances(
        _ draft: AuthorityDraft,
        _ person: PersonID,
        _ members: [PersonID],
        _ principal: Principal,
        on connection: any Connection
    ) throws -> AuthorityCircumstances {
        let owner = principal.organization
        var known = AuthorityCircumstances(
            today: cases.today(owner),
            owner: owner,
            isOwnerPractice: core.isPractice(owner),
            staff: principal.user,
            recipient: nil
        )
        if case .organization(let id) = draft.recipient { known.recipient = core.recipient(id) }
        known.isMember = members.contains(person)
        guard known.isMember else { return known }
        let standing = try cases.standing(of: person, for: principal, on: connection)
        known.isChild = standing.isChild
        known.forbidsState = standing.forbidsState
        // Nobody can pass on the record of a person that another organisation keeps, except back to it.
        if standing.owner != owner, standing.owner != known.recipient?.id { known.isMember = false }
        return known
    }

    private func insert(
        _ draft: AuthorityDraft,
        _ person: PersonID,
        _ caseID: CaseID,
        _ known: AuthorityCircumstances,
        by principal: Principal,
        on connection: any Connection
    ) throws -> AuthorityID {
        let id: AuthorityID = cases.surroundings.newID()
        let now = core.now
        let owner = principal.organization
        let recipient: OrganizationID? = if case .organization(let id) = draft.recipient { id } else { nil }
        var details = draft.details
        if case .outside(let name) = draft.recipient { details.outsideRecipient = name }
        let isForState = known.recipient?.isState == true
        let expiresAt = Instant(
            on: draft.expiresOn.advanced(byDays: 1),
            minuteOfDay: 0,
            zone: cases.organizations.zone(owner)
        )
        let end = EmergencyRule.end(draft.basis, givenAt: now, asked: expiresAt, isConfirmed: false)
        let key = try cases.key(of: caseID, for: principal, on: connection)
        let sealed = try key.sealValue(details, .authorityDetails)
        try connection.execute(
            """
            INSERT INTO authority (
                id, organization_id, case_id, person_id, recipient_organization_id, basis, purpose, field_groups,
                language, method, given_by, wording, given_at, expires_on, expires_at, ends_at, created_by,
                second_user_id, needs_confirmation, is_state, is_overridden, details
            ) VALUES (
                \(id), \(owner), \(caseID), \(person), \(recipient), \(draft.basis.rawValue),
                \(draft.purpose.rawValue), \(draft.groups.rawValue), \(draft.language), \(draft.method.rawValue),
                \(draft.giver.rawValue), \(AuthorityWording.current), \(now), \(draft.expiresOn.iso), \(expiresAt),
                \(end), \(principal.user), \(draft.secondUser),
                \(EmergencyRule.needsConfirmation(draft.basis, isForState: isForState)), \(isForState),
                \(known.forbidsState && isForState), \(Blob(sealed))
            )
            """
        )
        return id
    }

    func end(
        _ authority: Authority,
        _ reason: AuthorityEnd,
        by actor: SharingActor,
        on connection: any Connection
    ) throws {
        try connection.execute(
            """
            UPDATE authority SET ended_at = \(core.now), ended_by = \(actor.user), end_reason = \(reason.rawValue)
            WHERE id = \(authority.id) AND ended_at IS NULL
            """
        )
    }

    private func note(
        _ draft: WithdrawalDraft,
        _ authority: Authority,
        _ referral: Referral,
        on connection: any Connection
    ) throws {
        let id: AuthorityID = cases.surroundings.newID()
        try connection.execute(
            """
            INSERT INTO withdrawal (
                id, from_organization_id, to_organization_id, referral_id, authority_id, linked_case_id, at, reason,
                due_at
            ) VALUES (
                \(id), \(referral.from), \(referral.to), \(referral.id), \(authority.id), \(referral.linkedCase),
                \(core.now), \(WithdrawalRule.reason(draft)),
                \(core.now.advanced(bySeconds: WithdrawalRule.decisionDays * 86_400))
            )
            """
        )
    }
}
