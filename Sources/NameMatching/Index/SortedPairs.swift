/// A multi-map from 32-bit keys to 32-bit numbers in one sorted array with a short unsorted tail for the newest.
struct SortedPairs: Sendable {
    private(set) var pairs: [UInt64] = []
    /// How many of `pairs` are in order.
    private(set) var settled = 0

    init() {}

    init(pairs: [UInt64]) {
        self.pairs = pairs
        settled = pairs.count
    }

    var footprint: Int { pairs.capacity * 8 }

    /// True when the tail has grown so long that looking through it would be felt.
    var isUnsettled: Bool { pairs.count - settled > 768 + settled / 32 }

    mutating func insert(_ key: UInt32, _ value: UInt32) {
        pairs.append(UInt64(key) << 32 | UInt64(value))
    }

    mutating func settle() {
        guard settled < pairs.count else { return }
        pairs.sort()
        settled = pairs.count
    }

    @inline(__always)
    func forEach(_ key: UInt32, _ body: (UInt32) -> Void) {
        pairs.withUnsafeBufferPointer { pairs in
            var low = 0
            var high = settled
            let wanted = UInt64(key) << 32
            while low < high {
                let middle = (low &+ high) &>> 1
                if pairs[middle] < wanted { low = middle &+ 1 } else { high = middle }
            }
            while low < settled, UInt32(truncatingIfNeeded: pairs[low] >> 32) == key {
                body(UInt32(truncatingIfNeeded: pairs[low]))
                low &+= 1
            }
            for place in settled..<pairs.count where UInt32(truncatingIfNeeded: pairs[place] >> 32) == key {
                body(UInt32(truncatingIfNeeded: pairs[place]))
            }
        }
    }
}
