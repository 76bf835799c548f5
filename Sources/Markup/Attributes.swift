/// Whole attributes, written with the space before them or not at all: `<input\(attribute: "required", isRequired)/>`.
///
/// The name is a literal. An attribute that would run a script or carry a style (`on…`, `srcdoc`, `style`) is never
/// written: the pages' content security policy forbids it, and no escaping of its value would be enough.
extension HTML.StringInterpolation {
    /// ` name=""` or nothing. The empty value means the same to a browser as none, and stays well-formed XML.
    public mutating func appendInterpolation(attribute name: StaticString, _ isPresent: Bool) {
        if isPresent { appendAttribute(name) { _ in } }
    }

    /// ` name="text"` with the text escaped, or nothing for `nil`. An attribute that holds an address is checked by
    /// `URLAttribute` on the way.
    public mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
        guard let value else { return }
        let text = holdsAddress(name) ? URLAttribute(value).string : value
        appendAttribute(name) { $0.appendEscaped(text) }
    }

    /// ` name="number"` or nothing.
    public mutating func appendInterpolation(attribute name: StaticString, _ value: Int?) {
        guard let value else { return }
        appendAttribute(name) { $0.append(contentsOf: String(value).utf8) }
    }

    /// ` name="address"` or nothing.
    public mutating func appendInterpolation(attribute name: StaticString, _ url: URLAttribute?) {
        guard let url else { return }
        appendAttribute(name) { $0.appendEscaped(url.string) }
    }

    private mutating func appendAttribute(_ name: StaticString, _ writeValue: (inout [UInt8]) -> Void) {
        guard !runsOrStyles(name) else { return }
        bytes.append(UInt8(ascii: " "))
        bytes.append(name)
        bytes.append(UInt8(ascii: "="))
        bytes.append(UInt8(ascii: "\""))
        writeValue(&bytes)
        bytes.append(UInt8(ascii: "\""))
    }
}

private func holdsAddress(_ name: StaticString) -> Bool {
    let names: [StaticString] = [
        "href", "src", "action", "formaction", "poster", "cite", "ping", "data", "xlink:href",
    ]
    return names.contains { name.isNamed($0) }
}

private func runsOrStyles(_ name: StaticString) -> Bool {
    name.begins(with: "on") || name.isNamed("style") || name.isNamed("srcdoc")
}

/// Names are compared byte by byte, since every attribute of every page is held against these lists.
extension StaticString {
    /// Whether this is the name, given in small letters.
    fileprivate func isNamed(_ name: StaticString) -> Bool {
        utf8CodeUnitCount == name.utf8CodeUnitCount && begins(with: name)
    }

    /// Whether this begins with letters, given as small ones; its own may be capitals.
    fileprivate func begins(with start: StaticString) -> Bool {
        guard utf8CodeUnitCount >= start.utf8CodeUnitCount else { return false }
        return withUTF8Buffer { bytes in
            start.withUTF8Buffer { letters in
                zip(bytes, letters).allSatisfy { (0x41...0x5A).contains($0) ? $0 | 0x20 == $1 : $0 == $1 }
            }
        }
    }
}
