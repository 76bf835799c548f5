import Domain
import Journal
import Testing

@Suite("Signed notes and checkpoints")
struct CheckpointTests {
    /// The key, text and signature in the documentation of Go's `sumdb/note`, which C2SP's format describes.
    static let key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    static let seed = bytes("810a1402d5146c8d84f2443330f54080ebf98ee17d9c74f6252fc5d5c7283173")
    static let text =
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
    static let note =
        text + "\n\u{2014} PeterNeumann "
        + "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"

    @Test func publishedNote() throws {
        let verifier = try NoteVerifier(Self.key)
        let note = try SignedNote(parsing: Self.note)
        #expect(verifier.keyID == 0xC74F_20A3)
        #expect(verifier.verifierKey == Self.key)
        #expect(note.text == Self.text)
        #expect(note.description == Self.note)
        #expect(verifier.verifies(note))
        #expect(try NoteSigner(name: "PeterNeumann", seed: Self.seed).sign(Self.text) == note)
        let other = try SignedNote(parsing: Self.note.replacing("your problem is", with: "your solution is"))
        #expect(!verifier.verifies(other))
        #expect(!(try NoteSigner(name: "PeterNeumann", seed: Array(repeating: 7, count: 32)).verifier.verifies(note)))
    }

    @Test(arguments: [
        "", "text\n", "text\n\n", "text\n\n\u{2014} name AAAA", "text\n\n\u{2014} name AAAAAA==\n",
        "text\n\n- name AAAAAAA=\n",
        "text\n\n\u{2014} na+me AAAAAAA=\n", "text\n\n\u{2014} name  AAAAAAA=\n", "text\n\n\u{2014} name AAAAAAA=\n\n",
        "text\r\n\n\u{2014} name AAAAAAA=\n", "text\n\n\u{2014} name AAAAAA=\n",
        "text\n\n\u{2014} name AAAAAAA=\nmore\n",
    ])
    func malformedNotes(note: String) {
        #expect(throws: NoteError.malformedNote) { try SignedNote(parsing: note) }
    }

    @Test(arguments: [
        "", "PeterNeumann", "PeterNeumann+c74f20a3",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "PeterNeumann+c74f20a3+AQ==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    ])
    func malformedKeys(key: String) {
        #expect(throws: NoteError.malformedKey) { try NoteVerifier(key) }
    }

    /// The example in C2SP's description of checkpoints.
    @Test func publishedCheckpoint() throws {
        let note = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            \u{2014} example.com/behind-the-sofa \
            Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=

            """
        let signed = try SignedCheckpoint(parsing: note)
        #expect(signed.checkpoint.origin == "example.com/behind-the-sofa")
        #expect(signed.checkpoint.size == 20_852_163)
        #expect(signed.checkpoint.root.bytes.prefix(4) == [0x0A, 0xC5, 0x18, 0x6A])
        #expect(signed.checkpoint.log == nil)
        #expect(signed.note.signatures.map(\.name) == ["example.com/behind-the-sofa"])
        #expect(signed.note.description == note)
        #expect(signed.checkpoint.text == signed.note.text)
    }

    @Test(arguments: [
        "origin\n1\n", "origin\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "origin\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "origin\n+1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=",
        "origin\n1\nCsUYapGGPo4d\n", "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
    ])
    func malformedCheckpoints(text: String) {
        #expect(throws: NoteError.malformedCheckpoint) { try Checkpoint(parsing: text) }
    }

    @Test func ownCheckpointsCarryTheLogsName() throws {
        let key = try CheckpointKey(seed: Array(repeating: 7, count: 32), installation: "tirek.example")
        let signed = try key.sign(alpha, size: 12, root: .empty)
        let read = try SignedCheckpoint(parsing: signed.note.description)
        #expect(read == signed)
        #expect(read.checkpoint.origin == "tirek.example/journal/\(alpha)")
        #expect(read.checkpoint.log == alpha)
        let printed = try key.verifier(of: alpha).verifierKey
        #expect(read.isSigned(by: try NoteVerifier(printed)))
        #expect(!read.isSigned(by: try key.verifier(of: beta)))
        #expect(key.signed(read, of: alpha))
        #expect(!key.signed(read, of: beta))
        let other = try CheckpointKey(seed: Array(repeating: 8, count: 32), installation: "tirek.example")
        #expect(!other.signed(read, of: alpha))
    }

    @Test func keysNeedAFullSeedAndAName() {
        #expect(throws: NoteError.malformedKey) { try CheckpointKey(seed: [1, 2, 3], installation: "tirek.example") }
        #expect(throws: NoteError.malformedName) {
            try CheckpointKey(seed: Array(repeating: 7, count: 32), installation: "two words")
        }
    }
}
