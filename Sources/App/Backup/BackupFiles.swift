import Crypto
import Database
import Glibc

/// Adds a file of a backup piece by piece and hashes it on the way.
final class BackupFileWriter {
    private static let capacity = 1 << 16

    private let path: String
    private var descriptor: Int32
    private var buffer: [UInt8] = []
    private var hasher = SHA256()
    private(set) var byteCount: Int64 = 0

    /// Makes a new file that only this account can read.
    init(path: String) throws {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw BackupFolder.failure("make \(path)") }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    func write(_ bytes: [UInt8]) throws {
        buffer += bytes
        if buffer.count >= Self.capacity { try flush() }
    }

    /// Has the file on the disk and returns its SHA-256 in hexadecimal digits.
    func finish() throws -> String {
        try flush()
        guard fsync(descriptor) == 0 else { throw BackupFolder.failure("sync \(path)") }
        close(descriptor)
        descriptor = -1
        return hexadecimal(hasher.finalize())
    }

    private func flush() throws {
        hasher.update(data: buffer)
        var start = 0
        while start < buffer.count {
            let offset = off_t(byteCount) + off_t(start)
            let count = buffer[start...].withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, offset) }
            if count < 0 {
                if errno == EINTR { continue }
                throw BackupFolder.failure("write \(path)")
            }
            start += count
        }
        byteCount += Int64(buffer.count)
        buffer.removeAll(keepingCapacity: true)
    }
}

/// Reads a file of a backup piece by piece.
final class BackupFileReader {
    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var position = 0

    init(path: String) throws {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw BackupError("The backup is not whole: \(path) can't be opened.") }
    }

    deinit { close(descriptor) }

    /// Exactly so many bytes; `nil` when there are fewer.
    func read(_ count: Int) throws -> [UInt8]? {
        while buffer.count - position < count {
            guard let more = try chunk() else { return nil }
            buffer.removeFirst(position)
            position = 0
            buffer += more
        }
        defer { position += count }
        return Array(buffer[position..<position + count])
    }

    /// The file's size and SHA-256 in hexadecimal digits.
    static func digest(_ path: String) throws -> (byteCount: Int64, hash: String) {
        let reader = try BackupFileReader(path: path)
        var hasher = SHA256()
        var count: Int64 = 0
        while let bytes = try reader.chunk() {
            hasher.update(data: bytes)
            count += Int64(bytes.count)
        }
        return (count, hexadecimal(hasher.finalize()))
    }

    /// A whole file that is small by what it is; `nil` when it isn't there or is larger than a megabyte.
    static func small(_ path: String) throws -> [UInt8]? {
        guard access(path, F_OK) == 0 else { return nil }
        let reader = try BackupFileReader(path: path)
        var bytes: [UInt8] = []
        while let more = try reader.chunk() {
            bytes += more
            if bytes.count > 1 << 20 { return nil }
        }
        return bytes
    }

    private func chunk() throws -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count > 0 { return Array(bytes.prefix(count)) }
            if count == 0 { return nil }
            if errno != EINTR { throw BackupFolder.failure("read \(path)") }
        }
    }
}

/// Folders and names.
enum BackupFolder {
    static func make(_ path: String) throws {
        guard mkdir(path, 0o700) == 0 else { throw failure("make \(path)") }
    }

    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Has the names in a folder on the disk.
    static func sync(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("open \(path)") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("sync \(path)") }
    }

    /// Has a file that others wrote on the disk.
    static func syncFile(_ path: String) throws {
        let descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("open \(path)") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("sync \(path)") }
    }

    /// Gives a file or folder its final name, which must be free.
    static func move(_ path: String, to target: String) throws {
        guard !exists(target) else { throw BackupError("\(target) came into being meanwhile; it was left alone.") }
        guard rename(path, target) == 0 else { throw failure("rename \(path)") }
        try sync(folder(of: target))
    }

    /// A disk that is full, or that failed and must not be trusted any more; the database's kinds, so that the exit
    /// codes are the same.
    static func failure(_ act: String) -> any Error {
        let code = errno
        switch code {
        case ENOSPC, EDQUOT:
            return DatabaseError(kind: .diskFull, sqlState: "53100", message: "backup: no room to \(act)")
        case EIO:
            return DatabaseError(kind: .inputOutput, sqlState: "58030", message: "backup: could not \(act)")
        default:
            return BackupError("Could not \(act): \(String(cString: strerror(code))).")
        }
    }
}

func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
