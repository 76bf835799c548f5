public import Localization
public import Markup

/// A piece of a page: a value with its options, turned into markup by a pure function.
///
/// Components know nothing of requests, stores or rights. Every plain text given to them is escaped; what is `HTML`
/// already is taken as it is.
public protocol Component: Sendable {
    /// The markup in the language of the texts.
    func html(_ texts: Texts) -> HTML
}

/// Names that pages, the script and the decoding of forms agree on.
public enum FormNames {
    /// The hidden field with the session's token against forged requests.
    public static let token = "_token"
    /// The button that asks for one more row; its value is the name of the repeated group.
    public static let add = "_add"
    /// The button that takes a row out; its value is the row's prefix such as `phones.1`.
    public static let remove = "_remove"
}

/// The `id` of the control with a name; what the links of an error summary lead to.
///
/// Bytes other than ASCII letters, digits, `.`, `_` and `-` are written as `_` and two hexadecimal digits.
public func fieldID(_ name: String) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var id = Array("f-".utf8) + Array(FieldScope.current.utf8)
    for byte in name.utf8 {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            id.append(byte)
        default:
            id += [UInt8(ascii: "_"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
    return String(decoding: id, as: UTF8.self)
}

extension HTML {
    /// Text for screen readers alone.
    static func hidden(_ text: String) -> HTML {
        "<span class=\"sr\">\(text)</span>"
    }
}

/// Keeps the ids of fields apart where several forms of one page have fields of the same name.
public enum FieldScope {
    @TaskLocal static var current = ""

    /// Draws fields whose ids begin with a scope of their own, ASCII letters, digits and hyphens.
    public static func within(_ scope: String, _ draw: () -> HTML) -> HTML {
        $current.withValue(scope + "-", operation: draw)
    }
}
