import Access
public import Database
public import Domain
public import Journal
public import NameMatching
import Vault

extension LeafKind {
    /// An organisation's records are compared by other weights from now on, estimated ones or the hand values.
    public static let matchWeightsChanged = LeafKind(rawValue: "match_weights.changed")
}

extension PeopleStore {
    /// The weights by which an organisation's records are compared: those kept for it, the hand values for the rest.
    public func matchWeights(of organization: OrganizationID, on connection: any Connection) throws -> MatchWeights {
        try connection.rows(
            "SELECT level, thousandths FROM match_weight WHERE organization_id = \(organization)"
        ) { (level: MatchLevel(rawValue: try $0.text(0)), thousandths: try $0.integer(1)) }
        .reduce(into: .standard) { weights, row in
            // A level that this version doesn't know counts nowhere.
            guard let level = row.level else { return }
            weights[level] = Double(row.thousandths) / 1000
        }
    }

    /// Keeps weights for an organisation; whatever equals the hand values needs no row. Running programs use them at once.
    public func setMatchWeights(
        _ weights: MatchWeights,
        of organization: OrganizationID,
        on connection: any Connection
    ) throws {
        try connection.execute("DELETE FROM match_weight WHERE organization_id = \(organization)")
        let now = surroundings.now()
        for level in MatchLevel.allCases where weights[level] != MatchWeights.standard[level] {
            try connection.execute(
                """
                INSERT INTO match_weight (organization_id, level, thousandths, changed_at)
                VALUES (\(organization), \(level.rawValue), \(Int64((weights[level] * 1000).rounded())), \(now))
                """
            )
        }
        try recorder.record(
            LeafDraft(log: organization, kind: .matchWeightsChanged, actorOrganization: organization),
            on: connection
        )
    }

    /// What people of an organisation said of pairs of its records: united ones are one person's, those told apart two
    /// people's. Pairs that can't be opened any more aren't there.
    func judgedPairs(of organization: OrganizationID, on connection: any Connection) throws -> [JudgedPair] {
        var keys = SearchKeys(vault)
        guard let keyring = try keys.keyring(of: organization, on: connection) else { return [] }
        return try unitedPairs(of: organization, keyring, on: connection)
            + distinctPairs(of: organization, on: connection).compactMap { pair in
                let records = try [pair.first, pair.second].compactMap { id in
                    let touch = SearchTouch(organization: organization, id: id)
                    return try searchEntry(touch, asOwner: true, &keys, on: connection).record
                }
                return records.count == 2 ? JudgedPair(records[0], records[1], isSame: false) : nil
            }
    }

    /// So many of the latest are enough.
    private static let mostUnited = 20_000

    /// Each hidden record beside the kept one as it was before.
    private func unitedPairs(
        of organization: OrganizationID,
        _ keyring: Keyring,
        on connection: any Connection
    ) throws -> [JudgedPair] {
        let merges = try connection.rows(
            """
            SELECT hidden_id, kept_id, body FROM person_merge WHERE organization_id = \(organization)
            ORDER BY merged_at DESC, id LIMIT \(Self.mostUnited)
            """
        ) { (hidden: try $0.id(0, PersonEntity.self), kept: try $0.id(1, PersonEntity.self), body: try $0.blob(2)) }
        return try merges.compactMap { merge in
            do {
                guard let key = try keyring.open(merge.hidden.retagged(), on: connection), key.isWhole else {
                    return nil
                }
                let hidden = try connection.first(
                    "SELECT id, organization_id, identity, contact, documents FROM person WHERE id = \(merge.hidden)"
                ) { MatchableRecord(try PersonDetails(searched: $0, with: key), id: merge.hidden) }
                guard let hidden else { return nil }
                let before = try MergeBody(sealed: merge.body, with: key).before.details
                return JudgedPair(hidden, MatchableRecord(before, id: merge.kept), isSame: true)
            } catch is VaultError {
                return nil
            }
        }
    }
}
