import Database
import Glibc

/// A SQLite file that comes into being whole or not at all: filled under another name, then renamed.
struct FreshFile: Sendable {
    let path: String

    /// Lets `work` fill the file under its temporary name and gives it its own name afterwards. What an interrupted run
    /// left under the temporary name is removed first, and on failure everything is.
    func fill<Value>(_ work: (_ temporary: String) async throws -> Value) async throws -> Value {
        let temporary = path + ".restoring"
        for name in names(path) {
            guard isEmpty(name) else { throw BackupError("\(name) exists already; restore into a new database.") }
        }
        clear(temporary)
        do {
            let value = try await work(temporary)
            guard isEmpty(temporary + "-wal") else {
                throw BackupError("The restored file could not be closed whole: its write-ahead log still has pages.")
            }
            for name in names(temporary).dropFirst() { unlink(name) }
            chmod(temporary, 0o600)
            try BackupFolder.syncFile(temporary)
            for name in names(path) { unlink(name) }
            try BackupFolder.move(temporary, to: path)
            return value
        } catch {
            clear(temporary)
            throw error
        }
    }

    private func names(_ path: String) -> [String] {
        [path, path + "-wal", path + "-shm"]
    }

    private func clear(_ path: String) {
        for name in names(path) { unlink(name) }
    }

    /// Whether there is no such file, or one without a byte. The index of a log (`-shm`) says nothing by itself.
    private func isEmpty(_ name: String) -> Bool {
        var status = stat()
        return stat(name, &status) != 0 || status.st_size == 0 || name.hasSuffix("-shm")
    }
}
