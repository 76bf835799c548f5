import Domain
import Synchronization

/// Why the reserve could not be opened.
public enum ReserveError: Error, Sendable, Hashable {
    /// The file is not a reserve, or its first bytes are damaged. Its leaves must not be lost: an operator decides.
    case damaged(path: String)
    /// Another process has it.
    case inUse(path: String)
}

/// Room on the disk, taken at start, for the leaves of reads when the disk is full.
///
/// Entries stay in the file until later ones overwrite them; what has been drained is told by the database, in the
/// transaction that appended the leaves, so that a crash between the two neither loses nor doubles one.
final class ReserveFile: Sendable {
    /// How many bytes are taken by default.
    static let standardSize = 32 * 1024 * 1024
    private static let magic = Array("TIREKRS1".utf8)
    private static let dataOffset = 4096

    private struct State {
        var end: Int
        var nextSequence: Int64
    }

    /// Names the file in the database.
    let id: ReserveID
    private let file: SystemFile
    private let size: Int
    private let state: Mutex<State>

    /// Opens the reserve, or makes it when there is none.
    init(path: String, size: Int = standardSize, surroundings: Surroundings) throws {
        let file = try Self.open(path, size: size, surroundings: surroundings)
        guard file.lock() else { throw ReserveError.inUse(path: path) }
        var header = ByteReader(try file.read(16, at: Self.magic.count))
        guard try file.read(Self.magic.count, at: 0) == Self.magic, let id = header.id(ReserveEntity.self) else {
            throw ReserveError.damaged(path: path)
        }
        self.file = file
        self.id = id
        self.size = size
        let (entries, end) = try Self.scan(file, id: id, size: size)
        // Without a readable entry the numbers given before aren't known, and the database takes a lower one for
        // drained: the clock, in steps that no disk keeps up with, is above all of them.
        let fresh = max(1, surroundings.now().milliseconds * 1000)
        state = Mutex(State(end: end, nextSequence: entries.last.map { $0.sequence + 1 } ?? fresh))
    }

    private static func open(_ path: String, size: Int, surroundings: Surroundings) throws -> SystemFile {
        if let file = try SystemFile.ifPresent(path) { return file }
        // Made under another name, so that a crash midway can't leave a damaged reserve.
        let header = magic + surroundings.newID(ReserveEntity.self).bytes
        try SystemFile.replace(path, with: header, room: max(size, dataOffset))
        return try SystemFile(opening: path)
    }

    /// Lets another process have the reserve; this one is done with it.
    func release() {
        file.unlock()
    }

    /// Whether there is nothing that may still have to go into the journal.
    var isEmpty: Bool { state.withLock { $0.end == Self.dataOffset } }

    /// Adds leaves; they are on the disk when it returns.
    ///
    /// - Throws: ``JournalError/journalUnavailable`` when there is no room; ``FileError`` when the disk failed.
    func append(_ drafts: [LeafDraft]) throws {
        try state.withLock { state in
            var bytes: [UInt8] = []
            var sequence = state.nextSequence
            for draft in drafts {
                bytes += ReserveEntry(sequence: sequence, draft: draft).encoded(in: id)
                sequence += 1
            }
            guard state.end + bytes.count <= size else { throw JournalError.journalUnavailable }
            guard try file.writeIfRoom(bytes, at: state.end) else { throw JournalError.journalUnavailable }
            try file.sync()
            state = State(end: state.end + bytes.count, nextSequence: sequence)
        }
    }

    /// What was added since the reserve was last emptied, in order.
    func entries() throws -> [ReserveEntry] {
        try Self.scan(file, id: id, size: size).entries
    }

    /// Says that every entry up to a sequence number is in the journal; the room is used again when that is all.
    func drained(through sequence: Int64) {
        state.withLock { state in
            if state.nextSequence == sequence + 1 { state.end = Self.dataOffset }
        }
    }

    /// The whole entries and the offset after the last. Sequence numbers go up by one, so that what is left of an
    /// earlier use ends the list.
    private static func scan(_ file: SystemFile, id: ReserveID, size: Int) throws -> (entries: [ReserveEntry], end: Int)
    {
        var entries: [ReserveEntry] = []
        var end = dataOffset
        while true {
            var prefix = ByteReader(try file.read(ReserveEntry.prefixSize, at: end))
            guard let length = prefix.number(UInt32.self), let sequence = prefix.number(Int64.self), sequence > 0
            else { break }
            if let last = entries.last, sequence != last.sequence + 1 { break }
            let count = Int(length) + ReserveEntry.checksumSize
            guard end + ReserveEntry.prefixSize + count <= size else { break }
            let rest = try file.read(count, at: end + ReserveEntry.prefixSize)
            guard rest.count == count, let entry = ReserveEntry(sequence: sequence, rest: rest, in: id) else { break }
            end += ReserveEntry.prefixSize + count
            entries.append(entry)
        }
        return (entries, end)
    }
}
