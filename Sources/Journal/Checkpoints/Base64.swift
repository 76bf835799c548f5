#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The standard Base 64 encoding of RFC 4648, section 4, with padding and nothing lenient about it.
enum Base64 {
    static func encode(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString()
    }

    /// `nil` for anything but the one text that ``encode(_:)`` makes.
    static func decode(_ text: String) -> [UInt8]? {
        guard let data = Data(base64Encoded: text), data.base64EncodedString() == text else { return nil }
        return Array(data)
    }
}
