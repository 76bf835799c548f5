extension HTML {
    /// Text somebody else wrote, in an element of its own direction, so that a name in Arabic or a stray override
    /// character cannot turn round the words beside it.
    public static func isolated(_ text: String) -> HTML {
        "<bdi>\(text)</bdi>"
    }
}

extension String {
    /// The same protection where no element can stand: titles, attribute values, subjects of mail.
    ///
    /// Embedding, override and isolate characters are taken out, since one of them without its partner could end the
    /// isolation, and the rest is put between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (Unicode annex 9).
    public var isolatedPlainText: String {
        var scalars = "\u{2068}".unicodeScalars
        scalars.append(contentsOf: unicodeScalars.lazy.filter { !setsDirection($0) })
        scalars.append("\u{2069}")
        return String(scalars)
    }
}

/// Whether this opens or closes an embedding, an override or an isolate.
private func setsDirection(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
}
