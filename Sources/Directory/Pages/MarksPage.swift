import Domain
import Localization
import Markup
import Web

/// Where being in touch with an organisation may endanger people, and the form for one more such mark.
struct MarksPage {
    let marks: [EndangeringMark]
    let organizations: [(id: OrganizationID, name: String)]
    let input: MarkInput
    let errors: FormErrors
    let token: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(texts.directory.marks, details: "<p>\(texts.directory.marksLead)</p>").html(texts)
        return "\(header)\(ErrorSummary(errors, texts).html(texts))\(table(texts))\(form(texts))"
    }

    private func table(_ texts: Texts) -> HTML {
        let names = Dictionary(organizations.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        return Table(
            texts.directory.marks,
            columns: [
                TableColumn(texts.directory.columnWho, isHeading: true), TableColumn(texts.directory.country),
                TableColumn(texts.directory.markSince), TableColumn(texts.directory.markUntil),
            ],
            empty: EmptyState(texts.directory.marksEmpty, icon: .warning)
        ).html(texts) { rows in
            for mark in marks {
                rows.row { row in
                    row.text(names[mark.organization] ?? "–")
                    row.text(mark.country == "*" ? texts.directory.any : texts.formats.country(mark.country))
                    row.text(mark.since.map { date($0, texts) } ?? "–")
                    row.text(mark.until.map { date($0, texts) } ?? "–")
                }
            }
        }
    }

    private func date(_ day: CivilDate, _ texts: Texts) -> String {
        texts.formats.date(year: day.date.year, month: day.date.month, day: day.date.day, relativeToYear: nil)
    }

    private func form(_ texts: Texts) -> HTML {
        let parts: [HTML] = [
            SelectField(
                "organization",
                label: texts.directory.columnWho,
                options: organizations.map { FieldOption($0.id.text, $0.name) },
                value: input.organization,
                error: errors.message(for: "organization", texts),
                isRequired: true
            ).html(texts),
            text("country", texts.directory.country, input.country, texts.directory.markCountryHint, texts),
            text("since", texts.directory.markSince, input.since, texts.directory.dateHint, texts),
            text("until", texts.directory.markUntil, input.until, texts.directory.dateHint, texts),
            Button(texts.common.save, style: .primary).html,
        ]
        return Form(DirectoryURL.marks.url, token: token, content: parts.joined()).html(texts)
    }

    private func text(_ name: String, _ label: String, _ value: String, _ hint: String, _ texts: Texts) -> HTML {
        TextField(
            name,
            label: label,
            value: value,
            hint: hint,
            error: errors.message(for: name, texts),
            width: .short
        ).html(texts)
    }
}
