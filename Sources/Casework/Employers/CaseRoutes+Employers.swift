import Access
import Database
import Domain
import Journal
import Localization
import Markup
import Web

extension CaseRoutes {
    /// Links an employer by its name, adding one that isn't known, or takes one out of the case.
    func changeEmployers(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let form = try await request.form()
        let principal = request.principal
        if let removed = EmployerID(form["remove"]) {
            return try await change(request, id) { try employers.unlink(removed, from: id, by: principal, on: $0) }
        }
        guard let role = EmployerRole(rawValue: form["role"]) else { throw WebError.badRequest(.form) }
        let (name, source) = (form.trimmed("name"), form.trimmed("source"))
        return try await change(request, id) { connection in
            let head = try cases.requireOwn(id, by: principal, on: connection)
            let employer = try employers.findOrCreate(
                name: name,
                country: head.countries.stay,
                source: source,
                by: principal,
                on: connection
            )
            try employers.link(employer, role: role, to: id, by: principal, on: connection)
        }
    }

    func employerList(_ request: TenantRequest) async throws -> WebResponse {
        let principal = request.principal
        async let journalled: Void = desk.appender.record([cases.leaf(.employersListed, nil, by: principal)])
        let all = try await desk.database.read(request.scope) { try employers.list(for: principal, on: $0) }
        try await journalled
        let texts = request.texts
        let table = Table(
            texts.employers.title,
            columns: [
                TableColumn(texts.employers.name, isHeading: true), TableColumn(texts.employers.standing),
                TableColumn(texts.employers.country), TableColumn(texts.employers.cases, isNumeric: true),
            ],
            empty: EmptyState(
                texts.employers.emptyTitle,
                explanation: texts.employers.emptyBody,
                icon: .organization
            )
        ).html(texts) { rows in
            for employer in all {
                rows.row { row in
                    row.link(employer.name.main, to: CaseURL.employer(employer.id).url)
                    row.text(employer.standing.title(texts))
                    row.text(employer.country.map { texts.formats.country($0.code) } ?? "")
                    row.text(texts.formats.number(employer.caseCount))
                }
            }
        }
        return page(request, texts.employers.title, "\(PageHeader(texts.employers.title).html(texts))\(table)")
    }

    func employerPage(_ request: TenantRequest) async throws -> WebResponse {
        try await employerPage(request, nil, FormErrors())
    }

    func changeEmployer(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(EmployerEntity.self)
        let form = try await request.form()
        guard let version = Int64(form["version"]), let standing = EmployerStanding(rawValue: form["standing"]) else {
            throw WebError.badRequest(.form)
        }
        var errors = FormErrors()
        let name = errors.text(form, "name", atMost: 300, isRequired: true)
        let source = errors.text(form, "source", atMost: 1000)
        let notes = errors.text(form, "notes", atMost: CaseStore.longestText)
        let others = form["others"].split(whereSeparator: \.isNewline).map { String($0.prefix(300)) }.prefix(50)
        if standing == .proven, source.isEmpty {
            errors.add("source", "required") { $0.employers.sourceMissing }
        }
        guard errors.isEmpty else { return try await employerPage(request, form, errors) }
        let principal = request.principal
        do {
            try await answering(request, nil) {
                try await desk.database.write(request.scope) { connection in
                    try employers.change(
                        id,
                        name: EmployerNames(name, others: Array(others)),
                        country: CountryCode(form["country"]),
                        standing: standing,
                        notes: EmployerNotes(text: notes, source: source),
                        from: version,
                        by: principal,
                        on: connection
                    )
                }
            }
            return .seeOther(CaseNews.changed.at(CaseURL.employer(id).url))
        } catch CaseError.staleEntry {
            errors.add("name", "stale") { $0.entries.stale }
            return try await employerPage(request, form, errors)
        } catch CaseError.refused(let refusal) {
            errors.add("name", refusal.rawValue) { refusal.message($0) }
            return try await employerPage(request, form, errors)
        }
    }

    private func employerPage(
        _ request: TenantRequest,
        _ typed: FormData?,
        _ errors: FormErrors
    ) async throws -> WebResponse {
        let id = try request.parameters.id(EmployerEntity.self)
        let principal = request.principal
        let (employer, listed) = try await answering(request, nil) {
            try await desk.database.read(request.scope) { connection in
                let query = CaseQuery(activity: .all, employer: id, limit: 200)
                return (
                    try employers.open(id, for: principal, on: connection),
                    try cases.list(query, for: principal, on: connection)
                )
            }
        }
        try await desk.appender.record([cases.leaf(.employersListed, id.retagged(), by: principal)])
        let shown = EmployerPage(
            employer: employer,
            cases: listed,
            form: typed,
            errors: errors,
            store: cases,
            context: context(request),
            mayWrite: CasePolicy(principal).mayCreate
        )
        return page(
            request,
            request.texts.employers.title,
            hasErrors: !errors.isEmpty,
            notices: try request.caseNews(),
            shown.html(request.texts)
        )
    }
}
