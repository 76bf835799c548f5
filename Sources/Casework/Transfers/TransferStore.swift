public import Access
public import Database
public import Domain
import Journal
import People
import Vault
import Web

/// Transfers: a case changes its owner once the other organisation has agreed, and keeps its id.
public struct TransferStore: Sendable {
    let core: SharingCore

    public init(_ cases: CaseStore) {
        core = SharingCore(cases)
    }

    private var cases: CaseStore { core.cases }

    /// Offers a case of the principal's organisation to another one, which sees its summary and the handover sheet.
    ///
    /// - Throws: `SharingError.notFound` for a missing or foreign case; `.refused` with everything that stands against
    ///   it.
    public func offer(
        _ caseID: CaseID,
        to recipient: OrganizationID,
        _ sheet: HandoverSheet,
        by principal: Principal,
        on connection: any Connection
    ) throws -> TransferID {
        let head = try cases.requireOwnForSharing(caseID, by: principal, on: connection)
        let owner = principal.organization
        try check(head, recipient, principal, on: connection)
        let id: TransferID = cases.surroundings.newID()
        let now = core.now
        let keyring = try core.vault.keyring(for: owner, on: connection)
        let key = try keyring.newRecord(id.retagged(), on: connection)
        try connection.execute(
            """
            INSERT INTO transfer (
                id, from_organization_id, to_organization_id, from_team, case_id, problem, state, version, created_by,
                offered_at, due_at, sheet
            ) VALUES (
                \(id), \(owner), \(recipient), \(principal.team), \(caseID), \(head.primaryProblem?.rawValue),
                \(TransferState.offered.rawValue), 1, \(principal.user), \(now),
                \(now.advanced(bySeconds: TransferRules.answerDays * 86_400)),
                \(Blob(try key.sealValue(sheet, .handoverSheet)))
            )
            """
        )
        // The sheet stays readable after the case has gone over; a transfer taken back shuts it.
        _ = try Sharing(core.vault).grant(
            GrantDraft(
                record: id.retagged(),
                recipient: recipient,
                groups: FieldGroups([.narrative]),
                purpose: SharePurpose.other.rawValue,
                expiresAt: now.advanced(bySeconds: 366 * 86_400),
                createdBy: principal.user
            ),
            by: keyring,
            on: connection
        )
        let actor = SharingActor(principal)
        try core.record(.transferOffered, id.retagged(), by: actor, in: [owner, recipient], on: connection)
        try core.access.sync(
            caseID,
            of: owner,
            to: recipient,
            by: principal.user,
            actingFor: owner,
            on: connection
        )
        return id
    }

    /// Takes an offer back.
    public func revoke(_ id: TransferID, by principal: Principal, on connection: any Connection) throws {
        guard let transfer = try core.transfer(id, on: connection), transfer.from == principal.organization,
            principal.may(.peopleShare, .organization)
        else { throw SharingError.notFound }
        guard transfer.state == .offered else { throw SharingError.refused([.wrongState]) }
        try core.end(
            transfer,
            as: .revoked,
            reason: ReferralEnd.revoked.rawValue,
            by: SharingActor(principal),
            on: connection
        )
    }

    /// Refuses an offer with a reason. Runs in a write transaction of the system's scope, since the case's keys are its
    /// owner's.
    public func decline(
        _ id: TransferID,
        because reason: DeclineReason,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let transfer = try received(id, by: principal, on: connection)
        try core.end(
            transfer,
            as: .declined,
            reason: reason.rawValue,
            by: SharingActor(principal),
            team: principal.team,
            on: connection
        )
    }

    /// The offered and past transfers of one's own organisation, newest first; at most 100.
    public func list(
        _ box: ReferralBox,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [Transfer] {
        let side: SQL = box == .in ? "t.to_organization_id" : "t.from_organization_id"
        return try connection.rows(
            """
            SELECT \(Transfer.columns) FROM transfer t WHERE \(side) = \(principal.organization)
            ORDER BY t.id DESC LIMIT 100
            """,
            Transfer.init(from:)
        )
    }

    /// A transfer of one's own organisation with its handover sheet; the sheet is `nil` once it is shut.
    public func open(
        _ id: TransferID,
        for principal: Principal,
        on connection: any Connection
    ) throws -> (transfer: Transfer, sheet: HandoverSheet?) {
        let own = principal.organization
        guard let transfer = try core.transfer(id, on: connection), transfer.from == own || transfer.to == own else {
            throw SharingError.notFound
        }
        guard let key = try core.vault.keyring(for: own, on: connection).open(id.retagged(), on: connection),
            let sealed = try connection.first("SELECT sheet FROM transfer WHERE id = \(id)", { try $0.blob(0) })
        else { return (transfer, nil) }
        return (transfer, try key.openValue(sealed, .handoverSheet))
    }

    func received(_ id: TransferID, by principal: Principal, on connection: any Connection) throws -> Transfer {
        guard let transfer = try core.transfer(id, on: connection), transfer.to == principal.organization,
            principal.may(.referralsAnswer, .organization)
        else { throw SharingError.notFound }
        guard transfer.state == .offered else { throw SharingError.refused([.wrongState]) }
        return transfer
    }

    /// Everything that stands against a transfer, asked when it is offered.
    private func check(
        _ head: CaseHead,
        _ recipient: OrganizationID,
        _ principal: Principal,
        on connection: any Connection
    ) throws {
        let owner = principal.organization
        let authorities = try core.authorities(of: head.id, on: connection)
        let ofClient = authorities.first {
            $0.recipient == recipient && $0.person == head.client && $0.isLive(at: core.now)
        }
        var known = try core.circumstances(head, recipient, ofClient, authorities, principal, on: connection)
        known.isReferred = false
        var problems = ReferralRules.problems(to: recipient, known)
        let clients = try core.ownClients(of: head.id, owner, on: connection)
        if problems.isEmpty,
            let problem = TransferRules.problem(
                clients: clients,
                authorities: authorities,
                to: recipient,
                at: core.now
            )
        {
            problems.append(problem)
        }
        let offered = try connection.count(
            """
            SELECT COUNT(*) FROM transfer WHERE case_id = \(head.id) AND state = \(TransferState.offered.rawValue)
            """
        )
        if offered > 0 { problems.append(.alreadyOffered) }
        guard problems.isEmpty else { throw SharingError.refused(problems) }
    }
}

extension SharingCore {
    func transfer(_ id: TransferID, on connection: any Connection) throws -> Transfer? {
        try connection.first(
            "SELECT \(Transfer.columns) FROM transfer t WHERE t.id = \(id)",
            Transfer.init(from:)
        )
    }

    /// The clients of a case whose records its owner keeps.
    func ownClients(
        of caseID: CaseID,
        _ owner: OrganizationID,
        on connection: any Connection
    ) throws -> [PersonID] {
        try connection.rows(
            """
            SELECT m.person_id FROM case_person m JOIN person p ON p.id = m.person_id
            WHERE m.case_id = \(caseID) AND m.role = \(CaseRole.client.rawValue) AND p.organization_id = \(owner)
            ORDER BY m.position
            """
        ) { try $0.id(0) }
    }

    /// Ends an offer that was not taken; what it showed is shut.
    func end(
        _ transfer: Transfer,
        as state: TransferState,
        reason: String?,
        by actor: SharingActor,
        team: String? = nil,
        on connection: any Connection
    ) throws {
        try connection.execute(
            """
            UPDATE transfer SET state = \(state.rawValue), version = version + 1, reason = \(reason),
                answered_at = \(now), answered_by = \(actor.user), to_team = \(team)
            WHERE id = \(transfer.id)
            """
        )
        if let sheet = try access.grant(of: transfer.id.retagged(), to: transfer.to, on: connection) {
            _ = try Sharing(vault).revoke(sheet.id, by: transfer.from, on: connection)
        }
        let logs = actor.organization == transfer.to ? [transfer.to, transfer.from] : [transfer.from, transfer.to]
        let kind: LeafKind = state == .declined ? .transferDeclined : .transferRevoked
        try record(kind, transfer.id.retagged(), by: actor, in: logs, on: connection)
        try access.sync(
            transfer.caseID,
            of: transfer.from,
            to: transfer.to,
            by: actor.user,
            actingFor: actor.organization,
            on: connection
        )
    }
}
