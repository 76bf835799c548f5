import Domain
import Localization
import Markup
import Web

/// The box in which one looks for somebody, and who was found.
struct SearchPage {
    /// `nil` when nothing was asked yet.
    let found: PeopleFound?
    let typed: String
    let isEmpty: Bool
    let readiness: SearchReadiness
    let token: String
    let mayAdd: Bool
    let own: OrganizationID
    let organizationName: @Sendable (OrganizationID) -> String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            texts.people.searchTitle,
            breadcrumbs: [Breadcrumbs.Item(texts.people.title, PeopleURL.list.url)]
        ).html(texts)
        return "\(header)\(warming(texts))\(form(texts))\(found.map { results($0, texts) } ?? "")"
    }

    private func warming(_ texts: Texts) -> HTML {
        guard !readiness.isReady else { return "" }
        return Notice(.info, SearchWarming.line(readiness, texts)).html(texts)
    }

    private func form(_ texts: Texts) -> HTML {
        let field = TextField(
            "q",
            label: texts.people.searchLabel,
            value: typed,
            hint: texts.people.searchHint,
            error: isEmpty ? texts.people.searchEmpty : nil,
            maximumLength: PeopleSearch.longestQuery,
            width: .medium
        )
        return Form(
            PeopleURL.search.url,
            token: token,
            mayRepeat: true,
            kind: "inline",
            content: "\(field.html(texts))\(Button(texts.common.search, icon: .search).html)"
        ).html(texts)
    }

    private func results(_ found: PeopleFound, _ texts: Texts) -> HTML {
        Table(
            texts.people.searchCaption,
            columns: [
                TableColumn(texts.people.columnName, isHeading: true), TableColumn(texts.people.columnBirth),
                TableColumn(texts.people.columnWhy), TableColumn(texts.people.columnOwner),
            ],
            empty: EmptyState(
                texts.people.searchNothing,
                explanation: texts.people.searchNext,
                action: mayAdd ? Button(texts.people.add, .link(PeopleURL.new.url), icon: .plus) : nil,
                icon: .search
            )
        ).html(texts) { rows in
            for hit in found.hits {
                rows.row { row in
                    let name = hit.name.isEmpty ? texts.people.unnamed : hit.name
                    row.html(
                        """
                        <a href="\(url: PeopleURL.person(hit.id).url)">\(MarkedText(name, hit.matched).html)</a>
                        """
                    )
                    row.text(hit.birthDate.isEmpty ? "–" : BirthText.short(hit.birthDate, texts.formats))
                    row.text(texts.formats.list(hit.reasons.map { $0.title(texts) }))
                    row.text(hit.owner == own ? texts.people.ownedByUs : organizationName(hit.owner))
                }
            }
        }
    }
}

/// What is said while not everybody can be found yet.
enum SearchWarming {
    static func line(_ readiness: SearchReadiness, _ texts: Texts) -> String {
        texts.people.searchWarming(percent: texts.formats.number(readiness.percent))
    }
}

/// Options for the list box of the search box: who was found, with the matched parts marked, or what to do next.
struct SearchSuggestions {
    let found: PeopleFound

    func html(_ texts: Texts) -> HTML {
        let warming: HTML =
            found.readiness.isReady ? "" : "<p class=\"hint\">\(SearchWarming.line(found.readiness, texts))</p>"
        guard !found.hits.isEmpty else {
            return "\(warming)<p class=\"hint\">\(texts.people.searchNothing) \(texts.people.searchNext)</p>"
        }
        let options = HTML.each(found.hits) { hit in
            let name = hit.name.isEmpty ? texts.people.unnamed : hit.name
            let born = BirthText.short(hit.birthDate, texts.formats)
            let why = texts.formats.list(hit.reasons.prefix(3).map { $0.title(texts) })
            let details = [born, why].filter { !$0.isEmpty }.joined(separator: " · ")
            return """
                <a role="option" tabindex="-1" aria-selected="false" href="\(url: PeopleURL.person(hit.id).url)">\
                \(MarkedText(name, hit.matched).html) <span class="muted">\(details)</span></a>
                """
        }
        return "\(options)\(warming)"
    }
}
