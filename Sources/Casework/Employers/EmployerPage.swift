import Domain
import Guides
import Localization
import Markup
import Web

/// One employer: its names, what is alleged or proven and who says so, and its cases.
struct EmployerPage {
    let employer: Employer
    let cases: CasePage
    let form: FormData?
    let errors: FormErrors
    let store: CaseStore
    let context: CasePageContext
    let mayWrite: Bool

    func html(_ texts: Texts) -> HTML {
        let kind: Badge.Kind = employer.standing == .proven ? .active : .neutral
        let header = PageHeader(
            employer.name.main,
            breadcrumbs: [Breadcrumbs.Item(texts.employers.title, CaseURL.employerList.url)],
            details: Badge(employer.standing.title(texts), kind).html
        ).html(texts)
        let facts = DescriptionList([
            DescriptionList.Item(
                texts.employers.otherNames,
                text: texts.formats.list(employer.name.others),
                texts
            ),
            DescriptionList.Item(
                texts.employers.country,
                text: employer.country.map { texts.formats.country($0.code) },
                texts
            ),
            DescriptionList.Item(texts.employers.notes, text: employer.notes.text, texts),
            DescriptionList.Item(texts.employers.source, text: employer.notes.source, texts),
        ]).html(texts)
        let summary = ErrorSummary(errors, texts).html(texts)
        return "\(header)\(summary)\(facts)\(mayWrite ? edit(texts) : "")\(list(texts))"
    }

    private func value(_ name: String, _ present: String) -> String { form.map { $0[name] } ?? present }

    private func edit(_ texts: Texts) -> HTML {
        let countries = CountryCode.corridor.map { FieldOption($0.code, texts.formats.country($0.code)) }
        let parts: [HTML] = [
            "<input type=\"hidden\" name=\"version\" value=\"\(Int(employer.version))\"/>",
            TextField(
                "name",
                label: texts.employers.name,
                value: value("name", employer.name.main),
                error: errors.message(for: "name", texts),
                isRequired: true
            ).html(texts),
            TextArea(
                "others",
                label: texts.employers.otherNames,
                value: value("others", employer.name.others.joined(separator: "\n")),
                rows: 3
            ).html(texts),
            SelectField(
                "country",
                label: texts.employers.country,
                options: countries,
                value: value("country", employer.country?.code ?? ""),
                placeholder: texts.common.notRecorded,
                width: .medium
            ).html(texts),
            RadioField(
                "standing",
                legend: texts.employers.standing,
                options: EmployerStanding.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                value: value("standing", employer.standing.rawValue),
                isInline: true
            ).html(texts),
            TextField(
                "source",
                label: texts.employers.source,
                value: value("source", employer.notes.source),
                error: errors.message(for: "source", texts)
            ).html(texts),
            TextArea(
                "notes",
                label: texts.employers.notes,
                value: value("notes", employer.notes.text),
                error: errors.message(for: "notes", texts),
                rows: 4
            ).html(texts),
            Button(texts.common.save, .submit(), style: .primary).html,
        ]
        return Form(
            CaseURL.employer(employer.id).url,
            token: context.csrfToken,
            isGuarded: true,
            content: parts.joined()
        ).folded(texts.cases.edit, texts, isOpen: !errors.isEmpty)
    }

    private func list(_ texts: Texts) -> HTML {
        let table = Table(
            texts.employers.cases,
            columns: [
                TableColumn(texts.cases.columnNumber, isHeading: true), TableColumn(texts.cases.columnClient),
                TableColumn(texts.cases.columnProblem), TableColumn(texts.cases.columnStatus),
            ]
        ).html(texts) { rows in
            for item in cases.items {
                rows.row { row in
                    row.link(item.head.displayNumber, to: CaseURL.file(item.head.id).url)
                    row.text(item.clientName ?? texts.cases.hiddenClient)
                    row.text(
                        item.head.primaryProblem.map { store.content.problems.name($0, texts.language) } ?? ""
                    )
                    row.html(CaseText.status(item.head.status, texts))
                }
            }
        }
        return "<section><h2>\(texts.employers.cases)</h2>\(table)</section>"
    }
}
