extension PortableObject {
    /// Reads a PO file's text in UTF-8.
    ///
    /// - Throws: ``CatalogError`` with the line and the reason.
    public init(parsing bytes: [UInt8]) throws(CatalogError) {
        var parser = Parser()
        try bytes.withUTF8Lines { (line, number) throws(CatalogError) in
            try parser.read(line, number: number)
        }
        self = try parser.finish()
    }

    /// Reads a PO file's text.
    public init(parsing text: String) throws(CatalogError) {
        try self.init(parsing: Array(text.utf8))
    }

    private enum Field: Equatable {
        case context, id, plural
        case translation(Int)
    }

    private struct Parser {
        private var file = PortableObject()
        private var seen: Set<String> = []
        private var line = 0
        /// What was last read of the message in hand; strings on lines of their own continue it.
        private var field: Field?
        private var context: String?
        private var entry = Entry(key: "", english: "")
        private var hasID = false
        private var sawHeader = false

        mutating func read(_ text: ArraySlice<UInt8>, number: Int) throws(CatalogError) {
            line = number
            guard let first = text.first else { return }
            switch first {
            case UInt8(ascii: "#"): try readComment(text)
            case UInt8(ascii: "\""): try append(try string(text))
            default: try readKeyword(text)
            }
        }

        mutating func finish() throws(CatalogError) -> PortableObject {
            try closeEntry()
            return file
        }

        private func failure(_ reason: String) -> CatalogError {
            CatalogError(line: line, reason: reason)
        }

        private mutating func readComment(_ text: ArraySlice<UInt8>) throws(CatalogError) {
            // Comments stand above their message, so one after a translation begins the next message.
            if case .translation = field { try closeEntry() }
            guard field == nil else { throw failure("a comment inside a message") }
            let comment = try decode(text.dropFirst())
            switch comment.first {
            case ".": entry.authorComments.append(Self.trimmed(comment.dropFirst()))
            case ",": entry.flags += comment.dropFirst().split(separator: ",").map { Self.trimmed($0) }
            // Places in the source, former texts and obsolete messages are for other tools.
            case ":", "|", "~": break
            default: entry.translatorComments.append(Self.trimmed(comment[...]))
            }
        }

        private mutating func readKeyword(_ text: ArraySlice<UInt8>) throws(CatalogError) {
            guard let quote = text.firstIndex(of: UInt8(ascii: "\"")) else {
                throw failure("expected a keyword and a text in quotation marks")
            }
            let keyword = try decode(text[..<quote].prefix { $0 != 0x20 && $0 != 0x09 })
            guard text[..<quote].dropFirst(keyword.utf8.count).allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else {
                throw failure("expected a keyword and a text in quotation marks")
            }
            let value = try string(text[quote...])
            switch keyword {
            case "msgctxt":
                try closeEntryIfTranslated()
                guard field == nil else { throw failure("msgctxt after msgctxt or msgid") }
                context = ""
                try begin(.context, value)
            case "msgid":
                try closeEntryIfTranslated()
                guard field == nil || field == .context else { throw failure("msgid after msgid") }
                hasID = true
                try begin(.id, value)
            case "msgid_plural":
                guard field == .id else { throw failure("msgid_plural must follow msgid") }
                entry.englishPlural = ""
                try begin(.plural, value)
            default:
                try begin(.translation(try translationIndex(keyword)), value)
            }
        }

        private mutating func translationIndex(_ keyword: String) throws(CatalogError) -> Int {
            guard keyword == "msgstr" || keyword.hasPrefix("msgstr[") else {
                throw failure("unknown keyword '\(keyword)'")
            }
            guard hasID, field != .context else { throw failure("\(keyword) without msgid") }
            let expected = entry.translations.count
            if keyword == "msgstr" {
                guard entry.englishPlural == nil else { throw failure("msgstr of a plural needs a number") }
                guard expected == 0 else { throw failure("msgstr is given twice") }
            } else {
                guard entry.englishPlural != nil else { throw failure("\(keyword) without msgid_plural") }
                guard keyword == "msgstr[\(expected)]", expected < 10 else {
                    throw failure("expected msgstr[\(expected)], not \(keyword)")
                }
            }
            entry.translations.append("")
            return expected
        }

        private mutating func begin(_ field: Field, _ value: String) throws(CatalogError) {
            if entry.line == 0 { entry.line = line }
            self.field = field
            try append(value)
        }

        private mutating func append(_ value: String) throws(CatalogError) {
            switch field {
            case .context: context = (context ?? "") + value
            case .id: entry.english += value
            case .plural: entry.englishPlural = (entry.englishPlural ?? "") + value
            case .translation(let index): entry.translations[index] += value
            case nil: throw failure("a text that belongs to no keyword")
            }
        }

        private mutating func closeEntryIfTranslated() throws(CatalogError) {
            if case .translation = field { try closeEntry() }
        }

        private mutating func closeEntry() throws(CatalogError) {
            defer {
                field = nil
                context = nil
                hasID = false
                entry = Entry(key: "", english: "")
            }
            guard let field else { return }
            guard case .translation = field else { throw failure("a message without msgstr") }
            if context == nil, entry.english.isEmpty {
                try closeHeader()
                return
            }
            guard let context, !context.isEmpty else {
                throw CatalogError(line: entry.line, reason: "a message without msgctxt: '\(entry.english)'")
            }
            guard !entry.english.isEmpty else {
                throw CatalogError(line: entry.line, reason: "'\(context)' has an empty msgid")
            }
            guard seen.insert(context).inserted else {
                throw CatalogError(line: entry.line, reason: "'\(context)' is there twice")
            }
            entry.key = context
            file.entries.append(entry)
        }

        private mutating func closeHeader() throws(CatalogError) {
            guard !sawHeader, file.entries.isEmpty else {
                throw CatalogError(line: entry.line, reason: "the header must come first, and once")
            }
            sawHeader = true
            file.headerComments = entry.translatorComments
            for text in (entry.translations.first ?? "").split(separator: "\n") {
                guard let colon = text.firstIndex(of: ":") else {
                    throw CatalogError(line: entry.line, reason: "header line without a colon: '\(text)'")
                }
                file.header.append(
                    HeaderField(
                        name: Self.trimmed(text[..<colon]),
                        value: Self.trimmed(text[text.index(after: colon)...])
                    )
                )
            }
        }

        /// The text between the quotation marks with its escapes resolved.
        private func string(_ text: ArraySlice<UInt8>) throws(CatalogError) -> String {
            let body = text.dropFirst()
            if body.last == UInt8(ascii: "\""), !body.contains(UInt8(ascii: "\\")),
                body.firstIndex(of: UInt8(ascii: "\"")) == body.endIndex - 1
            {
                return try decode(body.dropLast())
            }
            var result: [UInt8] = []
            result.reserveCapacity(text.count)
            var index = text.startIndex + 1
            while index < text.endIndex {
                let byte = text[index]
                index += 1
                switch byte {
                case UInt8(ascii: "\""):
                    guard index == text.endIndex else { throw failure("text after the closing quotation mark") }
                    return try decode(result[...])
                case UInt8(ascii: "\\"):
                    guard index < text.endIndex else { throw failure("a text without a closing quotation mark") }
                    result.append(try unescaped(text[index]))
                    index += 1
                default: result.append(byte)
                }
            }
            throw failure("a text without a closing quotation mark")
        }

        private func unescaped(_ byte: UInt8) throws(CatalogError) -> UInt8 {
            switch byte {
            case UInt8(ascii: "n"): return UInt8(ascii: "\n")
            case UInt8(ascii: "t"): return UInt8(ascii: "\t")
            case UInt8(ascii: "r"): return UInt8(ascii: "\r")
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): return byte
            default: throw failure("unknown escape; known are \\n \\t \\r \\\" \\\\")
            }
        }

        private func decode(_ bytes: ArraySlice<UInt8>) throws(CatalogError) -> String {
            guard let text = String(validating: bytes, as: UTF8.self) else { throw failure("not UTF-8") }
            return text
        }

        private static func trimmed(_ text: Substring) -> String {
            var text = text
            while text.first?.isWhitespace == true { text.removeFirst() }
            while text.last?.isWhitespace == true { text.removeLast() }
            return String(text)
        }
    }
}

extension [UInt8] {
    /// Calls `body` with every line, without the white space around it, and its number from 1.
    fileprivate func withUTF8Lines(
        _ body: (ArraySlice<UInt8>, Int) throws(CatalogError) -> Void
    ) throws(CatalogError) {
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        var start = starts(with: byteOrderMark) ? byteOrderMark.count : 0
        var number = 1
        while start < count {
            let end = self[start...].firstIndex(of: UInt8(ascii: "\n")) ?? count
            var line = self[start..<end]
            while let first = line.first, first == 0x20 || first == 0x09 { line.removeFirst() }
            while let last = line.last, last == 0x20 || last == 0x09 || last == 0x0D { line.removeLast() }
            try body(line, number)
            start = end + 1
            number += 1
        }
    }
}
