import Crypto

/// Why a note, a key or a checkpoint was refused.
public enum NoteError: Error, Sendable, Hashable {
    /// The text is not a signed note as C2SP's `signed-note` describes it.
    case malformedNote
    /// The text is not a verifier key for Ed25519, or its id doesn't fit.
    case malformedKey
    /// The note's text is not a checkpoint as C2SP's `tlog-checkpoint` describes it.
    case malformedCheckpoint
    /// A key's name is empty or has a blank or a plus sign in it.
    case malformedName
}

/// One signature line of a note.
public struct NoteSignature: Sendable, Hashable {
    /// The name of the key.
    public let name: String
    /// The first four bytes of the hash of the key's name and public part.
    public let keyID: UInt32
    public let signature: [UInt8]

    var line: String {
        let id = withUnsafeBytes(of: keyID.bigEndian) { Array($0) }
        return "\u{2014} \(name) \(Base64.encode(id + signature))\n"
    }
}

/// A text with signatures under it (C2SP `signed-note`), which a person can read and mail.
public struct SignedNote: Sendable, Hashable, CustomStringConvertible {
    /// What is signed: lines that each end with a line feed.
    public let text: String
    public let signatures: [NoteSignature]

    /// How many signature lines are read at most.
    private static let mostSignatures = 100

    init(text: String, signatures: [NoteSignature]) {
        self.text = text
        self.signatures = signatures
    }

    /// Reads a note; says nothing about whether its signatures hold.
    public init(parsing note: String) throws(NoteError) {
        let bytes = Array(note.utf8)
        guard bytes.allSatisfy({ $0 >= 0x20 || $0 == 0x0A }), bytes.last == 0x0A,
            let blank = (1..<max(1, bytes.count)).last(where: { bytes[$0] == 0x0A && bytes[$0 - 1] == 0x0A })
        else { throw .malformedNote }
        let lines = bytes[(blank + 1)...].dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
        guard (1...Self.mostSignatures).contains(lines.count), blank + 1 < bytes.count else { throw .malformedNote }
        var signatures: [NoteSignature] = []
        for line in lines {
            guard let signature = NoteSignature(line: line) else { throw .malformedNote }
            signatures.append(signature)
        }
        self.init(text: String(decoding: bytes[..<blank], as: UTF8.self), signatures: signatures)
    }

    public var description: String {
        text + "\n" + signatures.map(\.line).joined()
    }
}

extension NoteSignature {
    fileprivate init?(line: ArraySlice<UInt8>) {
        let dash = Array("\u{2014} ".utf8)
        guard line.starts(with: dash) else { return nil }
        let parts = line.dropFirst(dash.count).split(separator: 0x20, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let name = String(decoding: parts[0], as: UTF8.self)
        guard NoteVerifier.isName(name),
            let content = Base64.decode(String(decoding: parts[1], as: UTF8.self)), content.count > 4
        else { return nil }
        self.init(
            name: name,
            keyID: content.prefix(4).reduce(0) { $0 << 8 | UInt32($1) },
            signature: Array(content.dropFirst(4))
        )
    }
}

/// The public part of a key that signs notes.
public struct NoteVerifier: Sendable, Hashable {
    /// Ed25519's number in key ids and verifier keys.
    private static let algorithm: UInt8 = 1

    public let name: String
    public let keyID: UInt32
    /// The 32 bytes of the Ed25519 key.
    public let publicKey: [UInt8]

    init(name: String, publicKey: [UInt8]) throws(NoteError) {
        guard Self.isName(name) else { throw .malformedName }
        self.name = name
        self.publicKey = publicKey
        let content = Array(name.utf8) + [0x0A, Self.algorithm] + publicKey
        keyID = SHA256.hash(data: content).prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Reads a verifier key: the name, the id in hexadecimal and the key in Base 64 with plus signs between.
    public init(_ verifierKey: String) throws(NoteError) {
        let parts = verifierKey.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let key = Base64.decode(parts[2]), key.count == 33, key.first == Self.algorithm
        else { throw .malformedKey }
        try self.init(name: parts[0], publicKey: Array(key.dropFirst()))
        guard hexadecimalID == parts[1] else { throw .malformedKey }
    }

    /// The key as it is given to partners.
    public var verifierKey: String {
        "\(name)+\(hexadecimalID)+\(Base64.encode([Self.algorithm] + publicKey))"
    }

    /// Whether the note has a signature of this key and the first such signature holds.
    public func verifies(_ note: SignedNote) -> Bool {
        guard let own = note.signatures.first(where: { $0.name == name && $0.keyID == keyID }),
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
        else { return false }
        return key.isValidSignature(own.signature, for: Array(note.text.utf8))
    }

    static func isName(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0 != "+" && $0.value >= 0x20 }
    }

    private var hexadecimalID: String {
        let digits = String(keyID, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}

/// A key that signs notes.
public struct NoteSigner: Sendable {
    private let key: Curve25519.Signing.PrivateKey
    /// The public part.
    public let verifier: NoteVerifier

    /// Takes the key's name in signature lines and the 32 secret bytes of the Ed25519 key.
    public init(name: String, seed: [UInt8]) throws(NoteError) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { throw .malformedKey }
        self.key = key
        verifier = try NoteVerifier(name: name, publicKey: Array(key.publicKey.rawRepresentation))
    }

    /// Signs a text of whole lines.
    public func sign(_ text: String) throws -> SignedNote {
        let signature = Array(try key.signature(for: Array(text.utf8)))
        return SignedNote(
            text: text,
            signatures: [NoteSignature(name: verifier.name, keyID: verifier.keyID, signature: signature)]
        )
    }
}
