/// Reads a text file with separators: encoding and separator are found by looking.
public enum CSVReader {
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - name: becomes the table's name.
    ///   - limits: what is refused as too large.
    /// - Returns: the table.
    /// - Throws: `SpreadsheetError.notATable` for what is no text, `.tooLarge`.
    public static func read(
        _ bytes: [UInt8],
        name: String,
        limits: SpreadsheetLimits = SpreadsheetLimits()
    ) throws -> Sheet {
        guard bytes.count <= limits.fileBytes else { throw SpreadsheetError.tooLarge }
        let (encoding, mark) = TextEncoding.detect(bytes)
        var text = encoding.decode(bytes[mark...])
        guard isText(text) else { throw SpreadsheetError.notATable }
        let announced = announcedSeparator(&text)
        let separator = announced ?? separator(of: text)
        var rows: [Row] = []
        var cells = 0
        var parser = CSVParser(separator: separator)
        let skipped = announced == nil ? 0 : 1
        func take(_ line: Int, _ fields: [String]) throws {
            cells += fields.count
            guard rows.count < limits.rows, fields.count <= limits.columns, cells <= limits.cells else {
                throw SpreadsheetError.tooLarge
            }
            rows.append(Row(line: line + skipped, cells: fields.map { $0.isEmpty ? .empty : .text($0) }))
        }
        try parser.feed(text.utf8, take)
        try parser.finish(take)
        return Sheet(name: name, rows: rows)
    }

    /// The separator with which the first rows fall most evenly into fields.
    /// - Parameter text: the file, or its beginning.
    /// - Returns: an ASCII character; a comma when nothing tells.
    public static func separator(of text: String) -> UInt8 {
        let sample = Array(text.utf8.prefix(65_536))
        let candidates = [UInt8](",;\t|".utf8)
        let scored = candidates.map { (separator: $0, score: evenness(sample, separator: $0)) }
        let best = scored.max { $0.score < $1.score }
        guard let best, best.score > 0 else { return UInt8(ascii: ",") }
        return best.separator
    }

    /// Rows that have the commonest number of fields, weighed by that number; 0 when nothing is separated.
    private static func evenness(_ sample: [UInt8], separator: UInt8) -> Double {
        var counts: [Int: Int] = [:]
        var rows = 0
        var parser = CSVParser(separator: separator)
        parser.feed(sample) { _, fields in
            guard rows < 200, fields.count > 1 || !(fields.first ?? "").isEmpty else { return }
            rows += 1
            counts[fields.count, default: 0] += 1
        }
        if rows == 0 {
            parser.finish { _, fields in
                counts[fields.count, default: 0] += 1; rows += 1
            }
        }
        guard rows > 0 else { return 0 }
        let common = counts.filter { $0.key > 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) }
        guard let common else { return 0 }
        let share = Double(common.value) / Double(rows)
        return share * share * Double(min(common.key, 64))
    }

    /// Programs of Windows may write `sep=;` as the first line.
    private static func announcedSeparator(_ text: inout String) -> UInt8? {
        guard text.lowercased().hasPrefix("sep=") else { return nil }
        guard let end = text.firstIndex(where: \.isNewline) else { return nil }
        let line = text[..<end]
        guard line.count == 5, let separator = line.last?.asciiValue else { return nil }
        text = String(text[text.index(after: end)...])
        return separator
    }

    private static func isText(_ text: String) -> Bool {
        var controls = 0
        var length = 0
        for byte in text.utf8.prefix(65_536) {
            length += 1
            if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { controls += 1 }
        }
        return controls * 100 <= length
    }
}
