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
        document(language: language, direction: direction, title: title, head: head, body: [body])
    }

    /// A whole page whose body is given in pieces, so that a long piece is copied once and not for each thing round it.
    ///
    /// - Parameters:
    ///   - language: a BCP 47 tag such as `ru` or `uz-Cyrl`.
    ///   - direction: the direction of that language's script.
    ///   - title: plain text for the window and for screen readers.
    ///   - head: further elements of the head: style sheets, scripts by address, icons.
    ///   - body: the content of `<body>`, one piece after the other.
    /// - Returns: the page from its document type to the end.
    public static func document(
        language: String,
        direction: Direction,
        title: String,
        head: HTML = "",
        body: [HTML]
    ) -> HTML {
        let size = body.reduce(head.bytes.count + title.utf8.count) { $0 + $1.bytes.count }
        return .build(reservingCapacity: size + 512) { page in
            page += """
                <!DOCTYPE html>
                <html lang="\(language)" dir="\(direction.rawValue)">
                <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>\(title)</title>
                \(head)
                </head>
                <body>

                """
            for piece in body { page.append(piece) }
            page += "\n</body>\n</html>\n"
        }
    }
}
