/// Reads a file whatever its format: a workbook is known by its first bytes, everything else is text with separators.
public enum SpreadsheetReader {
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - name: its name, which becomes the name of a CSV file's only table.
    ///   - limits: what is refused as too large.
    /// - Returns: the tables.
    /// - Throws: `SpreadsheetError`.
    public static func read(
        _ bytes: [UInt8],
        name: String,
        limits: SpreadsheetLimits = SpreadsheetLimits()
    ) throws -> Workbook {
        guard bytes.count <= limits.fileBytes else { throw SpreadsheetError.tooLarge }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            return try XLSXReader.read(bytes, limits: limits)
        }
        // The old container also holds new workbooks that are locked with a password; neither can be read.
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw SpreadsheetError.oldFormat }
        return Workbook(sheets: [try CSVReader.read(bytes, name: name, limits: limits)])
    }
}
