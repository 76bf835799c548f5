import Facts
import HTTPTypes
public import Web

extension StatisticsRoutes {
    /// The calls of this room.
    public static let operations = [
        APIOperation(
            .get,
            "api/v1/statistics/table",
            "Counts facts. A cell that must not be shown is null.",
            query: [
                APIMember("measure", .code(Measure.allCases.map(\.rawValue))),
                APIMember("rows", .code(Breakdown.all.map(\.name))),
                APIMember("columns", .code(Breakdown.all.map(\.name))),
                APIMember("from", .text, note: "A month such as 2026-03."),
                APIMember("to", .text, note: "A month, counted too."),
                APIMember("filter", .text, note: "dimension:code, several with commas; not for the network."),
                APIMember("reach", .code(["organization", "network"])),
            ],
            answer: [
                APIMember("measure", .text, isRequired: true),
                APIMember("rows", .list(of: .text), isRequired: true),
                APIMember("columns", .list(of: .text), isRequired: true),
                APIMember("cells", .list(of: .list(of: .integer)), isRequired: true),
                APIMember("rowTotals", .list(of: .integer), isRequired: true),
                APIMember("columnTotals", .list(of: .integer), isRequired: true),
                APIMember("total", .list(of: .integer), isRequired: true),
                APIMember("hiddenReason", .text),
            ],
            refusals: [422: "A parameter is unknown, or the network's figures are asked with a filter."]
        )
    ]
}
