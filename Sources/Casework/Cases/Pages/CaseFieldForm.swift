import Domain
import Guides
import Localization
import Markup
import Web

/// What was typed about a case's fields, and what stood there when the form was drawn: only what differs is changed, so
/// that two people who change different fields don't disturb each other.
struct CaseFieldInput: Sendable {
    static let textFields: [CaseField] = [
        .status, .risk, .worker, .stayCountry, .rightCountry, .returnCountry, .summary, .situation, .isCollective,
    ]

    var values: [CaseField: String] = [:]
    var problems: [String] = []
    var former: [CaseField: String] = [:]
    var formerProblems: [String] = []

    init(_ file: CaseFile) {
        let head = file.head
        values = [
            .status: head.status.rawValue, .risk: head.risk.rawValue, .worker: head.worker?.text ?? "",
            .stayCountry: head.countries.stay?.code ?? "", .rightCountry: head.countries.right?.code ?? "",
            .returnCountry: head.countries.back?.code ?? "", .summary: file.summary ?? "",
            .situation: file.situation ?? "", .isCollective: head.isCollective ? "1" : "",
        ]
        problems = file.problems.map(\.code.rawValue)
        former = values
        formerProblems = problems
    }

    init(_ form: FormData) {
        for field in Self.textFields {
            values[field] = field == .situation ? Self.lines(form[field.rawValue]) : form.trimmed(field.rawValue)
            former[field] = Self.lines(form["was." + field.rawValue])
        }
        problems = Self.unique([form["problem"]] + form.values("problems")).filter { !$0.isEmpty }
        formerProblems = form["was.problems"].split(separator: ",").map { String($0) }
    }

    /// Browsers send line ends as two characters.
    private static func lines(_ text: String) -> String {
        FormData([
            FormData.Field("x", text.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n"))
        ])
        .trimmed("x")
    }

    private static func unique(_ codes: [String]) -> [String] {
        var seen: Set<String> = []
        return codes.filter { seen.insert($0).inserted }
    }

    /// What shall be otherwise; problems of the form are added to the errors.
    func change(_ errors: inout FormErrors) -> CaseChange {
        var change = CaseChange()
        func changed(_ field: CaseField) -> String? {
            let value = values[field] ?? ""
            return value == former[field] ?? "" ? nil : value
        }
        func wrong(_ field: CaseField) { errors.add(field.rawValue, "unknown_code") { $0.entries.choiceWrong } }
        if let value = changed(.status) {
            change.status = CaseStatus(rawValue: value)
            if change.status == nil { wrong(.status) }
        }
        if let value = changed(.risk) {
            change.risk = RiskLevel(rawValue: value)
            if change.risk == nil { wrong(.risk) }
        }
        if let value = changed(.worker) {
            let worker = UserID(value)
            if worker == nil, !value.isEmpty { wrong(.worker) } else { change.worker = .some(worker) }
        }
        func country(_ field: CaseField) -> CountryCode?? {
            guard let value = changed(field) else { return nil }
            let code = CountryCode(value)
            if code == nil, !value.isEmpty {
                wrong(field)
                return nil
            }
            return .some(code)
        }
        change.stayCountry = country(.stayCountry)
        change.rightCountry = country(.rightCountry)
        change.returnCountry = country(.returnCountry)
        change.summary = changed(.summary)
        change.situation = changed(.situation)
        if let value = changed(.isCollective) { change.isCollective = value == "1" }
        if problems != formerProblems {
            let codes = problems.compactMap { ProblemCode(rawValue: $0) }
            if codes.count == problems.count { change.problems = codes } else { wrong(.problems) }
        }
        return change
    }

    /// The same typing on top of what is saved now, after somebody else was quicker.
    mutating func rebase(on file: CaseFile) {
        let present = CaseFieldInput(file)
        for field in Self.textFields where values[field] == former[field] { values[field] = present.values[field] }
        if problems == formerProblems { problems = present.problems }
        former = present.values
        formerProblems = present.problems
    }
}

/// The form that changes a case's fields in place.
struct CaseFieldForm {
    let head: CaseHead
    let input: CaseFieldInput
    /// What is saved now and was changed by somebody else meanwhile.
    let saved: (file: CaseFile, fields: [CaseField])?
    let store: CaseStore
    let staff: StaffBook
    let token: String
    var errors = FormErrors()

    func form(_ texts: Texts) -> Form {
        Form(CaseURL.fields(head.id).url, token: token, isGuarded: true, content: fields(texts))
    }

    private func fields(_ texts: Texts) -> HTML {
        let hidden = HTML.each(CaseFieldInput.textFields) { field in
            "<input type=\"hidden\" name=\"was.\(field.rawValue)\" value=\"\(input.former[field] ?? "")\"/>"
        }
        let parts: [HTML] = [
            "<input type=\"hidden\" name=\"versions\" value=\"\(head.fieldVersions.text)\"/>",
            "<input type=\"hidden\" name=\"was.problems\" value=\"\(input.formerProblems.joined(separator: ","))\"/>",
            hidden,
            head.status.isOpen
                ? select(.status, statusOptions(texts), texts)
                : "<input type=\"hidden\" name=\"status\" value=\"\(input.values[.status] ?? "")\"/>",
            select(.risk, RiskLevel.allCases.map { FieldOption($0.rawValue, $0.title(texts)) }, texts),
            select(.worker, staff.options, texts, placeholder: texts.cases.nobody),
            select(.stayCountry, countries(texts), texts, placeholder: texts.common.notRecorded),
            select(.rightCountry, countries(texts), texts, placeholder: texts.common.notRecorded),
            select(.returnCountry, countries(texts), texts, placeholder: texts.common.notRecorded),
            problemFields(texts),
            TextField(
                CaseField.summary.rawValue,
                label: texts.cases.summary,
                value: input.values[.summary] ?? "",
                hint: texts.cases.summaryHint,
                error: errors.message(for: CaseField.summary.rawValue, texts),
                maximumLength: 300
            ).html(texts),
            conflict(.summary, texts),
            TextArea(
                CaseField.situation.rawValue,
                label: texts.cases.situation,
                value: input.values[.situation] ?? "",
                rows: 6
            ).html(texts),
            conflict(.situation, texts),
            CheckboxField(
                CaseField.isCollective.rawValue,
                label: texts.cases.collective,
                value: "1",
                isChecked: input.values[.isCollective] == "1"
            ).html(texts),
            Button(texts.common.save, .submit(), style: .primary).html,
        ]
        return parts.joined()
    }

    private func statusOptions(_ texts: Texts) -> [FieldOption] {
        var statuses: [CaseStatus] = [.open, .waiting]
        if head.status == .reopened { statuses.append(.reopened) }
        return statuses.map { FieldOption($0.rawValue, $0.title(texts)) }
    }

    private func countries(_ texts: Texts) -> [FieldOption] {
        let first = CountryCode.corridor.map { FieldOption($0.code, texts.formats.country($0.code)) }
        let known = Set(first.map(\.value))
        return first
            + texts.formats.countries.filter { !known.contains($0.code) }.map { FieldOption($0.code, $0.name) }
    }

    private func select(
        _ field: CaseField,
        _ options: [FieldOption],
        _ texts: Texts,
        placeholder: String = ""
    ) -> HTML {
        let select = SelectField(
            field.rawValue,
            label: field.title(texts),
            options: options,
            value: input.values[field] ?? "",
            error: errors.message(for: field.rawValue, texts),
            placeholder: placeholder,
            width: .medium
        ).html(texts)
        return "\(select)\(conflict(field, texts))"
    }

    private func problemFields(_ texts: Texts) -> HTML {
        let options = store.content.problems.all.map {
            FieldOption($0.code.rawValue, $0.names.text(texts.language))
        }
        let primary = SelectField(
            "problem",
            label: texts.cases.columnProblem,
            options: options,
            value: input.problems.first ?? "",
            error: errors.message(for: "problems", texts),
            isRequired: true,
            width: .medium
        ).html(texts)
        let others = CheckboxGroup(
            "problems",
            legend: texts.cases.problems,
            options: options.filter { $0.value != input.problems.first },
            values: Set(input.problems.dropFirst()),
            isInline: true
        ).html(texts)
        return """
            \(primary)<details><summary>\(texts.cases.problems)</summary>\(others)</details>\(conflict(.problems, texts))
            """
    }

    /// Both values of a field that somebody else changed meanwhile.
    private func conflict(_ field: CaseField, _ texts: Texts) -> HTML {
        guard let saved, saved.fields.contains(field) else { return "" }
        let present = CaseFieldInput(saved.file)
        let value = field == .problems ? present.problems : [present.values[field] ?? ""]
        let shown = value.map { title(of: $0, field, texts) }
        return Notice(
            .warning,
            texts.cases.savedNow,
            content: "<p><bdi>\(texts.formats.list(shown))</bdi></p>"
        ).html(texts)
    }

    private func title(of value: String, _ field: CaseField, _ texts: Texts) -> String {
        switch field {
        case .status: CaseStatus(rawValue: value)?.title(texts) ?? value
        case .risk: RiskLevel(rawValue: value)?.title(texts) ?? value
        case .worker: staff[UserID(value)] ?? texts.cases.nobody
        case .stayCountry, .rightCountry, .returnCountry:
            value.isEmpty ? texts.common.notRecorded : texts.formats.country(value)
        case .problems: ProblemCode(rawValue: value).map { store.content.problems.name($0, texts.language) } ?? value
        case .isCollective: value == "1" ? texts.common.yes : texts.common.no
        case .members, .summary, .situation: value
        }
    }
}
