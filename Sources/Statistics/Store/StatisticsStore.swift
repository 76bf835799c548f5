public import Database
import DisclosureControl
public import Domain
import Facts

/// Counts facts. It knows no other table than theirs.
public struct StatisticsStore: Sendable {
    private let suppression: Suppression
    private let parents: [(code: String, parent: String)]

    /// The smallest figure that is shown, zero apart.
    public var threshold: Int { suppression.threshold }

    /// - Parameters:
    ///   - threshold: the smallest figure that is shown, zero apart.
    ///   - parents: the problems that count under another one.
    public init(threshold: Int = 5, parents: [ProblemCode: ProblemCode] = [:]) {
        suppression = Suppression(threshold: threshold)
        self.parents = parents.map { ($0.key.rawValue, $0.value.rawValue) }.sorted { $0.code < $1.code }
    }

    /// What a breakdown groups by.
    private func expression(_ breakdown: Breakdown) -> SQL {
        guard breakdown == .dimension(.problem), !parents.isEmpty else { return breakdown.column }
        let cases = parents.map { " WHEN \($0.code) THEN \($0.parent)" as SQL }
        return "CASE problem\(SQL.joined(cases, separator: "")) ELSE problem END"
    }

    /// Answers a question. For the network the connection's scope must be the system's; nothing but the controlled
    /// table comes back.
    public func table(
        _ query: StatisticsQuery,
        _ reach: StatisticsReach,
        on connection: any Connection
    ) throws -> StatisticsTable {
        try counted(query, reach, on: connection).controlled(by: suppression)
    }

    /// The table before anything is hidden.
    func counted(
        _ query: StatisticsQuery,
        _ reach: StatisticsReach,
        on connection: any Connection
    ) throws -> CountedTable {
        let condition = condition(query, reach)
        let rowColumn = expression(query.rows)
        let columnColumn = query.columns.map { expression($0) } ?? "''"
        let inner = try grouped([rowColumn, columnColumn], query, condition, on: connection)
        // Each fact stands in one cell, so counts of facts add up; people and amounts' givers stand in several.
        func margin(_ places: [Int], _ columns: [SQL]) throws -> [[String]: CountedTable.Count] {
            guard query.measure.addsUp else { return try grouped(columns, query, condition, on: connection) }
            return inner.reduce(into: [:]) { sums, cell in
                sums[places.map { cell.key[$0] }, default: CountedTable.Count()] += cell.value
            }
        }
        let byRow = try margin([0], [rowColumn])
        let byColumn = try margin([1], [columnColumn])
        let total = try margin([], [])
        let rows = order(Set(byRow.keys.map { $0[0] }), query.rows, byRow)
        let columns = query.columns.map { order(Set(byColumn.keys.map { $0[0] }), $0, byColumn) } ?? [""]
        return CountedTable(
            query: query,
            rows: rows,
            columns: columns,
            cells: rows.map { row in columns.map { inner[[row, $0]] ?? CountedTable.Count() } },
            rowTotals: rows.map { byRow[[$0]] ?? CountedTable.Count() },
            columnTotals: columns.map { byColumn[[$0]] ?? CountedTable.Count() },
            total: total[[]] ?? CountedTable.Count()
        )
    }

    private func grouped(
        _ columns: [SQL],
        _ query: StatisticsQuery,
        _ condition: SQL,
        on connection: any Connection
    ) throws -> [[String]: CountedTable.Count] {
        let codes: [SQL] = columns.map { "COALESCE(\($0), '')" }
        let selected = SQL.joined(codes + figures(query.measure, connection.dialect), separator: ", ")
        // By position: PostgreSQL takes two parameters of the same value for two different expressions.
        let positions: [SQL] = ["1", "2"]
        let grouping: SQL =
            codes.isEmpty ? "" : "GROUP BY " + SQL.joined(Array(positions.prefix(codes.count)), separator: ", ")
        var result: [[String]: CountedTable.Count] = [:]
        try connection.forEachRow("SELECT \(selected) FROM fact WHERE \(condition) \(grouping)") { row in
            let key = try codes.indices.map { try row.text($0) }
            result[key] = CountedTable.Count(
                value: Int(try row.integer(codes.count)),
                contributors: Int(try row.integer(codes.count + 1))
            )
        }
        return result
    }

    /// The figure and how many stand behind it.
    private func figures(_ measure: Measure, _ dialect: Dialect) -> [SQL] {
        switch measure {
        case .contacts, .mentions, .cases, .referrals: ["COUNT(*)", "COUNT(*)"]
        case .persons: ["COUNT(DISTINCT person)", "COUNT(DISTINCT person)"]
        case .amounts: ["\(dialect.sum("amount")) / 100", "COUNT(DISTINCT COALESCE(person, link))"]
        }
    }

    private func condition(_ query: StatisticsQuery, _ reach: StatisticsReach) -> SQL {
        var parts: [SQL] = [kinds(query)]
        switch reach {
        case .organization(let id): parts.append("organization_id = \(id)")
        // Whoever came by a referral was counted where they came from; the token that travelled with it says so.
        case .network: if query.measure == .persons { parts.append("network_token IS NULL") }
        }
        if let from = query.from { parts.append("month >= \(from)") }
        if let to = query.to { parts.append("month <= \(to)") }
        for filter in query.filters { parts.append("COALESCE(\(expression(filter.breakdown)), '') = \(filter.code)") }
        return SQL.joined(parts, separator: " AND ")
    }

    private func kinds(_ query: StatisticsQuery) -> SQL {
        switch query.measure {
        case .contacts: "kind = \(FactKind.contact.rawValue)"
        // Problems of cases are facts of the same kind; only a contact's have a channel.
        case .mentions: "kind = \(FactKind.problem.rawValue) AND channel IS NOT NULL"
        case .cases: "kind = \(FactKind.caseFile.rawValue)"
        case .referrals: "kind = \(FactKind.referral.rawValue)"
        case .persons:
            """
            person IS NOT NULL
                AND kind IN \([FactKind.contact.rawValue, FactKind.caseFile.rawValue, FactKind.problem.rawValue])
            """
        case .amounts:
            amountsAreSplit(query)
                ? "amount IS NOT NULL"
                : "amount IS NOT NULL AND amount_kind = \(AmountKind.recovered.rawValue)"
        }
    }

    /// Owed and recovered are never added up: unless the table tells them apart, it counts what was recovered.
    private func amountsAreSplit(_ query: StatisticsQuery) -> Bool {
        query.rows == .amountKind || query.columns == .amountKind
            || query.filters.contains { $0.breakdown == .amountKind }
    }

    /// Months as time goes, other codes by size; what was not said comes last.
    private func order(
        _ codes: Set<String>,
        _ breakdown: Breakdown,
        _ counts: [[String]: CountedTable.Count]
    ) -> [String] {
        let said = codes.subtracting([""])
        let sorted =
            breakdown == .month
            ? said.sorted()
            : said.sorted { left, right in
                let (first, second) = (counts[[left]]?.value ?? 0, counts[[right]]?.value ?? 0)
                return first == second ? left < right : first > second
            }
        return sorted + (codes.contains("") ? [""] : [])
    }
}

extension Breakdown {
    var column: SQL {
        switch self {
        case .month: "month"
        case .currency: "currency"
        case .amountKind: "amount_kind"
        case .problemDetail: "problem"
        case .dimension(let dimension): dimension.column
        }
    }
}
