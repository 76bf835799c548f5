import Domain
import Localization
import Markup
import Web

/// The answer to an exact number.
struct LookUpPage {
    let matches: [PersonMatch]
    let form: LookUpForm
    let wasAsked: Bool
    let mayAdd: Bool

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            texts.people.lookupTitle,
            breadcrumbs: [Breadcrumbs.Item(texts.people.title, PeopleURL.list.url)]
        ).html(texts)
        return "\(header)\(form.html(texts))\(wasAsked ? results(texts) : "")"
    }

    private func results(_ texts: Texts) -> HTML {
        Table(
            texts.people.lookupTitle,
            columns: [
                TableColumn(texts.people.columnName, isHeading: true), TableColumn(texts.people.columnBirth),
            ],
            empty: EmptyState(
                texts.people.lookupNothing,
                explanation: texts.people.lookupNext,
                action: mayAdd ? Button(texts.people.add, .link(PeopleURL.new.url), icon: .plus) : nil,
                icon: .search
            )
        ).html(texts) { rows in
            for match in matches {
                rows.row { row in
                    let name = match.item.name.isEmpty ? texts.people.unnamed : match.item.name
                    row.link(name, to: PeopleURL.person(match.item.id).url)
                    row.text(BirthText.short(match.item.birthDate, texts.formats))
                }
            }
        }
    }
}
