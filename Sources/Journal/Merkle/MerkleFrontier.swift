/// All that must be kept of a Merkle tree to append to it and to know its root: the roots of its full subtrees,
/// largest first, one for each bit that is set in the number of leaves.
public struct MerkleFrontier: Hashable, Sendable {
    /// How many leaves the tree has.
    public private(set) var size: Int64
    /// The roots of the full subtrees, the largest (and leftmost) first.
    public private(set) var peaks: [MerkleHash]

    /// An empty tree.
    public init() {
        size = 0
        peaks = []
    }

    /// A tree as it was kept: its size and ``encodedPeaks``. `nil` when the two don't fit together.
    public init?(size: Int64, encodedPeaks: [UInt8]) {
        guard size >= 0, encodedPeaks.count == size.nonzeroBitCount * MerkleHash.size else { return nil }
        self.size = size
        peaks = stride(from: 0, to: encodedPeaks.count, by: MerkleHash.size).compactMap { start in
            MerkleHash(bytes: Array(encodedPeaks[start..<start + MerkleHash.size]))
        }
    }

    /// The peaks one after the other.
    public var encodedPeaks: [UInt8] {
        peaks.flatMap(\.bytes)
    }

    /// Adds a leaf by its hash; costs as many hashes as full subtrees become one.
    public mutating func append(_ leaf: MerkleHash) {
        var hash = leaf
        var rest = size
        while rest & 1 == 1, let left = peaks.popLast() {
            hash = .node(left, hash)
            rest >>= 1
        }
        peaks.append(hash)
        size += 1
    }

    /// The root of the whole tree.
    public var root: MerkleHash {
        guard var root = peaks.last else { return .empty }
        for peak in peaks.dropLast().reversed() {
            root = .node(peak, root)
        }
        return root
    }

    /// The positions of the leaves under each peak, in the peaks' order.
    public var peakRanges: [Range<Int64>] {
        var ranges: [Range<Int64>] = []
        var start: Int64 = 0
        for bit in stride(from: Int64.bitWidth - 2, through: 0, by: -1) where size & (1 << Int64(bit)) != 0 {
            let end = start + (1 << Int64(bit))
            ranges.append(start..<end)
            start = end
        }
        return ranges
    }
}
