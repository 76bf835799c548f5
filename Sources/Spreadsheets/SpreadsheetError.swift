/// Why a file could not be read or written.
public enum SpreadsheetError: Error, Hashable, Sendable {
    /// Neither a workbook nor text.
    case notATable
    /// The binary format of before 2007: to be saved as XLSX or CSV.
    case oldFormat
    /// Protected by a password.
    case encrypted
    /// The ZIP container is broken.
    case brokenContainer
    /// A part that must be there is missing or not what it should be.
    case brokenPart(String)
    /// XML with a document type or entities of its own, which no honest workbook has.
    case forbiddenMarkup(String)
    /// More than the limits allow: a bomb, or a file for which this is not the tool.
    case tooLarge
    /// The workbook could not be written.
    case cannotWrite
}

/// How much of a file is read at most.
public struct SpreadsheetLimits: Hashable, Sendable {
    /// Bytes of the file itself.
    public var fileBytes = 64 << 20
    /// Bytes of one unpacked part of a workbook.
    public var partBytes = 192 << 20
    /// Bytes of all unpacked parts that are read.
    public var unpackedBytes = 384 << 20
    /// How many times larger than its packed form a part above a megabyte may be.
    public var packingRatio = 250
    /// Parts in the container.
    public var parts = 4096
    /// Rows of one table.
    public var rows = 500_000
    /// Columns of one table.
    public var columns = 2048
    /// Cells of a file.
    public var cells = 8_000_000

    /// The limits for a file that somebody uploads.
    public init() {}
}
