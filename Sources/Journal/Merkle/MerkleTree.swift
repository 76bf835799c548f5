/// Proofs over the leaf hashes of a whole tree (RFC 6962, sections 2.1.1 and 2.1.2).
public enum MerkleTree {
    /// The root over all leaves.
    public static func root(of leaves: some Sequence<MerkleHash>) -> MerkleHash {
        var frontier = MerkleFrontier()
        for leaf in leaves { frontier.append(leaf) }
        return frontier.root
    }

    /// The hashes that lead from the leaf at `position` to the root, from the bottom up; `nil` when there is no such
    /// leaf.
    public static func inclusionProof(of position: Int, in leaves: ArraySlice<MerkleHash>) -> [MerkleHash]? {
        guard leaves.indices.contains(leaves.startIndex + position), position >= 0 else { return nil }
        if leaves.count == 1 { return [] }
        let split = leaves.startIndex + largestPowerOfTwo(below: leaves.count)
        let (left, right) = (leaves[..<split], leaves[split...])
        if position < left.count {
            return inclusionProof(of: position, in: left).map { $0 + [root(of: right)] }
        }
        return inclusionProof(of: position - left.count, in: right).map { $0 + [root(of: left)] }
    }

    /// The hashes that show that the tree of the first `size` leaves became the tree of all leaves by appending only;
    /// `nil` when the tree was never of that size.
    public static func consistencyProof(from size: Int, in leaves: ArraySlice<MerkleHash>) -> [MerkleHash]? {
        guard size >= 0, size <= leaves.count else { return nil }
        if size == 0 || size == leaves.count { return [] }
        return subproof(size, leaves, isComplete: true)
    }

    private static func subproof(_ size: Int, _ leaves: ArraySlice<MerkleHash>, isComplete: Bool) -> [MerkleHash] {
        if size == leaves.count { return isComplete ? [] : [root(of: leaves)] }
        let count = largestPowerOfTwo(below: leaves.count)
        let split = leaves.startIndex + count
        let (left, right) = (leaves[..<split], leaves[split...])
        if size <= count {
            return subproof(size, left, isComplete: isComplete) + [root(of: right)]
        }
        return subproof(size - count, right, isComplete: false) + [root(of: left)]
    }

    /// The largest power of two that is smaller than `count`, which is at least 2.
    private static func largestPowerOfTwo(below count: Int) -> Int {
        1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    }

    /// Whether `proof` shows that `leaf` is at `position` in the tree of `size` leaves with this root.
    public static func verifyInclusion(
        of leaf: MerkleHash,
        at position: Int64,
        size: Int64,
        root: MerkleHash,
        proof: [MerkleHash]
    ) -> Bool {
        guard position >= 0, position < size else { return false }
        var node = position
        var last = size - 1
        var hash = leaf
        for sibling in proof {
            guard last > 0 else { return false }
            if node & 1 == 1 || node == last {
                hash = .node(sibling, hash)
                while node & 1 == 0, node != 0 {
                    node >>= 1
                    last >>= 1
                }
            } else {
                hash = .node(hash, sibling)
            }
            node >>= 1
            last >>= 1
        }
        return last == 0 && hash == root
    }

    /// Whether `proof` shows that the tree of `newSize` leaves begins with the tree of `oldSize` leaves.
    public static func verifyConsistency(
        oldSize: Int64,
        oldRoot: MerkleHash,
        newSize: Int64,
        newRoot: MerkleHash,
        proof: [MerkleHash]
    ) -> Bool {
        guard oldSize >= 0, oldSize <= newSize else { return false }
        if oldSize == newSize { return proof.isEmpty && oldRoot == newRoot }
        if oldSize == 0 { return proof.isEmpty && oldRoot == .empty }
        var path = proof[...]
        // A full old tree is a node of the new one, so the proof leaves its hash out.
        if oldSize.nonzeroBitCount == 1 { path = [oldRoot] + path }
        guard let first = path.popFirst() else { return false }
        var node = oldSize - 1
        var last = newSize - 1
        while node & 1 == 1 {
            node >>= 1
            last >>= 1
        }
        var oldHash = first
        var newHash = first
        for sibling in path {
            guard last > 0 else { return false }
            if node & 1 == 1 || node == last {
                oldHash = .node(sibling, oldHash)
                newHash = .node(sibling, newHash)
                while node & 1 == 0, node != 0 {
                    node >>= 1
                    last >>= 1
                }
            } else {
                newHash = .node(newHash, sibling)
            }
            node >>= 1
            last >>= 1
        }
        return last == 0 && oldHash == oldRoot && newHash == newRoot
    }
}
