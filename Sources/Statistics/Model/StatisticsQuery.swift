public import Domain
public import Facts

/// What is counted.
public enum Measure: String, CaseIterable, Sendable, Hashable {
    case contacts
    /// Problems named in contacts: a contact with two counts twice.
    case mentions
    case cases
    case referrals
    /// Different people in contacts and cases.
    case persons
    /// Money, in whole units of one currency.
    case amounts

    /// Whether the figures of a table's cells add up to those of its rows and columns.
    var addsUp: Bool { self != .persons && self != .amounts }
}

/// What a table is broken down by.
public enum Breakdown: Sendable, Hashable {
    /// `2026-03`, in the order of time.
    case month
    case currency
    case amountKind
    /// Problems as they were recorded; as a dimension, a problem counts under its parent, so that series go on when a
    /// code is split.
    case problemDetail
    case dimension(FactDimension)

    /// The name in the API and in addresses.
    public var name: String {
        switch self {
        case .month: "month"
        case .currency: "currency"
        case .amountKind: "amount_kind"
        case .problemDetail: "problem_detail"
        case .dimension(let dimension): dimension.rawValue
        }
    }

    public init?(name: String) {
        switch name {
        case "month": self = .month
        case "currency": self = .currency
        case "amount_kind": self = .amountKind
        case "problem_detail": self = .problemDetail
        default:
            guard let dimension = FactDimension(rawValue: name) else { return nil }
            self = .dimension(dimension)
        }
    }

    /// All of them, in the order in which they are offered.
    public static let all: [Breakdown] =
        [.month] + FactDimension.allCases.map { .dimension($0) } + [.problemDetail, .currency, .amountKind]
}

/// Whose facts are counted.
public enum StatisticsReach: Sendable, Hashable {
    case organization(OrganizationID)
    /// All organisations together: at most two dimensions, no free filter (design, safety rule 13).
    case network
}

/// A question to the facts.
public struct StatisticsQuery: Sendable, Hashable {
    public var measure: Measure
    public var rows: Breakdown
    public var columns: Breakdown?
    /// Months, both counted.
    public var from: String?
    public var to: String?
    public var filters: [Filter]

    /// Only facts with this code.
    public struct Filter: Sendable, Hashable {
        public let breakdown: Breakdown
        public let code: String

        public init(_ breakdown: Breakdown, _ code: String) {
            self.breakdown = breakdown
            self.code = code
        }
    }

    public init(
        measure: Measure,
        rows: Breakdown,
        columns: Breakdown? = nil,
        from: String? = nil,
        to: String? = nil,
        filters: [Filter] = []
    ) {
        self.measure = measure
        self.rows = rows
        self.columns = columns
        self.from = from
        self.to = to
        self.filters = filters
    }
}

/// Why a question can't be answered; each names the parameter it stands at.
public enum StatisticsProblem: Error, Sendable, Hashable {
    case unknownMeasure
    case unknownBreakdown(parameter: String)
    case sameBreakdownTwice
    case unreadableMonth(parameter: String)
    case monthsReversed
    case unreadableFilter
    /// Network tables take no free filter.
    case filterOfNetwork
    /// Amounts of several currencies can't be added up.
    case currencyMissing

    public var parameter: String {
        switch self {
        case .unknownMeasure: "measure"
        case .unknownBreakdown(let parameter), .unreadableMonth(let parameter): parameter
        case .sameBreakdownTwice: "columns"
        case .monthsReversed: "to"
        case .unreadableFilter, .filterOfNetwork, .currencyMissing: "filter"
        }
    }
}

/// Judges what was asked.
public enum StatisticsRules {
    /// A question from the texts of an address.
    ///
    /// - Parameters:
    ///   - rows: a breakdown's name; month when empty.
    ///   - columns: a breakdown's name or empty.
    ///   - measure: contacts when empty.
    ///   - from: a month such as `2026-03`, a day of it, or empty.
    ///   - to: likewise.
    ///   - filter: `sex:female,problem:unpaid_wages`, or empty.
    ///   - reach: whose facts.
    /// - Returns: the question.
    /// - Throws: what can't be answered.
    public static func query(
        rows: String,
        columns: String,
        measure: String,
        from: String,
        to: String,
        filter: String,
        reach: StatisticsReach
    ) throws(StatisticsProblem) -> StatisticsQuery {
        guard let measure = measure.isEmpty ? .contacts : Measure(rawValue: measure) else { throw .unknownMeasure }
        guard let rowBreakdown = rows.isEmpty ? .month : Breakdown(name: rows) else {
            throw .unknownBreakdown(parameter: "rows")
        }
        let columnBreakdown = Breakdown(name: columns)
        if columnBreakdown == nil, !columns.isEmpty { throw .unknownBreakdown(parameter: "columns") }
        guard rowBreakdown != columnBreakdown else { throw .sameBreakdownTwice }
        let first = try month(from, "from")
        let last = try month(to, "to")
        if let first, let last, last < first { throw .monthsReversed }
        var query = StatisticsQuery(
            measure: measure,
            rows: rowBreakdown,
            columns: columnBreakdown,
            from: first,
            to: last,
            filters: try filters(filter)
        )
        if reach == .network, !query.filters.isEmpty { throw .filterOfNetwork }
        if measure == .amounts { query = try withCurrency(query) }
        return query
    }

    /// Amounts are shown per currency, either as columns or filtered to one.
    private static func withCurrency(_ query: StatisticsQuery) throws(StatisticsProblem) -> StatisticsQuery {
        let breakdowns = [query.rows, query.columns] + query.filters.map(\.breakdown)
        guard !breakdowns.contains(.currency) else { return query }
        guard query.columns == nil else { throw .currencyMissing }
        var query = query
        query.columns = .currency
        return query
    }

    private static func month(_ text: String, _ parameter: String) throws(StatisticsProblem) -> String? {
        guard !text.isEmpty else { return nil }
        guard let date = PartialDate(iso: text), date.month != nil else { throw .unreadableMonth(parameter: parameter) }
        return String(date.iso.prefix(7))
    }

    private static func filters(_ text: String) throws(StatisticsProblem) -> [StatisticsQuery.Filter] {
        var filters: [StatisticsQuery.Filter] = []
        for part in text.split(separator: ",") {
            let halves = part.split(separator: ":", maxSplits: 1).map(String.init)
            guard halves.count == 2, let breakdown = Breakdown(name: halves[0]), halves[1].utf8.count <= 64,
                filters.count < 10
            else { throw .unreadableFilter }
            filters.append(StatisticsQuery.Filter(breakdown, halves[1]))
        }
        return filters
    }
}
