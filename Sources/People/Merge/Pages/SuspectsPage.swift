import Domain
import Localization
import Markup
import Web

/// The records that may be of one person, two in a line.
struct SuspectsPage {
    let page: SuspectedPage
    /// The one person whose likes are shown; `nil` for all.
    let of: Person?
    let isFirst: Bool
    let readiness: SearchReadiness

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            of.map { texts.people.suspectsOf(name: Self.name($0.details.displayName, texts)) }
                ?? texts.people.suspectsTitle,
            breadcrumbs: [Breadcrumbs.Item(texts.people.title, PeopleURL.list.url)]
                + (of.map { [Breadcrumbs.Item(Self.name($0.details.displayName, texts), PeopleURL.person($0.id).url)] }
                    ?? [])
        ).html(texts)
        guard readiness.isReady else {
            return "\(header)\(Notice(.info, SearchWarming.line(readiness, texts)).html(texts))"
        }
        if page.isBeingMade { return "\(header)\(Notice(.info, texts.people.suspectsMaking).html(texts))" }
        let hint: HTML = page.pairs.isEmpty ? "" : "<p>\(texts.people.suspectsHint)</p>"
        return "\(header)\(hint)\(table(texts))"
    }

    private func table(_ texts: Texts) -> HTML {
        Table(
            texts.people.suspectsCaption,
            columns: [
                TableColumn(texts.people.recordFirst, isHeading: true), TableColumn(texts.people.recordSecond),
                TableColumn(texts.people.columnWhy), TableColumn(texts.people.columnLikeness, isNumeric: true),
                TableColumn(texts.people.compare, hidesTitle: true),
            ],
            paging: Paging(
                previous: isFirst ? nil : PeopleURL.suspects(of: of?.id, after: nil).url,
                next: page.next.map { PeopleURL.suspects(of: of?.id, after: $0.text).url }
            ),
            empty: EmptyState(
                texts.people.suspectsEmptyTitle,
                explanation: texts.people.suspectsEmptyBody,
                icon: .people
            )
        ).html(texts) { rows in
            for pair in page.pairs {
                rows.row { row in
                    row.html(record(pair.first, texts))
                    row.html(record(pair.second, texts))
                    row.text(texts.formats.list(pair.suspicion.reasons.map { $0.title(texts) }))
                    row.text("\(texts.formats.number(Int(pair.suspicion.score * 100))) %")
                    row.html(
                        Button(
                            texts.people.compare,
                            .link(PeopleURL.compare(pair.first.id, pair.second.id).url),
                            about: Self.name(pair.first.name, texts)
                        ).html
                    )
                }
            }
        }
    }

    private func record(_ item: PersonListItem, _ texts: Texts) -> HTML {
        let born = BirthText.short(item.birthDate, texts.formats)
        return """
            <a href="\(url: PeopleURL.person(item.id).url)">\(HTML.isolated(Self.name(item.name, texts)))</a>\
            <br><span class="muted">\(born)</span>
            """
    }

    static func name(_ name: String, _ texts: Texts) -> String { name.isEmpty ? texts.people.unnamed : name }
}
