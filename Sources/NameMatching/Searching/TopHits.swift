/// The best records so far, each once, the best first; ties in the order of keys, so that neither the order of
/// insertion nor that of looking shows.
struct TopHits {
    struct Hit {
        var score: Int
        var record: Int
        var row: Int
    }

    let limit: Int
    private(set) var hits: [Hit] = []
    /// The key of the last hit of a full list.
    private(set) var lastKey: RecordKey?

    init(limit: Int) {
        self.limit = limit
        hits.reserveCapacity(limit + 1)
    }

    /// A score that no longer gets in.
    @inline(__always)
    var floor: Int { hits.count < limit ? 0 : hits[hits.count &- 1].score &- 1 }

    var isFull: Bool { hits.count >= limit }

    /// Whether there are enough hits that none of this score or less is waited for.
    func isFull(of score: Int) -> Bool { isFull && floor &+ 1 >= score }

    mutating func offer(_ score: Int, record: Int, row: Int, _ index: NameIndex, _ visible: NameIndex.Visibility?) {
        if let known = hits.firstIndex(where: { $0.record == record }) {
            guard hits[known].score < score else { return }
            hits.remove(at: known)
        } else {
            if hits.count == limit, let last = hits.last, !isBetter(score, record, than: last, index) { return }
            if let visible, !visible(index.keys[record], index.tags[record]) { return }
        }
        let hit = Hit(score: score, record: record, row: row)
        let place = hits.firstIndex { isBetter(score, record, than: $0, index) } ?? hits.count
        hits.insert(hit, at: place)
        if hits.count > limit { hits.removeLast() }
        lastKey = hits.count == limit ? hits.last.map { index.keys[$0.record] } : nil
    }

    private func isBetter(_ score: Int, _ record: Int, than other: Hit, _ index: NameIndex) -> Bool {
        score != other.score ? score > other.score : index.keys[record] < index.keys[other.record]
    }
}
