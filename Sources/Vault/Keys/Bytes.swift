#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Writes fixed-width fields one after another into memory that somebody else owns: associated data is built on the
/// stack, since a list opens a hundred values per request.
struct ByteWriter {
    private let start: UnsafeMutableRawPointer
    private(set) var count = 0

    init(_ buffer: UnsafeMutableRawBufferPointer, at start: UnsafeMutableRawPointer) {
        self.start = start
    }

    mutating func put(_ byte: UInt8) {
        start.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
        count += 1
    }

    mutating func put(_ number: UInt32) {
        start.storeBytes(of: number.bigEndian, toByteOffset: count, as: UInt32.self)
        count += 4
    }

    mutating func put(_ number: UInt64) {
        start.storeBytes(of: number.bigEndian, toByteOffset: count, as: UInt64.self)
        count += 8
    }
}

/// Calls `body` with `count` bytes on the stack that `fill` has written.
@inline(__always)
func withStackBytes<Value>(
    _ count: Int,
    _ fill: (inout ByteWriter) -> Void,
    _ body: (UnsafeRawBufferPointer) throws -> Value
) throws -> Value {
    try withUnsafeTemporaryAllocation(byteCount: count, alignment: 8) { buffer in
        guard let start = buffer.baseAddress else { throw VaultError.malformed("no associated data") }
        var writer = ByteWriter(buffer, at: start)
        fill(&writer)
        return try body(UnsafeRawBufferPointer(start: start, count: writer.count))
    }
}

/// Overwrites key material in a way that the compiler may not leave out.
func wipe(_ buffer: UnsafeMutableRawBufferPointer) {
    guard let start = buffer.baseAddress else { return }
    #if canImport(Glibc)
    explicit_bzero(start, buffer.count)
    #else
    memset_s(start, buffer.count, 0, buffer.count)
    #endif
}
