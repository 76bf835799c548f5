import Foundation
import Glibc

/// Reads a database file once from its beginning, so that its pages are in memory before somebody asks for them.
///
/// After the machine has started, each list would fetch hundreds of pages one by one from the disk: for a file of 1.5 GB
/// answers took 20 seconds and more in the first minute, and reading the file in its order takes five.
public enum FileWarming {
    /// Reads in the background at low priority, and no more than half of the machine's memory holds.
    ///
    /// The file stays open until the program ends: closing it would drop the locks that SQLite holds on it, since the
    /// kernel keeps them for the process and not for the descriptor (https://sqlite.org/howtocorrupt.html, section 2.2).
    /// So this is for a server, once for its database.
    public static func start(_ path: String) {
        DispatchQueue.global(qos: .background).async {
            let descriptor = open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { return }
            read(descriptor, atMost: sysconf(Int32(_SC_PHYS_PAGES)) / 2 * sysconf(Int32(_SC_PAGESIZE)))
        }
    }

    private static func read(_ descriptor: CInt, atMost limit: Int) {
        let chunk = 1 << 20
        withUnsafeTemporaryAllocation(byteCount: chunk, alignment: 4096) { buffer in
            var position = 0
            while position < limit {
                let count = pread(descriptor, buffer.baseAddress, chunk, position)
                guard count > 0 else { return }
                position += count
            }
        }
    }
}
