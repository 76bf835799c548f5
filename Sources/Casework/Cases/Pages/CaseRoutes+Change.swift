import Access
import Database
import Domain
import Localization
import Markup
import People
import Web

extension CaseRoutes {
    /// Changes the fields that differ from what stood in the form. Where somebody else changed one of them meanwhile, the
    /// form comes back with both values, and nothing typed is lost.
    func changeFields(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let form = try await request.form()
        guard let versions = FieldVersions(form["versions"]) else { throw WebError.badRequest(.form) }
        let input = CaseFieldInput(form)
        var errors = FormErrors()
        let change = input.change(&errors)
        guard errors.isEmpty else { return try await fieldPage(request, id, input, [], errors) }
        let principal = request.principal
        do {
            try await answering(request, id) {
                try await desk.database.write(request.scope) {
                    _ = try cases.patch(id, change, from: versions, by: principal, on: $0)
                }
            }
            return .seeOther(CaseNews.changed.at(CaseURL.file(id).url))
        } catch CaseError.stale(let fields) {
            return try await fieldPage(request, id, input, fields, errors)
        } catch CaseError.refused(let refusal) {
            errors.add(refusal.field, refusal.rawValue) { refusal.message($0) }
            return try await fieldPage(request, id, input, [], errors)
        }
    }

    private func fieldPage(
        _ request: TenantRequest,
        _ id: CaseID,
        _ input: CaseFieldInput,
        _ stale: [CaseField],
        _ errors: FormErrors
    ) async throws -> WebResponse {
        let opened = try await open(request, id)
        guard opened.file.isOwn else { throw WebError.notFound }
        var input = input
        input.rebase(on: opened.file)
        let texts = request.texts
        let form = CaseFieldForm(
            head: opened.file.head,
            input: input,
            saved: stale.isEmpty ? nil : (opened.file, stale),
            store: cases,
            staff: try await staff(request),
            token: request.csrfToken,
            errors: errors
        ).form(texts).html(texts)
        let header = PageHeader(
            texts.cases.standing,
            breadcrumbs: [Breadcrumbs.Item(opened.file.number, CaseURL.file(id).url)]
        ).html(texts)
        let notice: HTML =
            stale.isEmpty
            ? ""
            : Notice(
                .warning,
                texts.cases.staleTitle,
                content: "<p>\(texts.cases.staleBody)</p><p>\(texts.formats.list(stale.map { $0.title(texts) }))</p>",
                isNews: true
            ).html(texts)
        let summary = ErrorSummary(errors, texts).html(texts)
        return page(request, opened.file.number, hasErrors: true, "\(header)\(summary)\(notice)\(form)")
    }

    /// Takes a person out, adds the chosen one, or looks for what was typed.
    func changeMembers(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let form = try await request.form()
        guard let versions = FieldVersions(form["versions"]) else { throw WebError.badRequest(.form) }
        let role = CaseRole(rawValue: form["role"]) ?? .other
        if let removed = PersonID(form["remove"]) {
            return try await patchMembers(request, id, versions) { $0.filter { $0.person != removed } }
        }
        if let added = PersonID(form["person"]) {
            return try await patchMembers(request, id, versions) { $0 + [CaseMember(added, role)] }
        }
        let typed = form.trimmed("q")
        let found = typed.isEmpty ? [] : try await ports.findPersons(typed, request.principal)
        let hidden: [(String, String)] = [("versions", versions.text), ("role", role.rawValue)]
        let opened = try await answering(request, id) {
            try await desk.database.read(request.scope) { try cases.requireOwn(id, by: request.principal, on: $0) }
        }
        let header = PageHeader(
            request.texts.cases.personAdd,
            breadcrumbs: [Breadcrumbs.Item(opened.displayNumber, CaseURL.file(id).url)]
        ).html(request.texts)
        let choice = PersonChoice(
            found: found,
            action: CaseURL.members(id).url,
            hidden: hidden,
            token: request.csrfToken
        )
        return page(request, request.texts.cases.personAdd, "\(header)\(choice.html(request.texts))")
    }

    private func patchMembers(
        _ request: TenantRequest,
        _ id: CaseID,
        _ versions: FieldVersions,
        _ make: @escaping @Sendable ([CaseMember]) -> [CaseMember]
    ) async throws -> WebResponse {
        let principal = request.principal
        do {
            return try await self.change(request, id) { connection in
                var change = CaseChange()
                change.members = make(try cases.members(of: id, on: connection))
                _ = try cases.patch(id, change, from: versions, by: principal, on: connection)
            }
        } catch CaseError.stale {
            return try await casePage(
                request,
                id,
                notices: [Notice(.warning, request.texts.cases.staleTitle, isNews: true)]
            )
        }
    }

    func setOutcome(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let form = try await request.form()
        guard let problem = ProblemCode(rawValue: form["problem"]) else { throw WebError.badRequest(.form) }
        let outcome = CaseOutcome(rawValue: form["outcome"])
        guard outcome != nil || form["outcome"].isEmpty else { throw WebError.badRequest(.form) }
        let principal = request.principal
        return try await change(request, id) {
            try cases.setOutcome(outcome, of: problem, in: id, by: principal, on: $0)
        }
    }

    func setBar(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let form = try await request.form()
        guard let user = UserID(form["user"]) else { throw WebError.badRequest(.form) }
        let isBarred = form["barred"] == "1"
        let principal = request.principal
        return try await change(request, id) {
            try cases.setBar(isBarred, user, from: id, by: principal, on: $0)
        }
    }

    func undo(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let principal = request.principal
        return try await change(request, id, news: .undone) { try entries.undo(in: id, by: principal, on: $0) }
    }
}

/// The persons that were found by what was typed, each with a button; nothing is linked without a click.
struct PersonChoice {
    let found: [FoundPerson]
    let action: URLAttribute
    let hidden: [(String, String)]
    let token: String

    func html(_ texts: Texts) -> HTML {
        guard !found.isEmpty else {
            return EmptyState(
                texts.cases.personNone,
                action: Button(texts.cases.personNew, .link(PeopleURL.new.url), style: .primary),
                icon: .people
            ).html(texts)
        }
        let lines = HTML.each(found) { person in
            let fields = HTML.each(hidden) { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\"/>" }
            let name = person.name.isEmpty ? texts.cases.unnamed : person.name
            let form = Form(
                action,
                token: token,
                kind: "plain",
                content: """
                    \(fields)<input type="hidden" name="person" value="\(person.id.text)"/>\
                    \(Button(texts.cases.personChoose, about: name).html)
                    """
            ).html(texts)
            let birth = CaseText.date(iso: person.birthDate, texts.formats)
            return "<li>\(HTML.isolated(name)) <span class=\"muted\">\(birth)</span> \(form)</li>"
        }
        return "<ul class=\"bare\">\(lines)</ul>"
    }
}
