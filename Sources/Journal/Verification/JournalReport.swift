public import Domain

/// Where a checkpoint that a log was compared with comes from.
public enum CheckpointSource: String, Sendable, Hashable {
    /// The database itself, where whoever changes the log can change it too.
    case kept
    /// The one who asked for the verification.
    case given
}

/// What verification found of a journal.
public struct JournalReport: Sendable, Hashable {
    /// One log as it was read.
    public struct Log: Sendable, Hashable {
        public let log: OrganizationID
        /// How many leaves there are.
        public let size: Int64
        /// The size of the largest given checkpoint that the log begins with; `nil` when none was given or fits.
        public let provenSize: Int64?
    }

    /// What is wrong, and where.
    public struct Finding: Sendable, Hashable, CustomStringConvertible {
        public let log: OrganizationID
        /// The positions of the leaves it is about, counted from 0; as narrow as can be told.
        public let positions: Range<Int64>?
        /// The record it is about.
        public let record: RecordID?
        public let problem: Problem
    }

    /// What can be wrong.
    public enum Problem: Sendable, Hashable {
        /// A leaf isn't what its hash says.
        case edited
        /// A leaf was written at another position.
        case moved(from: Int64)
        /// Leaves between others are missing.
        case missing
        /// The log has fewer leaves than its head counts.
        case truncated
        /// The log has more leaves than its head counts.
        case surplus
        /// The log has leaves but no readable head.
        case noHead
        /// The leaves aren't those that the head was made from.
        case headMismatch
        /// The log has fewer leaves than when a checkpoint was made.
        case truncatedSinceCheckpoint(CheckpointSource)
        /// The leaves aren't those that were there when a checkpoint was made.
        case checkpointMismatch(CheckpointSource)
        /// A checkpoint isn't signed by this installation, or its text says something else than its row.
        case checkpointForged(CheckpointSource)
        /// A record isn't as its last change left it.
        case recordChanged
        /// A record is there that no leaf tells of.
        case recordUnknown
        /// A record is there that was erased.
        case recordNotErased
        /// A record is gone without an erasure.
        case recordMissing
    }

    public internal(set) var logs: [Log] = []
    public internal(set) var findings: [Finding] = []

    /// Whether nothing is wrong.
    public var isSound: Bool { findings.isEmpty }

    /// Whether every log was compared with a given checkpoint and nothing is wrong.
    public var isProven: Bool {
        isSound && !logs.isEmpty && logs.allSatisfy { $0.provenSize != nil }
    }

    /// One line that says no more than was shown.
    public var conclusion: String {
        if !isSound { return "not sound: \(findings.count) finding\(findings.count == 1 ? "" : "s")" }
        if isProven { return "consistent, and complete up to the given checkpoints" }
        let proven = logs.filter { $0.provenSize != nil }.count
        if proven == 0 { return "consistent in itself, not proven complete" }
        return "consistent in itself; \(proven) of \(logs.count) logs complete up to the given checkpoints"
    }
}

extension JournalReport.Finding {
    public var description: String {
        var place = "log \(log)"
        if let positions {
            place +=
                positions.count == 1
                ? ", position \(positions.lowerBound)"
                : ", positions \(positions.lowerBound) to \(positions.upperBound - 1)"
        }
        if let record { place += ", record \(record)" }
        return "\(place): \(problem)"
    }
}

extension JournalReport.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .edited: "the entry was changed after it was written"
        case .moved(let origin): "the entry was written at position \(origin)"
        case .missing: "entries are missing"
        case .truncated: "entries at the end are missing, by the log's head"
        case .surplus: "there are entries after the end, by the log's head"
        case .noHead: "the log has entries but no readable head"
        case .headMismatch: "entries here are not those that the log's head was made from"
        case .truncatedSinceCheckpoint(let source):
            "entries at the end are missing, by the \(source.rawValue) checkpoint"
        case .checkpointMismatch(let source): "entries here are not those of the \(source.rawValue) checkpoint"
        case .checkpointForged(let source): "the \(source.rawValue) checkpoint is not one of this installation"
        case .recordChanged: "the record is not as its last entry left it"
        case .recordUnknown: "the record is there and no entry tells of it"
        case .recordNotErased: "the record is there although it was erased"
        case .recordMissing: "the record is gone without an erasure"
        }
    }
}
