public import Access
public import Database
public import Domain
import Journal
import Vault

/// The register of requests by authorities: everything that touches `official_request`.
///
/// It knows no person's record: recording opens, looks up and links nothing, so that the register doesn't tell whom the
/// organisation knows (design, safety rule 11).
public struct OfficialRequestStore: Sendable {
    private let cases: CaseStore

    public init(_ cases: CaseStore) {
        self.cases = cases
    }

    /// Writes a request down.
    ///
    /// - Parameters:
    ///   - draft: what was asked, by whom.
    ///   - principal: who received it.
    ///   - connection: a write transaction of the principal's organisation.
    /// - Returns: its id.
    /// - Throws: `OfficialRequestError.notFound` without the right; `.refused` with everything that stands against it.
    public func record(
        _ draft: OfficialRequestDraft,
        by principal: Principal,
        on connection: any Connection
    ) throws -> OfficialRequestID {
        guard OfficialRequestRule.mayRecord(principal) else { throw OfficialRequestError.notFound }
        let owner = principal.organization
        let problems = OfficialRequestRule.problems(draft, today: cases.today(owner))
        guard problems.isEmpty else { throw OfficialRequestError.refused(problems) }
        let id: OfficialRequestID = cases.surroundings.newID()
        let key = try cases.vault.keyring(for: owner, on: connection).newRecord(id.retagged(), on: connection)
        var body = draft.body
        (body.reason, body.told) = ("", "")
        let sealed = try key.sealValue(body, .officialRequest)
        let head = OfficialRequestHead(
            id: id,
            owner: owner,
            number: try SequenceNumbers.next("official_request", for: owner, on: connection),
            receivedOn: draft.receivedOn,
            dueOn: draft.dueOn ?? draft.receivedOn.advanced(byDays: OfficialRequestRule.answerDays),
            authority: draft.authority,
            channel: draft.channel,
            state: .received,
            recordedBy: principal.user,
            decidedBy: nil,
            decidedAt: nil
        )
        try connection.execute(
            """
            INSERT INTO official_request (
                id, organization_id, number, received_on, due_on, authority, channel, state, recorded_by, body
            ) VALUES (
                \(id), \(owner), \(head.number), \(head.receivedOn.iso), \(head.dueOn.iso),
                \(head.authority.rawValue), \(head.channel.rawValue), \(head.state.rawValue), \(head.recordedBy),
                \(Blob(sealed))
            )
            """
        )
        try record(.officialRequestRecorded, head, sealed, by: principal, on: connection)
        return id
    }

    /// Decides on a request, once.
    ///
    /// - Parameters:
    ///   - id: which.
    ///   - decision: what, with its reason.
    ///   - principal: one of those who may decide.
    ///   - connection: a write transaction of the principal's organisation.
    /// - Throws: `OfficialRequestError.notFound` for a missing or foreign one, and for whoever may not decide;
    ///   `.refused` with everything that stands against it.
    public func decide(
        _ id: OfficialRequestID,
        _ decision: OfficialDecision,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        var (head, sealed) = try row(id, for: principal, on: connection)
        let problems = OfficialRequestRule.problems(
            decision,
            on: head.state,
            recordedBy: head.recordedBy,
            decider: principal.user,
            isNamed: OfficialRequestRule.mayDecide(principal)
        )
        guard !problems.contains(.notNamed) else { throw OfficialRequestError.notFound }
        guard problems.isEmpty else { throw OfficialRequestError.refused(problems) }
        let key = try key(id, for: principal, on: connection)
        var body: OfficialRequestBody = try key.openValue(sealed, .officialRequest)
        (body.reason, body.told) = (decision.reason, decision.told)
        sealed = try key.sealValue(body, .officialRequest)
        head.state = decision.state
        head.decidedBy = principal.user
        head.decidedAt = cases.surroundings.now()
        let count = try connection.execute(
            """
            UPDATE official_request SET state = \(head.state.rawValue), decided_by = \(head.decidedBy),
                decided_at = \(head.decidedAt), body = \(Blob(sealed))
            WHERE id = \(id) AND organization_id = \(principal.organization)
                AND state = \(OfficialRequestState.received.rawValue)
            """
        )
        guard count == 1 else { throw OfficialRequestError.refused([.alreadyDecided]) }
        try record(.officialRequestDecided, head, sealed, by: principal, on: connection)
    }

    /// One request of the principal's organisation.
    ///
    /// - Throws: `OfficialRequestError.notFound`.
    public func open(
        _ id: OfficialRequestID,
        for principal: Principal,
        on connection: any Connection
    ) throws -> OfficialRequest {
        let (head, sealed) = try row(id, for: principal, on: connection)
        let key = try key(id, for: principal, on: connection)
        return OfficialRequest(head: head, body: try key.openValue(sealed, .officialRequest))
    }

    /// The newest requests of the principal's organisation, without their words: those that wait come first. At most
    /// 200.
    public func list(for principal: Principal, on connection: any Connection) throws -> [OfficialRequestHead] {
        guard OfficialRequestRule.mayRecord(principal) else { return [] }
        return try connection.rows(
            """
            SELECT \(OfficialRequestHead.columns) FROM official_request r
            WHERE r.organization_id = \(principal.organization)
            ORDER BY CASE r.state WHEN 'received' THEN 0 ELSE 1 END, r.number DESC LIMIT 200
            """,
            OfficialRequestHead.init(from:)
        )
    }

    private func row(
        _ id: OfficialRequestID,
        for principal: Principal,
        on connection: any Connection
    ) throws -> (head: OfficialRequestHead, sealed: [UInt8]) {
        guard OfficialRequestRule.mayRecord(principal) else { throw OfficialRequestError.notFound }
        let found = try connection.first(
            """
            SELECT \(OfficialRequestHead.columns), r.body FROM official_request r
            WHERE r.id = \(id) AND r.organization_id = \(principal.organization)
            """
        ) { (head: try OfficialRequestHead(from: $0), sealed: try $0.blob(OfficialRequestHead.columnCount)) }
        guard let found else { throw OfficialRequestError.notFound }
        return found
    }

    private func key(
        _ id: OfficialRequestID,
        for principal: Principal,
        on connection: any Connection
    ) throws -> RecordKey {
        let keyring = try cases.vault.keyring(for: principal.organization, on: connection)
        guard let key = try keyring.open(id.retagged(), on: connection) else { throw OfficialRequestError.notFound }
        return key
    }

    private func record(
        _ kind: LeafKind,
        _ head: OfficialRequestHead,
        _ sealed: [UInt8],
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let leaf = cases.leaf(kind, head.id.retagged(), by: principal, state: head.leafState(sealed))
        try cases.recorder.record(leaf, on: connection)
    }
}
