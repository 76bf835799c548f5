import Domain
import Localization
import Markup
import Web

/// The list of people.
struct PeopleListPage {
    let page: PeoplePage
    let query: PeopleQuery
    let principalOrganization: OrganizationID
    let mayAdd: Bool
    let now: Instant
    let zone: String
    let organizationName: @Sendable (OrganizationID) -> String

    func html(_ texts: Texts) -> HTML {
        let actions =
            mayAdd
            ? [
                Button(texts.people.add, .link(PeopleURL.new.url), style: .primary, icon: .plus, isNew: true),
                Button(texts.people.suspectsTitle, .link(PeopleURL.suspects(of: nil, after: nil).url)),
            ] : []
        let header = PageHeader(texts.people.title, actions: actions).html(texts)
        return "\(header)\(tabs(texts))\(table(texts))"
    }

    private func tabs(_ texts: Texts) -> HTML {
        Tabs(
            texts.people.title,
            PeopleQuery.Box.allCases.map { box in
                Tabs.Item(box.title(texts), PeopleURL.box(box).url, isCurrent: box == query.box)
            }
        ).html(texts)
    }

    private func table(_ texts: Texts) -> HTML {
        let formats = texts.formats
        let table = Table(
            texts.people.listCaption,
            columns: [
                TableColumn(texts.people.columnName, isHeading: true),
                TableColumn(texts.people.columnBirth),
                TableColumn(texts.people.columnChanged),
                TableColumn(texts.people.columnOwner),
            ],
            paging: paging(texts),
            empty: EmptyState(
                texts.people.emptyTitle,
                explanation: texts.people.emptyBody,
                action: mayAdd ? Button(texts.people.add, .link(PeopleURL.new.url), style: .primary) : nil,
                icon: .people
            ),
            liveID: "people"
        )
        return table.html(texts) { rows in
            for item in page.items {
                rows.row { row in
                    if item.isDamaged {
                        row.text(texts.people.damaged)
                    } else {
                        row.link(
                            item.name.isEmpty ? texts.people.unnamed : item.name,
                            to: PeopleURL.person(item.id).url
                        )
                    }
                    row.text(item.birthDate.isEmpty ? "–" : BirthText.short(item.birthDate, formats))
                    row.time(RelativeTime(item.changedAt, now: now, zone: zone), texts)
                    row.text(
                        item.owner == principalOrganization ? texts.people.ownedByUs : organizationName(item.owner)
                    )
                }
            }
        }
    }

    private func paging(_ texts: Texts) -> Paging {
        Paging(
            previous: page.hasNewer ? page.items.first.map { PeopleURL.newer(than: $0.id, box: query.box).url } : nil,
            next: page.hasOlder ? page.items.last.map { PeopleURL.older(than: $0.id, box: query.box).url } : nil
        )
    }
}

extension PeopleQuery.Box {
    func title(_ texts: Texts) -> String {
        switch self {
        case .all: texts.people.filterAll
        case .own: texts.people.filterOwn
        case .shared: texts.people.filterShared
        }
    }
}

/// Dates of birth as people write them, in the precision that is known.
enum BirthText {
    static func short(_ iso: String, _ formats: Formats) -> String {
        guard let date = PartialDate(iso: iso) else { return "" }
        return formats.date(year: date.year, month: date.month, day: date.day, relativeToYear: nil)
    }
}
