extension HTML {
    /// Builds markup in one buffer; the quickest way to write many rows.
    ///
    /// - Parameters:
    ///   - capacity: the expected size in bytes; more is allowed.
    ///   - body: appends the pieces.
    /// - Returns: what was appended.
    /// - Throws: what `body` throws.
    @inlinable
    public static func build<Failure: Error>(
        reservingCapacity capacity: Int = 1024,
        _ body: (inout HTML) throws(Failure) -> Void
    ) throws(Failure) -> HTML {
        var html = HTML()
        html.reserveCapacity(capacity)
        try body(&html)
        return html
    }

    /// Renders every item, one after the other: `<ul>\(HTML.each(names) { "<li>\($0)</li>" })</ul>`.
    @inlinable
    public static func each<Items: Sequence, Failure: Error>(
        _ items: Items,
        _ render: (Items.Element) throws(Failure) -> HTML
    ) throws(Failure) -> HTML {
        var html = HTML()
        for item in items { html.append(try render(item)) }
        return html
    }
}

extension Sequence where Element == HTML {
    /// The pieces one after the other, with the separator between them.
    @inlinable
    public func joined(separator: HTML = "") -> HTML {
        var html = HTML()
        var isFirst = true
        for piece in self {
            if !isFirst { html.append(separator) }
            isFirst = false
            html.append(piece)
        }
        return html
    }
}
