public import Domain

/// How a log stood at one time: so many leaves with this root (C2SP `tlog-checkpoint`).
public struct Checkpoint: Sendable, Hashable {
    /// Names the log among all logs of the world: the installation's name and the log's id.
    public let origin: String
    /// How many leaves the log had.
    public let size: Int64
    public let root: MerkleHash

    public init(origin: String, size: Int64, root: MerkleHash) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// Reads a note's text.
    public init(parsing text: String) throws(NoteError) {
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
        // Each line ends with a line feed, so that the last part is empty.
        guard lines.count >= 4, lines.last == "", lines.dropLast().allSatisfy({ !$0.isEmpty }),
            let size = Int64(lines[1]), size >= 0, String(size) == lines[1],
            let root = Base64.decode(lines[2]).flatMap(MerkleHash.init(bytes:))
        else { throw .malformedCheckpoint }
        self.init(origin: lines[0], size: size, root: root)
    }

    /// The three lines that are signed.
    public var text: String {
        "\(origin)\n\(size)\n\(Base64.encode(root.bytes))\n"
    }

    /// The log that the origin names, when it is one of a Tirek installation.
    public var log: OrganizationID? {
        guard let end = origin.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
        return OrganizationID(origin[origin.utf8.index(after: end)...])
    }

    /// The origin of a log.
    static func origin(installation: String, log: OrganizationID) -> String {
        "\(installation)/journal/\(log)"
    }
}

/// A checkpoint with its signatures.
public struct SignedCheckpoint: Sendable, Hashable {
    public let checkpoint: Checkpoint
    public let note: SignedNote

    /// Reads a signed checkpoint; says nothing about whether its signatures hold.
    public init(parsing text: String) throws(NoteError) {
        note = try SignedNote(parsing: text)
        checkpoint = try Checkpoint(parsing: note.text)
    }

    init(checkpoint: Checkpoint, note: SignedNote) {
        self.checkpoint = checkpoint
        self.note = note
    }

    /// Whether it carries a signature of this key that holds.
    public func isSigned(by verifier: NoteVerifier) -> Bool {
        verifier.verifies(note)
    }
}

/// The installation's key for checkpoints. Each log signs under its own origin as the key's name.
public struct CheckpointKey: Sendable {
    private let seed: [UInt8]
    private let installation: String

    /// Takes 32 secret bytes, which must outlive a change of the root secret, and the installation's name, best its host name without
    /// blanks or plus signs.
    public init(seed: [UInt8], installation: String) throws(NoteError) {
        self.seed = seed
        self.installation = installation
        // A seed or a name that can't be used is told now rather than at the first checkpoint.
        _ = try NoteSigner(name: installation, seed: seed)
    }

    /// What partners check a log's checkpoints with.
    public func verifier(of log: OrganizationID) throws(NoteError) -> NoteVerifier {
        try signer(of: log).verifier
    }

    /// Signs how a log stands.
    public func sign(_ log: OrganizationID, size: Int64, root: MerkleHash) throws -> SignedCheckpoint {
        let origin = Checkpoint.origin(installation: installation, log: log)
        let checkpoint = Checkpoint(origin: origin, size: size, root: root)
        return SignedCheckpoint(checkpoint: checkpoint, note: try signer(of: log).sign(checkpoint.text))
    }

    /// Whether a checkpoint is one of this installation's for the log.
    public func signed(_ checkpoint: SignedCheckpoint, of log: OrganizationID) -> Bool {
        guard checkpoint.checkpoint.origin == Checkpoint.origin(installation: installation, log: log),
            let verifier = try? verifier(of: log)
        else { return false }
        return checkpoint.isSigned(by: verifier)
    }

    private func signer(of log: OrganizationID) throws(NoteError) -> NoteSigner {
        try NoteSigner(name: Checkpoint.origin(installation: installation, log: log), seed: seed)
    }
}
