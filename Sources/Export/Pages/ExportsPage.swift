import Domain
import Localization
import Markup
import Web

/// The list of exports with the form that asks for a new one.
struct ExportsPage {
    let page: ExportPage
    let input: ExportInput
    let errors: FormErrors
    let kinds: [ExportKind]
    let user: UserID
    let names: [UserID: String]
    let token: String
    let now: Instant
    let zone: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(texts.exports.title).html(texts)
        let rule = texts.exports.rule(
            rows: texts.formats.number(ExportRules.freeRows),
            hours: texts.formats.number(Int(ExportRules.lifetime / 3600))
        )
        return """
            \(header)\(ErrorSummary(errors, texts).html(texts))<p>\(texts.exports.intro)</p><p class="hint">\(rule)</p>\
            \(form(texts))\(table(texts))
            """
    }

    private func form(_ texts: Texts) -> HTML {
        let fields: [HTML] = [
            RadioField(
                "kind",
                legend: texts.exports.kind,
                options: kinds.map { FieldOption($0.rawValue, $0.title(texts)) },
                value: input.kind,
                error: errors.message(for: "kind", texts),
                isRequired: true
            ).html(texts),
            day("from", texts.exports.from, input.from, texts),
            day("until", texts.exports.until, input.until, texts),
            RadioField(
                "format",
                legend: texts.exports.format,
                options: ExportFormat.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                value: input.format,
                error: errors.message(for: "format", texts),
                isRequired: true,
                isInline: true
            ).html(texts),
            TextArea(
                "reason",
                label: texts.exports.reason,
                value: input.reason,
                hint: texts.exports.reasonHint,
                error: errors.message(for: "reason", texts),
                isRequired: true,
                rows: 3
            ).html(texts),
            Button(texts.exports.ask, style: .primary).html,
        ]
        let form = Form(ExportURL.list.url, token: token, isGuarded: true, content: "\(fields)").html(texts)
        return "<section><h2>\(texts.exports.newTitle)</h2>\(form)</section>"
    }

    private func day(_ name: String, _ legend: String, _ typed: ExportInput.Day, _ texts: Texts) -> HTML {
        DateField(
            name,
            legend: legend,
            day: typed.day,
            month: typed.month,
            year: typed.year,
            error: errors.message(for: name, texts),
            isRequired: true,
            isPartial: false
        ).html(texts)
    }

    private func table(_ texts: Texts) -> HTML {
        let table = Table(
            texts.exports.caption,
            columns: [
                TableColumn(texts.exports.columnWhat, isHeading: true), TableColumn(texts.exports.columnPeriod),
                TableColumn(texts.exports.columnRows, isNumeric: true), TableColumn(texts.exports.columnBy),
                TableColumn(texts.exports.columnAsked), TableColumn(texts.exports.columnReason),
                TableColumn(texts.exports.columnState),
                TableColumn(texts.exports.columnActions, hidesTitle: true),
            ],
            showsCaption: true,
            paging: Paging(next: page.hasOlder ? page.items.last.map { ExportURL.older(than: $0.id).url } : nil),
            empty: EmptyState(texts.exports.emptyTitle, explanation: texts.exports.emptyBody)
        )
        return table.html(texts) { rows in
            for item in page.items {
                rows.row { row in
                    row.text(item.order.kind.title(texts) + ", " + item.order.format.rawValue.uppercased())
                    row.text(date(item.order.from, texts) + " – " + date(item.order.until, texts))
                    row.text(texts.formats.number(item.rowCount))
                    row.text(
                        item.requestedBy == user
                            ? texts.exports.you : names[item.requestedBy] ?? texts.exports.colleague
                    )
                    row.time(RelativeTime(item.requestedAt, now: now, zone: zone), texts)
                    row.text(item.order.reason)
                    row.html(item.state.badge(texts).html)
                    row.html(actions(item, texts))
                }
            }
        }
    }

    private func date(_ day: CivilDate, _ texts: Texts) -> String {
        texts.formats.date(
            year: day.date.year,
            month: day.date.month,
            day: day.date.day,
            relativeToYear: nil
        )
    }

    /// Downloading is the requester's; deciding is everybody else's.
    private func actions(_ item: ExportRun, _ texts: Texts) -> HTML {
        let about = item.order.kind.title(texts)
        if item.requestedBy == user {
            guard item.state.isOpen else { return "" }
            return Button(texts.exports.download, .link(ExportURL.file(item.id).url), about: about).html
        }
        guard item.state == .requested, ExportRules.mayDecide(user, on: item.requestedBy) else { return "" }
        let approve = Form(
            ExportURL.approve(item.id).url,
            token: token,
            kind: "plain",
            content: Button(texts.exports.approve, about: about).html
        ).html(texts)
        let decline = Form(
            ExportURL.decline(item.id).url,
            token: token,
            kind: "plain",
            content: Button(texts.exports.decline, style: .quiet, about: about).html
        ).html(texts)
        return "<div class=\"toolbar\">\(approve)\(decline)</div>"
    }
}
