import Localization
import Markup

/// The geometry of a chart in user units. Lengths are chosen so that labels stay legible on a telephone.
struct ChartDrawing {
    let chart: Chart
    let formats: Formats

    /// The width of every chart.
    let width = 420
    private let barHeight = 14
    private let plotTop = 12
    private let plotHeight = 170
    private let plotLeft = 46

    private var barsPerCategory: Int { chart.kind == .stacked ? 1 : max(chart.drawn.count, 1) }
    /// A label's line, its bars and the gap below.
    private var categoryHeight: Int { 18 + barsPerCategory * (barHeight + 2) + 8 }

    var height: Int {
        chart.kind == .line ? plotTop + plotHeight + 24 : max(chart.categories.count * categoryHeight, 1) + 4
    }

    private var scale: ChartScale {
        let values = chart.categories.indices.map { category -> Int in
            let values = chart.drawn.map { chart.value($0, category) ?? 0 }
            return chart.kind == .stacked ? chart.sum(values) ?? 0 : values.max() ?? 0
        }
        return ChartScale(holding: values.max() ?? 0)
    }

    /// Everything but the patterns.
    func marks(_ prefix: String) -> HTML {
        let scale = scale
        switch chart.kind {
        case .line: return grid(scale) + categoryLabels + lines(scale)
        case .bars: return bars { category, top in group(category, top, scale, prefix) }
        case .stacked: return bars { category, top in stack(category, top, scale, prefix) }
        }
    }

    // MARK: bars

    private func bars(_ draw: (_ category: Int, _ top: Int) -> HTML) -> HTML {
        HTML.each(chart.categories.indices) { category in
            let top = category * categoryHeight
            return """
                <text x="0" y="\(top + 14)">\(shortened(chart.categories[category], 52))</text>\
                \(draw(category, top + 19))
                """
        }
    }

    private func group(_ category: Int, _ top: Int, _ scale: ChartScale, _ prefix: String) -> HTML {
        HTML.each(chart.drawn.enumerated()) { index, series in
            let y = top + index * (barHeight + 2)
            let value = chart.value(series, category)
            // Room for the number behind the longest bar.
            let length = scale.length(value ?? 0, of: width - 60)
            return bar(0, y, length, index, prefix) + number(value, length + 6, y)
        }
    }

    private func stack(_ category: Int, _ top: Int, _ scale: ChartScale, _ prefix: String) -> HTML {
        var x = 0
        var pieces = HTML()
        for (index, series) in chart.drawn.enumerated() {
            let length = scale.length(chart.value(series, category) ?? 0, of: width - 60)
            pieces += bar(x, top, length, index, prefix)
            x += length
        }
        return pieces + number(chart.sum(chart.drawn.map { chart.value($0, category) }), x + 6, top)
    }

    private func bar(_ x: Int, _ y: Int, _ length: Int, _ index: Int, _ prefix: String) -> HTML {
        let place: HTML = "x=\"\(x)\" y=\"\(y)\" width=\"\(length)\" height=\"\(barHeight)\""
        let hatch: HTML = Chart.isHatched(index) ? "<rect \(place) fill=\"url(#\(prefix)-p\(index + 1))\"/>" : ""
        return "<rect class=\"s\(index + 1)\" \(place)/>\(hatch)"
    }

    private func number(_ value: Int?, _ x: Int, _ y: Int) -> HTML {
        "<text x=\"\(x)\" y=\"\(y + barHeight - 3)\">\(value.map { formats.number($0) } ?? Chart.hiddenSign)</text>"
    }

    // MARK: lines

    private func grid(_ scale: ChartScale) -> HTML {
        HTML.each(scale.ticks) { tick in
            let y = plotTop + plotHeight - scale.length(tick, of: plotHeight)
            return """
                <line class="grid" x1="\(plotLeft)" x2="\(width)" y1="\(y)" y2="\(y)"/>\
                <text x="\(plotLeft - 6)" y="\(y + 4)" text-anchor="end">\(formats.number(tick))</text>
                """
        }
    }

    /// As many labels as there is room for, each below its moment and none over another.
    private var categoryLabels: HTML {
        let labels = (chart.axisLabels.isEmpty ? chart.categories : chart.axisLabels).map { shortened($0, 12) }
        let length = (labels.map(\.count).max() ?? 1) * 8
        let room = max((width - plotLeft) / (length + 10), 1)
        let every = max((labels.count + room - 1) / room, 1)
        // What would stand out on the right is left out; a single one may stand out on the left, where there is room.
        let shown = stride(from: 0, to: labels.count, by: every).filter { $0 == 0 || x($0) + length / 2 <= width }
        return HTML.each(shown) { index in
            """
            <text x="\(x(index))" y="\(plotTop + plotHeight + 18)" text-anchor="middle">\(labels[index])</text>
            """
        }
    }

    /// Moments in a row whose numbers are hidden.
    private func hiddenRuns(_ series: ChartSeries) -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        for category in chart.categories.indices where chart.value(series, category) == nil {
            if let last = runs.last, last.upperBound == category - 1 {
                runs[runs.count - 1] = last.lowerBound...category
            } else {
                runs.append(category...category)
            }
        }
        return runs
    }

    private func lines(_ scale: ChartScale) -> HTML {
        HTML.each(chart.drawn.enumerated()) { index, series in
            var path = ""
            // Hidden numbers leave a gap, with one sign for all of them where the axis is.
            var dots = HTML.each(hiddenRuns(series)) { run in
                """
                <text x="\((x(run.lowerBound) + x(run.upperBound)) / 2)" y="\(plotTop + plotHeight - 4)" \
                text-anchor="middle">\(Chart.hiddenSign)</text>
                """
            }
            var isDrawing = false
            for category in chart.categories.indices {
                let x = x(category)
                guard let value = chart.value(series, category) else {
                    isDrawing = false
                    continue
                }
                let y = plotTop + plotHeight - scale.length(value, of: plotHeight)
                path += "\(isDrawing ? "L" : "M")\(x) \(y) "
                isDrawing = true
                dots += "<circle class=\"s\(index + 1)\" cx=\"\(x)\" cy=\"\(y)\" r=\"3.5\"/>"
            }
            return "<path class=\"l\(index + 1)\" d=\"\(path)\" fill=\"none\"/>\(dots)"
        }
    }

    private func x(_ category: Int) -> Int {
        let last = max(chart.categories.count - 1, 1)
        return plotLeft + 8 + (width - plotLeft - 16) * category / last
    }

    /// A label with an ellipsis where it is longer than the picture has room for; the table has it whole.
    private func shortened(_ text: String, _ length: Int) -> String {
        text.count <= length ? text : text.prefix(length - 1) + "…"
    }
}
