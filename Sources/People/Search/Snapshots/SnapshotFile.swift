import Foundation
import Glibc

/// A file that is read or written from its beginning to its end. A new one takes an old one's place only when it is
/// whole and on the disk.
final class SnapshotFile {
    private let path: String
    private let handle: FileHandle
    private let isWriting: Bool
    private var isFinished = false

    /// `nil` when there is no such file.
    init?(reading path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        self.path = path
        handle = try FileHandle(forReadingFrom: URL(filePath: path))
        isWriting = false
    }

    init(writing path: String) throws {
        self.path = path
        isWriting = true
        let descriptor = open(path + ".new", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    deinit {
        if isWriting, !isFinished { unlink(path + ".new") }
    }

    func write(_ bytes: Data) throws {
        try handle.write(contentsOf: bytes)
    }

    func finish() throws {
        try handle.synchronize()
        guard rename(path + ".new", path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        isFinished = true
    }

    /// Exactly so many bytes; `nil` when there are fewer.
    func read(_ count: Int) throws -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        while bytes.count < count {
            guard let more = try handle.read(upToCount: count - bytes.count), !more.isEmpty else { return nil }
            bytes.append(contentsOf: more)
        }
        return bytes
    }
}
