import Crypto

/// A SHA-256 hash in a Merkle tree as RFC 6962, section 2.1 builds it: leaves and inner nodes are hashed with
/// different first bytes, so that one can never pass for the other.
public struct MerkleHash: Hashable, Sendable {
    /// The 32 bytes.
    public let bytes: [UInt8]

    /// Takes a hash that was made elsewhere; `nil` unless it has 32 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.size else { return nil }
        self.bytes = bytes
    }

    private init(_ digest: SHA256Digest) {
        bytes = Array(digest)
    }

    /// How many bytes a hash has.
    public static let size = 32

    /// The hash of a tree without leaves.
    public static let empty = MerkleHash(SHA256.hash(data: [UInt8]()))

    /// The hash of one leaf.
    public static func leaf(_ content: [UInt8]) -> MerkleHash {
        var hasher = SHA256()
        hasher.update(data: [0])
        hasher.update(data: content)
        return MerkleHash(hasher.finalize())
    }

    /// The hash of the node over two others.
    public static func node(_ left: MerkleHash, _ right: MerkleHash) -> MerkleHash {
        var content: [UInt8] = [1]
        content.reserveCapacity(1 + 2 * size)
        content += left.bytes
        content += right.bytes
        return MerkleHash(SHA256.hash(data: content))
    }
}
