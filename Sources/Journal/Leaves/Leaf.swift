import Crypto
import Domain

/// A leaf with all that its hash commits to.
struct Leaf: Sendable, Hashable {
    /// How many random bytes keep the details' hash from being guessed.
    static let saltSize = 16
    /// The first byte of a leaf's encoding; another encoding gets another number.
    private static let version: UInt8 = 1

    let log: OrganizationID
    let position: Int64
    let at: Instant
    let kind: String
    let actor: UserID?
    let actorOrganization: OrganizationID?
    let subject: RecordID?
    let counterpart: OrganizationID?
    let details: [UInt8]?
    let state: [UInt8]?
    let salt: [UInt8]

    /// The leaf's place in the Merkle tree; `position` is another than the leaf's own only when verification asks
    /// where a leaf came from.
    func hash(at position: Int64? = nil) -> MerkleHash {
        var writer = ByteWriter()
        writer.put(Self.version)
        writer.put(log)
        writer.put(position ?? self.position)
        writer.put(at.milliseconds)
        writer.put(kind.utf8)
        writer.put(actor)
        writer.put(actorOrganization)
        writer.put(subject)
        writer.put(counterpart)
        writer.put(Array(SHA256.hash(data: salt + (details ?? [])))[...])
        writer.put(state)
        return .leaf(writer.bytes)
    }
}
