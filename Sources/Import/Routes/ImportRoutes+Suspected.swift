import Access
import Database
import Domain
import Journal
import Localization
import Markup
import People
import Web

extension ImportRoutes {
    /// Those of a file who may be the same person as somebody else: before the writing with what can be chosen, after it
    /// those who were recorded apart.
    func showSuspected(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(ImportEntity.self)
        let (run, reading) = try await reading(request, id)
        guard run.state == .prepared || run.state == .done else { return .seeOther(ImportURL.run(id).url) }
        let query = try request.query()
        let page = min(max(0, Int(query["page"]) ?? 0), 10_000)
        let principal = request.principal
        let prepared = try await ImportRunner(services, scope: request.scope).prepared(reading, for: principal)
        async let journalled: Void = desk.appender.record([store.leaf(.importReported, id, by: principal)])
        let found = try await desk.database.read(request.scope) { connection in
            try self.shown(run, prepared, page: page, principal, on: connection)
        }
        try await journalled
        let shown = ImportSuspectedPage(
            run: run,
            shown: found.shown,
            page: page,
            hasMore: found.hasMore,
            token: request.csrfToken
        )
        let isKept = query["done"] == "kept"
        return desk.page(
            request,
            title: request.texts.imports.suspectedTitle,
            active: ImportURL.list.url,
            notices: isKept ? [Notice(.success, request.texts.imports.suspectedKept, isNews: true)] : [],
            isWide: true,
            content: shown.html(request.texts)
        )
    }

    /// Keeps what was chosen on one page.
    func choose(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(ImportEntity.self)
        _ = try await run(request, id)
        let form = try await request.form()
        let (principal, store) = (request.principal, store)
        let chosen = (0..<ImportSuspectedPage.perPage).compactMap { number in
            SuspicionKey(form["key\(number)"]).map {
                (key: $0, choice: SuspicionChoice(rawValue: form["choice\(number)"]))
            }
        }
        guard !chosen.isEmpty else { throw WebError.badRequest(.form) }
        do {
            try await desk.database.write(request.scope) { try store.choose(chosen, in: id, by: principal, on: $0) }
        } catch ImportError.wrongState {
            return .seeOther(ImportURL.run(id).url)
        }
        let page = min(max(0, Int(form["page"]) ?? 0), 10_000)
        return .seeOther(ImportURL.suspectedPage(id, page, done: true).url)
    }

    private func shown(
        _ run: ImportRun,
        _ prepared: PreparedPlan,
        page: Int,
        _ principal: Principal,
        on connection: any Connection
    ) throws -> (shown: [ShownSuspicion], hasMore: Bool) {
        let isOneSheet = run.mapping.sheets.count { $0.isLog } <= 1
        var pairs: [Suspicion: (PersonID, PersonID)] = [:]
        var all = prepared.plan.suspicions
        if run.state == .done {
            all = try all.filter { suspicion in
                guard case .row(let row) = suspicion.other, let one = prepared.person(of: suspicion.row),
                    let other = prepared.person(of: row), one != other,
                    try !services.people.isDistinct(one, other, for: principal, on: connection)
                else { return false }
                pairs[suspicion] = (one, other)
                return true
            }
        }
        let start = page * ImportSuspectedPage.perPage
        let some = all.dropFirst(start).prefix(ImportSuspectedPage.perPage)
        let records = Set(
            some.compactMap { suspicion -> PersonID? in
                if case .record(let id) = suspicion.other { id } else { nil }
            }
        )
        let known = try services.people.brief(records, for: principal, on: connection)
        let shown = some.compactMap { suspicion -> ShownSuspicion? in
            let other: SuspectedRow
            switch suspicion.other {
            case .row(let row): other = self.row(prepared.plan.rows[row].contact, isOneSheet)
            case .record(let id):
                guard let item = known[id], item.owner == principal.organization else { return nil }
                other = SuspectedRow(name: item.name, details: item.birthDate, place: "", record: id)
            }
            return ShownSuspicion(
                key: prepared.key(suspicion).text,
                written: row(prepared.plan.rows[suspicion.row].contact, isOneSheet),
                other: other,
                probability: suspicion.probability,
                reasons: suspicion.reasons,
                choice: suspicion.choice,
                compare: pairs[suspicion].map { (first: $0.0, second: $0.1) }
            )
        }
        return (shown, all.count > start + ImportSuspectedPage.perPage)
    }

    private func row(_ contact: ReadContact, _ isOneSheet: Bool) -> SuspectedRow {
        let birth = contact.birth.map { contact.birthIsEstimated ? "~\($0.iso)" : $0.iso }
        let details =
            contact.phones.compactMap(\.e164) + [birth, contact.home].compactMap { $0 }.filter { !$0.isEmpty }
        return SuspectedRow(
            name: contact.name.text,
            details: details.joined(separator: ", "),
            place: isOneSheet ? "\(contact.place.line)" : "\(contact.place.sheet)\u{A0}\(contact.place.line)",
            record: nil
        )
    }
}
