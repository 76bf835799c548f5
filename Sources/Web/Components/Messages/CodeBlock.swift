public import Localization
public import Markup

/// Codes to be kept on paper, one a line, with a button that prints where there is a script.
public struct CodeBlock: Component {
    /// What it is, in the words of the reader.
    public var label: String
    /// One code each.
    public var lines: [String]
    /// Whether a button prints them.
    public var isPrintable: Bool

    public init(_ label: String, lines: [String], isPrintable: Bool = true) {
        self.label = label
        self.lines = lines
        self.isPrintable = isPrintable
    }

    public func html(_ texts: Texts) -> HTML {
        let items = HTML.each(lines) { "<li><code translate=\"no\">\($0)</code></li>" }
        let button: HTML =
            isPrintable
            ? """
            <button type="button" class="button secondary" hidden="" data-print="">\(Icon.print.html) \
            \(texts.common.print)</button>
            """
            : ""
        return "<div class=\"codes\" role=\"group\" aria-label=\"\(label)\"><ul>\(items)</ul>\(button)</div>"
    }
}
