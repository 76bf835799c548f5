import Access
import Database
import Domain
import Localization
import Markup
import Vault
import Web

extension CaseRoutes {
    func newEntryForm(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let query = try request.query()
        guard let kind = EntryKind(rawValue: query["kind"]), EntryKind.composed.contains(kind) else {
            throw WebError.badRequest(.parameter)
        }
        return try await entryPage(request, id, kind, query, FormErrors())
    }

    func addEntry(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let form = try await request.form()
        guard let kind = EntryKind(rawValue: form["kind"]), EntryKind.composed.contains(kind) else {
            throw WebError.badRequest(.form)
        }
        var errors = FormErrors()
        let opened = try await peek(request, id)
        var input = form
        // The composer has one box; what is to be done is its first line.
        if kind == .task, !form.has("full") { input.set("title", form.trimmed("text").firstLine) }
        let draft = entryInput(request, kind, input, opened).draft(&errors)
        guard let draft else {
            return form.has("full") || kind != .note
                ? try await entryPage(request, id, kind, input, errors)
                : try await casePage(request, id, refusal: .emptyText, composed: form)
        }
        let principal = request.principal
        do {
            try await answering(request, id) {
                try await desk.database.write(request.scope) {
                    _ = try entries.add(draft, to: id, by: principal, on: $0)
                }
            }
            return .seeOther(CaseNews.changed.at(CaseURL.file(id).url))
        } catch CaseError.refused(let refusal) {
            errors.add(refusal.field, refusal.rawValue) { refusal.message($0) }
            return try await entryPage(request, id, kind, input, errors)
        }
    }

    func editEntryForm(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let entry = try await entry(request, id)
        let form = EntryValues.form(of: entry, zone: desk.zone(request.principal))
        return try await entryPage(request, id, entry.kind, form, FormErrors(), entry: entry, version: entry.version)
    }

    func changeEntry(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let form = try await request.form()
        guard let version = Int64(form["version"]) else { throw WebError.badRequest(.form) }
        let present = try await entry(request, id)
        var errors = FormErrors()
        let input = entryInput(request, present.kind, form, try await peek(request, id))
        guard var draft = input.draft(&errors) else {
            return try await entryPage(request, id, present.kind, form, errors, entry: present, version: version)
        }
        // A deadline whose rule isn't chosen anew keeps the rule that it came from.
        if draft.body.rule == nil { draft.body.rule = present.body?.rule }
        draft.body.result = present.body?.result
        let (body, due, assignee) = (draft.body, draft.dueOn, draft.assignee)
        let principal = request.principal
        do {
            try await answering(request, id) {
                try await desk.database.write(request.scope) { connection in
                    try entries.change(
                        present.id,
                        in: id,
                        to: body,
                        dueOn: due,
                        assignee: assignee,
                        from: version,
                        by: principal,
                        on: connection
                    )
                }
            }
            return .seeOther(CaseNews.changed.at(CaseURL.file(id).url))
        } catch CaseError.staleEntry(let current) {
            return try await entryPage(
                request,
                id,
                present.kind,
                form,
                errors,
                entry: present,
                version: current,
                isStale: true
            )
        } catch CaseError.refused(let refusal) {
            errors.add(refusal.field, refusal.rawValue) { refusal.message($0) }
            return try await entryPage(request, id, present.kind, form, errors, entry: present, version: version)
        }
    }

    func act(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let entry = try request.parameters.id(CaseEntryEntity.self, "entry")
        let form = try await request.form()
        guard let act = EntryAct(rawValue: form["act"]) else { throw WebError.badRequest(.form) }
        let result = form.trimmed("result")
        let principal = request.principal
        return try await change(request, id) { connection in
            switch act {
            case .finish: try entries.finish(entry, in: id, result: result, by: principal, on: connection)
            case .cancel: try entries.cancel(entry, in: id, why: result, by: principal, on: connection)
            case .approve: try entries.approve(entry, in: id, by: principal, on: connection)
            case .reopen: try entries.reopen(entry, in: id, by: principal, on: connection)
            }
        }
    }

    // MARK: - What entries' handlers share

    private func peek(_ request: TenantRequest, _ id: CaseID) async throws -> (head: CaseHead, problems: [ProblemCode])
    {
        let principal = request.principal
        return try await answering(request, id) {
            try await desk.database.read(request.scope) { connection in
                (
                    try cases.requireOwn(id, by: principal, on: connection),
                    try cases.problems(of: id, on: connection).map(\.code)
                )
            }
        }
    }

    private func entry(_ request: TenantRequest, _ id: CaseID) async throws -> CaseEntry {
        let entry = try request.parameters.id(CaseEntryEntity.self, "entry")
        let principal = request.principal
        do {
            return try await answering(request, id) {
                try await desk.database.read(request.scope) { connection in
                    _ = try cases.requireOwn(id, by: principal, on: connection)
                    return try entries.entry(entry, in: id, for: principal, on: connection)
                }
            }
        } catch CaseError.refused(.unknownEntry) {
            throw WebError.notFound
        }
    }

    private func entryInput(
        _ request: TenantRequest,
        _ kind: EntryKind,
        _ form: FormData,
        _ opened: (head: CaseHead, problems: [ProblemCode])
    ) -> EntryInput {
        EntryInput(
            kind: kind,
            form: form,
            head: opened.head,
            problems: opened.problems,
            content: cases.content,
            today: cases.today(request.principal.organization),
            zone: desk.zone(request.principal),
            language: request.texts.language
        )
    }

    private func entryPage(
        _ request: TenantRequest,
        _ id: CaseID,
        _ kind: EntryKind,
        _ form: FormData,
        _ errors: FormErrors,
        entry: CaseEntry? = nil,
        version: Int64 = 0,
        isStale: Bool = false
    ) async throws -> WebResponse {
        let opened = try await open(request, id)
        guard CasePolicy(request.principal).mayWrite(owner: opened.file.owner) else { throw WebError.notFound }
        let shown = EntryFormPage(
            kind: kind,
            form: form,
            errors: errors,
            opened: opened,
            store: cases,
            staff: try await staff(request),
            context: context(request),
            entry: entry,
            version: version,
            isStale: isStale
        )
        return page(
            request,
            kind.title(request.texts),
            hasErrors: isStale || !errors.isEmpty,
            shown.html(request.texts)
        )
    }
}

extension String {
    /// What a title may be made of.
    fileprivate var firstLine: String {
        String((split(whereSeparator: \.isNewline).first ?? "").prefix(200))
    }
}
