import Access
import Database
import Domain
import Synchronization
import Vault
import Web

/// Takes a file into a case as it arrives: told by its content, capped, sealed, and for pictures a second time without
/// what tells where and when they were taken.
struct AttachmentIntake {
    /// 25 MB.
    static let largest: Int64 = 25_000_000
    /// The file, and what stands in the form round it.
    static let largestRequest = Int(largest) + (1 << 20)

    let files: SealedFiles

    struct Taken {
        var file: EntryFile?
        var name = ""
        var fields: [String: String] = [:]
    }

    /// Reads an upload with one file in the field `file`.
    ///
    /// - Throws: `CaseError.refused` for a file that is missing, too large, of a kind that isn't taken, or not what its
    ///   name says.
    func take(_ upload: MultipartReader, of record: RecordID, in scope: TenantScope) async throws -> Taken {
        var taken = Taken()
        while let event = try await upload.next() {
            guard case .part(let part) = event else { continue }
            guard part.fileName != nil else {
                taken.fields[part.name] = try await upload.text()
                continue
            }
            let name = part.fileName ?? ""
            guard part.name == "file", taken.file == nil, !name.isEmpty else { continue }
            taken.name = name
            taken.file = try await stage(upload, name, of: record, in: scope)
        }
        return taken
    }

    private func stage(
        _ upload: MultipartReader,
        _ name: String,
        of record: RecordID,
        in scope: TenantScope
    ) async throws -> EntryFile {
        var first: [UInt8] = []
        var isEnd = false
        while first.count < FileKind.probeByteCount, !isEnd {
            switch try await upload.next() {
            case .data(let bytes): first += bytes
            case .end, nil: isEnd = true
            case .part: throw WebError.badRequest(.form)
            }
        }
        guard !first.isEmpty else { throw CaseError.refused(.fileMissing) }
        guard let kind = FileKind(beginning: first) else { throw CaseError.refused(.fileTypeRefused) }
        guard kind.fits(name: name) else { throw CaseError.refused(.fileDisguised) }
        let pieces = UploadPieces(upload: upload, first: first, isEnd: isEnd, keepsAll: kind.isPicture)
        let original = try await seal(pieces, of: record, in: scope)
        guard kind.isPicture else {
            return EntryFile(
                original: original.id,
                shared: original.id,
                mediaType: kind.mediaType,
                byteCount: original.byteCount
            )
        }
        let cleaned: [UInt8]
        do {
            cleaned = try PictureCleaner.cleaned(pieces.kept, kind)
        } catch {
            throw CaseError.refused(.fileDamaged)
        }
        let shared = try await files.stage(OnePiece(bytes: cleaned), of: record, in: scope, limit: Self.largest)
        return EntryFile(
            original: original.id,
            shared: shared.id,
            mediaType: kind.mediaType,
            byteCount: original.byteCount
        )
    }

    private func seal(_ pieces: UploadPieces, of record: RecordID, in scope: TenantScope) async throws -> SealedFile {
        do {
            return try await files.stage(pieces, of: record, in: scope, limit: Self.largest)
        } catch VaultError.tooLarge {
            throw CaseError.refused(.fileTooLarge)
        }
    }
}

/// The pieces of one uploaded file as they come, and all of them together where they are wanted again.
private final class UploadPieces: AsyncSequence, AsyncIteratorProtocol, Sendable {
    typealias Element = [UInt8]

    private struct State {
        var first: [UInt8]?
        var isEnd: Bool
        var kept: [UInt8] = []
    }

    private let upload: MultipartReader
    private let keepsAll: Bool
    private let state: Mutex<State>

    init(upload: MultipartReader, first: [UInt8], isEnd: Bool, keepsAll: Bool) {
        self.upload = upload
        self.keepsAll = keepsAll
        state = Mutex(State(first: first, isEnd: isEnd))
    }

    var kept: [UInt8] { state.withLock { $0.kept } }

    func makeAsyncIterator() -> UploadPieces { self }

    func next() async throws -> [UInt8]? {
        let known = state.withLock { state -> (piece: [UInt8]?, isEnd: Bool) in
            defer { state.first = nil }
            return (state.first, state.isEnd)
        }
        if let piece = known.piece { return keep(piece) }
        guard !known.isEnd else { return nil }
        switch try await upload.next() {
        case .data(let bytes): return keep(bytes)
        case .end, nil:
            state.withLock { $0.isEnd = true }
            return nil
        case .part: throw WebError.badRequest(.form)
        }
    }

    private func keep(_ piece: [UInt8]) -> [UInt8] {
        if keepsAll { state.withLock { $0.kept += piece } }
        return piece
    }
}

/// Bytes that are all there already.
private struct OnePiece: AsyncSequence, AsyncIteratorProtocol, Sendable {
    var bytes: [UInt8]?

    func makeAsyncIterator() -> OnePiece { self }

    mutating func next() async throws -> [UInt8]? {
        defer { bytes = nil }
        return bytes
    }
}
