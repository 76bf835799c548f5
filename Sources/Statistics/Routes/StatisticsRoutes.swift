import Access
import Database
import Domain
public import Guides
import HTTPTypes
import Journal
import JSON
import Localization
import Markup
public import Web

/// The pages of figures, and the same figures for programs.
public struct StatisticsRoutes: Sendable {
    let desk: Desk
    let content: ContentLibrary
    let store: StatisticsStore

    public init(desk: Desk, content: ContentLibrary, store: StatisticsStore? = nil) {
        self.desk = desk
        self.content = content
        let children = content.problems.all.compactMap { problem in problem.parent.map { (problem.code, $0) } }
        self.store =
            store ?? StatisticsStore(parents: Dictionary(children, uniquingKeysWith: { first, _ in first }))
    }

    /// Adds the room's routes to the table.
    public func register(in routes: inout RouteTable) {
        routes.get("statistics", access: .right(.statisticsRead)) { try await page($0, .own) }
        routes.get("statistics/network", access: .right(.statisticsRead)) { try await page($0, .network) }
        routes.get("statistics/table.csv", access: .right(.statisticsRead)) { try await csv($0, .own) }
        routes.get("statistics/network/table.csv", access: .right(.statisticsRead)) { try await csv($0, .network) }
        routes.get("api/v1/statistics/table", access: .right(.statisticsRead)) { try await json($0) }
    }

    /// Whose figures a page shows.
    enum Box: Sendable {
        case own, network
    }

    private func page(_ request: TenantRequest, _ box: Box) async throws -> WebResponse {
        let typed = StatisticsInput(try request.query())
        var errors = FormErrors()
        var table: StatisticsTable?
        do {
            table = try await answer(request, typed, box)
        } catch let problem as StatisticsProblem {
            errors.add(problem.parameter, problem.code) { problem.message($0) }
        }
        let shown = StatisticsPage(
            box: box,
            input: typed,
            errors: errors,
            table: table,
            titles: CodeTitles(content: content, texts: request.texts),
            organization: box == .network
                ? request.texts.statistics.network
                : desk.organizations.name(request.principal.organization, request.texts.language),
            today: CivilDate(at: request.now, zone: desk.zone(request.principal)),
            threshold: store.threshold
        )
        return desk.page(
            request,
            title: request.texts.statistics.title,
            active: StatisticsURL.own.url,
            hasErrors: !errors.isEmpty,
            isWide: true,
            content: shown.html(request.texts)
        )
    }

    private func csv(_ request: TenantRequest, _ box: Box) async throws -> WebResponse {
        let table: StatisticsTable
        do {
            table = try await answer(request, StatisticsInput(try request.query()), box)
        } catch is StatisticsProblem {
            throw WebError.badRequest(.parameter)
        }
        let text = StatisticsCSV(table: table, titles: CodeTitles(content: content, texts: request.texts)).text
        return .attachment(Array(text.utf8), type: "text/csv; charset=utf-8", name: "figures.csv")
    }

    /// `GET /api/v1/statistics/table`.
    private func json(_ request: TenantRequest) async throws -> WebResponse {
        let query = try request.query()
        let box: Box = query["reach"] == "network" ? .network : .own
        let table: StatisticsTable
        do {
            table = try await answer(request, StatisticsInput(query), box)
        } catch let problem as StatisticsProblem {
            var errors = FormErrors()
            errors.add(problem.parameter, problem.code) { problem.message($0) }
            throw WebError.unprocessable(errors)
        }
        return .json { json in
            json.object { json in
                json.member("measure", table.query.measure.rawValue)
                json.array("rows") { list in for code in table.rows { list.value(code) } }
                json.array("columns") { list in for code in table.columns { list.value(code) } }
                json.array("cells") { rows in
                    for row in table.cells { rows.array { cells in for cell in row { cells.cell(cell) } } }
                }
                json.array("rowTotals") { list in for cell in table.rowTotals { list.cell(cell) } }
                json.array("columnTotals") { list in for cell in table.columnTotals { list.cell(cell) } }
                json.array("total") { $0.cell(table.total) }
                json.member("hiddenReason", table.hidesSome ? "small" : nil)
            }
        }
    }

    /// Reads the figures. They concern nobody, so reading them leaves no leaf.
    private func answer(
        _ request: TenantRequest,
        _ input: StatisticsInput,
        _ box: Box
    ) async throws -> StatisticsTable {
        let reach: StatisticsReach =
            switch box {
            case .own: .organization(request.principal.organization)
            case .network: .network
            }
        let query = try input.query(reach)
        switch reach {
        case .organization:
            return try await desk.database.read(request.scope) { try store.table(query, reach, on: $0) }
        case .network:
            // Facts name nobody, and nothing but the controlled table leaves the store.
            return try await desk.database.read(.system) { try store.table(query, reach, on: $0) }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func cell(_ cell: StatisticsCell) {
        if let number = cell.number { value(number) } else { null() }
    }
}

/// The addresses of this room.
enum StatisticsURL {
    case own, network, ownCSV, networkCSV

    var url: URLAttribute {
        switch self {
        case .own: .path("statistics")
        case .network: .path("statistics", "network")
        case .ownCSV: .path("statistics", "table.csv")
        case .networkCSV: .path("statistics", "network", "table.csv")
        }
    }
}

/// What stands in the address of a table; kept as typed, so that the form shows it again.
struct StatisticsInput: Sendable {
    let measure: String
    let rows: String
    let columns: String
    let from: String
    let to: String
    let filter: String

    init(_ query: FormData) {
        measure = query.trimmed("measure")
        rows = query.trimmed("rows")
        columns = query.trimmed("columns")
        from = query.trimmed("from")
        to = query.trimmed("to")
        filter = query.trimmed("filter")
    }

    func query(_ reach: StatisticsReach) throws(StatisticsProblem) -> StatisticsQuery {
        try StatisticsRules.query(
            rows: rows,
            columns: columns,
            measure: measure,
            from: from,
            to: to,
            filter: filter,
            reach: reach
        )
    }

    /// The same question at another address.
    func added(to url: URLAttribute) -> URLAttribute {
        var url = url
        for (name, value) in [
            ("measure", measure), ("rows", rows), ("columns", columns), ("from", from), ("to", to), ("filter", filter),
        ] where !value.isEmpty {
            url = url.adding(query: name, value)
        }
        return url
    }
}
