/// One record that answers a query.
public struct SearchHit: Sendable {
    public var key: RecordKey
    public var tag: UInt32
    /// 0…1; 1 is every part of the query met exactly.
    public var score: Double
    public var reasons: [MatchReason]
}

extension NameIndex {
    /// As ``search(_:limit:visible:)-(NameQuery,_,_)`` for a text as typed.
    public func search(_ text: String, limit: Int = 10, visible: Visibility? = nil) -> [SearchHit] {
        search(NameQuery(text), limit: limit, visible: visible)
    }

    /// The records that answer best, best first, ties in the order of keys; none when nothing is near. `visible` is asked
    /// before the list is cut, so that what the asker may not see takes no place in it.
    public func search(_ query: NameQuery, limit: Int = 10, visible: Visibility? = nil) -> [SearchHit] {
        guard !query.isEmpty, limit > 0 else { return [] }
        let hits = NameSearch(query, index: self, limit: limit, visible: visible).run()
        if (hits.first?.score ?? 0) < 0.6, let turned = query.onOtherKeyboard {
            let others = NameSearch(turned, index: self, limit: limit, visible: visible).run()
            if let best = others.first, best.score > (hits.first?.score ?? 0) + 0.2 {
                return others.map { hit in
                    var hit = hit
                    hit.reasons.append(.otherKeyboardLayout)
                    return hit
                }
            }
        }
        return hits
    }
}
