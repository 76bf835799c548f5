import Access
import Database
import Domain
import Guides
import Journal
import Localization
import Markup
import Web

extension CaseRoutes {
    func list(_ request: TenantRequest) async throws -> WebResponse {
        let query = try listQuery(request)
        let principal = request.principal
        // The leaf is written while the page is read; the answer waits for both.
        async let journalled: Void = desk.appender.record([cases.leaf(.casesListed, nil, by: principal)])
        let shown = try await desk.database.read(request.scope) { try cases.list(query, for: principal, on: $0) }
        try await journalled
        for person in shown.damaged {
            try await desk.appender.record([cases.leaf(.sealRefused, person.retagged(), by: principal)])
        }
        let list = CaseListPage(
            page: shown,
            query: query,
            context: context(request),
            problems: cases.content.problems,
            staff: try await staff(request),
            mayAdd: CasePolicy(principal).mayCreate
        )
        return page(request, request.texts.cases.title, isWide: true, list.html(request.texts))
    }

    private func listQuery(_ request: TenantRequest) throws -> CaseQuery {
        let typed = try request.query()
        func code<Code: RawRepresentable<String>>(_ name: String, _: Code.Type) throws -> Code? {
            guard let text = typed.trimmedOrNil(name) else { return nil }
            guard let code = Code(rawValue: text) else { throw WebError.badRequest(.parameter) }
            return code
        }
        func place(_ name: String) throws -> CaseQuery.Place? {
            guard typed.has(name) else { return nil }
            guard let place = CaseQuery.Place(typed[name]) else { throw WebError.badRequest(.parameter) }
            return place
        }
        var query = CaseQuery()
        query.box = try code("box", CaseQuery.Box.self) ?? .own
        query.activity = try code("show", CaseQuery.Activity.self) ?? .open
        query.status = try code("status", CaseStatus.self)
        query.problem = try code("problem", ProblemCode.self)
        // A status that was chosen says itself whether the case is open.
        if let status = query.status { query.activity = status.isOpen ? .open : .closed }
        if typed.has("mine") { query.worker = request.principal.user }
        query.isUnassigned = typed.has("nobody")
        if typed.has("due") { query.dueBy = cases.today(request.principal.organization).advanced(byDays: 14) }
        query.after = try place("after")
        query.before = query.after == nil ? try place("before") : nil
        return query
    }
}

/// The list of cases.
struct CaseListPage {
    let page: CasePage
    let query: CaseQuery
    let context: CasePageContext
    let problems: ProblemCatalog
    let staff: StaffBook
    let mayAdd: Bool

    func html(_ texts: Texts) -> HTML {
        let actions =
            mayAdd ? [Button(texts.cases.add, .link(CaseURL.new.url), style: .primary, icon: .plus, isNew: true)] : []
        let header = PageHeader(texts.cases.title, actions: actions).html(texts)
        return "\(header)\(tabs(texts))\(table(texts))"
    }

    private func tabs(_ texts: Texts) -> HTML {
        func item(_ title: String, _ change: (inout CaseQuery) -> Void) -> Tabs.Item {
            var other = CaseQuery(problem: query.problem)
            change(&other)
            let isCurrent =
                (other.box, other.activity, other.worker, other.isUnassigned, other.dueBy != nil)
                == (query.box, query.activity, query.worker, query.isUnassigned, query.dueBy != nil)
            return Tabs.Item(title, CaseURL.listed(other).url, isCurrent: isCurrent)
        }
        return Tabs(
            texts.cases.title,
            [
                item(texts.cases.tabMine) { $0.worker = context.principal.user },
                item(texts.cases.tabOpen) { _ in },
                item(texts.cases.tabDue) { $0.dueBy = context.today },
                item(texts.cases.tabUnassigned) { $0.isUnassigned = true },
                item(texts.cases.tabClosed) { $0.activity = .closed },
                item(texts.cases.tabAll) { $0.activity = .all },
                item(texts.cases.tabShared) { ($0.box, $0.activity) = (.shared, .all) },
            ]
        ).html(texts)
    }

    private func filters(_ texts: Texts) -> HTML {
        let language = texts.language
        let problem = SelectField(
            "problem",
            label: texts.cases.filterProblem,
            options: problems.all.map { FieldOption($0.code.rawValue, $0.names.text(language)) },
            value: query.problem?.rawValue ?? "",
            placeholder: texts.cases.filterAny,
            width: .medium
        ).html(texts)
        let status = SelectField(
            "status",
            label: texts.cases.filterStatus,
            options: CaseStatus.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
            value: query.status?.rawValue ?? "",
            placeholder: texts.cases.filterAny,
            width: .medium
        ).html(texts)
        var kept: [(String, String)] = []
        if query.box != .own { kept.append(("box", query.box.rawValue)) }
        if query.activity != .open, query.status == nil { kept.append(("show", query.activity.rawValue)) }
        if query.worker != nil { kept.append(("mine", "1")) }
        if query.isUnassigned { kept.append(("nobody", "1")) }
        if query.dueBy != nil { kept.append(("due", "1")) }
        let hidden = HTML.each(kept) { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\"/>" }
        return """
            <form method="get" action="\(url: CaseURL.list.url)" class="form inline">\(hidden)\(problem)\(status)\
            \(Button(texts.cases.filterButton, icon: .search).html)</form>
            """
    }

    private func table(_ texts: Texts) -> HTML {
        let isShared = query.box == .shared
        let table = Table(
            texts.cases.listCaption,
            columns: [
                TableColumn(texts.cases.columnNumber, isHeading: true), TableColumn(texts.cases.columnClient),
                TableColumn(texts.cases.columnProblem), TableColumn(texts.cases.columnStatus),
                TableColumn(texts.cases.columnDue),
                TableColumn(isShared ? texts.cases.columnOwner : texts.cases.columnWorker),
                TableColumn(texts.cases.columnOpened),
            ],
            filters: filters(texts),
            paging: paging,
            empty: EmptyState(
                texts.cases.emptyTitle,
                explanation: texts.cases.emptyBody,
                action: mayAdd ? Button(texts.cases.add, .link(CaseURL.new.url), style: .primary) : nil,
                icon: .cases
            ),
            liveID: "cases"
        )
        let today = context.today
        return table.html(texts) { rows in
            for item in page.items {
                let head = item.head
                rows.row { row in
                    row.link(head.displayNumber, to: CaseURL.file(head.id).url)
                    row.html(client(item, texts))
                    row.html(problem(head, texts))
                    row.html(CaseText.status(head.status, texts))
                    row.html(head.status.isOpen ? CaseText.due(head.nextDueOn, today: today, texts) : "")
                    row.text(isShared ? context.organizationName(head.owner) : staff[head.worker] ?? texts.cases.nobody)
                    row.time(RelativeTime(head.openedAt, now: context.now, zone: context.zone), texts)
                }
            }
        }
    }

    private func client(_ item: CaseListItem, _ texts: Texts) -> HTML {
        if item.isDamaged { return "\(texts.cases.damaged)" }
        let others = item.head.personCount - 1
        let more: HTML =
            others > 0 ? " <span class=\"muted\">\(texts.cases.morePersons(count: others))</span>" : ""
        guard let name = item.clientName else {
            return item.head.personCount > 0
                ? "<span class=\"muted\">\(texts.cases.hiddenClient)</span>"
                : "<span class=\"muted\">\(texts.cases.unnamed)</span>"
        }
        return "\(HTML.isolated(name.isEmpty ? texts.cases.unnamed : name))\(more)"
    }

    private func problem(_ head: CaseHead, _ texts: Texts) -> HTML {
        let name = head.primaryProblem.map { problems.name($0, texts.language) } ?? ""
        return "\(name) \(CaseText.risk(head.risk, texts))"
    }

    private var paging: Paging {
        var previous = query
        var next = query
        (previous.before, previous.after) = (page.items.first.map { query.place(of: $0) }, nil)
        (next.before, next.after) = (nil, page.items.last.map { query.place(of: $0) })
        return Paging(
            previous: page.hasPrevious && previous.before != nil ? CaseURL.listed(previous).url : nil,
            next: page.hasNext && next.after != nil ? CaseURL.listed(next).url : nil
        )
    }
}
