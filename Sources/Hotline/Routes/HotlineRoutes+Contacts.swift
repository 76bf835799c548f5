import Access
import Database
import Domain
import Guides
import Journal
import Localization
import Markup
import People
import Web

extension HotlineRoutes {
    func home(_ request: TenantRequest) async throws -> WebResponse {
        let principal = request.principal
        let zone = desk.zone(principal)
        var query = ContactQuery(limit: 15)
        query.from = Instant(on: CivilDate(at: request.now, zone: zone), minuteOfDay: 0, zone: zone)
        let now = request.now
        async let journalled: Void = desk.appender.record([contacts.leaf(.contactsListed, nil, by: principal)])
        let gathered = try await answering(request, nil) {
            try await desk.database.read(request.scope) { [query] connection in
                (
                    calls: try calls.recent(for: principal, on: connection),
                    drafts: try drafts.list(for: principal, on: connection),
                    waiting: try waiting(
                        until: now.advanced(bySeconds: 8 * 3600),
                        principal,
                        on: connection
                    ),
                    today: try contacts.list(query, for: principal, on: connection),
                    onDuty: try hours.onDuty(for: principal, on: connection),
                    notes: try notes.list(unreadOnly: true, limit: 5, for: principal, on: connection),
                    alarms: try ladder.alarms(limit: 5, for: principal, on: connection)
                )
            }
        }
        try await journalled
        try await reportDamage(request, gathered.today)
        let shown = HomePage(
            calls: gathered.calls,
            drafts: gathered.drafts,
            waiting: gathered.waiting,
            today: gathered.today.items,
            onDuty: gathered.onDuty,
            notes: gathered.notes,
            openAlarms: gathered.alarms.count { $0.closedAt == nil },
            names: try await ports.staffNames(
                Set(gathered.drafts.map(\.user) + gathered.today.items.map(\.takenBy)),
                principal
            ),
            content: content,
            user: principal.user,
            mayWrite: principal.may(.contactsWrite),
            token: request.csrfToken,
            now: now,
            zone: zone
        )
        return page(
            request,
            request.texts.hotline.title,
            notices: try request.hotlineNews(),
            shown.html(request.texts)
        )
    }

    func list(_ request: TenantRequest) async throws -> WebResponse {
        let principal = request.principal
        let typed = try request.query()
        let query = try ContactQuery(typed, principal, zone: desk.zone(principal), isStrict: false)
        async let journalled: Void = desk.appender.record([contacts.leaf(.contactsListed, nil, by: principal)])
        let found = try await desk.database.read(request.scope) { try contacts.list(query, for: principal, on: $0) }
        try await journalled
        try await reportDamage(request, found)
        let names = try await ports.staffNames(Set(found.items.map(\.takenBy)), principal)
        let filters = ContactFilters(typed: typed, content: content)
        let table = ContactTable(
            items: found.items,
            content: content,
            names: names,
            now: request.now,
            zone: desk.zone(principal),
            filters: filters.html(request.texts),
            paging: filters.paging(found)
        )
        let texts = request.texts
        let header = PageHeader(
            texts.hotline.tabContacts,
            actions: principal.may(.contactsWrite)
                ? [
                    Button(
                        texts.hotline.newContact,
                        .link(HotlineURL.newContact.url),
                        style: .primary,
                        icon: .plus,
                        isNew: true
                    )
                ] : []
        ).html(texts)
        return page(
            request,
            texts.hotline.tabContacts,
            isWide: true,
            "\(header)\(HotlineTabs.html(.contacts, texts))\(table.html(texts, action: principal.may(.contactsWrite) ? .new : nil))"
        )
    }

    func show(_ request: TenantRequest) async throws -> WebResponse {
        let contact = try await open(request)
        let principal = request.principal
        let (briefs, thread) = try await desk.database.read(request.scope) { connection in
            (
                try people.brief(contact.members.compactMap(\.person), for: principal, on: connection),
                try contacts.thread(of: contact, for: principal, on: connection)
            )
        }
        let shown = ContactDetailPage(
            contact: contact,
            names: briefs.mapValues(\.name),
            thread: thread,
            staff: try await ports.staffNames([contact.takenBy], principal),
            content: content,
            now: request.now,
            zone: desk.zone(principal)
        )
        return page(
            request,
            request.texts.hotline.contactTitle(number: String(contact.number)),
            notices: try request.hotlineNews(),
            shown.html(request.texts)
        )
    }
}

/// The row of filters above the list of contacts, and its way to other pages.
struct ContactFilters {
    let typed: FormData
    let content: ContentLibrary

    private static let names = ["state", "channel", "problem", "outcome", "mine", "day"]

    func html(_ texts: Texts) -> HTML {
        let state = select("state", texts.hotline.state, ContactState.allCases) { $0.title(texts) }
        let channel = select("channel", texts.hotline.channel, Channel.allCases) { $0.title(texts) }
        let outcome = select("outcome", texts.hotline.outcome, ContactOutcome.allCases) { $0.title(texts) }
        let problems = content.problems.all.map {
            FieldOption($0.code.rawValue, content.problems.name($0.code, texts.language))
        }
        .sorted { $0.label < $1.label }
        let problem = SelectField(
            "problem",
            label: texts.hotline.problem,
            options: problems,
            value: typed["problem"],
            placeholder: "–",
            width: .medium
        )
        return """
            <form method="get" action="\(url: HotlineURL.contacts.url)" class="row-fields">\
            \(state.html(texts))\(channel.html(texts))\(problem.html(texts))\(outcome.html(texts))\
            <div class="field"><label for="\(fieldID("day"))">\(texts.hotline.day)</label>\
            <input type="date" id="\(fieldID("day"))" name="day" value="\(typed["day"])"/></div>\
            \(CheckboxField("mine", label: texts.hotline.mine, isChecked: typed.has("mine")).html(texts))\
            \(Button(texts.common.filter).html)</form>
            """
    }

    private func select<Code: RawRepresentable>(
        _ name: String,
        _ label: String,
        _ codes: [Code],
        _ title: (Code) -> String
    ) -> SelectField where Code.RawValue == String {
        SelectField(
            name,
            label: label,
            options: codes.map { FieldOption($0.rawValue, title($0)) },
            value: typed[name],
            placeholder: "–",
            width: .medium
        )
    }

    func paging(_ page: ContactPage) -> Paging {
        let kept = typed.fields.filter { Self.names.contains($0.name) && !$0.value.isEmpty }
            .map { (name: $0.name, value: $0.value) }
        func address(_ name: String, _ item: ContactListItem?) -> URLAttribute? {
            item.map { item in
                HotlineURL.contacts(
                    kept + [(name, ContactQuery.Place(occurredAt: item.occurredAt, id: item.id).text)]
                )
            }
        }
        return Paging(
            previous: page.hasNewer ? address("after", page.items.first) : nil,
            next: page.hasOlder ? address("before", page.items.last) : nil
        )
    }
}
