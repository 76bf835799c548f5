/// Base64 without padding, in the alphabet for addresses and cookies (RFC 4648, section 5) and the usual one.
enum Base64URL {
    /// Encodes in the alphabet for addresses.
    static func encode(_ bytes: [UInt8]) -> String {
        encode(bytes, sixtyTwo: 45, sixtyThree: 95)
    }

    /// Encodes in the usual alphabet, still without padding; PHC strings want it so.
    static func encodePlain(_ bytes: [UInt8]) -> String {
        encode(bytes, sixtyTwo: 43, sixtyThree: 47)
    }

    /// Decodes the alphabet for addresses; `nil` for padding, foreign characters and loose bits at the end.
    static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        decode(text, sixtyTwo: 45, sixtyThree: 95)
    }

    /// Decodes the usual alphabet without padding, as strictly.
    static func decodePlain(_ text: some Collection<UInt8>) -> [UInt8]? {
        decode(text, sixtyTwo: 43, sixtyThree: 47)
    }

    private static func encode(_ bytes: [UInt8], sixtyTwo: UInt8, sixtyThree: UInt8) -> String {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count * 4 + 2) / 3)
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        func put(_ value: UInt32) {
            switch UInt8(truncatingIfNeeded: value & 63) {
            case let digit where digit < 26: result.append(65 + digit)
            case let digit where digit < 52: result.append(71 + digit)
            case let digit where digit < 62: result.append(digit - 4)
            case 62: result.append(sixtyTwo)
            default: result.append(sixtyThree)
            }
        }
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                put(buffer >> bits)
            }
        }
        if bits > 0 { put(buffer << (6 - bits)) }
        return String(decoding: result, as: UTF8.self)
    }

    private static func decode(_ text: some Collection<UInt8>, sixtyTwo: UInt8, sixtyThree: UInt8) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(text.count * 3 / 4)
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        for character in text {
            let value: UInt8
            switch character {
            case 65...90: value = character - 65
            case 97...122: value = character - 71
            case 48...57: value = character + 4
            case sixtyTwo: value = 62
            case sixtyThree: value = 63
            default: return nil
            }
            buffer = buffer << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                result.append(UInt8(truncatingIfNeeded: buffer >> bits))
            }
        }
        guard bits < 6, buffer & ((1 << bits) - 1) == 0 else { return nil }
        return result
    }
}
