/// A set of rows, a bit each: small enough to stay in a cache where the rows themselves would not.
struct RowSet {
    private var bits: [UInt64]

    init(rows: Int) { bits = [UInt64](repeating: 0, count: rows / 64 + 1) }

    mutating func insert(stems: [Int], of index: NameIndex) {
        bits.withUnsafeMutableBufferPointer { bits in
            for stem in stems {
                index.postings.forEach(stem) { row in
                    bits[Int(row &>> 6)] |= 1 &<< UInt64(row & 63)
                    return true
                }
            }
        }
    }

    @inline(__always)
    func withBits<Result>(_ body: (UnsafeBufferPointer<UInt64>) -> Result) -> Result {
        bits.withUnsafeBufferPointer(body)
    }
}
