import Journal
import Testing

/// The eight leaves and the roots that Certificate Transparency's reference tests publish.
@Suite("Merkle tree")
struct MerkleTests {
    static let leaves = [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    ].map { MerkleHash.leaf(bytes($0)) }

    static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ].map(bytes)

    @Test(arguments: 0...8)
    func publishedRoots(size: Int) {
        #expect(MerkleTree.root(of: Self.leaves.prefix(size)).bytes == Self.roots[size])
    }

    @Test func publishedInclusionProofs() {
        let long = MerkleTree.inclusionProof(of: 5, in: Self.leaves[...])
        #expect(
            long?.map(\.bytes) == [
                bytes("bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"),
                bytes("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
                bytes("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
            ]
        )
        #expect(MerkleTree.inclusionProof(of: 2, in: Self.leaves[..<3])?.map(\.bytes) == [Self.roots[2]])
        #expect(MerkleTree.inclusionProof(of: 3, in: Self.leaves[..<3]) == nil)
        #expect(MerkleTree.inclusionProof(of: 0, in: []) == nil)
    }

    @Test func publishedConsistencyProofs() {
        #expect(
            MerkleTree.consistencyProof(from: 6, in: Self.leaves[...])?.map(\.bytes) == [
                bytes("0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"),
                bytes("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
                bytes("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
            ]
        )
        #expect(
            MerkleTree.consistencyProof(from: 2, in: Self.leaves[..<5])?.map(\.bytes) == [
                bytes("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"),
                bytes("bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"),
            ]
        )
        #expect(MerkleTree.consistencyProof(from: 9, in: Self.leaves[...]) == nil)
    }

    @Test func frontierSurvivesBeingKept() throws {
        var frontier = MerkleFrontier()
        for (index, leaf) in Self.leaves.enumerated() {
            frontier = try #require(MerkleFrontier(size: frontier.size, encodedPeaks: frontier.encodedPeaks))
            frontier.append(leaf)
            #expect(frontier.root.bytes == Self.roots[index + 1])
            #expect(frontier.peakRanges.map(\.count).reduce(0, +) == index + 1)
        }
        #expect(MerkleFrontier(size: 3, encodedPeaks: frontier.encodedPeaks) == nil)
        #expect(MerkleFrontier(size: -1, encodedPeaks: []) == nil)
    }

    /// Every inclusion in every tree up to a size, and no other leaf, place, size or root.
    @Test func inclusionProofsHoldAndOnlyTheRightOnes() throws {
        let leaves = (0..<40).map { MerkleHash.leaf([UInt8($0)]) }
        for size in 1...40 {
            let tree = leaves[..<size]
            let root = MerkleTree.root(of: tree)
            for position in 0..<size {
                let proof = try #require(MerkleTree.inclusionProof(of: position, in: tree))
                func holds(
                    _ leaf: MerkleHash,
                    at position: Int,
                    size: Int = size,
                    root: MerkleHash = root,
                    _ proof: [MerkleHash] = proof
                ) -> Bool {
                    MerkleTree.verifyInclusion(
                        of: leaf,
                        at: Int64(position),
                        size: Int64(size),
                        root: root,
                        proof: proof
                    )
                }
                #expect(holds(leaves[position], at: position))
                #expect(!holds(.leaf([200]), at: position))
                #expect(!holds(leaves[position], at: size))
                #expect(!holds(leaves[position], at: position, root: .empty))
                #expect(!holds(leaves[position], at: position, proof + [root]))
                if size > 1 {
                    #expect(!holds(leaves[position], at: (position + 1) % size))
                    #expect(!holds(leaves[position], at: position, Array(proof.dropLast())))
                }
            }
        }
    }

    /// Every pair of sizes, and never for a tree that isn't a beginning of the other.
    @Test func consistencyProofsHoldAndOnlyTheRightOnes() throws {
        let leaves = (0..<40).map { MerkleHash.leaf([UInt8($0)]) }
        for newSize in 1...40 {
            let newRoot = MerkleTree.root(of: leaves[..<newSize])
            for oldSize in 1...newSize {
                let oldRoot = MerkleTree.root(of: leaves[..<oldSize])
                var other = Array(leaves[..<oldSize])
                other[oldSize / 2] = .leaf([201])
                let proof = try #require(MerkleTree.consistencyProof(from: oldSize, in: leaves[..<newSize]))
                func holds(_ oldRoot: MerkleHash, _ newRoot: MerkleHash, _ proof: [MerkleHash]) -> Bool {
                    MerkleTree.verifyConsistency(
                        oldSize: Int64(oldSize),
                        oldRoot: oldRoot,
                        newSize: Int64(newSize),
                        newRoot: newRoot,
                        proof: proof
                    )
                }
                #expect(holds(oldRoot, newRoot, proof))
                #expect(!holds(MerkleTree.root(of: other), newRoot, proof))
                #expect(!holds(oldRoot, .empty, proof))
                #expect(!holds(oldRoot, newRoot, proof + [newRoot]))
                if !proof.isEmpty { #expect(!holds(oldRoot, newRoot, Array(proof.dropLast()))) }
            }
        }
    }

    @Test func hashesHaveThirtyTwoBytes() {
        #expect(MerkleHash(bytes: Array(repeating: 0, count: 31)) == nil)
        #expect(MerkleHash(bytes: Array(repeating: 0, count: 32)) != nil)
    }
}
