extension HTML: ExpressibleByStringInterpolation {
    /// Template text. Only a literal can be a `StaticString`, so text from outside cannot enter here.
    public init(stringLiteral literal: StaticString) {
        bytes = []
        bytes.append(literal)
    }

    /// An interpolated literal; the compiler calls this.
    public init(stringInterpolation interpolation: StringInterpolation) {
        bytes = interpolation.bytes
    }

    /// What may stand between `\(` and `)` in a literal of HTML, and how each kind is written.
    ///
    /// There is on purpose no rule for any type: an optional, a date or an identifier has to be turned into text first,
    /// where its meaning is known.
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        var bytes: [UInt8] = []

        /// Reserves room for the literal parts and a guess of a short word for each interpolation.
        public init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 32)
        }

        /// A part of the template.
        public mutating func appendLiteral(_ literal: StaticString) {
            bytes.append(literal)
        }

        /// Plain text, escaped for element content and for quoted attribute values alike.
        public mutating func appendInterpolation(_ text: String) {
            bytes.appendEscaped(text)
        }

        /// Plain text, escaped for element content and for quoted attribute values alike.
        public mutating func appendInterpolation(_ text: Substring) {
            bytes.appendEscaped(text)
        }

        /// A whole number in ASCII digits, without grouping.
        public mutating func appendInterpolation(_ number: Int) {
            bytes.append(contentsOf: String(number).utf8)
        }

        /// Markup inside markup, as it is.
        public mutating func appendInterpolation(_ html: HTML) {
            bytes.append(html)
        }

        /// Markup inside markup, or nothing.
        public mutating func appendInterpolation(_ html: HTML?) {
            if let html { bytes.append(html) }
        }

        /// Pieces of markup one after the other.
        public mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { bytes.append(piece) }
        }

        /// A checked address, escaped: `href="\(url: link)"`.
        public mutating func appendInterpolation(url: URLAttribute) {
            bytes.appendEscaped(url.string)
        }

        /// The only way around escaping. The caller vouches that this is markup, complete and harmless.
        public mutating func appendInterpolation(raw markup: String) {
            bytes.append(contentsOf: markup.utf8)
        }

        /// The only way around escaping. The caller vouches that this is markup in UTF-8, complete and harmless.
        public mutating func appendInterpolation(raw markup: [UInt8]) {
            bytes.append(contentsOf: markup)
        }
    }
}
