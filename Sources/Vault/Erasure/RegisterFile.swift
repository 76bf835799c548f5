import Database

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The register's file, open and locked against other processes until it is closed.
struct RegisterFile {
    struct Contents {
        var entries: [ErasureEntry] = []
        var lastCheck = RegisterLine.firstCheck
        /// Where the last whole line ends.
        var intactBytes = 0
    }

    private let path: String
    private let descriptor: Int32

    init(path: String, mayCreate: Bool) throws {
        self.path = path
        descriptor = open(path, O_RDWR | O_CLOEXEC | (mayCreate ? O_CREAT : 0), 0o600)
        guard descriptor >= 0 else {
            throw errno == ENOENT
                ? ErasureRegisterError.missing(path: path) : ErasureRegisterError.notOpened(path: path, code: errno)
        }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                let code = errno
                close()
                throw ErasureRegisterError.notOpened(path: path, code: code)
            }
        }
    }

    /// Releases the lock too.
    func close() {
        closeDescriptor(descriptor)
    }

    func contents() throws -> Contents {
        let bytes = try allBytes()
        var contents = Contents()
        var start = 0
        while let end = bytes[start...].firstIndex(of: 0x0A) {
            let number = contents.entries.count + 1
            let line = String(decoding: bytes[start..<end], as: UTF8.self)
            guard let (entry, check) = RegisterLine.parse(line, number: number, after: contents.lastCheck) else {
                throw ErasureRegisterError.damaged(path: path, line: number)
            }
            contents.entries.append(entry)
            contents.lastCheck = check
            start = end + 1
            contents.intactBytes = start
        }
        return contents
    }

    /// Writes a line after the last whole one and syncs.
    func append(_ line: String, at offset: Int) throws {
        guard ftruncate(descriptor, off_t(offset)) == 0 else { throw Self.failure("cut") }
        let bytes = Array(line.utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                pwrite(descriptor, $0.baseAddress, $0.count, off_t(offset + written))
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw Self.failure("write")
            }
            written += count
        }
        try sync()
    }

    func sync() throws {
        guard fsync(descriptor) == 0 else { throw Self.failure("sync") }
    }

    static func failure(_ act: String) -> DatabaseError {
        let isFull = errno == ENOSPC || errno == EDQUOT
        return DatabaseError(
            kind: isFull ? .diskFull : .inputOutput,
            sqlState: isFull ? "53100" : "58030",
            message: "register of erasures: \(act) failed with error \(errno)"
        )
    }

    private func allBytes() throws -> [UInt8] {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.failure("status") }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var count = 0
        while count < bytes.count {
            let offset = count
            let got = bytes.withUnsafeMutableBytes { buffer in
                pread(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset, off_t(offset))
            }
            if got < 0 {
                if errno == EINTR { continue }
                throw Self.failure("read")
            }
            if got == 0 { break }
            count += got
        }
        return Array(bytes.prefix(count))
    }
}

/// `close(2)` under a name that a method's own can't hide.
private func closeDescriptor(_ descriptor: Int32) {
    close(descriptor)
}
