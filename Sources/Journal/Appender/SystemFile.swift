#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A call to the system about a file failed.
public struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The call, as `fdatasync`.
    public let call: String
    public let path: String
    /// The system's error number.
    public let number: Int32

    public var description: String { "\(call) \(path): \(String(cString: strerror(number)))" }

    /// Whether there was no room.
    var isFull: Bool { number == ENOSPC || number == EDQUOT }

    /// Whether the path names nothing.
    var isMissing: Bool { number == ENOENT }
}

/// An open file, closed when it is let go.
final class SystemFile: Sendable {
    let path: String
    private let descriptor: Int32

    /// Opens a file for reading and writing, or only for reading.
    init(opening path: String, creating: Bool = false, readOnly: Bool = false) throws(FileError) {
        self.path = path
        let flags = (readOnly ? O_RDONLY : O_RDWR) | (creating ? O_CREAT | O_TRUNC : 0) | O_CLOEXEC
        descriptor = open(path, flags, 0o600)
        if descriptor < 0 { throw FileError(call: "open", path: path, number: errno) }
    }

    deinit {
        _ = close(descriptor)
    }

    /// Takes the file for this process alone; `false` when another has it.
    func lock() -> Bool {
        flock(descriptor, LOCK_EX | LOCK_NB) == 0
    }

    /// Lets other processes have the file.
    func unlock() {
        _ = flock(descriptor, LOCK_UN)
    }

    /// Reserves room for so many bytes on the disk.
    func allocate(_ size: Int) throws(FileError) {
        #if canImport(Glibc)
        let result = posix_fallocate(descriptor, 0, off_t(size))
        if result != 0 { throw FileError(call: "posix_fallocate", path: path, number: result) }
        #else
        if ftruncate(descriptor, off_t(size)) != 0 { throw FileError(call: "ftruncate", path: path, number: errno) }
        #endif
    }

    /// So many bytes from an offset; fewer at the file's end.
    func read(_ count: Int, at offset: Int) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            var failure: Int32 = 0
            let piece = [UInt8](unsafeUninitializedCapacity: count - bytes.count) { buffer, initialized in
                let result = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset + bytes.count))
                if result < 0 { failure = errno }
                initialized = max(0, result)
            }
            if failure == EINTR { continue }
            if failure != 0 { throw FileError(call: "pread", path: path, number: failure) }
            if piece.isEmpty { break }
            bytes += piece
        }
        return bytes
    }

    /// Everything in the file.
    func readAll() throws(FileError) -> [UInt8] {
        var information = stat()
        if fstat(descriptor, &information) != 0 { throw FileError(call: "fstat", path: path, number: errno) }
        return try read(Int(information.st_size), at: 0)
    }

    func write(_ bytes: [UInt8], at offset: Int) throws(FileError) {
        var written = 0
        while written < bytes.count {
            let result = bytes[written...].withUnsafeBytes { buffer in
                pwrite(descriptor, buffer.baseAddress, buffer.count, off_t(offset + written))
            }
            if result < 0 {
                if errno == EINTR { continue }
                throw FileError(call: "pwrite", path: path, number: errno)
            }
            written += result
        }
    }

    /// Waits until what was written is on the disk.
    func sync() throws(FileError) {
        #if canImport(Glibc)
        let result = fdatasync(descriptor)
        #else
        let result = fsync(descriptor)
        #endif
        if result != 0 { throw FileError(call: "fdatasync", path: path, number: errno) }
    }

    /// Writes; `false` when there was no room.
    func writeIfRoom(_ bytes: [UInt8], at offset: Int) throws(FileError) -> Bool {
        do {
            try write(bytes, at: offset)
            return true
        } catch {
            guard error.isFull else { throw error }
            return false
        }
    }

    /// Opens a file for reading and writing; `nil` when there is none.
    static func ifPresent(_ path: String, readOnly: Bool = false) throws(FileError) -> SystemFile? {
        do {
            return try SystemFile(opening: path, readOnly: readOnly)
        } catch {
            guard error.isMissing else { throw error }
            return nil
        }
    }

    /// Puts a file with this content in place of another, so that after a crash there is the old one or the new one.
    /// It takes at least `room` bytes on the disk.
    static func replace(_ path: String, with content: [UInt8], room: Int = 0) throws(FileError) {
        let temporary = path + ".new"
        let file = try SystemFile(opening: temporary, creating: true)
        if room > 0 { try file.allocate(room) }
        try file.write(content, at: 0)
        try file.sync()
        if rename(temporary, path) != 0 { throw FileError(call: "rename", path: path, number: errno) }
        try syncDirectory(of: path)
    }

    private static func syncDirectory(of path: String) throws(FileError) {
        let end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let directory = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor < 0 { throw FileError(call: "open", path: directory, number: errno) }
        defer { _ = close(descriptor) }
        if fsync(descriptor) != 0 { throw FileError(call: "fsync", path: directory, number: errno) }
    }
}
