import Database
import Domain
import Journal
import Vault

/// The one place that turns live referrals and live authorities into what a recipient holds: the case, the persons whose
/// authority names the recipient, and the words of the referral. Nothing else grants access to a case.
///
/// It runs inside the write transaction of whatever changed a referral, a transfer or an authority, in the owner's scope
/// or the system's. Writers never overlap, so what it computes is what holds when the transaction commits.
struct SharedAccess: Sendable {
    /// What a recipient shall hold of a record.
    struct Want: Hashable {
        var groups: FieldGroups
        var until: Instant
    }

    /// One authority's share in what a recipient holds.
    struct Share: Hashable {
        let groups: FieldGroups
        let until: Instant
    }

    let vault: Vault
    let recorder: Recorder
    let surroundings: Surroundings

    /// Makes the recipient's grants of the case and of the persons with authorities for it what they shall be now.
    ///
    /// - Parameters:
    ///   - caseID: a case of `owner`.
    ///   - owner: who shares.
    ///   - recipient: whose grants.
    ///   - user: who acts; `nil` for the program.
    ///   - actingFor: the organisation for which they act.
    ///   - connection: a write transaction of the owner or the system.
    /// - Throws: `VaultError` when the owner's keys can't be opened.
    func sync(
        _ caseID: CaseID,
        of owner: OrganizationID,
        to recipient: OrganizationID,
        by user: UserID?,
        actingFor: OrganizationID?,
        on connection: any Connection
    ) throws {
        let wanted = try wants(caseID, owner, recipient, on: connection)
        let keyring = try vault.keyring(for: owner, on: connection)
        for (record, want) in wanted.sorted(by: { $0.key < $1.key }) {
            let change = try settle(record, want, owner, recipient, keyring, user, on: connection)
            guard let change, try isPerson(record, on: connection) else { continue }
            try note(change, record, owner, recipient, user, actingFor, on: connection)
        }
    }

    // MARK: - What shall be

    /// Every record that the case may have opened to the recipient, with what it shall hold now; `nil` for nothing.
    private func wants(
        _ caseID: CaseID,
        _ owner: OrganizationID,
        _ recipient: OrganizationID,
        on connection: any Connection
    ) throws -> [RecordID: Want?] {
        let now = surroundings.now()
        var wanted: [RecordID: Want?] = [caseID.retagged(): nil]
        let persons = try connection.rows(
            """
            SELECT DISTINCT person_id FROM authority WHERE case_id = \(caseID) AND organization_id = \(owner)
                AND recipient_organization_id = \(recipient)
            """
        ) { try $0.id(0, PersonEntity.self) }
        for person in persons { wanted[person.retagged()] = .some(nil) }
        let referrals = try connection.rows(
            """
            SELECT id, state FROM referral WHERE case_id = \(caseID) AND from_organization_id = \(owner)
                AND to_organization_id = \(recipient)
            """
        ) { (id: try $0.id(0, ReferralEntity.self), state: try $0.sharingCode(1) as ReferralState) }
        for referral in referrals { wanted[referral.id.retagged()] = .some(nil) }

        var ofCase: [Share] = []
        var ofPersons: [PersonID: [Share]] = [:]
        for share in try shares(caseID, persons, owner, recipient, at: now, on: connection) {
            if share.caseID == caseID { ofCase.append(share.share) }
            if persons.contains(share.person) { ofPersons[share.person, default: []].append(share.share) }
        }
        let whole = try owns(caseID, owner, on: connection) ? Self.combined(ofCase) : nil
        wanted[caseID.retagged()] = .some(whole)
        for (person, shares) in ofPersons where try owns(person, owner, on: connection) {
            wanted[person.retagged()] = .some(Self.combined(shares))
        }
        if let whole, let live = referrals.first(where: { $0.state.isLive }) {
            // What was written for the recipient goes with the referral, whatever of the case it may open.
            wanted[live.id.retagged()] = Want(groups: FieldGroups([.narrative]), until: whole.until)
        }
        return wanted
    }

    /// What several authorities open together, and until when exactly this much: at the first end that takes a group
    /// away the grant ends, and the next sync gives what is left. So nothing is ever open a moment too long.
    static func combined(_ shares: [Share]) -> Want? {
        guard !shares.isEmpty else { return nil }
        func union(_ shares: [Share]) -> FieldGroups {
            shares.reduce(into: FieldGroups()) { $0.formUnion($1.groups) }
        }
        let all = union(shares)
        for end in shares.map(\.until).sorted() where union(shares.filter { $0.until > end }) != all {
            return Want(groups: all, until: end)
        }
        return nil
    }

    /// The live authorities of the case and of these persons for the recipient, each with what its case's referral or
    /// offered transfer opens by it now.
    private func shares(
        _ caseID: CaseID,
        _ persons: [PersonID],
        _ owner: OrganizationID,
        _ recipient: OrganizationID,
        at now: Instant,
        on connection: any Connection
    ) throws -> [(caseID: CaseID, person: PersonID, share: Share)] {
        let accepted = [ReferralState.accepted.rawValue, ReferralState.inProgress.rawValue]
        let waiting = [ReferralState.sent.rawValue, ReferralState.seen.rawValue]
        return try connection.rows(
            """
            SELECT a.case_id, a.person_id, a.field_groups, a.ends_at,
                (SELECT COUNT(*) FROM referral r WHERE r.case_id = a.case_id
                    AND r.from_organization_id = a.organization_id
                    AND r.to_organization_id = a.recipient_organization_id AND r.state IN \(accepted)),
                (SELECT COUNT(*) FROM referral r WHERE r.case_id = a.case_id
                    AND r.from_organization_id = a.organization_id
                    AND r.to_organization_id = a.recipient_organization_id AND r.state IN \(waiting)),
                (SELECT COUNT(*) FROM transfer t WHERE t.case_id = a.case_id
                    AND t.from_organization_id = a.organization_id
                    AND t.to_organization_id = a.recipient_organization_id
                    AND t.state = \(TransferState.offered.rawValue))
            FROM authority a
            WHERE a.organization_id = \(owner) AND a.recipient_organization_id = \(recipient)
                AND (a.case_id = \(caseID) OR a.person_id IN \(persons)) AND \(Authority.isLive("a", at: now))
                AND EXISTS (SELECT 1 FROM case_person m WHERE m.case_id = a.case_id AND m.person_id = a.person_id)
            """
        ) { row -> (caseID: CaseID, person: PersonID, share: Share)? in
            let all = FieldGroups(rawValue: try row.integer(2))
            let isAccepted = try row.integer(4) > 0
            let isWaiting = try row.integer(5) + row.integer(6) > 0
            guard isAccepted || isWaiting else { return nil }
            let share = Share(groups: isAccepted ? all : all.intersection(.summary), until: try row.instant(3))
            return (caseID: try row.id(0), person: try row.id(1), share: share)
        }.compactMap { $0 }
    }

    private func owns(_ person: PersonID, _ owner: OrganizationID, on connection: any Connection) throws -> Bool {
        try connection.count(
            "SELECT COUNT(*) FROM person WHERE id = \(person) AND organization_id = \(owner)"
        ) == 1
    }

    private func owns(_ caseID: CaseID, _ owner: OrganizationID, on connection: any Connection) throws -> Bool {
        try connection.count(
            "SELECT COUNT(*) FROM case_file WHERE id = \(caseID) AND organization_id = \(owner)"
        ) == 1
    }

    private func isPerson(_ record: RecordID, on connection: any Connection) throws -> Bool {
        try connection.count("SELECT COUNT(*) FROM person WHERE id = \(record)") == 1
    }

    // MARK: - What is

    private enum Change {
        case began, ended
        /// The recipient held the record before and holds other parts of it now, or until another day.
        case changed
    }

    /// Brings one record's grant to what is wanted; returns what that meant for the recipient.
    private func settle(
        _ record: RecordID,
        _ want: Want?,
        _ owner: OrganizationID,
        _ recipient: OrganizationID,
        _ keyring: Keyring,
        _ user: UserID?,
        on connection: any Connection
    ) throws -> Change? {
        let now = surroundings.now()
        let sharing = Sharing(vault)
        let live = try grant(of: record, to: recipient, on: connection).flatMap {
            $0.owner == owner && $0.isLive(at: now) ? $0 : nil
        }
        let isOurs = try live.map { try self.isOurs($0.id, on: connection) } ?? false
        try closeDead(record, recipient, except: isOurs ? live?.id : nil, on: connection)
        guard let want, want.until > now else {
            guard let live, isOurs else { return nil }
            try end(live, on: connection)
            return .ended
        }
        if let live {
            if live.groups == want.groups, live.expiresAt == want.until { return nil }
            // Somebody shared the record by hand, and more than is wanted here: that is theirs to end.
            if !isOurs, want.groups.isSubset(of: live.groups), live.expiresAt >= want.until { return nil }
            if isOurs, live.expiresAt == want.until, live.groups.isSubset(of: want.groups) {
                guard live.groups != want.groups else { return nil }
                _ = try sharing.extend(live.id, to: want.groups, by: keyring, on: connection)
                return .changed
            }
            try end(live, on: connection)
        }
        let grant = try sharing.grant(
            GrantDraft(
                record: record,
                recipient: recipient,
                groups: want.groups,
                purpose: SharePurpose.other.rawValue,
                expiresAt: want.until,
                createdBy: user
            ),
            by: keyring,
            on: connection
        )
        try connection.execute(
            """
            INSERT INTO referral_grant (
                grant_id, from_organization_id, to_organization_id, record_id, created_at
            ) VALUES (\(grant.id), \(owner), \(recipient), \(record), \(now))
            """
        )
        return live == nil ? .began : .changed
    }

    /// The one grant of a record to a recipient whose keys are still there; the index knows only those.
    func grant(
        of record: RecordID,
        to recipient: OrganizationID,
        on connection: any Connection
    ) throws -> Grant? {
        let id = try connection.first(
            """
            SELECT id FROM record_grant WHERE record_id = \(record) AND recipient_organization_id = \(recipient)
                AND keys_destroyed_at IS NULL
            """
        ) { try $0.id(0, GrantEntity.self) }
        return try id.flatMap { try Sharing(vault).grant($0, on: connection) }
    }

    private func isOurs(_ grant: GrantID, on connection: any Connection) throws -> Bool {
        try connection.count("SELECT COUNT(*) FROM referral_grant WHERE grant_id = \(grant)") == 1
    }

    private func end(_ grant: Grant, on connection: any Connection) throws {
        _ = try Sharing(vault).revoke(grant.id, by: grant.owner, on: connection)
        try connection.execute(
            "UPDATE referral_grant SET ended_at = \(surroundings.now()) WHERE grant_id = \(grant.id)"
        )
    }

    /// Notes the end of grants that ran out by themselves.
    private func closeDead(
        _ record: RecordID,
        _ recipient: OrganizationID,
        except live: GrantID?,
        on connection: any Connection
    ) throws {
        try connection.execute(
            """
            UPDATE referral_grant SET ended_at = \(surroundings.now())
            WHERE record_id = \(record) AND to_organization_id = \(recipient) AND ended_at IS NULL
                AND grant_id <> \(live?.text ?? "")
            """
        )
    }

    /// The leaves and events by which search, lists and journals of both sides hear of a person's record. The search
    /// learns of every grant by these alone, so none may change without them.
    private func note(
        _ change: Change,
        _ record: RecordID,
        _ owner: OrganizationID,
        _ recipient: OrganizationID,
        _ user: UserID?,
        _ actingFor: OrganizationID?,
        on connection: any Connection
    ) throws {
        func leaf(_ log: OrganizationID, _ kind: LeafKind, _ counterpart: OrganizationID) -> LeafDraft {
            LeafDraft(
                log: log,
                kind: kind,
                actor: user,
                actorOrganization: actingFor,
                subject: record,
                counterpart: counterpart
            )
        }
        let kinds: (LeafKind, LeafKind) =
            change == .ended ? (.personRevoked, .personWithdrawn) : (.personShared, .personReceived)
        try recorder.record(
            leaf(owner, kinds.0, recipient),
            and: [leaf(recipient, kinds.1, owner)],
            on: connection
        )
    }
}
