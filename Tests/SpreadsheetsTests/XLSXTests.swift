import CLibZip
import Foundation
import Spreadsheets
import Testing

@Suite struct XLSXTests {
    private static let types = """
        <?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>\
        <sheet name="Журнал" sheetId="1" r:id="rId1"/></sheets></workbook>
        """
    private static let relations = """
        <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="rId1" Type="t" Target="worksheets/sheet1.xml"/>\
        <Relationship Id="rId2" Type="t" Target="styles.xml"/></Relationships>
        """
    private static let styles = """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1">\
        <numFmt numFmtId="164" formatCode="dd.mm.yyyy"/></numFmts><cellXfs count="2"><xf numFmtId="0"/>\
        <xf numFmtId="164"/></cellXfs></styleSheet>
        """

    /// A container with these parts, made by libzip.
    private func book(_ parts: [(String, String)]) throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + ".xlsx").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        var code: Int32 = 0
        let archive = try #require(zip_open(path, ZIP_CREATE, &code))
        var kept: [UnsafeMutablePointer<UInt8>] = []
        for (name, text) in parts {
            let bytes = [UInt8](text.utf8)
            let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
            memory.initialize(from: bytes, count: bytes.count)
            kept.append(memory)
            let source = zip_source_buffer(archive, memory, zip_uint64_t(bytes.count), 0)
            _ = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        }
        #expect(zip_close(archive) == 0)
        for memory in kept { memory.deallocate() }
        return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    private func sheet(_ data: String) throws -> [UInt8] {
        try book([
            ("xl/workbook.xml", Self.types), ("xl/_rels/workbook.xml.rels", Self.relations),
            ("xl/styles.xml", Self.styles),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>\(data)</sheetData>"
                    + "<mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells></worksheet>"
            ),
        ])
    }

    @Test func readsTypesOfCells() throws {
        let bytes = try sheet(
            """
            <row r="1"><c r="A1" t="inlineStr"><is><t>Имя</t></is></c><c r="C1" s="1"><v>45294</v></c></row>\
            <row r="4"><c r="B4"><f>SUM(A1:A3)</f><v>12</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c></row>
            """
        )
        let sheet = try #require(try SpreadsheetReader.read(bytes, name: "x").sheets.first)
        #expect(sheet.name == "Журнал")
        #expect(sheet.rows.map(\.line) == [1, 2, 3, 4])
        #expect(sheet.rows[0].cells == [.text("Имя"), .empty, .date(SerialDate(days: 45_294))])
        #expect(sheet.rows[0][2].text == "03.01.2024")
        #expect(sheet.rows[1].isBlank)
        #expect(sheet.rows[3].cells == [.empty, .number(12), .boolean(true), .error("#REF!")])
        #expect(sheet.merged.first?.columns == 0...2)
    }

    @Test func refusesDocumentTypesAndEntities() throws {
        let parts = [
            ("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]>" + Self.types),
            ("xl/_rels/workbook.xml.rels", Self.relations),
        ]
        #expect(throws: SpreadsheetError.forbiddenMarkup("xl/workbook.xml")) {
            try SpreadsheetReader.read(try book(parts), name: "x")
        }
    }

    @Test func refusesBombs() throws {
        let bomb = String(repeating: "<c/>", count: 2_000_000)
        let bytes = try sheet("<row r=\"1\">\(bomb)</row>")
        #expect(bytes.count < 100_000)
        #expect(throws: SpreadsheetError.tooLarge) { try SpreadsheetReader.read(bytes, name: "x") }
        var limits = SpreadsheetLimits()
        limits.columns = 3
        let wide = try sheet("<row r=\"1\"><c r=\"E1\"><v>1</v></c></row>")
        #expect(throws: SpreadsheetError.tooLarge) { try SpreadsheetReader.read(wide, name: "x", limits: limits) }
    }

    @Test func refusesTheOldFormatAndBrokenContainers() {
        #expect(throws: SpreadsheetError.oldFormat) {
            try SpreadsheetReader.read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], name: "x")
        }
        #expect(throws: SpreadsheetError.brokenContainer) {
            try SpreadsheetReader.read([0x50, 0x4B, 0x03, 0x04, 1, 2, 3, 4, 5, 6, 7, 8], name: "x")
        }
    }

    @Test func whatIsWrittenReadsTheSameAndRunsNoFormula() throws {
        let rows = [
            Row(line: 1, cells: [.text("Имя"), .text("Сумма")]),
            Row(line: 2, cells: [.text("=HYPERLINK(\"x\")"), .number(45_000)]),
        ]
        let bytes = try XLSXWriter.bytes([Sheet(name: "a/b", rows: rows)])
        let sheet = try #require(try SpreadsheetReader.read(bytes, name: "x").sheets.first)
        #expect(sheet.name == "a b")
        #expect(sheet.rows[1].cells == [.text("'=HYPERLINK(\"x\")"), .number(45_000)])
    }

    @Test func serialDaysAreCalendarDays() {
        #expect(SerialDate(days: 61).calendar.map { [$0.year, $0.month, $0.day] } == [1900, 3, 1])
        #expect(SerialDate(days: 45_351).calendar.map { [$0.year, $0.month, $0.day] } == [2024, 2, 29])
        #expect(SerialDate(days: 0.5).calendar == nil)
        #expect(SerialDate(days: 0.604_166_7).text == "14:30")
    }
}
