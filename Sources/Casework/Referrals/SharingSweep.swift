public import Access
public import Database
public import Domain
import Journal
import Vault

/// What the clocks of authorities and referrals do by themselves: lapse, expire, escalate, and figures of the other side
/// catch up. The program's sweeper calls it every minute in the system's scope, a few rows at a time, so that it never
/// holds the writer up.
public struct SharingSweep: Sendable {
    private let core: SharingCore
    private let authorities: AuthorityStore

    public init(_ cases: CaseStore) {
        core = SharingCore(cases)
        authorities = AuthorityStore(cases)
    }

    /// One turn.
    ///
    /// - Parameters:
    ///   - limit: at most so many rows of each sort.
    ///   - connection: a write transaction of the system's scope.
    /// - Returns: how many rows were worked on; 0 when nothing is left to do.
    /// - Throws: what the database or the vault throws; the next turn begins where this one did.
    public func run(limit: Int = 20, on connection: any Connection) throws -> Int {
        try lapse(limit, on: connection) + expire(limit, on: connection) + escalate(limit, on: connection)
            + catchUp(limit, on: connection)
    }

    /// Authorities whose time ran out, or that nobody confirmed. What they opened shut itself at that moment.
    private func lapse(_ limit: Int, on connection: any Connection) throws -> Int {
        let ended = try connection.rows(
            """
            SELECT \(Authority.columns) FROM authority a
            WHERE a.ended_at IS NULL AND a.ends_at <= \(core.now) ORDER BY a.ends_at, a.id LIMIT \(limit)
            """,
            Authority.init(from:)
        )
        for authority in ended {
            try authorities.end(authority, .lapsed, by: .program, on: connection)
            let held = try authority.recipient.map {
                try core.liveReferrals(of: authority.caseID, from: authority.owner, to: $0, on: connection)
            }
            let isHeld = held?.isEmpty == false
            let logs = [authority.owner] + (isHeld ? [authority.recipient].compactMap { $0 } : [])
            try core.record(.authorityLapsed, authority.id.retagged(), by: .program, in: logs, on: connection)
            guard let recipient = authority.recipient else { continue }
            try core.endUncovered(
                authority.caseID,
                from: authority.owner,
                to: recipient,
                as: .expired,
                because: .lapsed,
                by: .program,
                on: connection
            )
        }
        return ended.count
    }

    /// Referrals that nobody answered, and offers that nobody took.
    private func expire(_ limit: Int, on connection: any Connection) throws -> Int {
        let waiting = [ReferralState.sent.rawValue, ReferralState.seen.rawValue]
        let late = try connection.rows(
            """
            SELECT \(Referral.columns) FROM referral r
            WHERE r.state IN \(waiting) AND r.expires_at <= \(core.now) ORDER BY r.expires_at, r.id LIMIT \(limit)
            """,
            Referral.init(from:)
        )
        for referral in late {
            try core.move(
                referral,
                to: .expired,
                SharingCore.Step(actor: .program, reason: ReferralEnd.unanswered.rawValue),
                on: connection
            )
        }
        let offers = try connection.rows(
            """
            SELECT \(Transfer.columns) FROM transfer t
            WHERE t.state = \(TransferState.offered.rawValue) AND t.due_at <= \(core.now) ORDER BY t.id LIMIT \(limit)
            """,
            Transfer.init(from:)
        )
        for offer in offers {
            try core.end(offer, as: .revoked, reason: ReferralEnd.unanswered.rawValue, by: .program, on: connection)
        }
        return late.count + offers.count
    }

    /// Referrals whose clock ran out once more: both sides hear of it.
    private func escalate(_ limit: Int, on connection: any Connection) throws -> Int {
        let waiting = [ReferralState.sent.rawValue, ReferralState.seen.rawValue]
        let due = try connection.rows(
            """
            SELECT \(Referral.columns) FROM referral r
            WHERE r.state IN \(waiting) AND r.due_at <= \(core.now) ORDER BY r.due_at, r.id LIMIT \(limit * 10)
            """,
            Referral.init(from:)
        )
        var count = 0
        for referral in due where count < limit {
            let level = ReferralClock.escalation(referral.urgency, sentAt: referral.sentAt, at: core.now)
            guard level > referral.escalation else { continue }
            count += 1
            try connection.execute("UPDATE referral SET escalation = \(level) WHERE id = \(referral.id)")
            try core.record(
                .referralEscalated,
                referral.id.retagged(),
                by: .program,
                in: [referral.from, referral.to],
                on: connection
            )
        }
        return count
    }

    /// Writes the facts of the side that the last act could not write.
    private func catchUp(_ limit: Int, on connection: any Connection) throws -> Int {
        let due = try connection.rows(
            "SELECT \(Referral.columns) FROM referral r WHERE r.facts_due = 1 ORDER BY r.id LIMIT \(limit)",
            Referral.init(from:)
        )
        for referral in due { try core.writeFacts(referral, on: connection) }
        return due.count
    }
}

/// What must end before a person or a case is erased, in the erasure's own transaction and before its keys go.
public struct SharingErasure: Sendable {
    private let core: SharingCore
    private let authorities: AuthorityStore

    public init(_ cases: CaseStore) {
        core = SharingCore(cases)
        authorities = AuthorityStore(cases)
    }

    /// Ends every authority of a person with what it carried.
    public func prepare(
        person: PersonID,
        of owner: OrganizationID,
        by user: Principal?,
        on connection: any Connection
    ) throws {
        let live = try connection.rows(
            """
            SELECT \(Authority.columns) FROM authority a
            WHERE a.person_id = \(person) AND a.organization_id = \(owner) AND a.ended_at IS NULL ORDER BY a.id
            """,
            Authority.init(from:)
        )
        try end(live, by: user, on: connection)
    }

    /// Ends every authority of a case with what it carried, and gives the records whose keys go with the case's.
    public func prepare(
        case caseID: CaseID,
        of owner: OrganizationID,
        by user: Principal?,
        on connection: any Connection
    ) throws -> [RecordID] {
        let live = try core.authorities(of: caseID, on: connection).filter { $0.owner == owner && $0.endedAt == nil }
        try end(live, by: user, on: connection)
        try connection.execute("DELETE FROM letter WHERE case_id = \(caseID) AND organization_id = \(owner)")
        return try connection.rows(
            """
            SELECT r.id FROM referral r WHERE r.case_id = \(caseID) AND r.from_organization_id = \(owner)
            UNION SELECT t.id FROM transfer t WHERE t.case_id = \(caseID) AND t.from_organization_id = \(owner)
            """
        ) { try $0.id(0) }
    }

    private func end(_ live: [Authority], by user: Principal?, on connection: any Connection) throws {
        let actor = user.map { SharingActor($0) } ?? .program
        for authority in live {
            try authorities.end(authority, .withdrawn, by: actor, on: connection)
            guard let recipient = authority.recipient else { continue }
            try core.endUncovered(
                authority.caseID,
                from: authority.owner,
                to: recipient,
                as: .revoked,
                because: .erased,
                by: actor,
                on: connection
            )
        }
    }
}
