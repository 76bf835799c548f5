import Localization
import Markup

extension Exhibit {
    static let charts: [Exhibit] = [
        Exhibit(
            "Charts",
            criteria: [
                "The table is always there; the chart is its picture, with a title and a description.",
                "Axes begin at zero, and a hidden number is written [c] and explained.",
                "Series differ by lightness, hatching and dashes, so that a grey printer keeps them apart.",
                "Source and date of the data stand below every figure.",
            ],
            examples: { texts in
                [
                    chart(
                        "wages",
                        .bars,
                        "Cases by problem",
                        ["Unpaid wages", "Документы и регистрация", "Violence"],
                        [
                            ChartSeries("2025", [124, 73, nil])
                        ]
                    ).html(texts),
                    chart(
                        "sex",
                        .stacked,
                        "People by citizenship",
                        ["Кыргызстан", "Тоҷикистон", "Oʻzbekiston"],
                        [
                            ChartSeries("Women", [60, 35, 12]), ChartSeries("Men", [40, 80, 22]),
                            ChartSeries("Not recorded", [7, 4, nil]),
                        ]
                    ).html(texts),
                    chart(
                        "calls",
                        .line,
                        "Calls by month",
                        ["Jan", "Feb", "Mar", "Apr", "May", "Jun"],
                        [
                            ChartSeries("Hotline", [310, 280, 405, 390, nil, 520]),
                            ChartSeries("Visits", [80, 95, 120, 60, 75, 90]),
                        ]
                    ).html(texts),
                ]
            },
            trial: { specimen, texts in
                let series = [
                    ChartSeries(specimen.text, [1, nil]), ChartSeries(specimen.text, [Int.max, 3]),
                    ChartSeries("b", [2]),
                ]
                let kinds = Chart.Kind.allCases.enumerated().map { index, kind in
                    chart("\(specimen.name)-\(index)", kind, specimen.text, [specimen.text, "b"], series).html(texts)
                }
                return kinds.joined()
            }
        )
    ]

    private static func chart(
        _ id: String,
        _ kind: Chart.Kind,
        _ title: String,
        _ categories: [String],
        _ series: [ChartSeries]
    ) -> Chart {
        Chart(
            id: id,
            kind,
            title: title,
            categoryTitle: title,
            categories: categories,
            series: series,
            source: title,
            date: "1 March 2026"
        )
    }
}
