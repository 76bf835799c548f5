import Database
import Domain
import Facts
import Journal
import Vault

/// What of a case is said in words; sealed as one value.
struct CaseNarrative: Codable, Equatable {
    var situation: String
    var importedNumber: String?
    /// Codes for figures that the case itself doesn't hold, by ``Facts/FactDimension``.
    var factCodes: [String: String]

    init(situation: String = "", importedNumber: String? = nil, factCodes: [FactDimension: String] = [:]) {
        self.situation = situation
        self.importedNumber = importedNumber
        self.factCodes = Dictionary(uniqueKeysWithValues: factCodes.map { ($0.key.rawValue, $0.value) })
    }
}

/// The sealed columns of a case's row.
struct SealedCase {
    var summary: [UInt8]
    var narrative: [UInt8]

    init(summary: String, narrative: CaseNarrative, with key: RecordKey) throws {
        self.summary = try key.seal(summary, .caseSummary)
        self.narrative = try key.sealValue(narrative, .caseNarrative)
    }

    /// Reads the columns `summary, narrative` of a row.
    init(from row: any Row, at column: Int) throws {
        summary = try row.blob(column)
        narrative = try row.blob(column + 1)
    }

    func openedSummary(with key: RecordKey) throws -> String {
        try key.openText(summary, .caseSummary)
    }

    func openedNarrative(with key: RecordKey) throws -> CaseNarrative {
        try key.openValue(narrative, .caseNarrative)
    }

    /// The same under another key of the record.
    func sealedAgain(from old: RecordKey, with new: RecordKey) throws -> SealedCase {
        var again = self
        again.summary = try new.seal(try old.open(summary, .caseSummary), .caseSummary)
        again.narrative = try new.seal(try old.open(narrative, .caseNarrative), .caseNarrative)
        return again
    }
}

/// A case's row while it is being worked on.
struct CaseRow {
    var head: CaseHead
    var sealed: SealedCase

    static let columns: SQL = "\(CaseHead.columns), c.summary, c.narrative"

    init(head: CaseHead, sealed: SealedCase) {
        self.head = head
        self.sealed = sealed
    }

    init(from row: any Row) throws {
        head = try CaseHead(from: row, at: 0)
        sealed = try SealedCase(from: row, at: CaseHead.columnCount)
    }

    /// What a leaf commits to: the row as it stands after a change.
    var state: [UInt8] {
        var state = RecordState()
        state.add(head.id.text)
        state.add(head.owner.text)
        state.add(head.version)
        state.add(Int64(head.year))
        state.add(head.number)
        state.add(head.fieldVersions.text)
        for code in [
            head.status.rawValue, head.stage.rawValue, head.risk.rawValue, head.worker?.text, head.client?.text,
            head.primaryProblem?.rawValue, head.outcome?.rawValue,
        ] { state.add(code) }
        state.add(sealed.summary)
        state.add(sealed.narrative)
        return state.finish()
    }
}

extension CaseHead {
    /// What ``init(from:at:)`` reads, of `case_file c`.
    static let columns: SQL = """
        c.id, c.organization_id, c.year, c.number, c.version, c.field_versions, c.status, c.stage, c.risk,
        c.worker_user_id, c.client_person_id, c.primary_problem, c.right_country, c.stay_country, c.return_country,
        c.opened_at, c.changed_at, c.closed_at, c.next_due_on, c.person_count, c.is_collective, c.is_imported,
        c.contact_id, c.referral_id, c.outcome, c.network_token
        """
    static let columnCount = 26

    init(from row: any Row, at column: Int) throws {
        id = try row.id(column)
        owner = try row.id(column + 1)
        year = Int(try row.integer(column + 2))
        number = try row.integer(column + 3)
        version = try row.integer(column + 4)
        fieldVersions = FieldVersions(try row.text(column + 5)) ?? FieldVersions()
        status = CaseStatus(rawValue: try row.text(column + 6)) ?? .open
        stage = CaseStage(rawValue: try row.text(column + 7)) ?? .new
        risk = RiskLevel(rawValue: try row.text(column + 8)) ?? .normal
        worker = try row.idOrNil(column + 9)
        client = try row.idOrNil(column + 10)
        primaryProblem = try row.textOrNil(column + 11).flatMap { ProblemCode(rawValue: $0) }
        countries = CaseCountries(
            right: try row.textOrNil(column + 12).flatMap { CountryCode($0) },
            stay: try row.textOrNil(column + 13).flatMap { CountryCode($0) },
            back: try row.textOrNil(column + 14).flatMap { CountryCode($0) }
        )
        openedAt = try row.instant(column + 15)
        changedAt = try row.instant(column + 16)
        closedAt = try row.instantOrNil(column + 17)
        nextDueOn = try row.textOrNil(column + 18).flatMap { CivilDate(iso: $0) }
        personCount = Int(try row.integer(column + 19))
        isCollective = try row.bool(column + 20)
        isImported = try row.bool(column + 21)
        contact = try row.idOrNil(column + 22)
        referral = try row.idOrNil(column + 23)
        outcome = try row.textOrNil(column + 24).flatMap { CaseOutcome(rawValue: $0) }
        networkToken = try row.blobOrNil(column + 25)
    }
}
