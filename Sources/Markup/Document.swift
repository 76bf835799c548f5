extension HTML {
    /// The direction in which a page or a piece of it is read.
    public enum Direction: String, Sendable, CaseIterable {
        case leftToRight = "ltr"
        case rightToLeft = "rtl"
    }

    /// A whole page, well-formed enough to be parsed as XML.
    ///
    /// - Parameters:
    ///   - language: a BCP 47 tag such as `ru` or `uz-Cyrl`.
    ///   - direction: the direction of that language's script.
    ///   - title: plain text for the window and for screen readers.
    ///   - head: further elements of the head: style sheets, scripts by address, icons.
    ///   - body: the content of `<body>`.
    /// - Returns: the page from its document type to the end.
    public static func document(
        language: String,
        direction: Direction,
        title: String,
        head: HTML = "",
        body: HTML
    ) -> HTML {
        """
        <!DOCTYPE html>
        <html lang="\(language)" dir="\(direction.rawValue)">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>\(title)</title>
        \(head)
        </head>
        <body>
        \(body)
        </body>
        </html>

        """
    }
}
