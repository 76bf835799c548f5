/// A piece of HTML or SVG, held as UTF-8 bytes and written as an interpolated string literal.
///
///     let row: HTML = "<td\(attribute: "lang", language)><a href=\"\(url: link)\">\(name)</a></td>"
///
/// The literal parts are the template and are trusted; they are `StaticString`s, so text that arrives while the program
/// runs can never become one. Everything interpolated is escaped according to its type, and a type for which no rule is
/// written does not compile. Values of attributes must stand in quotes, void elements end in `/>` and attributes without
/// a value are written `name=""`, so that a page can be parsed as XML. There is no rule for the inside of `<script>` and
/// `<style>`: nothing may be interpolated there.
public struct HTML: Sendable, Equatable {
    /// The UTF-8 bytes, as they are sent.
    public internal(set) var bytes: [UInt8]

    /// Nothing at all.
    public init() {
        bytes = []
    }

    /// Plain text, escaped.
    public init(text: String) {
        bytes = []
        bytes.reserveCapacity(text.utf8.count)
        bytes.appendEscaped(text)
    }

    /// Whether there is not a single byte.
    public var isEmpty: Bool { bytes.isEmpty }

    /// The markup as text; for tests, logs and mail. Pages are sent from `bytes`.
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Makes room for so many bytes in all.
    public mutating func reserveCapacity(_ capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    /// Adds markup at the end.
    public mutating func append(_ html: HTML) {
        bytes.append(html)
    }

    /// Adds plain text at the end, escaped.
    public mutating func append(text: String) {
        bytes.appendEscaped(text)
    }

    /// Adds plain text at the end, escaped.
    public mutating func append(text: Substring) {
        bytes.appendEscaped(text)
    }

    /// Both, one after the other.
    public static func + (left: HTML, right: HTML) -> HTML {
        var result = left
        result.append(right)
        return result
    }

    /// Adds the right side at the end of the left.
    public static func += (left: inout HTML, right: HTML) {
        left.append(right)
    }
}

extension HTML: CustomDebugStringConvertible {
    /// The markup as text, so that a failed expectation can be read.
    public var debugDescription: String { string }
}
