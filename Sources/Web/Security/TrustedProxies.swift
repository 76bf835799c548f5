#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A range of addresses such as `10.0.0.0/8`, `127.0.0.1` or `fd00::/8`.
public struct AddressRange: Sendable, Hashable {
    private let bytes: [UInt8]
    private let prefix: Int

    /// Reads an address, or an address and the length of its network's prefix; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = parts.first, parts.count <= 2, let bytes = AddressRange.bytes(of: String(first)) else {
            return nil
        }
        self.bytes = bytes
        if parts.count == 2 {
            guard let prefix = Int(parts[1]), (0...bytes.count * 8).contains(prefix) else { return nil }
            self.prefix = prefix
        } else {
            prefix = bytes.count * 8
        }
    }

    /// Whether an address is in the range.
    public func contains(_ address: String) -> Bool {
        guard let other = AddressRange.bytes(of: address), other.count == bytes.count else { return false }
        for index in 0..<(prefix / 8) where bytes[index] != other[index] { return false }
        let rest = prefix % 8
        guard rest > 0 else { return true }
        return (bytes[prefix / 8] ^ other[prefix / 8]) >> (8 - rest) == 0
    }

    /// The 4 or 16 bytes of an address; an IPv4 address in IPv6's clothes has 4.
    static func bytes(of text: String) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 { return Array(bytes.prefix(4)) }
        guard inet_pton(AF_INET6, text, &bytes) == 1 else { return nil }
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        return bytes.starts(with: mapped) ? Array(bytes.suffix(4)) : bytes
    }
}

/// The proxies that are believed when they say for whom they ask.
struct TrustedProxies: Sendable {
    let ranges: [AddressRange]

    /// The client's address: the peer's own, or, when the peer is trusted, the last address of `X-Forwarded-For` that
    /// isn't a trusted proxy itself. What stands before that one anybody may have written.
    func client(peer: String?, forwarded: String?) -> String {
        guard let peer else { return "" }
        guard let forwarded, isTrusted(peer) else { return peer }
        var client = peer
        for part in forwarded.split(separator: ",").reversed() {
            let address = part.filter { $0 != " " && $0 != "\t" }
            guard AddressRange.bytes(of: address) != nil else { return client }
            client = address
            guard isTrusted(address) else { return client }
        }
        return client
    }

    private func isTrusted(_ address: String) -> Bool {
        ranges.contains { $0.contains(address) }
    }
}
