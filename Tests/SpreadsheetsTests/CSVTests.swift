import Spreadsheets
import Testing

@Suite struct CSVTests {
    private func rows(_ text: String) throws -> [[String]] {
        try CSVReader.read([UInt8](text.utf8), name: "t").rows.map { $0.cells.map(\.text) }
    }

    @Test(arguments: [",", ";", "\t", "|"]) func findsTheSeparator(_ separator: String) throws {
        let text = [["a", "b", "c"], ["1", "2,5", "x"], ["3", "4", "y"]]
            .map { $0.map { $0.contains(separator) ? "\"\($0)\"" : $0 }.joined(separator: separator) }
            .joined(separator: "\r\n")
        #expect(try rows(text) == [["a", "b", "c"], ["1", "2,5", "x"], ["3", "4", "y"]])
    }

    @Test func quotesMayHoldSeparatorsQuotesAndLines() throws {
        #expect(try rows("a,\"b,\"\"c\"\"\nd\"\n1,2") == [["a", "b,\"c\"\nd"], ["1", "2"]])
    }

    @Test func linesAreCountedAsAPersonSeesThem() throws {
        let sheet = try CSVReader.read([UInt8]("a,\"b\nc\"\r\nd,e\r\n".utf8), name: "t")
        #expect(sheet.rows.map(\.line) == [1, 3])
    }

    @Test func theSeparatorMayBeAnnounced() throws {
        #expect(try rows("sep=;\na;b,c\n1;2,3") == [["a", "b,c"], ["1", "2,3"]])
    }

    @Test func piecesMakeTheSameRowsAsTheWhole() {
        let text = [UInt8]("имя,\"две\r\nстроки\"\r\nx,y".utf8)
        for size in 1...7 {
            var parser = CSVParser(separator: 44)
            var found: [[String]] = []
            for start in stride(from: 0, to: text.count, by: size) {
                parser.feed(text[start..<min(start + size, text.count)]) { found.append($1) }
            }
            parser.finish { found.append($1) }
            #expect(found == [["имя", "две\r\nстроки"], ["x", "y"]])
        }
    }

    @Test func knowsEncodings() {
        let russian = "имя;телефон"
        let windows = russian.unicodeScalars.map { scalar -> UInt8 in
            scalar.value < 0x80 ? UInt8(scalar.value) : UInt8(scalar.value - 0x410 + 0xC0)
        }
        #expect(TextEncoding.detect([UInt8](russian.utf8)).encoding == .utf8)
        #expect(TextEncoding.detect(windows).encoding == .windows1251)
        #expect(TextEncoding.windows1251.decode(windows[...]) == russian)
        let little = russian.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(TextEncoding.detect([0xFF, 0xFE] + little).encoding == .utf16LittleEndian)
        #expect(TextEncoding.utf16LittleEndian.decode(little[...]) == russian)
        let big = russian.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(TextEncoding.detect([0xFE, 0xFF] + big).encoding == .utf16BigEndian)
    }

    @Test func refusesWhatIsNoText() {
        #expect(throws: SpreadsheetError.notATable) {
            try CSVReader.read((0..<4000).map { UInt8($0 * 7 % 31) }, name: "t")
        }
    }

    @Test(arguments: ["=1+1", "+7 900", "-2", "@cmd", "\tx", "＝1", " =1"]) func formulasAreMadeHarmless(_ text: String)
    {
        #expect(FormulaGuard.neutralized(text) == "'" + text)
        #expect(FormulaGuard.restored(FormulaGuard.neutralized(text)) == text)
    }

    @Test func plainTextStaysPlain() {
        for text in ["Асан", "'оглы", "2+2", ""] {
            #expect(FormulaGuard.neutralized(text) == text)
            #expect(FormulaGuard.restored(text) == text)
        }
    }

    @Test func whatIsWrittenReadsTheSame() throws {
        var writer = CSVWriter(separator: ";")
        writer.append([.text("a;b"), .text("два\nслова"), .number(5), .empty])
        let sheet = try CSVReader.read(writer.bytes, name: "t")
        #expect(sheet.rows[0].cells.map(\.text) == ["a;b", "два\nслова", "5", ""])
    }
}
