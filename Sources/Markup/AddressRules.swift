/// Whether `URLAttribute` lets an address through; see there for the rules.
func isAllowedAddress(_ address: String) -> Bool {
    guard address.unicodeScalars.allSatisfy(isHarmless) else { return false }
    let bytes = Array(address.utf8)
    switch bytes.first {
    case UInt8(ascii: "/"): return bytes.dropFirst().first != UInt8(ascii: "/")
    case UInt8(ascii: "#"), UInt8(ascii: "?"): return true
    default: return hasAllowedScheme(bytes)
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
        if utf8.allSatisfy(isUnreserved) { return self }
        let digits = Array("0123456789ABCDEF".utf8)
        var encoded: [UInt8] = []
        encoded.reserveCapacity(utf8.count)
        for byte in utf8 {
            if isUnreserved(byte) {
                encoded.append(byte)
            } else {
                encoded.append(UInt8(ascii: "%"))
                encoded.append(digits[Int(byte >> 4)])
                encoded.append(digits[Int(byte & 0xF)])
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}

private func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: false
    }
}
