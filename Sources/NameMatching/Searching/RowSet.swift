/// The rows that have one of some stems, and those that have two, a bit each: small enough to stay in a cache where the
/// rows themselves would not.
struct RowSet {
    private var once: [UInt64]
    private var twice: [UInt64]
    /// The stems whose rows are in it, a bit each.
    private var stems: [UInt64]

    init(rows: Int, stems: Int) {
        once = [UInt64](repeating: 0, count: rows / 64 + 1)
        twice = once
        self.stems = [UInt64](repeating: 0, count: stems / 64 + 1)
    }

    mutating func insert(stems: [Int], of index: NameIndex) {
        for stem in stems where self.stems[stem >> 6] >> UInt64(stem & 63) & 1 == 0 {
            self.stems[stem >> 6] |= 1 << UInt64(stem & 63)
            insert(rowsOf: stem, index)
        }
    }

    private mutating func insert(rowsOf stem: Int, _ index: NameIndex) {
        once.withUnsafeMutableBufferPointer { once in
            twice.withUnsafeMutableBufferPointer { twice in
                index.postings.forEach(stem) { row in
                    let (place, bit) = (Int(row &>> 6), 1 &<< UInt64(row & 63))
                    twice[place] |= once[place] & bit
                    once[place] |= bit
                    return true
                }
            }
        }
    }

    /// Calls `body` with the bits of the rows that have one of the stems beside `stem`, which may itself be one of them.
    @inline(__always)
    func withBits<Result>(beside stem: Int, _ body: (UnsafeBufferPointer<UInt64>) -> Result) -> Result {
        let isOwn = stems[stem >> 6] >> UInt64(stem & 63) & 1 == 1
        return (isOwn ? twice : once).withUnsafeBufferPointer(body)
    }
}
