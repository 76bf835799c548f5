import Domain
import Localization
import Markup
import Web

/// Figures as a table and its picture.
struct StatisticsPage {
    let box: StatisticsRoutes.Box
    let input: StatisticsInput
    let errors: FormErrors
    /// `nil` when the question can't be answered.
    let table: StatisticsTable?
    let titles: CodeTitles
    let organization: String
    let today: CivilDate
    let threshold: Int

    func html(_ texts: Texts) -> HTML {
        let tabs = Tabs(
            texts.statistics.title,
            [
                Tabs.Item(texts.statistics.own, StatisticsURL.own.url, isCurrent: box == .own),
                Tabs.Item(texts.statistics.network, StatisticsURL.network.url, isCurrent: box == .network),
            ]
        ).html(texts)
        let header = PageHeader(texts.statistics.title).html(texts)
        return
            "\(header)\(tabs)\(ErrorSummary(errors, texts).html(texts))\(form(texts))\(table.map { figures($0, texts) } ?? "")"
    }

    private func form(_ texts: Texts) -> HTML {
        let action = box == .own ? StatisticsURL.own.url : StatisticsURL.network.url
        let breakdowns = Breakdown.all.map { FieldOption($0.name, $0.title(texts)) }
        let fields: [HTML] = [
            SelectField(
                "measure",
                label: texts.statistics.measure,
                options: Measure.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                value: input.measure.isEmpty ? Measure.contacts.rawValue : input.measure,
                error: errors.message(for: "measure", texts)
            ).html(texts),
            SelectField(
                "rows",
                label: texts.statistics.rows,
                options: breakdowns,
                value: input.rows.isEmpty ? Breakdown.month.name : input.rows,
                error: errors.message(for: "rows", texts)
            ).html(texts),
            SelectField(
                "columns",
                label: texts.statistics.columns,
                options: [FieldOption("", texts.statistics.noColumns)] + breakdowns,
                value: input.columns,
                error: errors.message(for: "columns", texts)
            ).html(texts),
            monthField("from", texts.statistics.from, input.from, texts),
            monthField("to", texts.statistics.to, input.to, texts),
        ]
        return """
            <form method="get" action="\(url: action)" class="form inline" novalidate="">\(fields.joined())\
            \(Button(texts.statistics.show, style: .primary).html)</form>
            """
    }

    private func monthField(_ name: String, _ label: String, _ value: String, _ texts: Texts) -> HTML {
        TextField(
            name,
            label: label,
            value: value,
            hint: texts.statistics.monthHint,
            error: errors.message(for: name, texts),
            maximumLength: 10,
            width: .short
        ).html(texts)
    }

    private func figures(_ table: StatisticsTable, _ texts: Texts) -> HTML {
        guard !table.rows.isEmpty else {
            return EmptyState(
                texts.statistics.emptyTitle,
                explanation: texts.statistics.emptyBody,
                icon: .figures
            ).html(texts)
        }
        let explanation: HTML = table.query.measure.explanation(texts).map { "<p class=\"hint\">\($0)</p>" } ?? ""
        let legend: HTML =
            table.hidesSome
            ? "<p class=\"hint\">\(texts.statistics.hiddenLegend(threshold: texts.formats.number(threshold)))</p>" : ""
        let source = texts.statistics.source(organization: organization, date: date(texts))
        let csv = input.added(to: box == .own ? StatisticsURL.ownCSV.url : StatisticsURL.networkCSV.url)
        let download = Toolbar([Button(texts.statistics.download, .link(csv), style: .quiet)]).html(texts)
        return """
            \(explanation)\(rows(table, texts))\(legend)<p class="hint">\(source)</p>\(download)\
            \(chart(table, texts))
            """
    }

    private func date(_ texts: Texts) -> String {
        texts.formats.date(
            year: today.date.year,
            month: today.date.month,
            day: today.date.day,
            relativeToYear: nil
        )
    }

    private func rows(_ table: StatisticsTable, _ texts: Texts) -> HTML {
        let columns = columnTitles(table, texts)
        let hasTotal = table.query.columns != nil
        let frame = Table(
            texts.statistics.title,
            columns: [TableColumn(table.query.rows.title(texts), isHeading: true)]
                + columns.map { TableColumn($0, isNumeric: true) }
                + (hasTotal ? [TableColumn(texts.statistics.total, isNumeric: true)] : [])
        )
        return frame.html(texts) { lines in
            for (index, code) in table.rows.enumerated() {
                lines.row { row in
                    row.text(titles.title(code, table.query.rows))
                    for cell in table.cells[index] { row.text(text(cell, texts)) }
                    if hasTotal { row.text(text(table.rowTotals[index], texts)) }
                }
            }
            lines.row { row in
                row.text(texts.statistics.total)
                for cell in table.columnTotals { row.text(text(cell, texts)) }
                if hasTotal { row.text(text(table.total, texts)) }
            }
        }
    }

    private func columnTitles(_ table: StatisticsTable, _ texts: Texts) -> [String] {
        guard let breakdown = table.query.columns else { return [table.query.measure.title(texts)] }
        return table.columns.map { titles.title($0, breakdown) }
    }

    private func text(_ cell: StatisticsCell, _ texts: Texts) -> String {
        cell.number.map { texts.formats.number($0) } ?? "[c]"
    }

    private func chart(_ table: StatisticsTable, _ texts: Texts) -> HTML {
        let isTime = table.query.rows == .month
        return Chart(
            id: "figures",
            isTime ? .line : .bars,
            title: table.query.measure.title(texts),
            categoryTitle: table.query.rows.title(texts),
            categories: table.rows.map { titles.title($0, table.query.rows) },
            axisLabels: isTime ? table.rows : [],
            series: columnTitles(table, texts).enumerated().map { column, title in
                ChartSeries(title, table.cells.map { $0[column].number })
            },
            source: organization,
            date: date(texts)
        ).html(texts)
    }
}
