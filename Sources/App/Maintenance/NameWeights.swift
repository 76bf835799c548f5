import Domain
import Foundation
import NameMatching
import People

/// What estimating weights came to, as the command line prints it.
public struct WeightReport: Sendable, Codable {
    struct Level: Sendable, Codable {
        let level: String
        let hand: Double
        let inUse: Double
        let estimated: Double
        let same: Int
        let different: Int
    }

    let levels: [Level]
    let pairs: Int
    let judgedSame: Int
    let judgedDifferent: Int
    let suspectedNow: Int
    let suspectedThen: Int

    init(_ proposal: WeightProposal) {
        let estimate = proposal.estimate
        levels = estimate.lines.map { line in
            Level(
                level: line.level.rawValue,
                hand: line.hand,
                inUse: proposal.inUse[line.level],
                estimated: line.estimated,
                same: Int(line.same.rounded()),
                different: Int(line.different.rounded())
            )
        }
        pairs = estimate.pairs
        judgedSame = estimate.judgedSame
        judgedDifferent = estimate.judgedDifferent
        suspectedNow = proposal.suspectedNow
        suspectedThen = proposal.suspectedThen
    }

    public var json: String { JSONLine.encode(self) }

    /// A table to read, and what it rests on.
    public var lines: [String] {
        let title = Self.line("level", ["by hand", "in use", "estimated", "same", "different"])
        let rows = levels.map { level in
            let weights = [level.hand, level.inUse, level.estimated].map { String(format: "%.2f", $0) }
            return Self.line(level.level, weights + [String(level.same), String(level.different)])
        }
        return [title] + rows + [
            "\(pairs) pairs compared; \(judgedSame) united and \(judgedDifferent) told apart by people.",
            "Suspected pairs: \(suspectedNow) with the weights in use, \(suspectedThen) with the estimated ones.",
        ]
    }

    private static func line(_ name: String, _ columns: [String]) -> String {
        func blanks(_ text: String, _ width: Int) -> String {
            String(repeating: " ", count: max(1, width - text.count))
        }
        return name + blanks(name, 32) + columns.map { blanks($0, 11) + $0 }.joined()
    }
}

extension Maintenance {
    /// Estimates the weights of comparing records on an organisation's own people; with `keep` a running server uses them
    /// at once.
    public static func estimateWeights(
        of organization: String,
        keep: Bool,
        _ configuration: AppConfiguration
    ) async throws -> WeightReport {
        try await with(configuration) { installation in
            let id = try await organizationID(organization, installation)
            let office = WeightOffice(database: installation.database, store: installation.rooms.people)
            let proposal = try await office.estimate(for: id)
            if keep { try await office.use(proposal.estimate.weights, for: id) }
            return WeightReport(proposal)
        }
    }

    /// Goes back to the weights set by hand.
    public static func resetWeights(of organization: String, _ configuration: AppConfiguration) async throws {
        try await with(configuration) { installation in
            let id = try await organizationID(organization, installation)
            try await WeightOffice(database: installation.database, store: installation.rooms.people).use(nil, for: id)
        }
    }
}
