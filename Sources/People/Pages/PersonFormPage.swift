import Domain
import Localization
import Markup
import Web

/// The form for a new person or a change.
struct PersonFormPage {
    let title: String
    let action: URLAttribute
    let cancel: URLAttribute
    let token: String
    let input: PersonInput
    var errors: FormErrors
    /// The version that the change started from; `nil` for a new person.
    var version: Int64?
    /// People with the same phone or document, who are shown before anybody is added twice.
    var sameNumber: [PersonMatch] = []
    /// What is saved now, when somebody else was quicker.
    var saved: PersonDetails?

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            title,
            breadcrumbs: [Breadcrumbs.Item(texts.people.title, PeopleURL.list.url)]
        ).html(texts)
        let summary = ErrorSummary(
            errors.problems.map { ErrorSummary.Item(field: anchor($0.field), message: $0.message(texts)) }
        ).html(texts)
        let form = Form(action, token: token, isGuarded: true, content: fields(texts)).html(texts)
        return "\(header)\(summary)\(stale(texts))\(sameNumberNotice(texts))\(form)"
    }

    private func fields(_ texts: Texts) -> HTML {
        let hidden: HTML? = version.map { "<input type=\"hidden\" name=\"version\" value=\"\(Int($0))\"/>" }
        let buttons = Toolbar([
            Button(texts.common.save, .submit(), style: .primary),
            Button(texts.common.cancel, .link(cancel), style: .quiet),
        ]).html(texts)
        return """
            \(hidden)\(names(texts))\(birth(texts))\(phones(texts))\(documents(texts))\(notes(texts))\
            \(confirmation(texts))\(buttons)
            """
    }

    private func names(_ texts: Texts) -> HTML {
        RepeatableGroup(
            "names",
            legend: texts.people.sectionNames,
            count: max(1, input.names.count),
            hint: texts.people.nameHint,
            addLabel: texts.people.addName,
            maximum: PersonRules.mostEntries
        ) { prefix, index in
            let name = index.flatMap { input.names.indices.contains($0) ? input.names[$0] : nil } ?? PersonName()
            return [
                TextField(
                    "\(prefix).family",
                    label: texts.people.family,
                    value: name.family,
                    error: message("\(prefix).family", texts),
                    width: .medium
                ),
                TextField("\(prefix).given", label: texts.people.given, value: name.given, width: .medium),
                TextField(
                    "\(prefix).patronymic",
                    label: texts.people.patronymic,
                    value: name.patronymic,
                    width: .medium
                ),
            ].map { $0.html(texts) }.joined()
        }.html(texts)
    }

    private func birth(_ texts: Texts) -> HTML {
        let date = DateField(
            "birth",
            legend: texts.people.birthDate,
            day: input.birthDay,
            month: input.birthMonth,
            year: input.birthYear,
            hint: texts.people.birthHint,
            error: message("birthYear", texts)
        ).html(texts)
        let sex = RadioField(
            "sex",
            legend: texts.people.sex,
            options: Sex.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
            value: input.sex.isEmpty ? Sex.unknown.rawValue : input.sex,
            error: message("sex", texts),
            isInline: true
        ).html(texts)
        let citizenship = SelectField(
            "citizenship",
            label: texts.people.citizenship,
            options: CountryOptions.all(texts),
            value: input.citizenship,
            error: message("citizenship", texts),
            placeholder: texts.common.notRecorded,
            width: .medium
        ).html(texts)
        return "\(date)\(sex)\(citizenship)"
    }

    private func phones(_ texts: Texts) -> HTML {
        RepeatableGroup(
            "phones",
            legend: texts.people.sectionPhones,
            count: input.phones.count,
            rowLabel: texts.people.phone,
            addLabel: texts.people.addPhone,
            maximum: PersonRules.mostEntries
        ) { prefix, index in
            let phone = index.flatMap { input.phones.indices.contains($0) ? input.phones[$0] : nil }
            let number = TextField(
                "\(prefix).number",
                label: texts.people.phone,
                value: phone?.number ?? "",
                error: message("\(prefix).number", texts),
                kind: .phone,
                width: .medium
            ).html(texts)
            let note = TextField(
                "\(prefix).note",
                label: texts.people.phoneNote,
                value: phone?.note ?? "",
                width: .medium
            ).html(texts)
            return "\(number)\(note)"
        }.html(texts)
    }

    private func documents(_ texts: Texts) -> HTML {
        RepeatableGroup(
            "documents",
            legend: texts.people.sectionDocuments,
            count: input.documents.count,
            rowLabel: texts.people.documentKind,
            addLabel: texts.people.addDocument,
            maximum: PersonRules.mostEntries
        ) { prefix, index in
            let document = index.flatMap { input.documents.indices.contains($0) ? input.documents[$0] : nil }
            let kind = SelectField(
                "\(prefix).kind",
                label: texts.people.documentKind,
                options: DocumentKind.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                value: document.map { $0.kind.isEmpty ? DocumentKind.passport.rawValue : $0.kind }
                    ?? DocumentKind.passport.rawValue,
                error: message("\(prefix).kind", texts),
                placeholder: "",
                width: .medium
            ).html(texts)
            let number = TextField(
                "\(prefix).number",
                label: texts.people.documentNumber,
                value: document?.number ?? "",
                error: message("\(prefix).number", texts),
                width: .medium
            ).html(texts)
            let state = SelectField(
                "\(prefix).state",
                label: texts.people.documentState,
                options: DocumentState.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                value: document.map { $0.state.isEmpty ? DocumentState.held.rawValue : $0.state }
                    ?? DocumentState.held.rawValue,
                error: message("\(prefix).state", texts),
                placeholder: "",
                width: .medium
            ).html(texts)
            return "\(kind)\(number)\(state)"
        }.html(texts)
    }

    private func notes(_ texts: Texts) -> HTML {
        TextArea(
            "notes",
            label: texts.people.notes,
            value: input.notes,
            error: message("notes", texts),
            rows: 5
        ).html(texts)
    }

    private func confirmation(_ texts: Texts) -> HTML {
        guard !sameNumber.isEmpty else { return "" }
        return CheckboxField("confirmed", label: texts.people.sameNumberConfirm).html(texts)
    }

    private func sameNumberNotice(_ texts: Texts) -> HTML {
        guard !sameNumber.isEmpty else { return "" }
        let links = HTML.each(sameNumber) { match in
            let name = match.item.name.isEmpty ? texts.people.unnamed : match.item.name
            let born = BirthText.short(match.item.birthDate, texts.formats)
            return """
                <li><a href="\(url: PeopleURL.person(match.item.id).url)">\(HTML.isolated(name))</a> \
                <span class="muted">\(born)</span></li>
                """
        }
        return Notice(.warning, texts.people.sameNumber, content: "<ul>\(links)</ul>", isNews: true).html(texts)
    }

    private func stale(_ texts: Texts) -> HTML {
        guard let saved else { return "" }
        let facts = PersonFacts(details: saved).html(texts)
        return Notice(
            .warning,
            texts.people.staleTitle,
            content: "<p>\(texts.people.staleBody)</p>\(facts)",
            isNews: true
        ).html(texts)
    }

    private func message(_ field: String, _ texts: Texts) -> String? {
        errors.message(for: field, texts)
    }

    /// The error summary's links lead to the first control of a field.
    private func anchor(_ field: String) -> String {
        field == "birthYear" ? "birthDay" : field
    }
}

/// The countries for a list: the network's corridor first, then all by name.
enum CountryOptions {
    static func all(_ texts: Texts) -> [FieldOption] {
        let formats = texts.formats
        let first = CountryCode.corridor.map { FieldOption($0.code, formats.country($0.code)) }
        let known = Set(first.map(\.value))
        return first + formats.countries.filter { !known.contains($0.code) }.map { FieldOption($0.code, $0.name) }
    }
}
