public import Database
import Domain

/// Checks the whole journal: each log in itself, against its head, against checkpoints, and against the records that
/// it tells of.
///
/// Whoever holds the database can rewrite a log with its head and the checkpoints kept beside it; only a checkpoint
/// from elsewhere shows that.
public struct JournalVerifier: Sendable {
    private static let page: Int64 = 1000

    private let readers: [RecordStateReader]
    private let key: CheckpointKey?

    /// - Parameters:
    ///   - stateReaders: one for each sort of record; none compares no records.
    ///   - key: the installation's key for checkpoints; `nil` leaves their signatures unchecked.
    public init(stateReaders: [RecordStateReader], key: CheckpointKey?) {
        readers = stateReaders
        self.key = key
    }

    /// Reads everything on one snapshot and compares it with checkpoints from outside the database, of any logs.
    ///
    /// Throws ``NoteError/malformedCheckpoint`` when one isn't of a log of a Tirek installation.
    public func verify(_ database: Database, against given: [SignedCheckpoint] = []) async throws -> JournalReport {
        var byLog: [OrganizationID: [SignedCheckpoint]] = [:]
        for checkpoint in given {
            guard let log = checkpoint.checkpoint.log else { throw NoteError.malformedCheckpoint }
            byLog[log, default: []].append(checkpoint)
        }
        return try await database.read(.system) { [byLog] connection in
            try verify(byLog, on: connection)
        }
    }

    private func verify(
        _ given: [OrganizationID: [SignedCheckpoint]],
        on connection: any Connection
    ) throws -> JournalReport {
        var report = JournalReport()
        var states = RecordStates(readers: readers)
        for log in try logs(given, on: connection) {
            var marks = try keptMarks(of: log, &report, on: connection)
            for checkpoint in given[log] ?? [] {
                if let key, !key.signed(checkpoint, of: log) {
                    addForged(log, checkpoint.checkpoint.size, .given, &report)
                }
                marks.append(
                    LogWalk.Mark(size: checkpoint.checkpoint.size, root: checkpoint.checkpoint.root, source: .given)
                )
            }
            var walk = LogWalk(log: log, marks: marks)
            try walk.run(on: connection) { states.note($0) }
            report.findings += walk.findings
            report.logs.append(JournalReport.Log(log: log, size: walk.size, provenSize: walk.provenSize))
        }
        report.findings += try states.compare(on: connection)
        return report
    }

    /// Every log that any table or checkpoint names, so that one that vanished whole is still looked for.
    private func logs(
        _ given: [OrganizationID: [SignedCheckpoint]],
        on connection: any Connection
    ) throws -> [OrganizationID] {
        let named = try connection.rows(
            """
            SELECT log_id FROM journal_head UNION SELECT log_id FROM journal_leaf
            UNION SELECT log_id FROM journal_checkpoint
            """
        ) { try $0.id(0, OrganizationEntity.self) }
        return Set(named).union(given.keys).sorted()
    }

    private func keptMarks(
        of log: OrganizationID,
        _ report: inout JournalReport,
        on connection: any Connection
    ) throws -> [LogWalk.Mark] {
        var marks: [LogWalk.Mark] = []
        var isLast = false
        while !isLast {
            let start = marks.last?.size ?? 0
            var count: Int64 = 0
            var forged: [Int64] = []
            try connection.forEachRow(
                """
                SELECT size, root, note FROM journal_checkpoint
                WHERE log_id = \(log) AND size > \(start) ORDER BY size LIMIT \(Self.page)
                """
            ) { row in
                count += 1
                let size = try row.integer(0)
                let root = MerkleHash(bytes: try row.blob(1)) ?? .empty
                if try !isOwn(row.text(2), log, size, root) { forged.append(size) }
                marks.append(LogWalk.Mark(size: size, root: root, source: .kept))
            }
            for size in forged { addForged(log, size, .kept, &report) }
            isLast = count < Self.page
        }
        return marks
    }

    private func isOwn(_ note: String, _ log: OrganizationID, _ size: Int64, _ root: MerkleHash) -> Bool {
        guard let signed = try? SignedCheckpoint(parsing: note), signed.checkpoint.size == size,
            signed.checkpoint.root == root, signed.checkpoint.log == log
        else { return false }
        return key?.signed(signed, of: log) ?? true
    }

    private func addForged(
        _ log: OrganizationID,
        _ size: Int64,
        _ source: CheckpointSource,
        _ report: inout JournalReport
    ) {
        let positions = size > 0 ? size - 1..<size : nil
        report.findings.append(
            JournalReport.Finding(log: log, positions: positions, record: nil, problem: .checkpointForged(source))
        )
    }
}
