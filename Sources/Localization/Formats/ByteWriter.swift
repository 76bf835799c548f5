/// Writes digits and signs straight into the bytes of a new string; lists show several exact times in every row.
struct ByteWriter {
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    fileprivate init(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
        self.buffer = buffer
    }

    /// One character of ASCII. What is beyond the capacity is dropped.
    mutating func put(_ character: Unicode.Scalar) {
        put(byte: UInt8(truncatingIfNeeded: character.value))
    }

    /// Text of the program itself.
    mutating func put(text: StaticString) {
        text.withUTF8Buffer { for byte in $0 { put(byte: byte) } }
    }

    /// A whole number in as many digits as it needs; four for nearly every year.
    mutating func put(number: Int) {
        if (1000...9999).contains(number) {
            put(two: number / 100)
            put(two: number % 100)
        } else {
            for byte in String(number).utf8 { put(byte: byte) }
        }
    }

    /// A number from 0 to 99 in two digits.
    mutating func put(two number: Int) {
        let (tens, ones) = (number.magnitude / 10, number.magnitude % 10)
        put(byte: 0x30 + UInt8(truncatingIfNeeded: tens % 10))
        put(byte: 0x30 + UInt8(truncatingIfNeeded: ones))
    }

    private mutating func put(byte: UInt8) {
        guard count < buffer.count else { return }
        buffer[count] = byte
        count += 1
    }
}

extension String {
    /// A short text of at most so many bytes, written piece by piece.
    init(capacity: Int, _ write: (inout ByteWriter) -> Void) {
        self.init(unsafeUninitializedCapacity: capacity) { buffer in
            // The bytes that may be used are those asked for, however many there are.
            var writer = ByteWriter(UnsafeMutableBufferPointer(rebasing: buffer.prefix(capacity)))
            write(&writer)
            return writer.count
        }
    }
}
