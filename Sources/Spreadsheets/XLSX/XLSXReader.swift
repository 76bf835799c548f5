/// Reads the tables of an Office Open XML workbook (ECMA-376): values as saved, never formulas, links or macros.
public enum XLSXReader {
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - limits: what is refused as too large.
    /// - Returns: the tables.
    /// - Throws: `SpreadsheetError`.
    public static func read(_ bytes: [UInt8], limits: SpreadsheetLimits = SpreadsheetLimits()) throws -> Workbook {
        guard bytes.count <= limits.fileBytes else { throw SpreadsheetError.tooLarge }
        let container = try ZipContainer(bytes, limits: limits)
        let workbook = WorkbookListener()
        guard try walk(container, "xl/workbook.xml", workbook) else { throw SpreadsheetError.notATable }
        let relations = RelationsListener()
        guard try walk(container, "xl/_rels/workbook.xml.rels", relations) else {
            throw SpreadsheetError.brokenPart("xl/_rels/workbook.xml.rels")
        }
        let strings = SharedStringsListener()
        _ = try walk(container, part(relations, named: "sharedStrings"), strings)
        let styles = StylesListener()
        _ = try walk(container, part(relations, named: "styles"), styles)
        let sheets = try workbook.entries.compactMap { entry -> Sheet? in
            // A sheet of charts has no cells and no worksheet part.
            guard let target = relations.targets[entry.relation], target.contains("worksheets/") else { return nil }
            let sheet = SheetListener(
                strings: strings.strings,
                isDate: styles.isDate,
                startsIn1904: workbook.startsIn1904,
                limits: limits
            )
            guard try walk(container, target, sheet) else { throw SpreadsheetError.brokenPart(target) }
            return Sheet(name: entry.name, rows: sheet.rows, merged: sheet.merged, isHidden: entry.isHidden)
        }
        return Workbook(sheets: sheets)
    }

    private static func part(_ relations: RelationsListener, named name: String) -> String {
        relations.targets.values.first { $0.lowercased().hasSuffix("\(name.lowercased()).xml") } ?? "xl/\(name).xml"
    }

    private static func walk(_ container: ZipContainer, _ name: String, _ listener: any XMLListener) throws -> Bool {
        guard let bytes = try container.part(name) else { return false }
        try XMLWalk.walk(bytes, part: name, listener)
        return true
    }
}
