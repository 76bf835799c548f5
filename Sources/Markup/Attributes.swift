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
    switch lowercased(name) {
    case "href", "src", "action", "formaction", "poster", "cite", "ping", "data", "xlink:href": true
    default: false
    }
}

private func runsOrStyles(_ name: StaticString) -> Bool {
    let name = lowercased(name)
    return name.utf8.starts(with: "on".utf8) || name == "style" || name == "srcdoc"
}

/// Names are nearly always lower-case already, and `lowercased()` is slow for a thing done so often.
private func lowercased(_ name: StaticString) -> String {
    let text = name.description
    return text.utf8.contains { (0x41...0x5A).contains($0) } ? text.lowercased() : text
}
