/// Base32 without padding (RFC 4648), as authenticator apps and recovery codes use it.
enum Base32 {
    static func encode(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        func put(_ value: UInt32) {
            let digit = UInt8(truncatingIfNeeded: value & 31)
            result.append(digit < 26 ? 65 + digit : 24 + digit)
        }
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                put(buffer >> bits)
            }
        }
        if bits > 0 { put(buffer << (5 - bits)) }
        return String(decoding: result, as: UTF8.self)
    }

    /// Reads upper and lower case, ignoring blanks and hyphens; `nil` for anything else.
    static func decode(_ text: some StringProtocol) -> [UInt8]? {
        var result: [UInt8] = []
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        for byte in text.utf8 where byte != 32 && byte != 45 {
            let value: UInt8
            switch byte {
            case 65...90: value = byte - 65
            case 97...122: value = byte - 97
            case 50...55: value = byte - 24
            default: return nil
            }
            buffer = buffer << 5 | UInt32(value)
            bits += 5
            if bits >= 8 {
                bits -= 8
                result.append(UInt8(truncatingIfNeeded: buffer >> bits))
            }
        }
        return bits < 5 ? result : nil
    }
}
