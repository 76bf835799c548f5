/// The two names of a member of staff, sealed together: the real one for the organisation, and the one that clients
/// and other organisations see.
public struct StaffNames: Sendable, Hashable {
    public let name: String
    public let dutyName: String

    /// `nil` when either is empty, longer than 200 characters, or holds control characters.
    public init?(name: String, dutyName: String) {
        guard Self.isName(name, limit: 200), Self.isName(dutyName, limit: 200) else { return nil }
        self.name = name
        self.dutyName = dutyName
    }

    /// The bytes that are sealed: the length of the name (four bytes, big-endian), the name, the duty name.
    var encoded: [UInt8] {
        let first = Array(name.utf8)
        let length = (0..<4).map { UInt8(truncatingIfNeeded: first.count >> (24 - $0 * 8)) }
        return length + first + Array(dutyName.utf8)
    }

    /// Reads what ``encoded`` made.
    init?(encoded bytes: [UInt8]) {
        guard bytes.count >= 4 else { return nil }
        let length = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        let rest = bytes.dropFirst(4)
        guard rest.count >= length else { return nil }
        name = String(decoding: rest.prefix(length), as: UTF8.self)
        dutyName = String(decoding: rest.dropFirst(length), as: UTF8.self)
    }

    static func isName(_ text: String, limit: Int) -> Bool {
        !text.allSatisfy(\.isWhitespace) && text.count <= limit && text.utf8.count <= limit * 8
            && !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
