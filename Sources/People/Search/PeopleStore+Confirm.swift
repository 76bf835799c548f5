import Access
import Database
import Domain
import NameMatching
import Vault

extension PeopleStore {
    func lookUp(
        _ numbers: ExactNumbers,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [PersonMatch] {
        try lookUp(phone: numbers.phone, document: numbers.document, for: principal, on: connection)
    }

    /// Those among the candidates whom the principal may see at this moment, by grant and key wrap, together with those
    /// found by an exact number; best first.
    func confirmed(
        _ candidates: [PersonCandidate],
        _ matches: [PersonMatch],
        for principal: Principal,
        mark: (String) -> [Range<Int>],
        on connection: any Connection
    ) throws -> (shown: [PersonHit], damaged: [PersonID]) {
        var items = try brief(candidates.map(\.id), for: principal, on: connection)
        var found: [PersonID: PersonCandidate] = [:]
        for candidate in candidates where items[candidate.id] != nil { found[candidate.id] = candidate }
        for match in matches {
            let id = match.item.id
            items[id] = match.item
            var candidate = found[id] ?? PersonCandidate(id: id, score: 0, reasons: [])
            candidate.score = max(candidate.score, match.score)
            for reason in match.reasons.map(\.asMatchReason) where !candidate.reasons.contains(reason) {
                candidate.reasons.insert(reason, at: 0)
            }
            found[id] = candidate
        }
        var damaged: [PersonID] = []
        let shown = found.values.sorted { ($1.score, $0.id) < ($0.score, $1.id) }.compactMap {
            candidate -> PersonHit? in
            guard let item = items[candidate.id] else { return nil }
            guard !item.isDamaged else {
                damaged.append(item.id)
                return nil
            }
            return PersonHit(
                id: item.id,
                owner: item.owner,
                name: item.name,
                birthDate: item.birthDate,
                score: candidate.score,
                reasons: candidate.reasons,
                matched: mark(item.name)
            )
        }
        return (shown, damaged)
    }
}

extension PersonMatch.Reason {
    var asMatchReason: MatchReason {
        switch self {
        case .samePhone: .samePhone
        case .sameDocument: .sameDocument
        }
    }
}
