import Database
import Domain

/// The last known state of every record by the leaves, to be held against the records themselves.
struct RecordStates {
    private struct Last {
        let state: [UInt8]
        let position: Int64
    }

    private let readers: [RecordStateReader]
    private var last: [OrganizationID: [RecordID: Last]] = [:]

    init(readers: [RecordStateReader]) {
        self.readers = readers
    }

    /// Takes note of a leaf; later leaves of a log come later.
    mutating func note(_ leaf: Leaf) {
        guard let state = leaf.state, let record = leaf.subject,
            readers.contains(where: { leaf.kind.hasPrefix($0.kindPrefix) })
        else { return }
        last[leaf.log, default: [:]][record] = Last(state: state, position: leaf.position)
    }

    /// Compares with the records that are there.
    mutating func compare(on connection: any Connection) throws -> [JournalReport.Finding] {
        var findings: [JournalReport.Finding] = []
        for reader in readers {
            try reader.forEach(connection) { record, owner, state in
                guard let known = last[owner]?.removeValue(forKey: record) else {
                    findings.append(Self.finding(.recordUnknown, owner, record, nil))
                    return
                }
                if known.state == state { return }
                let problem: JournalReport.Problem = known.state == RecordState.gone ? .recordNotErased : .recordChanged
                findings.append(Self.finding(problem, owner, record, known))
            }
        }
        for (owner, records) in last {
            for (record, known) in records where known.state != RecordState.gone {
                findings.append(Self.finding(.recordMissing, owner, record, known))
            }
        }
        return findings
    }

    private static func finding(
        _ problem: JournalReport.Problem,
        _ owner: OrganizationID,
        _ record: RecordID,
        _ known: Last?
    ) -> JournalReport.Finding {
        JournalReport.Finding(
            log: owner,
            positions: known.map { $0.position..<$0.position + 1 },
            record: record,
            problem: problem
        )
    }
}
