public import Access
public import Database
public import Domain
import Vault
import Web

/// What somebody has to do, from the cases' own entries.
public struct DayStore: Sendable {
    public let cases: CaseStore
    /// In which the plan's steps are named.
    private let language: String
    /// A longer list helps nobody decide what comes first.
    static let most = 200

    public init(cases: CaseStore, language: String = "en") {
        self.cases = cases
        self.language = language
    }

    /// The principal's open work that is due within the week or has no day, then what waits for others, and cases that
    /// nobody works on yet.
    public func items(for principal: Principal, on connection: any Connection) throws -> [DayItem] {
        guard CasePolicy(principal).mayList else { return [] }
        let keyring = try cases.vault.keyring(for: principal.organization, on: connection)
        let today = cases.today(principal.organization)
        let horizon = today.advanced(byDays: 7)
        let work = try work(principal, keyring, until: horizon, on: connection)
        let unassigned = CasePolicy(principal).mayCreate ? try unassigned(principal, on: connection) : []
        let waiting = try waiting(principal, on: connection)
        let clients = Set(work.compactMap(\.client) + (unassigned + waiting).compactMap(\.client))
        let names = try ClientName.all(clients, keyring, on: connection)
        func name(_ client: PersonID?) -> String { client.flatMap { names[$0] } ?? "" }
        return work.map { line in
            DayItem(
                kind: line.kind.rawValue,
                urgency: (line.dueOn.map { $0 <= today } ?? (line.kind == .payment || line.kind == .childNote))
                    ? .now : .thisWeek,
                name: name(line.client),
                title: line.title,
                dueOn: line.dueOn,
                since: line.createdAt,
                path: ["cases", line.caseID.text]
            )
        }
            + unassigned.map { head in
                DayItem(
                    kind: "case",
                    urgency: .now,
                    name: name(head.client),
                    title: head.displayNumber,
                    since: head.openedAt,
                    path: ["cases", head.id.text]
                )
            }
            + waiting.map { head in
                DayItem(
                    kind: "waiting",
                    urgency: .waiting,
                    name: name(head.client),
                    title: head.displayNumber,
                    dueOn: head.nextDueOn,
                    since: head.changedAt,
                    path: ["cases", head.id.text]
                )
            }
    }

    /// What a day shows of an ``EntryBody``.
    private struct EntryWords: Decodable {
        let title: String?
        let text: String?
    }

    private struct Work {
        let kind: EntryKind
        let title: String
        let dueOn: CivilDate?
        let createdAt: Instant
        let caseID: CaseID
        let client: PersonID?
    }

    /// Along the index of assignees; the plan's steps of a new case have days, so they come when they are near.
    private func work(
        _ principal: Principal,
        _ keyring: Keyring,
        until horizon: CivilDate,
        on connection: any Connection
    ) throws -> [Work] {
        // Claims stay open for years and are no work of a day.
        let kinds = [EntryKind.step, .task, .deadline, .aid, .payment, .childNote].map(\.rawValue)
        let mine: SQL = """
            e.organization_id = \(principal.organization) AND e.assignee_user_id = \(principal.user) AND e.is_open = 1
                AND e.kind IN \(kinds)
            """
        func lines(_ due: SQL, _ limit: Int) throws -> [Work] {
            try connection.rows(
                """
                SELECT e.kind, e.body, e.due_on, e.created_at, e.case_id, c.client_person_id, \(Keyring.wrapColumns), e.code
                FROM (SELECT e.id, e.due_on FROM case_entry e WHERE \(mine) AND \(due)
                        ORDER BY e.due_on, e.id LIMIT \(limit)) page
                    CROSS JOIN case_entry e
                    JOIN case_file c ON c.id = e.case_id AND c.is_open = 1
                    \(keyring.wrapJoin(record: "e.case_id", for: .narrative))
                WHERE e.id = page.id ORDER BY page.due_on, page.id
                """
            ) { row -> Work? in
                let kind = EntryKind(rawValue: try row.text(0)) ?? .task
                let caseID: CaseID = try row.id(4)
                do {
                    let key = try keyring.recordKey(record: caseID.retagged(), from: row, at: 6)
                    // A day has hundreds of lines, of which only a few words are shown.
                    let words = try row.withBlob(1) { try key.openValue($0, kind.sealedField, as: EntryWords.self) }
                    let title = words.title ?? ""
                    let written = title.isEmpty ? words.text ?? "" : title
                    let code = kind == .step ? try row.textOrNil(6 + Keyring.wrapColumnCount) : nil
                    return Work(
                        kind: kind,
                        title: code.map { cases.stepTitle(written, code: $0, language: language) } ?? written,
                        dueOn: try row.textOrNil(2).flatMap { CivilDate(iso: $0) },
                        createdAt: try row.instant(3),
                        caseID: caseID,
                        client: try row.idOrNil(5)
                    )
                } catch is VaultError {
                    return nil
                }
            }.compactMap { $0 }
        }
        return try lines("e.due_on <= \(horizon.iso)", Self.most) + lines("e.due_on IS NULL", 50)
    }

    private func unassigned(_ principal: Principal, on connection: any Connection) throws -> [CaseHead] {
        try connection.rows(
            """
            SELECT \(CaseHead.columns) FROM case_file c
            WHERE c.organization_id = \(principal.organization) AND c.worker_user_id IS NULL AND c.is_open = 1
            ORDER BY c.opened_at DESC, c.id DESC LIMIT 10
            """
        ) { try CaseHead(from: $0, at: 0) }
    }

    private func waiting(_ principal: Principal, on connection: any Connection) throws -> [CaseHead] {
        try connection.rows(
            """
            SELECT \(CaseHead.columns) FROM case_file c
            WHERE c.organization_id = \(principal.organization) AND c.worker_user_id = \(principal.user)
                AND c.is_open = 1 AND c.status = \(CaseStatus.waiting.rawValue)
            ORDER BY c.opened_at DESC, c.id DESC LIMIT 50
            """
        ) { try CaseHead(from: $0, at: 0) }
    }
}
