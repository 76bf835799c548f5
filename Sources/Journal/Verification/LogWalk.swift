import Database
import Domain

/// Goes through one log from its first leaf to its last and notes what doesn't fit.
struct LogWalk {
    /// A size and a root that the log is said to have had.
    struct Mark {
        let size: Int64
        let root: MerkleHash
        let source: CheckpointSource
    }

    private struct Suspect {
        let leaf: Leaf
        let kept: MerkleHash
    }

    private static let page: Int64 = 1000
    /// Among how many changed leaves one looks for such that only changed places.
    private static let mostSuspects = 256

    let log: OrganizationID
    private(set) var findings: [JournalReport.Finding] = []
    private(set) var provenSize: Int64?
    /// How many positions there were, those of missing leaves included.
    private(set) var size: Int64 = 0

    private var marks: ArraySlice<Mark>
    private var contradicted: Set<CheckpointSource> = []
    private var lastAgreement: Int64 = 0
    private var frontier = MerkleFrontier()
    /// From the first gap on, roots say nothing that the gap doesn't.
    private var hasGap = false
    private var suspects: [Suspect] = []

    init(log: OrganizationID, marks: [Mark]) {
        self.log = log
        self.marks = marks.sorted { $0.size < $1.size }[...]
    }

    /// Walks, and calls `body` with each leaf that can be read.
    mutating func run(on connection: any Connection, _ body: (Leaf) -> Void) throws {
        compareMarks()
        var count = Self.page
        while count == Self.page {
            count = 0
            let start = size
            try connection.forEachRow(
                """
                SELECT position, leaf_hash, at, kind, actor_id, actor_organization_id, subject_id, counterpart_id,
                    details, state, salt
                FROM journal_leaf WHERE log_id = \(log) AND position >= \(start) ORDER BY position LIMIT \(Self.page)
                """
            ) { row in
                count += 1
                try take(row, body)
            }
        }
        nameSuspects()
        try compareHead(on: connection)
        compareRest()
    }

    private mutating func take(_ row: any Row, _ body: (Leaf) -> Void) throws {
        let position = try row.integer(0)
        if position > size {
            add(.missing, size..<position)
            hasGap = true
        }
        size = position + 1
        let kept = MerkleHash(bytes: try row.blob(1))
        guard let leaf = try? Leaf(row, log: log, position: position), let kept else {
            add(.edited, position..<size)
            frontier.append(kept ?? .empty)
            return compareMarks()
        }
        if leaf.hash() != kept {
            if suspects.count < Self.mostSuspects {
                suspects.append(Suspect(leaf: leaf, kept: kept))
            } else {
                add(.edited, position..<size)
            }
        }
        body(leaf)
        frontier.append(kept)
        compareMarks()
    }

    /// Compares with the checkpoints of the present size.
    private mutating func compareMarks() {
        while !hasGap, let mark = marks.first, mark.size == frontier.size {
            marks.removeFirst()
            if mark.root == frontier.root {
                lastAgreement = mark.size
                if mark.source == .given { provenSize = mark.size }
            } else if contradicted.insert(mark.source).inserted {
                add(.checkpointMismatch(mark.source), lastAgreement..<max(mark.size, lastAgreement + 1))
            }
        }
    }

    /// Tells leaves that changed places from leaves that were changed.
    private mutating func nameSuspects() {
        for suspect in suspects {
            let origin = suspects.first { other in
                guard other.leaf.position != suspect.leaf.position else { return false }
                let hash = suspect.leaf.hash(at: other.leaf.position)
                return hash == suspect.kept || hash == other.kept
            }
            add(
                origin.map { .moved(from: $0.leaf.position) } ?? .edited,
                suspect.leaf.position..<suspect.leaf.position + 1
            )
        }
    }

    private mutating func compareHead(on connection: any Connection) throws {
        let kept = try connection.first("SELECT size, frontier FROM journal_head WHERE log_id = \(log)") { row in
            MerkleFrontier(size: try row.integer(0), encodedPeaks: try row.blob(1))
        }
        guard let kept, let head = kept else {
            if size > 0 { add(.noHead, nil) }
            return
        }
        if head.size > size { return add(.truncated, size..<head.size) }
        if head.size < size { return add(.surplus, head.size..<size) }
        if hasGap || head == frontier { return }
        for (range, (own, other)) in zip(frontier.peakRanges, zip(frontier.peaks, head.peaks)) where own != other {
            // What a checkpoint vouches for isn't where the difference is.
            add(.headMismatch, max(range.lowerBound, min(lastAgreement, range.upperBound - 1))..<range.upperBound)
        }
    }

    /// What is left are checkpoints of a longer log, or of one without gaps.
    private mutating func compareRest() {
        for source in [CheckpointSource.kept, .given] {
            guard let largest = marks.last(where: { $0.source == source }), largest.size > size else { continue }
            add(.truncatedSinceCheckpoint(source), size..<largest.size)
        }
    }

    private mutating func add(_ problem: JournalReport.Problem, _ positions: Range<Int64>?) {
        findings.append(JournalReport.Finding(log: log, positions: positions, record: nil, problem: problem))
    }
}

extension Leaf {
    /// Reads the columns that ``LogWalk`` asks for.
    fileprivate init(_ row: any Row, log: OrganizationID, position: Int64) throws(DatabaseError) {
        self.init(
            log: log,
            position: position,
            at: try row.instant(2),
            kind: try row.text(3),
            actor: try row.idOrNil(4),
            actorOrganization: try row.idOrNil(5),
            subject: try row.idOrNil(6),
            counterpart: try row.idOrNil(7),
            details: try row.blobOrNil(8),
            state: try row.blobOrNil(9),
            salt: try row.blob(10)
        )
    }
}
