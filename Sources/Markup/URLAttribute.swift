/// An address that is safe to put into `href`, `src` or `action`.
///
/// Allowed are paths of this site (`/…`, but neither `//…` nor `/\…`, which browsers read as another host), `#fragment`,
/// `?query`, `http://` and `https://` with a host, `mailto:`, `tel:` and `sms:`. Anything else becomes `#`, which leads
/// nowhere; so does an address with white space, a control character or a backslash anywhere, since browsers drop or
/// reinterpret those while they read it.
public struct URLAttribute: Sendable, Equatable {
    /// The address, not yet escaped for markup.
    public let string: String

    /// The address that leads nowhere; what every refused address becomes.
    public static let nowhere = URLAttribute(checked: "#")

    /// Checks an address; a refused one becomes `nowhere`.
    public init(_ address: String) {
        self = isAllowedAddress(address) ? URLAttribute(checked: address) : .nowhere
    }

    init(checked: String) {
        string = checked
    }

    /// A path of this site made of segments: `path("people", id.text)` is `/people/…`.
    ///
    /// Each segment is percent-encoded, a slash within it included. An empty last segment gives a slash at the end. A
    /// segment `.` or `..` would climb and an empty one before the last could name another host: these give `nowhere`.
    public static func path(_ segments: String...) -> URLAttribute {
        path(segments)
    }

    /// A path of two segments, as every row of a list has one; the same without an array made for it.
    public static func path(_ first: String, _ second: String) -> URLAttribute {
        path([first, second])
    }

    /// A path of this site made of segments; see `path(_:)` with several arguments.
    @inline(__always)
    public static func path(_ segments: [String]) -> URLAttribute {
        guard !segments.isEmpty else { return URLAttribute(checked: "/") }
        var size = 0
        for (index, segment) in segments.enumerated() {
            let isMissing = segment.isEmpty && index < segments.count - 1
            if isMissing || climbs(segment) { return .nowhere }
            size += 1 + segment.percentEncodedSize
        }
        return URLAttribute(checked: String(path: segments, size: size))
    }

    private static func climbs(_ segment: String) -> Bool {
        segment.utf8.count <= 2 && (segment == "." || segment == "..")
    }

    /// The address with one more query item, name and value percent-encoded; unchanged if there is no value. What leads
    /// nowhere still leads nowhere.
    public func adding(query name: String, _ value: String?) -> URLAttribute {
        guard let value, self != .nowhere else { return self }
        let (front, fragment) = splitAtFragment()
        let item = name.percentEncoded + "=" + value.percentEncoded
        return URLAttribute(checked: "\(front)\(separator(after: front))\(item)\(fragment)")
    }

    /// The address with one more query item; unchanged if there is no value.
    public func adding(query name: String, _ value: Int?) -> URLAttribute {
        adding(query: name, value.map { String($0) })
    }

    /// The address leading to the element with this id, percent-encoded; an older fragment is replaced.
    public func adding(fragment identifier: String) -> URLAttribute {
        guard self != .nowhere else { return self }
        return URLAttribute(checked: "\(splitAtFragment().front)#\(identifier.percentEncoded)")
    }

    /// Splits by bytes, as browsers do; a mark followed by a combining character is a mark still.
    private func splitAtFragment() -> (front: Substring, fragment: Substring) {
        let mark = string.utf8.firstIndex(of: UInt8(ascii: "#")) ?? string.endIndex
        return (string[..<mark], string[mark...])
    }

    private func separator(after front: Substring) -> String {
        guard front.utf8.contains(UInt8(ascii: "?")) else { return "?" }
        return front.utf8.last == UInt8(ascii: "?") || front.utf8.last == UInt8(ascii: "&") ? "" : "&"
    }
}

extension URLAttribute: ExpressibleByStringLiteral {
    /// An address known while the program is written; checked all the same.
    public init(stringLiteral address: String) {
        self.init(address)
    }
}
