#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
import CLibZip

/// The parts of a ZIP container in memory, each unpacked only when asked for and only within the limits.
final class ZipContainer {
    private let archive: OpaquePointer
    private let limits: SpreadsheetLimits
    private var unpacked = 0

    /// - Throws: `SpreadsheetError.brokenContainer`, `.tooLarge`.
    init(_ bytes: [UInt8], limits: SpreadsheetLimits) throws {
        var error = zip_error_t()
        let source = bytes.withUnsafeBytes { buffer -> OpaquePointer? in
            // libzip keeps the buffer, so it gets a copy of its own, which it frees.
            let copy = malloc(buffer.count)
            guard let copy, let base = buffer.baseAddress else { return nil }
            copy.copyMemory(from: base, byteCount: buffer.count)
            let source = zip_source_buffer_create(copy, zip_uint64_t(buffer.count), 1, &error)
            if source == nil { free(copy) }
            return source
        }
        guard let source else { throw SpreadsheetError.brokenContainer }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            throw SpreadsheetError.brokenContainer
        }
        self.archive = archive
        self.limits = limits
        guard zip_get_num_entries(archive, 0) <= limits.parts else { throw SpreadsheetError.tooLarge }
    }

    deinit { zip_discard(archive) }

    /// The bytes of a part; nil when the container has none of that name.
    /// - Throws: `SpreadsheetError`.
    func part(_ name: String) throws -> [UInt8]? {
        var stat = zip_stat_t()
        zip_stat_init(&stat)
        guard zip_stat(archive, name, zip_flags_t(ZIP_FL_NOCASE), &stat) == 0 else { return nil }
        guard stat.encryption_method == 0 else { throw SpreadsheetError.encrypted }
        guard stat.size <= UInt64(limits.partBytes) else { throw SpreadsheetError.tooLarge }
        let size = Int(stat.size)
        let packed = max(Int(clamping: stat.comp_size), 1)
        unpacked += size
        guard unpacked <= limits.unpackedBytes, size < 1 << 20 || size / packed <= limits.packingRatio else {
            throw SpreadsheetError.tooLarge
        }
        guard let file = zip_fopen_index(archive, stat.index, 0) else { throw SpreadsheetError.brokenContainer }
        defer { zip_fclose(file) }
        return try read(file, size: size)
    }

    /// Reads no more than the size that the directory states, and refuses a part that holds more or less.
    private func read(_ file: OpaquePointer, size: Int) throws -> [UInt8] {
        var read = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            while read <= size, let base = buffer.baseAddress {
                let got = zip_fread(file, base + read, zip_uint64_t(size + 1 - read))
                if got <= 0 { break }
                read += Int(got)
            }
            count = read
        }
        guard read == size else { throw SpreadsheetError.brokenContainer }
        return bytes
    }
}
