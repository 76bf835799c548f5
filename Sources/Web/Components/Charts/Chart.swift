public import Localization
public import Markup

/// One row of numbers of a chart.
public struct ChartSeries: Sendable, Equatable {
    /// The name under which the form sends it.
    public var name: String
    /// One for each category, at least 0; `nil` is a number too small to be shown.
    public var values: [Int?]

    public init(_ name: String, _ values: [Int?]) {
        self.name = name
        self.values = values
    }
}

/// The picture of a table, and the table itself below it.
///
/// Axes begin at zero. What is hidden is written `[c]` and explained. Series differ by lightness and hatching, so that
/// the picture survives a grey printer.
public struct Chart: Component {
    public enum Kind: Sendable, CaseIterable {
        /// A bar for each category; of several series the bars stand below each other.
        case bars
        /// One bar for each category, the series one after the other in it.
        case stacked
        /// A line for each series over categories that are moments in time.
        case line
    }

    /// The greatest number of series that can still be told apart.
    public static let maximumSeries = 5

    /// Distinguishes charts of a page; part of ids. ASCII letters, digits and hyphens.
    public var id: String
    /// Which kind it is.
    public var kind: Kind
    /// The name shown.
    public var title: String
    /// The heading above the categories in the table.
    public var categoryTitle: String
    /// The names of the rows, or of the moments.
    public var categories: [String]
    /// Shorter names of the moments for the axis of a line, such as `2026-03`; the categories' own where there are none.
    public var axisLabels: [String]
    /// Those beyond ``maximumSeries`` are in the table alone.
    public var series: [ChartSeries]
    /// Where the numbers are from.
    public var source: String
    /// The day of the data, as a text.
    public var date: String

    public init(
        id: String,
        _ kind: Kind,
        title: String,
        categoryTitle: String,
        categories: [String],
        axisLabels: [String] = [],
        series: [ChartSeries],
        source: String,
        date: String
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.categoryTitle = categoryTitle
        self.categories = categories
        self.axisLabels = axisLabels
        self.series = series
        self.source = source
        self.date = date
    }

    /// The sign of a number that isn't shown.
    static let hiddenSign = "[c]"

    public func html(_ texts: Texts) -> HTML {
        let drawing = ChartDrawing(chart: self, formats: texts.formats)
        let prefix = fieldID("chart-" + id)
        let hidesSome = series.contains { series in categories.indices.contains { value(series, $0) == nil } }
        let legend: HTML = hidesSome ? "<p class=\"hint\">\(texts.component.chartHidden)</p>" : ""
        return """
            <figure class="chart"><figcaption>\(title)</figcaption>\(keys(prefix))\
            <svg role="img" aria-labelledby="\(prefix)-title \(prefix)-desc" \
            viewBox="0 0 \(drawing.width) \(drawing.height)" xmlns="http://www.w3.org/2000/svg"><title id="\(prefix)-title">\(title)</title>\
            <desc id="\(prefix)-desc">\(texts.component.chartData): \(summary(texts))</desc>\
            \(patterns(prefix))\(drawing.marks(prefix))</svg>\(legend)\
            <details><summary>\(texts.component.chartData)</summary>\(table(texts))</details>\
            <p class="hint">\(texts.component.chartSource(source: source, date: date))</p></figure>
            """
    }

    /// The value of a series at a category; a missing one counts as hidden, a negative one as nothing.
    func value(_ series: ChartSeries, _ category: Int) -> Int? {
        guard series.values.indices.contains(category), let value = series.values[category] else { return nil }
        return max(value, 0)
    }

    /// The series that are drawn.
    var drawn: ArraySlice<ChartSeries> { series.prefix(Self.maximumSeries) }

    private func keys(_ prefix: String) -> HTML {
        guard series.count > 1 else { return "" }
        let keys = HTML.each(drawn.enumerated()) { index, series in
            let number = index + 1
            let hatch: HTML =
                Self.isHatched(index)
                ? "<rect width=\"20\" height=\"14\" fill=\"url(#\(prefix)-p\(number))\"/>" : ""
            let sample: HTML =
                kind == .line
                ? "<path class=\"l\(number)\" d=\"M0 7h20\"/>"
                : "<rect class=\"s\(number)\" width=\"20\" height=\"14\"/>\(hatch)"
            return "<li><svg width=\"20\" height=\"14\">\(sample)</svg> \(series.name)</li>"
        }
        return "<ul class=\"keys\" aria-hidden=\"true\">\(keys)</ul>"
    }

    /// Whether a series has a pattern over its colour.
    static func isHatched(_ index: Int) -> Bool { index == 1 || index == 3 }

    private func patterns(_ prefix: String) -> HTML {
        """
        <defs><pattern id="\(prefix)-p2" width="5" height="5" patternUnits="userSpaceOnUse" \
        patternTransform="rotate(45)"><rect class="hatch" width="1.5" height="5"/></pattern>\
        <pattern id="\(prefix)-p4" width="5" height="5" patternUnits="userSpaceOnUse">\
        <circle class="hatch" cx="2.5" cy="2.5" r="1"/></pattern></defs>
        """
    }

    private func summary(_ texts: Texts) -> String {
        let parts = drawn.map { series in
            let values = categories.indices.map { text(value(series, $0), texts) }
            return "\(series.name): \(values.joined(separator: ", "))"
        }
        return parts.joined(separator: "; ")
    }

    private func table(_ texts: Texts) -> HTML {
        var columns = [TableColumn(categoryTitle, isHeading: true)]
        columns += series.map { TableColumn($0.name, isNumeric: true) }
        if kind == .stacked { columns.append(TableColumn(texts.component.chartTotal, isNumeric: true)) }
        return Table(title, columns: columns).html(texts) { rows in
            for (index, category) in categories.enumerated() {
                rows.row { row in
                    row.text(category)
                    let values = series.map { value($0, index) }
                    for value in values { row.html(HTML(text: text(value, texts))) }
                    // A total beside a single hidden number would give the number away.
                    if kind == .stacked { row.html(HTML(text: text(sum(values), texts))) }
                }
            }
        }
    }

    /// The sum, hidden when any of its parts is; at most `Int.max`.
    func sum(_ values: [Int?]) -> Int? {
        values.reduce(Optional(0)) { total, value in
            guard let total, let value else { return nil }
            let (sum, overflow) = total.addingReportingOverflow(value)
            return overflow ? Int.max : sum
        }
    }

    private func text(_ value: Int?, _ texts: Texts) -> String {
        value.map { texts.formats.number($0) } ?? Self.hiddenSign
    }
}
