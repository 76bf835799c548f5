import Access
import Database
import Domain
import Guides
import Localization
import Markup
import People
import Vault
import Web

extension CaseRoutes {
    func newForm(_ request: TenantRequest) async throws -> WebResponse {
        var form = FormData()
        let query = try request.query()
        for name in ["person", "contact"] where query.has(name) { form.set(name, query[name]) }
        return try await newPage(request, form, FormErrors())
    }

    func create(_ request: TenantRequest) async throws -> WebResponse {
        var form = try await request.form()
        if PersonID(form["person"]) == nil || form.has("look") {
            let typed = form.trimmed("q")
            guard !typed.isEmpty else {
                var errors = FormErrors()
                errors.add("q", "required") { $0.cases.personMissing }
                return try await newPage(request, form, errors)
            }
            let found = try await ports.findPersons(typed, request.principal)
            form.set("person", "")
            return try await newPage(request, form, FormErrors(), found: found)
        }
        if form.has("choose") { return try await newPage(request, form, FormErrors()) }
        var errors = FormErrors()
        let draft = try draft(form, &errors)
        guard let draft else { return try await newPage(request, form, errors) }
        let principal = request.principal
        do {
            let made = try await answering(request, nil) {
                try await desk.database.write(request.scope) { connection in
                    if let contact = draft.contact, try !ports.contactExists(contact, principal, connection) {
                        throw CaseError.notFound
                    }
                    return try cases.create(draft, by: principal, on: connection)
                }
            }
            return .seeOther(CaseNews.created.at(CaseURL.file(made.id).url))
        } catch CaseError.refused(let refusal) {
            errors.add(refusal.field, refusal.rawValue) { refusal.message($0) }
            return try await newPage(request, form, errors)
        }
    }

    private func draft(_ form: FormData, _ errors: inout FormErrors) throws -> CaseDraft? {
        guard let person = PersonID(form["person"]) else { return nil }
        let input = CaseFieldInput(form)
        let problems = input.problems.compactMap { ProblemCode(rawValue: $0) }
        if problems.isEmpty { errors.add("problem", "required") { $0.cases.refusedProblemMissing } }
        let summary = errors.text(form, "summary", atMost: 300)
        let situation = errors.text(form, "situation", atMost: CaseStore.longestText)
        let stay = CountryCode(form["countryOfStay"])
        if stay == nil, !form["countryOfStay"].isEmpty {
            errors.add("countryOfStay", "unknown_code") { $0.entries.choiceWrong }
        }
        let risk = RiskLevel(rawValue: form["risk"]) ?? .normal
        guard errors.isEmpty else { return nil }
        return CaseDraft(
            members: [CaseMember(person, .client)],
            problems: problems,
            summary: summary,
            situation: situation,
            countries: CaseCountries(stay: stay),
            risk: risk,
            contact: ContactID(form["contact"]),
            isCollective: form.has("isCollective")
        )
    }

    private func newPage(
        _ request: TenantRequest,
        _ form: FormData,
        _ errors: FormErrors,
        found: [FoundPerson]? = nil
    ) async throws -> WebResponse {
        let principal = request.principal
        let person = PersonID(form["person"])
        let name = try await desk.database.read(request.scope) { connection -> String? in
            guard let person else { return nil }
            let keyring = try cases.vault.keyring(for: principal.organization, on: connection)
            return try ClientName.all([person], keyring, on: connection)[person]
        }
        let shown = NewCasePage(
            form: form,
            errors: errors,
            person: name == nil ? nil : person,
            personName: name ?? "",
            found: found,
            problems: cases.content.problems,
            token: request.csrfToken
        )
        return page(request, request.texts.cases.newTitle, hasErrors: !errors.isEmpty, shown.html(request.texts))
    }
}

/// The form for a new case: first whom it is about, then what.
struct NewCasePage {
    let form: FormData
    let errors: FormErrors
    let person: PersonID?
    let personName: String
    let found: [FoundPerson]?
    let problems: ProblemCatalog
    let token: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            texts.cases.newTitle,
            breadcrumbs: [Breadcrumbs.Item(texts.cases.title, CaseURL.list.url)]
        ).html(texts)
        let summary = ErrorSummary(errors, texts).html(texts)
        return "\(header)\(summary)\(person == nil ? search(texts) : fields(texts))"
    }

    private func search(_ texts: Texts) -> HTML {
        let kept = HTML.each(form.fields.filter { $0.name != "q" && $0.name != "person" && $0.name != FormNames.token })
        {
            "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\"/>"
        }
        let field = TextField(
            "q",
            label: texts.cases.personFind,
            value: form["q"],
            error: errors.message(for: "q", texts),
            isRequired: true,
            maximumLength: 200
        ).html(texts)
        let buttons = Toolbar([
            Button(texts.common.search, .submit(), style: .primary, icon: .search),
            Button(texts.cases.personNew, .link(PeopleURL.new.url), style: .quiet),
        ]).html(texts)
        let box = Form(CaseURL.new.url, token: token, mayRepeat: true, content: "\(kept)\(field)\(buttons)").html(texts)
        guard let found else { return box }
        let hidden =
            [("choose", "1")]
            + form.fields.filter { !["q", "person", "look", FormNames.token].contains($0.name) }.map {
                ($0.name, $0.value)
            }
        return "\(box)\(PersonChoice(found: found, action: CaseURL.new.url, hidden: hidden, token: token).html(texts))"
    }

    private func fields(_ texts: Texts) -> HTML {
        let options = problems.all.map { FieldOption($0.code.rawValue, $0.names.text(texts.language)) }
        let contact: HTML =
            form.has("contact") ? "<input type=\"hidden\" name=\"contact\" value=\"\(form["contact"])\"/>" : ""
        let parts: [HTML] = [
            """
            <input type="hidden" name="person" value="\(person?.text ?? "")"/>\(contact)\
            <p><span class="muted">\(texts.cases.columnClient)</span> <span class="strong">\
            \(HTML.isolated(personName.isEmpty ? texts.cases.unnamed : personName))</span></p>
            """,
            SelectField(
                "problem",
                label: texts.cases.columnProblem,
                options: options,
                value: form["problem"],
                error: errors.message(for: "problem", texts) ?? errors.message(for: "problems", texts),
                isRequired: true,
                width: .medium
            ).html(texts),
            """
            <details><summary>\(texts.cases.problems)</summary>\(CheckboxGroup(
                "problems",
                legend: texts.cases.problems,
                options: options,
                values: Set(form.values("problems")),
                isInline: true
            ).html(texts))</details>
            """,
            TextField(
                "summary",
                label: texts.cases.summary,
                value: form["summary"],
                hint: texts.cases.summaryHint,
                error: errors.message(for: "summary", texts),
                maximumLength: 300
            ).html(texts),
            TextArea(
                "situation",
                label: texts.cases.situation,
                value: form["situation"],
                error: errors.message(for: "situation", texts),
                rows: 6
            ).html(texts),
            SelectField(
                "countryOfStay",
                label: texts.cases.countryStay,
                options: CountryCode.corridor.map { FieldOption($0.code, texts.formats.country($0.code)) }
                    + texts.formats.countries.filter { country in
                        !CountryCode.corridor.contains { $0.code == country.code }
                    }.map { FieldOption($0.code, $0.name) },
                value: form["countryOfStay"],
                error: errors.message(for: "countryOfStay", texts),
                placeholder: texts.common.notRecorded,
                width: .medium
            ).html(texts),
            RadioField(
                "risk",
                legend: texts.cases.risk,
                options: RiskLevel.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                value: form.trimmedOrNil("risk") ?? RiskLevel.normal.rawValue,
                isInline: true
            ).html(texts),
            CheckboxField(
                "isCollective",
                label: texts.cases.collective,
                value: "1",
                isChecked: form.has("isCollective")
            ).html(texts),
            Toolbar([
                Button(texts.cases.create, .submit(), style: .primary),
                Button(texts.common.cancel, .link(CaseURL.list.url), style: .quiet),
            ]).html(texts),
        ]
        return Form(CaseURL.new.url, token: token, isGuarded: true, content: parts.joined()).html(texts)
    }
}
