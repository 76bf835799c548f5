public import Access
public import Database
public import Domain
public import People
import Vault

/// Which side of the referrals is shown.
public enum ReferralBox: String, CaseIterable, Sendable, Hashable {
    case `in`
    case out
}

/// Which referrals a list shows, and from where on.
public struct ReferralQuery: Sendable, Hashable {
    /// What still wants something, what is over, or both.
    public enum Filter: String, CaseIterable, Sendable, Hashable {
        case waiting, working, ended, all
    }

    public var box: ReferralBox
    public var filter: Filter
    /// Only referrals before this one: the last of the previous page, newest first.
    public var before: ReferralID?
    public var limit: Int

    public init(_ box: ReferralBox, filter: Filter = .all, before: ReferralID? = nil, limit: Int = 50) {
        self.box = box
        self.filter = filter
        self.before = before
        self.limit = max(1, min(limit, 200))
    }

    /// The states that the filter lets through.
    var states: [String] {
        let states: [ReferralState] =
            switch filter {
            case .waiting: [.sent, .seen]
            case .working: [.accepted, .inProgress]
            case .ended: [.declined, .done, .revoked, .expired]
            case .all: ReferralState.allCases
            }
        return states.map(\.rawValue)
    }
}

/// One line of the inbox or outbox.
public struct ReferralItem: Sendable, Hashable {
    public let referral: Referral
    /// The person's name; empty when it isn't open to the reader.
    public let name: String
}

/// A page of referrals, newest first.
public struct ReferralPage: Sendable {
    public let items: [ReferralItem]
    public let hasOlder: Bool
}

/// A referral as one side sees it.
public struct ReferralView: Sendable {
    public let referral: Referral
    /// `nil` once the referral is shut for the reader.
    public let note: ReferralNote?
    public let answer: ReferralAnswer?
    public let messages: [ReferralMessage]
    /// The live authorities by which the recipient reads.
    public let authorities: [Authority]
    /// The persons shown, by name.
    public let members: [PersonListItem]
    /// How many more the case has.
    public let others: Int
    /// The sender's record as far as it is open; `nil` once it is shut.
    public let file: CaseFile?
    /// What the recipient reads of the sender's story.
    public let entries: [CaseEntry]
    /// The recipient's own case, for the recipient.
    public let linkedCase: CaseBrief?
    /// Whether its own work waits for a decision after a withdrawal, until when.
    public let decisionDue: Instant?
}

extension ReferralStore {
    /// A page of one's own inbox or outbox.
    public func list(
        _ query: ReferralQuery,
        for principal: Principal,
        on connection: any Connection
    ) throws -> ReferralPage {
        let own = principal.organization
        let side: SQL = query.box == .in ? "r.to_organization_id" : "r.from_organization_id"
        let isBefore: SQL = query.before.map { " AND r.id < \($0)" } ?? ""
        var rows = try connection.rows(
            """
            SELECT \(Referral.columns), a.person_id FROM referral r LEFT JOIN authority a ON a.id = r.authority_id
            WHERE \(side) = \(own) AND r.state IN \(query.states)\(isBefore)
            ORDER BY r.id DESC LIMIT \(query.limit + 1)
            """
        ) { (referral: try Referral(from: $0), person: try $0.idOrNil(Referral.columnCount, PersonEntity.self)) }
        let hasOlder = rows.count > query.limit
        if hasOlder { rows.removeLast() }
        let names = try cases.people.brief(rows.compactMap(\.person), for: principal, on: connection)
        return ReferralPage(
            items: rows.map { row in
                ReferralItem(referral: row.referral, name: row.person.flatMap { names[$0]?.name } ?? "")
            },
            hasOlder: hasOlder
        )
    }

    /// How many referrals and offers wait for one's own organisation's answer.
    public func waiting(for principal: Principal, on connection: any Connection) throws -> Int {
        Int(
            try connection.count(
                """
                SELECT (SELECT COUNT(*) FROM referral WHERE to_organization_id = \(principal.organization)
                        AND state IN \([ReferralState.sent.rawValue, ReferralState.seen.rawValue]))
                    + (SELECT COUNT(*) FROM transfer WHERE to_organization_id = \(principal.organization)
                        AND state = \(TransferState.offered.rawValue))
                """
            )
        )
    }

    /// A referral without its words.
    ///
    /// - Throws: `SharingError.notFound` for a missing or foreign one.
    public func find(_ id: ReferralID, for principal: Principal, on connection: any Connection) throws -> Referral {
        let own = principal.organization
        guard let referral = try core.referral(id, on: connection), referral.from == own || referral.to == own else {
            throw SharingError.notFound
        }
        return referral
    }

    /// A referral as far as its authorities open it to the reader at this moment.
    ///
    /// - Throws: `SharingError.notFound` for a missing or foreign one.
    public func open(
        _ id: ReferralID,
        for principal: Principal,
        on connection: any Connection
    ) throws -> ReferralView {
        let referral = try find(id, for: principal, on: connection)
        let words = try words(of: referral, for: principal, on: connection)
        let authorities = try core.authorities(of: referral.caseID, on: connection).filter {
            $0.recipient == referral.to && $0.isLive(at: core.now)
        }
        let file = try shownCase(referral, principal, on: connection)
        let covered = Set(authorities.map(\.person))
        let members = (file?.members ?? []).map(\.person).filter { covered.contains($0) }
        let shown = try cases.people.brief(members, for: principal, on: connection)
        let isRecipient = referral.to == principal.organization
        return ReferralView(
            referral: referral,
            note: words.note,
            answer: words.answer,
            messages: words.messages,
            authorities: file == nil ? [] : authorities,
            members: members.compactMap { shown[$0] },
            others: max(0, (file?.head.personCount ?? 0) - members.count),
            file: file,
            entries: isRecipient && file != nil ? try story(referral, covered, principal, on: connection) : [],
            linkedCase: isRecipient
                ? try referral.linkedCase.flatMap { try cases.brief($0, for: principal, on: connection) } : nil,
            decisionDue: isRecipient ? try decisionDue(referral, on: connection) : nil
        )
    }

    /// The referrals of a case, newest first: the owner's sent ones.
    public func sent(
        of caseID: CaseID,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [Referral] {
        try connection.rows(
            """
            SELECT \(Referral.columns) FROM referral r WHERE r.case_id = \(caseID)
                AND r.from_organization_id = \(principal.organization) ORDER BY r.id DESC
            """,
            Referral.init(from:)
        )
    }

    /// The decision that one's own case waits for after a withdrawal.
    public func decision(
        for linkedCase: CaseID,
        of principal: Principal,
        on connection: any Connection
    ) throws -> (dueAt: Instant, decided: WithdrawalDecision?)? {
        try connection.first(
            """
            SELECT due_at, decision FROM withdrawal WHERE linked_case_id = \(linkedCase)
                AND to_organization_id = \(principal.organization) ORDER BY at DESC, id DESC LIMIT 1
            """
        ) { (try $0.instant(0), try $0.textOrNil(1).flatMap(WithdrawalDecision.init(rawValue:))) }
    }

    // MARK: - Parts

    private func decisionDue(_ referral: Referral, on connection: any Connection) throws -> Instant? {
        try connection.first(
            """
            SELECT due_at FROM withdrawal WHERE referral_id = \(referral.id) AND decided_at IS NULL ORDER BY at LIMIT 1
            """
        ) { try $0.instant(0) }
    }

    private func shownCase(
        _ referral: Referral,
        _ principal: Principal,
        on connection: any Connection
    ) throws -> CaseFile? {
        do {
            return try cases.open(referral.caseID, for: principal, on: connection)
        } catch CaseError.notFound {
            return nil
        }
    }

    /// What the recipient may read of the sender's entries: of the groups that are open, and of nobody whom no authority
    /// covers.
    private func story(
        _ referral: Referral,
        _ covered: Set<PersonID>,
        _ principal: Principal,
        on connection: any Connection
    ) throws -> [CaseEntry] {
        guard referral.state == .accepted || referral.state == .inProgress else { return [] }
        return try core.entries.entries(of: referral.caseID, for: principal, on: connection).filter { entry in
            entry.body != nil && entry.person.map { covered.contains($0) } ?? true
        }
    }

    private func words(
        of referral: Referral,
        for principal: Principal,
        on connection: any Connection
    ) throws -> (note: ReferralNote?, answer: ReferralAnswer?, messages: [ReferralMessage]) {
        let keyring = try cases.vault.keyring(for: principal.organization, on: connection)
        guard let key = try keyring.open(referral.id.retagged(), on: connection) else { return (nil, nil, []) }
        let sealed = try connection.first("SELECT note, answer FROM referral WHERE id = \(referral.id)") {
            (note: try $0.blob(0), answer: try $0.blobOrNil(1))
        }
        guard let sealed else { return (nil, nil, []) }
        let messages = try connection.rows(
            """
            SELECT author_organization_id, at, body FROM referral_message WHERE referral_id = \(referral.id) ORDER BY id
            """
        ) { row in
            ReferralMessage(
                author: try row.id(0),
                at: try row.instant(1),
                text: try row.withBlob(2) { try key.openText($0, .referralNote) }
            )
        }
        let note: ReferralNote = try key.openValue(sealed.note, .referralNote)
        let answer: ReferralAnswer? = try sealed.answer.map { try key.openValue($0, .referralNote) }
        return (note, answer, messages)
    }
}
