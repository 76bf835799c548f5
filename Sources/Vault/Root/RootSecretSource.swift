#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Where the root secret comes from at start.
public enum RootSecretSource: Sendable, Hashable {
    /// A file of 32 bytes on tmpfs or another disk than the data's.
    case file(String)
    /// A descriptor that the parent process has opened (a pipe or a file); it is closed after reading.
    case fileDescriptor(Int32)
    /// A file in systemd's `$CREDENTIALS_DIRECTORY` (`LoadCredentialEncrypted=` in the unit).
    case systemdCredential(name: String)

    /// Reads the secret.
    ///
    /// - Parameters:
    ///   - dataDirectory: where the database is; `nil` when it is on another machine.
    ///   - isDemonstration: skips the checks of place and mode.
    /// - Returns: the secret; what was read is wiped.
    /// - Throws: `RootSecretError` when it is missing, has a wrong size, lies on the data directory's filesystem, or
    ///   could be read or replaced by another account.
    public func load(dataDirectory: String?, isDemonstration: Bool) throws(RootSecretError) -> RootSecret {
        let (path, descriptor) = try opened()
        defer { close(descriptor) }
        if !isDemonstration { try Self.check(descriptor, path: path, dataDirectory: dataDirectory) }
        var bytes = try Self.read(descriptor, path: path)
        defer { bytes.withUnsafeMutableBytes { wipe($0) } }
        return try RootSecret(bytes: bytes)
    }

    private func opened() throws(RootSecretError) -> (path: String, descriptor: Int32) {
        let path: String
        switch self {
        case .fileDescriptor(let number): return ("descriptor \(number)", number)
        case .file(let name): path = name
        case .systemdCredential(let name):
            guard let directory = getenv("CREDENTIALS_DIRECTORY") else { throw .noCredentialsDirectory(name: name) }
            path = String(cString: directory) + "/" + name
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .missing(path: path) : .unreadable(path: path, code: errno)
        }
        return (path, descriptor)
    }

    private static func check(_ descriptor: Int32, path: String, dataDirectory: String?) throws(RootSecretError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(path: path, code: errno) }
        let type = status.st_mode & S_IFMT
        if type == S_IFIFO || type == S_IFSOCK { return }
        guard type == S_IFREG else { throw .notAFile(path: path) }
        guard status.st_mode & 0o077 == 0 else {
            throw .readableByOthers(path: path, mode: UInt32(status.st_mode & 0o777))
        }
        guard status.st_uid == geteuid() || status.st_uid == 0 else { throw .ownedBySomebodyElse(path: path) }
        guard let dataDirectory else { return }
        var data = stat()
        guard stat(dataDirectory, &data) == 0 else { return }
        guard data.st_dev != status.st_dev else { throw .onDataFilesystem(path: path, dataDirectory: dataDirectory) }
    }

    private static func read(_ descriptor: Int32, path: String) throws(RootSecretError) -> [UInt8] {
        var bytes: [UInt8] = []
        // One byte more than due, so that a longer file is noticed.
        var buffer = [UInt8](repeating: 0, count: RootSecret.byteCount + 1)
        defer { buffer.withUnsafeMutableBytes { wipe($0) } }
        while bytes.count <= RootSecret.byteCount {
            let wanted = RootSecret.byteCount + 1 - bytes.count
            let count = buffer.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, wanted) }
            if count < 0 {
                if errno == EINTR { continue }
                throw .unreadable(path: path, code: errno)
            }
            if count == 0 { break }
            bytes += buffer.prefix(count)
        }
        return bytes
    }
}

/// `read(2)` under a name that a method's own can't hide.
private func systemRead(_ descriptor: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, start, count)
}

extension RootSecret {
    /// Writes the secret into a new file that only this account can read, and has it on the disk before returning.
    ///
    /// - Throws: `RootSecretError.alreadyExists` rather than replace a file: the old secret may be the only one.
    public func store(at path: String) throws(RootSecretError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw errno == EEXIST ? .alreadyExists(path: path) : .notWritten(path: path, code: errno)
        }
        defer { close(descriptor) }
        let written = withBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard written == Self.byteCount, fsync(descriptor) == 0 else {
            throw .notWritten(path: path, code: errno)
        }
    }
}
