/// What a column of somebody's log may mean.
public enum ImportColumn: String, Codable, CaseIterable, Sendable, Hashable {
    /// The sheet from which a row of a merged table came.
    case sheetName = "sheet"
    case number, date, time
    case staff = "operator"
    case channel, direction, language
    case name, familyName, givenName, patronymic
    case sex, birth, phone, citizenship
    /// Where at home the person comes from.
    case home
    /// Where the person is now.
    case country, region, city
    /// Where the person is now, all in one cell.
    case place
    case work, documents, category, description, employer
    case amountOwed = "amount_owed"
    case actions
    case referredTo = "referred_to"
    case result
    case amountPaid = "amount_paid"
    case followUp = "follow_up"
    case children, pregnant
    case caseNumber = "case_number"
    case note, consent
    case heardFrom = "heard_from"
    case urgency

    /// Columns whose texts are joined when a log has several of the kind.
    public var mayRepeat: Bool {
        switch self {
        case .phone, .category, .description, .note, .actions, .result, .documents: true
        default: false
        }
    }
}

/// How days are written before it is known which number is the month.
public enum DateOrder: String, Codable, Sendable {
    case dayFirst = "day_first"
    case monthFirst = "month_first"
}

/// How one sheet is read.
public struct SheetMapping: Codable, Sendable, Hashable {
    /// The sheet's name.
    public var sheet: String
    /// False for a sheet that is no log.
    public var isLog: Bool
    /// The line of the titles; 0 when there is none.
    public var headerLine: Int
    /// The first line with data.
    public var firstLine: Int
    /// By column from the left; nil for a column that is not read.
    public var columns: [ImportColumn?]
    /// The titles found, for showing.
    public var titles: [String]
    /// The year that the sheet or its title names.
    public var year: Int?
    public var dateOrder: DateOrder

    /// The first column of a kind.
    public func index(_ column: ImportColumn) -> Int? { columns.firstIndex(of: column) }
}

/// How a file is read; made by guessing, changed by a person, kept per organization as JSON.
public struct ImportMapping: Codable, Sendable, Hashable {
    public var sheets: [SheetMapping]
    /// The country whose telephone numbers are written without a code, ISO 3166-1 alpha-2.
    public var homeCountry: String
    /// The country where people are when the row does not say; nil leaves it open.
    public var hostCountry: String?

    public init(sheets: [SheetMapping], homeCountry: String = "KG", hostCountry: String? = nil) {
        self.sheets = sheets
        self.homeCountry = homeCountry
        self.hostCountry = hostCountry
    }
}
