import Domain
import Guides
import Localization
import Markup
import Web

/// Contacts as rows.
struct ContactTable {
    /// What an empty list offers.
    enum Action {
        case new
    }

    let items: [ContactListItem]
    let content: ContentLibrary
    let names: [UserID: String]
    let now: Instant
    let zone: String
    var filters: HTML = ""
    var paging = Paging()

    func html(_ texts: Texts, action: Action?) -> HTML {
        var table = Table(
            texts.hotline.tabContacts,
            columns: [
                TableColumn(texts.hotline.number, isHeading: true), TableColumn(texts.hotline.when),
                TableColumn(texts.hotline.channel), TableColumn(texts.hotline.problem),
                TableColumn(texts.hotline.summary), TableColumn(texts.hotline.outcome),
                TableColumn(texts.hotline.takenBy),
            ],
            empty: EmptyState(
                texts.hotline.noContacts,
                explanation: texts.hotline.noContactsNext,
                action: action == nil
                    ? nil : Button(texts.hotline.newContact, .link(HotlineURL.newContact.url), icon: .plus),
                icon: .phone
            )
        )
        table.filters = filters
        table.paging = paging
        return table.html(texts) { rows in
            for item in items {
                rows.row { row in
                    row.link("№\u{A0}\(item.number)", to: HotlineURL.contact(item.id).url)
                    row.time(RelativeTime(item.occurredAt, now: now, zone: zone), texts)
                    row.text(item.channel.title(texts) + (item.direction == .outgoing ? " →" : ""))
                    row.html(problem(item, texts))
                    row.text(item.isDamaged ? texts.hotline.damaged : item.headline)
                    row.html(outcome(item, texts))
                    row.text(names[item.takenBy] ?? texts.hotline.colleague)
                }
            }
        }
    }

    private func problem(_ item: ContactListItem, _ texts: Texts) -> HTML {
        let name = item.problem.map { content.problems.name($0, texts.language) } ?? ""
        let badge: HTML? =
            switch item.urgency {
            case .normal: nil
            case .urgent: Badge(item.urgency.title(texts), .due).html
            case .emergency: Badge(item.urgency.title(texts), .danger).html
            }
        return "\(name) \(badge)\(item.isImported ? Badge(texts.hotline.imported).html : "")"
    }

    private func outcome(_ item: ContactListItem, _ texts: Texts) -> HTML {
        let title = item.outcome?.title(texts) ?? texts.common.notRecorded
        return item.state == .waiting ? Badge(title, .due).html : "\(title)"
    }
}
