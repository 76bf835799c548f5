public import Markup

/// A path of this site that is safe to redirect to: it begins with one slash, is plain ASCII and short.
public struct LocalPath: Sendable, Hashable {
    public let text: String

    /// Checks a path that came from outside, such as `next`; `nil` when it could lead to another site.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.first == UInt8(ascii: "/"), bytes.count <= 2000,
            bytes.dropFirst().first != UInt8(ascii: "/"),
            bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return nil }
        self.text = String(text)
    }

    /// A path made by the program; one that isn't local becomes the start page.
    public init(_ url: URLAttribute) {
        self = LocalPath(url.string) ?? .start
    }

    private init(checked: String) {
        text = checked
    }

    /// The start page.
    public static let start = LocalPath(checked: "/")

    /// The same for an attribute.
    public var url: URLAttribute { URLAttribute(text) }
}
