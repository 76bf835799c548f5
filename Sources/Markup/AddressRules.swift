/// Whether `URLAttribute` lets an address through; see there for the rules.
func isAllowedAddress(_ address: String) -> Bool {
    guard address.unicodeScalars.allSatisfy(isHarmless) else { return false }
    switch address.utf8.first {
    case UInt8(ascii: "/"): return address.utf8.dropFirst().first != UInt8(ascii: "/")
    case UInt8(ascii: "#"), UInt8(ascii: "?"): return true
    default: return hasAllowedScheme(Array(address.utf8))
    }
}

/// White space and control characters are refused, since browsers take some of them out while they read an address;
/// a backslash is refused, since they read it as a slash (URL Standard, section 4.4).
private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value > 0x20 && scalar.value != 0x7F && scalar != "\\" }
    return scalar.value > 0x9F && !scalar.properties.isWhitespace
}

private func hasAllowedScheme(_ bytes: [UInt8]) -> Bool {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let rest = bytes[(colon + 1)...]
    // A scheme is ASCII and its case does not matter (RFC 3986, section 3.1).
    let scheme = bytes[..<colon].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    switch String(decoding: scheme, as: UTF8.self) {
    case "http", "https": return namesHost(rest)
    case "mailto", "tel", "sms": return !rest.isEmpty
    default: return false
    }
}

/// Two slashes and the start of a host. Without them a browser would take the address for a relative one.
private func namesHost(_ rest: ArraySlice<UInt8>) -> Bool {
    guard rest.starts(with: "//".utf8), let first = rest.dropFirst(2).first else { return false }
    return !"/?#:@".utf8.contains(first)
}

extension String {
    /// The text with every byte but the unreserved ones (RFC 3986, section 2.3) as `%XX`.
    var percentEncoded: String {
        let size = percentEncodedSize
        guard size > utf8.count else { return self }
        return String(unsafeUninitializedCapacity: size) { buffer in
            writePercentEncoded(into: buffer, at: 0, isPlain: false)
        }
    }

    /// How many bytes the percent-encoded text has.
    var percentEncodedSize: Int {
        let size: Int? = utf8.withContiguousStorageIfAvailable { bytes in
            bytes.reduce(0) { $0 + (isUnreserved($1) ? 1 : 3) }
        }
        return size ?? utf8.reduce(0) { $0 + (isUnreserved($1) ? 1 : 3) }
    }

    /// The percent-encoded segments with a slash before each; the size is that of the whole in bytes.
    @inline(__always)
    init(path segments: [String], size: Int) {
        let isPlain = size == segments.reduce(0) { $0 + 1 + $1.utf8.count }
        self.init(unsafeUninitializedCapacity: size) { buffer in
            var position = 0
            for segment in segments {
                buffer[position] = UInt8(ascii: "/")
                position = segment.writePercentEncoded(into: buffer, at: position + 1, isPlain: isPlain)
            }
            return position
        }
    }

    /// Writes the text into a buffer with room for ``percentEncodedSize`` and returns the position behind it.
    ///
    /// What is plain has nothing to encode.
    private func writePercentEncoded(
        into buffer: UnsafeMutableBufferPointer<UInt8>,
        at start: Int,
        isPlain: Bool
    ) -> Int {
        if isPlain { return buffer[start...].initialize(fromContentsOf: utf8) }
        var position = start
        for byte in utf8 {
            if isUnreserved(byte) {
                buffer[position] = byte
                position += 1
            } else {
                buffer[position] = UInt8(ascii: "%")
                buffer[position + 1] = hexadecimalDigit(byte >> 4)
                buffer[position + 2] = hexadecimalDigit(byte & 0xF)
                position += 3
            }
        }
        return position
    }
}

private func hexadecimalDigit(_ number: UInt8) -> UInt8 {
    number < 10 ? UInt8(ascii: "0") + number : UInt8(ascii: "A") + number - 10
}

/// The letters, the digits and `-._~`, one bit for each byte: a look into a table, since the branches of a comparison
/// cannot be foreseen in an identifier.
private func isUnreserved(_ byte: UInt8) -> Bool {
    let below64: UInt64 = 0x03FF_6000_0000_0000
    let below128: UInt64 = 0x47FF_FFFE_87FF_FFFE
    let table = byte < 64 ? below64 : below128
    return byte < 128 && table &>> UInt64(byte) & 1 == 1
}
