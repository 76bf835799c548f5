public import Database
public import Domain
public import NameMatching

/// What estimating came to.
public struct WeightProposal: Sendable {
    public let estimate: WeightEstimate
    /// The weights that the organisation's records are compared by now.
    public let inUse: MatchWeights
    /// How many pairs of records would be suspected by either.
    public let suspectedNow: Int
    public let suspectedThen: Int
}

/// Estimates the weights of record matching on an organisation's own people and keeps them.
public struct WeightOffice: Sendable {
    private let database: Database
    private let store: PeopleStore

    public init(database: Database, store: PeopleStore) {
        self.database = database
        self.store = store
    }

    /// Estimates weights on an organisation's people as the index of names knows them, and on what was said of pairs.
    ///
    /// - Returns: the estimate beside what is in use.
    /// - Throws: what the database throws.
    public func estimate(for organization: OrganizationID) async throws -> WeightProposal {
        let store = store
        var index = NameIndex()
        var after: PersonID?
        repeat {
            let start = after
            let page = try await database.read(.system) {
                try store.searchPage(of: organization, after: start, limit: Self.page, on: $0)
            }
            for record in page.own { index.insert(record) }
            after = page.last
        } while after != nil
        index.settle()
        let (judged, inUse) = try await database.read(.system) { connection in
            (
                try store.judgedPairs(of: organization, on: connection),
                try store.matchWeights(of: organization, on: connection)
            )
        }
        let estimate = index.estimateWeights(judged: judged)
        func suspected(_ weights: MatchWeights) -> Int {
            index.weights = weights
            return index.allDuplicates(above: DuplicateQueue.threshold).count
        }
        return WeightProposal(
            estimate: estimate,
            inUse: inUse,
            suspectedNow: suspected(inUse),
            suspectedThen: suspected(estimate.weights)
        )
    }

    /// Keeps weights for an organisation; `nil` goes back to the hand values.
    ///
    /// - Throws: what the database throws.
    public func use(_ weights: MatchWeights?, for organization: OrganizationID) async throws {
        try await database.write(.system) { [store] connection in
            try store.setMatchWeights(weights ?? .standard, of: organization, on: connection)
        }
    }

    private static let page = 500
}
