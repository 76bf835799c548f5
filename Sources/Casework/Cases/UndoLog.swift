import Access
import Database
import Domain
import Vault

/// A case as it was before a change, for taking the change back.
struct CaseSnapshot: Codable, Equatable {
    struct Problem: Codable, Equatable {
        var code: String
        var outcome: String?
        var outcomeAt: Int64?
    }

    struct Member: Codable, Equatable {
        var person: String
        var role: String
    }

    var status: String
    var risk: String
    var worker: String?
    var rightCountry: String?
    var stayCountry: String?
    var returnCountry: String?
    var isCollective: Bool
    var outcome: String?
    var closedAt: Int64?
    var summary: String
    var situation: String
    var problems: [Problem]
    var members: [Member]

    init(_ row: CaseRow, _ key: RecordKey, problems: [CaseProblem], members: [CaseMember]) throws {
        let head = row.head
        status = head.status.rawValue
        risk = head.risk.rawValue
        worker = head.worker?.text
        rightCountry = head.countries.right?.code
        stayCountry = head.countries.stay?.code
        returnCountry = head.countries.back?.code
        isCollective = head.isCollective
        outcome = head.outcome?.rawValue
        closedAt = head.closedAt?.milliseconds
        summary = try row.sealed.openedSummary(with: key)
        situation = try row.sealed.openedNarrative(with: key).situation
        self.problems = problems.map {
            Problem(code: $0.code.rawValue, outcome: $0.outcome?.rawValue, outcomeAt: $0.outcomeAt?.milliseconds)
        }
        self.members = members.map { Member(person: $0.person.text, role: $0.role.rawValue) }
    }

    var caseProblems: [CaseProblem] {
        problems.compactMap { problem in
            ProblemCode(rawValue: problem.code).map {
                CaseProblem(
                    $0,
                    outcome: problem.outcome.flatMap { CaseOutcome(rawValue: $0) },
                    outcomeAt: problem.outcomeAt.map { Instant(milliseconds: $0) }
                )
            }
        }
    }

    /// The change that brings these fields back.
    func change(_ fields: Set<CaseField>) -> CaseChange {
        var change = CaseChange()
        for field in fields {
            switch field {
            case .status: change.status = CaseStatus(rawValue: status)
            case .risk: change.risk = RiskLevel(rawValue: risk)
            case .worker: change.worker = .some(worker.flatMap { UserID($0) })
            case .problems: change.problems = caseProblems.map(\.code)
            case .members:
                change.members = members.compactMap { member in
                    PersonID(member.person).map { CaseMember($0, CaseRole(rawValue: member.role) ?? .other) }
                }
            case .rightCountry: change.rightCountry = .some(rightCountry.flatMap { CountryCode($0) })
            case .stayCountry: change.stayCountry = .some(stayCountry.flatMap { CountryCode($0) })
            case .returnCountry: change.returnCountry = .some(returnCountry.flatMap { CountryCode($0) })
            case .summary: change.summary = summary
            case .situation: change.situation = situation
            case .isCollective: change.isCollective = isCollective
            }
        }
        return change
    }
}

/// An entry as it was before a change.
struct EntrySnapshot: Codable, Equatable {
    var state: String
    var assignee: String?
    var dueOn: String?
    var doneAt: Int64?
    var doneBy: String?
    var body: EntryBody
}

/// What is kept to take an act back; sealed with the case's key.
struct UndoBody: Codable {
    var snapshot: CaseSnapshot?
    var fields: [String]?
    /// The counters after the act; the fields must still stand there.
    var fieldVersions: String?
    /// Entries that the act wrote.
    var entries: [String]?
    var entry: EntrySnapshot?

    init(entry: EntrySnapshot? = nil) {
        self.entry = entry
    }

    init(snapshot: CaseSnapshot, fields: Set<CaseField>, fieldVersions: FieldVersions) {
        self.snapshot = snapshot
        self.fields = fields.map(\.rawValue)
        self.fieldVersions = fieldVersions.text
    }

    init(snapshot: CaseSnapshot, entries: [CaseEntryID]) {
        self.snapshot = snapshot
        self.entries = entries.map(\.text)
    }
}

/// What can be taken back: one's own latest act in a case, for half an hour.
struct UndoLog {
    enum Act: String {
        case caseChanged = "case_changed"
        case caseClosed = "case_closed"
        case entryAdded = "entry_added"
        case entryChanged = "entry_changed"
    }

    struct Line {
        let id: String
        let act: Act
        let entry: CaseEntryID?
        let versionAfter: Int64
        let at: Instant
        let body: UndoBody
    }

    static let lifetime: Int64 = 30 * 60
    let store: CaseStore

    init(_ store: CaseStore) {
        self.store = store
    }

    func note(
        _ act: Act,
        of id: CaseID,
        entry: CaseEntryID? = nil,
        before: UndoBody,
        versionAfter: Int64,
        by principal: Principal,
        _ key: RecordKey,
        on connection: any Connection
    ) throws {
        let undo: CaseEntryID = store.surroundings.newID()
        let sealed = try key.sealValue(before, .entryNarrative)
        try connection.execute(
            """
            INSERT INTO case_undo (
                id, case_id, organization_id, user_id, at, act, entry_id, version_after, before
            ) VALUES (
                \(undo), \(id), \(principal.organization), \(principal.user), \(store.surroundings.now()),
                \(act.rawValue), \(entry), \(versionAfter), \(Blob(sealed))
            )
            """
        )
    }

    /// The principal's latest act in a case that isn't taken back yet and isn't too old.
    func latest(
        in id: CaseID,
        by principal: Principal,
        _ key: RecordKey,
        on connection: any Connection
    ) throws -> Line? {
        let since = store.surroundings.now().advanced(bySeconds: -Self.lifetime)
        return try connection.first(
            """
            SELECT id, act, entry_id, version_after, at, before FROM case_undo
            WHERE case_id = \(id) AND at > \(since) AND user_id = \(principal.user) AND undone_at IS NULL
            ORDER BY at DESC, id DESC LIMIT 1
            """
        ) { row -> Line? in
            guard let act = Act(rawValue: try row.text(1)) else { return nil }
            return Line(
                id: try row.text(0),
                act: act,
                entry: try row.idOrNil(2),
                versionAfter: try row.integer(3),
                at: try row.instant(4),
                body: try row.withBlob(5) { try key.openValue($0, .entryNarrative) }
            )
        }.flatMap { $0 }
    }

    func markUndone(_ line: Line, on connection: any Connection) throws {
        try connection.execute(
            "UPDATE case_undo SET undone_at = \(store.surroundings.now()) WHERE id = \(line.id)"
        )
    }
}
