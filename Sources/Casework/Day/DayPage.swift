import Access
import Database
import Domain
import Journal
import Localization
import Markup
public import Web

extension CaseRoutes {
    /// *My day*, from the cases' own entries and what other rooms add; also the desk's first page.
    public func day(_ request: TenantRequest) async throws -> WebResponse {
        let principal = request.principal
        let store = DayStore(cases: cases, language: request.texts.language)
        async let journalled: Void = desk.appender.record([cases.leaf(.casesListed, nil, by: principal)])
        let texts = request.texts
        let items = try await desk.database.read(request.scope) { connection in
            try ports.day.reduce(into: try store.items(for: principal, on: connection)) { all, more in
                all += try more(principal, texts, connection)
            }
        }
        try await journalled
        let shown = DayPage(items: items, context: context(request))
        return desk.page(
            request,
            title: texts.day.title,
            active: "/",
            content: shown.html(texts)
        )
    }
}

/// Three lists: now, this week, waiting for others. Nothing else.
struct DayPage {
    let items: [DayItem]
    let context: CasePageContext

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(texts.day.title).html(texts)
        return """
            \(header)<div id="day" data-live="">\(list(.now, texts.day.now, texts.day.nowEmpty, texts))\
            \(list(.thisWeek, texts.day.thisWeek, texts.day.weekEmpty, texts))\
            \(list(.waiting, texts.day.waiting, texts.day.waitingEmpty, texts))</div>
            """
    }

    private func list(_ urgency: DayItem.Urgency, _ title: String, _ empty: String, _ texts: Texts) -> HTML {
        let lines = items.filter { $0.urgency == urgency }.sorted { left, right in
            (left.dueOn?.iso ?? "9", left.since?.milliseconds ?? 0)
                < (right.dueOn?.iso ?? "9", right.since?.milliseconds ?? 0)
        }
        let count: HTML = lines.isEmpty ? "" : " <span class=\"count\">\(texts.formats.number(lines.count))</span>"
        let table = Table(
            title,
            columns: [
                TableColumn(texts.day.who, isHeading: true), TableColumn(texts.day.what), TableColumn(texts.day.why),
                TableColumn(texts.day.act, hidesTitle: true),
            ],
            empty: EmptyState(empty, icon: urgency == .now ? .check : .clock)
        ).html(texts) { rows in
            for item in lines {
                rows.row { row in
                    let name = item.name.isEmpty ? texts.cases.unnamed : item.name
                    row.text(name)
                    row.html(
                        HTML(
                            text: item.title.isEmpty
                                ? kind(item.kind, texts) : "\(kind(item.kind, texts)): \(item.title)"
                        )
                    )
                    row.html(why(item, texts))
                    row.html(
                        Button(texts.day.act, .link(address(item)), style: .quiet, about: name).html
                    )
                }
            }
        }
        return "<section><h2>\(title)\(count)</h2>\(table)</section>"
    }

    private func address(_ item: DayItem) -> URLAttribute {
        URLAttribute("/" + item.path.joined(separator: "/"))
    }

    private func why(_ item: DayItem, _ texts: Texts) -> HTML {
        guard let due = item.dueOn else {
            guard let since = item.since else { return "\(texts.day.newNow)" }
            return RelativeTime(since, now: context.now, zone: context.zone).html(texts)
        }
        let day = CaseText.date(due, texts.formats, now: context.today)
        if due < context.today { return Badge(texts.day.overdueSince(date: day), .danger).html }
        if due == context.today { return Badge(texts.day.dueToday, .due).html }
        return "\(texts.day.dueOn(date: day))"
    }

    private func kind(_ code: String, _ texts: Texts) -> String {
        switch code {
        case "task": texts.day.kindTask
        case "step": texts.day.kindStep
        case "deadline": texts.day.kindDeadline
        case "aid": texts.day.kindAid
        case "claim": texts.day.kindClaim
        case "payment": texts.day.kindPayment
        case "child_note": texts.day.kindChildNote
        case "case": texts.day.kindCase
        case "referral": texts.day.kindReferral
        case "call_back": texts.day.kindCallBack
        case "appointment": texts.day.kindAppointment
        case "authority": texts.day.kindAuthority
        case "transfer": texts.day.kindTransfer
        default: texts.day.kindWaiting
        }
    }
}
