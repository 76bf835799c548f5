/// Arrays of plain values one after the other, each behind its length, a checksum at the end. Little-endian, as every
/// machine this runs on is.
struct SnapshotWriter {
    private var bytes: [UInt8] = []

    static let magic: UInt32 = 0x584E_4D54  // TMNX

    init(version: UInt32, room: Int) {
        bytes.reserveCapacity(room)
        append(Self.magic)
        append(version)
    }

    private mutating func append<Value: BitwiseCopyable>(_ value: Value) {
        withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
    }

    mutating func write<Value: BitwiseCopyable>(_ values: [Value]) {
        append(UInt64(values.count))
        values.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }

    mutating func finished() -> [UInt8] {
        append(SnapshotChecksum.of(bytes[...]))
        return bytes
    }
}

struct SnapshotReader {
    private let bytes: [UInt8]
    private var place = 8

    init(_ bytes: [UInt8], version: UInt32) throws(NameIndexError) {
        guard bytes.count >= 16, Self.word(bytes, 0) == SnapshotWriter.magic else { throw .unreadableSnapshot }
        guard Self.word(bytes, 4) == version else { throw .otherSnapshotVersion }
        let end = bytes.count - 8
        let sum = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: end, as: UInt64.self) }
        guard SnapshotChecksum.of(bytes[..<end]) == sum else { throw .unreadableSnapshot }
        self.bytes = bytes
    }

    private static func word(_ bytes: [UInt8], _ place: Int) -> UInt32 {
        bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: UInt32.self) }
    }

    mutating func read<Value: BitwiseCopyable>(_ type: Value.Type) throws(NameIndexError) -> [Value] {
        let end = bytes.count - 8
        guard place + 8 <= end else { throw .unreadableSnapshot }
        let start = place
        let count = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: start, as: UInt64.self) }
        place += 8
        let stride = MemoryLayout<Value>.stride
        guard count <= UInt64((end - place) / stride) else { throw .unreadableSnapshot }
        let range = place..<(place + Int(count) * stride)
        place = range.upperBound
        return bytes.withUnsafeBytes { source in
            [Value](unsafeUninitializedCapacity: Int(count)) { target, filled in
                UnsafeMutableRawBufferPointer(target).copyMemory(from: UnsafeRawBufferPointer(rebasing: source[range]))
                filled = Int(count)
            }
        }
    }

    func finish() throws(NameIndexError) {
        guard place == bytes.count - 8 else { throw .unreadableSnapshot }
    }
}

/// Against accidents, not against forgers: the caller's seal is what holds those off.
enum SnapshotChecksum {
    static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.withUnsafeBytes { raw in
            var sum: UInt64 = 0x5EED
            var place = 0
            while place + 8 <= raw.count {
                sum = (sum ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
                sum = sum &<< 29 | sum &>> 35
                place += 8
            }
            while place < raw.count {
                sum = (sum ^ UInt64(raw[place])) &* 0x0000_0100_0000_01B3
                place += 1
            }
            return sum
        }
    }
}
