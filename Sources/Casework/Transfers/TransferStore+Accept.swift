public import Access
public import Database
public import Domain
import Journal
import People
import Vault

extension TransferStore {
    /// Takes a case over: its key and everything sealed with it become the new owner's, the clients get records of their
    /// own there, live referrals and authorities of the former owner end, and the former owner sees nothing of it any
    /// more.
    ///
    /// - Parameters:
    ///   - id: an offer to the principal's organisation.
    ///   - principal: who takes it over, and works on it from now on.
    ///   - connection: a write transaction of the system's scope.
    /// - Returns: the case with its number there.
    /// - Throws: `SharingError.notFound`; `.refused` when it can't be taken over any more.
    public func accept(
        _ id: TransferID,
        by principal: Principal,
        on connection: any Connection
    ) throws -> NewCase {
        let transfer = try received(id, by: principal, on: connection)
        let caseID = transfer.caseID
        let clients = try core.ownClients(of: caseID, transfer.from, on: connection)
        try recheck(transfer, clients, on: connection)
        try connection.execute(
            """
            UPDATE transfer SET state = \(TransferState.accepted.rawValue), version = version + 1,
                answered_at = \(core.now), answered_by = \(principal.user), to_team = \(principal.team)
            WHERE id = \(id)
            """
        )
        let copies = try copy(clients, from: transfer.from, by: principal, on: connection)
        try endSharing(transfer, by: principal, on: connection)
        for (old, new) in copies.sorted(by: { $0.key < $1.key }) {
            try replace(old, by: new, in: caseID, on: connection)
        }
        let made = try move(transfer, by: principal, on: connection)
        try core.record(
            .transferAccepted,
            id.retagged(),
            by: SharingActor(principal),
            in: [transfer.to, transfer.from],
            on: connection
        )
        return made
    }

    /// Between offer and acceptance a person may have withdrawn, and the case may have gone elsewhere.
    private func recheck(_ transfer: Transfer, _ clients: [PersonID], on connection: any Connection) throws {
        let owners = try connection.count(
            "SELECT COUNT(*) FROM case_file WHERE id = \(transfer.caseID) AND organization_id = \(transfer.from)"
        )
        guard owners == 1 else { throw SharingError.refused([.wrongState]) }
        if let problem = RecipientRule.problem(
            transfer.to,
            core.recipient(transfer.to),
            owner: transfer.from,
            isOwnerPractice: core.isPractice(transfer.from)
        ) {
            throw SharingError.refused([problem])
        }
        if let problem = TransferRules.problem(
            clients: clients,
            authorities: try core.authorities(of: transfer.caseID, on: connection),
            to: transfer.to,
            at: core.now
        ) {
            throw SharingError.refused([problem])
        }
    }

    /// Records of the new owner with what the former owner knew of the clients, as their authorities allow: everything.
    private func copy(
        _ clients: [PersonID],
        from owner: OrganizationID,
        by principal: Principal,
        on connection: any Connection
    ) throws -> [PersonID: PersonID] {
        var copies: [PersonID: PersonID] = [:]
        let former = principal.reading(for: owner)
        for client in clients {
            let details = try core.cases.people.open(client, for: former, on: connection).details
            copies[client] = try core.cases.people.create(details, by: principal, on: connection)
        }
        return copies
    }

    /// The former owner's live referrals end, and so do all authorities: the new owner asks anew.
    private func endSharing(_ transfer: Transfer, by principal: Principal, on connection: any Connection) throws {
        let actor = SharingActor(principal)
        for referral in try core.liveReferrals(of: transfer.caseID, from: transfer.from, on: connection) {
            try core.move(
                referral,
                to: .revoked,
                SharingCore.Step(actor: actor, reason: ReferralEnd.transferred.rawValue),
                on: connection
            )
        }
        try connection.execute(
            """
            UPDATE authority SET ended_at = \(core.now), ended_by = \(principal.user),
                end_reason = \(AuthorityEnd.transferred.rawValue)
            WHERE case_id = \(transfer.caseID) AND ended_at IS NULL
            """
        )
        try core.access.sync(
            transfer.caseID,
            of: transfer.from,
            to: transfer.to,
            by: principal.user,
            actingFor: principal.organization,
            on: connection
        )
    }

    private func replace(
        _ old: PersonID,
        by new: PersonID,
        in caseID: CaseID,
        on connection: any Connection
    ) throws {
        for table: SQL in ["case_person", "case_entry", "authority"] {
            try connection.execute(
                "UPDATE \(table) SET person_id = \(new) WHERE case_id = \(caseID) AND person_id = \(old)"
            )
        }
        try connection.execute(
            "UPDATE case_file SET client_person_id = \(new) WHERE id = \(caseID) AND client_person_id = \(old)"
        )
    }

    /// The case's key, rows and words go to the new owner.
    private func move(
        _ transfer: Transfer,
        by principal: Principal,
        on connection: any Connection
    ) throws -> NewCase {
        let caseID = transfer.caseID
        let former = try core.vault.keyring(for: transfer.from, on: connection)
        let next = try core.vault.keyring(for: transfer.to, on: connection)
        var made: NewCase?
        _ = try next.takeOver(caseID.retagged(), from: former, on: connection) { old, new in
            made = try core.cases.moveRows(
                of: caseID,
                to: transfer.to,
                worker: principal.user,
                old: old,
                new: new,
                on: connection
            ).made
            try reseal("authority", .authorityDetails, caseID, transfer.to, old, new, on: connection)
            try reseal("letter", .entryNarrative, caseID, transfer.to, old, new, on: connection)
        }
        guard let made else { throw SharingError.notFound }
        try core.cases.touch(
            caseID,
            .caseTransferred,
            by: principal,
            counterpart: transfer.from,
            and: [
                LeafDraft(
                    log: transfer.from,
                    kind: .caseTransferred,
                    actor: principal.user,
                    actorOrganization: transfer.to,
                    subject: caseID.retagged(),
                    counterpart: transfer.to,
                    state: RecordState.gone
                )
            ],
            on: connection
        )
        return made
    }

    /// Seals the words of a table's rows again and gives the rows to the new owner.
    private func reseal(
        _ table: SQL,
        _ field: SealedField,
        _ caseID: CaseID,
        _ owner: OrganizationID,
        _ old: RecordKey,
        _ new: RecordKey,
        on connection: any Connection
    ) throws {
        let column: SQL = field == .authorityDetails ? "details" : "body"
        let rows = try connection.rows("SELECT id, \(column) FROM \(table) WHERE case_id = \(caseID)") {
            (id: try $0.text(0), sealed: try $0.blob(1))
        }
        for row in rows {
            let again = try new.seal(try old.open(row.sealed, field), field)
            try connection.execute(
                """
                UPDATE \(table) SET \(column) = \(Blob(again)), organization_id = \(owner) WHERE id = \(row.id)
                """
            )
        }
    }
}

extension Principal {
    /// The same person acting for a moment as a reader of the organisation that hands a case over; only inside the
    /// transaction in which the case changes hands.
    fileprivate func reading(for organization: OrganizationID) -> Principal {
        Principal(
            user: user,
            organization: organization,
            role: role,
            session: session,
            csrfToken: "",
            dutyName: ""
        )
    }
}
