import Database
import Domain
public import Journal
import Vault

/// A row of the table `contact` as it is on the disk.
struct ContactRow {
    var id: ContactID
    var organization: OrganizationID
    var number: Int64
    var version: Int64
    var createdAt: Instant
    var takenBy: UserID
    var occurredAt: Instant
    var endedAt: Instant?
    var direction: String
    var channel: String
    var messenger: String?
    var counterpart: String
    var relation: String?
    var heardFrom: String?
    var language: String
    var hostCountry: String?
    var hostRegion: String?
    var settlement: String?
    var urgency: String
    var outcome: String?
    var attempt: String?
    var state: String
    var primaryProblem: String
    var thread: ContactID?
    var caseID: CaseID?
    var importID: ImportID?
    var headline: [UInt8]
    var narrative: [UInt8]
    var caller: [UInt8]

    /// The columns in the order of ``init(from:)``.
    static let columns: SQL = """
        c.id, c.organization_id, c.number, c.version, c.created_at, c.taken_by, c.occurred_at, c.ended_at, c.direction,
        c.channel, c.messenger, c.counterpart, c.relation, c.heard_from, c.language, c.host_country, c.host_region,
        c.settlement, c.urgency, c.outcome, c.attempt, c.state, c.primary_problem, c.thread_id, c.case_id, c.import_id,
        c.headline, c.narrative, c.caller
        """

    func insert(taskHash: Blob?, on connection: any Connection) throws {
        try connection.execute(
            """
            INSERT INTO contact (
                id, organization_id, number, version, created_at, taken_by, occurred_at, ended_at, direction, channel,
                messenger, counterpart, relation, heard_from, language, host_country, host_region, settlement, urgency,
                outcome, attempt, state, primary_problem, task_hash, thread_id, case_id, import_id, headline,
                narrative, caller
            ) VALUES (
                \(id), \(organization), \(number), \(version), \(createdAt), \(takenBy), \(occurredAt), \(endedAt),
                \(direction), \(channel), \(messenger), \(counterpart), \(relation), \(heardFrom), \(language),
                \(hostCountry), \(hostRegion), \(settlement), \(urgency), \(outcome), \(attempt), \(state),
                \(primaryProblem), \(taskHash), \(thread), \(caseID), \(importID), \(Blob(headline)),
                \(Blob(narrative)), \(Blob(caller))
            )
            """
        )
    }

    /// What a leaf commits to: the row as it stands after a change.
    var committed: [UInt8] {
        var state = RecordState()
        for text in [
            id.text, organization.text, direction, channel, messenger, counterpart, relation, heardFrom, language,
            hostCountry, hostRegion, settlement, urgency, outcome, attempt, self.state, primaryProblem, thread?.text,
            caseID?.text, importID?.text, takenBy.text,
        ] { state.add(text) }
        for number in [number, version, createdAt.milliseconds, occurredAt.milliseconds] { state.add(number) }
        state.add(endedAt?.milliseconds)
        for sealed in [headline, narrative, caller] { state.add(sealed) }
        return state.finish()
    }

    func contact(
        with key: RecordKey,
        problems: [ProblemCode],
        members: [ContactMember]
    ) throws -> Contact {
        Contact(
            id: id,
            number: number,
            version: version,
            createdAt: createdAt,
            takenBy: takenBy,
            occurredAt: occurredAt,
            direction: ContactDirection(rawValue: direction) ?? .incoming,
            channel: Channel(rawValue: channel) ?? .phone,
            messenger: messenger,
            counterpart: Counterpart(rawValue: counterpart) ?? .person,
            relation: relation.flatMap { CallerRelation(rawValue: $0) },
            heardFrom: heardFrom.flatMap { HeardFrom(rawValue: $0) },
            language: language,
            hostCountry: hostCountry,
            hostRegion: hostRegion,
            settlement: settlement.flatMap { Settlement(rawValue: $0) },
            urgency: Urgency(rawValue: urgency) ?? .normal,
            outcome: outcome.flatMap { ContactOutcome(rawValue: $0) },
            attempt: attempt.flatMap { AttemptResult(rawValue: $0) },
            state: ContactState(rawValue: state) ?? .closed,
            problems: problems,
            members: members,
            caseID: caseID,
            thread: thread,
            isImported: importID != nil,
            narrative: try key.openValue(narrative, .contactNarrative),
            caller: try key.openValue(caller, .contactCaller)
        )
    }
}

extension ContactRow {
    /// Reads ``columns``.
    init(from row: any Row) throws {
        id = try row.id(0)
        organization = try row.id(1)
        number = try row.integer(2)
        version = try row.integer(3)
        createdAt = try row.instant(4)
        takenBy = try row.id(5)
        occurredAt = try row.instant(6)
        endedAt = try row.instantOrNil(7)
        direction = try row.text(8)
        channel = try row.text(9)
        messenger = try row.textOrNil(10)
        counterpart = try row.text(11)
        relation = try row.textOrNil(12)
        heardFrom = try row.textOrNil(13)
        language = try row.text(14)
        hostCountry = try row.textOrNil(15)
        hostRegion = try row.textOrNil(16)
        settlement = try row.textOrNil(17)
        urgency = try row.text(18)
        outcome = try row.textOrNil(19)
        attempt = try row.textOrNil(20)
        state = try row.text(21)
        primaryProblem = try row.text(22)
        thread = try row.idOrNil(23)
        caseID = try row.idOrNil(24)
        importID = try row.idOrNil(25)
        headline = try row.blob(26)
        narrative = try row.blob(27)
        caller = try row.blob(28)
    }
}

extension RecordStateReader {
    /// Every contact's row as verification compares it with the journals.
    public static let contacts = RecordStateReader(kindPrefix: "contact.") { connection, body in
        var after = ""
        var count = pageSize
        while count == pageSize {
            count = 0
            try connection.forEachRow(
                "SELECT \(ContactRow.columns) FROM contact c WHERE c.id > \(after) ORDER BY c.id LIMIT \(pageSize)"
            ) { row in
                let contact = try ContactRow(from: row)
                try body(contact.id.retagged(), contact.organization, contact.committed)
                after = contact.id.text
                count += 1
            }
        }
    }

    private static let pageSize = 500
}
