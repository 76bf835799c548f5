import Domain
import Journal
import Localization
import Markup
import Web

/// What was done, newest first.
struct JournalListPage {
    let log: OrganizationID
    let page: JournalPage
    let filter: JournalFilter
    let isFirst: Bool
    /// How many entries the log has in all.
    let size: Int
    /// The organisation's own staff.
    let names: [UserID: String]
    let verifierKey: String
    let zone: String
    let organizationName: @Sendable (OrganizationID) -> String

    /// What lets a partner prove later that nothing was cut off.
    private func checkpoint(_ texts: Texts) -> HTML {
        guard size > 0 else { return "" }
        let button = Button(texts.journal.checkpoint, .link(JournalURL.checkpoint), icon: .document)
        return """
            <section><h2>\(texts.journal.checkpointTitle)</h2><p>\(texts.journal.checkpointHint)</p>\(button.html)\
            <p class="muted">\(texts.journal.verifierKey) <code translate="no">\(verifierKey)</code></p></section>
            """
    }

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            texts.journal.title,
            details: "<p>\(texts.journal.lead) \(texts.journal.size(count: size))</p>"
        ).html(texts)
        let tabs = Tabs(
            texts.common.filter,
            JournalFilter.offered(for: log).map { offered in
                Tabs.Item(offered.title(texts), JournalURL.list(offered), isCurrent: offered == filter)
            }
        ).html(texts)
        return "\(header)\(tabs)\(table(texts))\(checkpoint(texts))"
    }

    private func table(_ texts: Texts) -> HTML {
        Table(
            texts.journal.caption,
            columns: [
                TableColumn(texts.journal.what, isHeading: true), TableColumn(texts.journal.when),
                TableColumn(texts.journal.who), TableColumn(texts.journal.record), TableColumn(texts.journal.place),
            ],
            paging: Paging(
                previous: isFirst ? nil : JournalURL.list(filter),
                next: page.next.map { JournalURL.list(filter, before: $0) }
            ),
            empty: EmptyState(texts.journal.emptyTitle, explanation: texts.journal.emptyBody, icon: .journal)
        ).html(texts) { rows in
            for entry in page.entries {
                rows.row { row in
                    row.text(entry.kind.title(texts))
                    // Whoever reads a journal wants the second, not "just now".
                    row.text(texts.formats.exactDateTime(milliseconds: entry.at.milliseconds, zone: zone))
                    row.text(who(entry, texts))
                    row.html(record(entry))
                    row.text(place(entry))
                }
            }
        }
    }

    /// One's own staff by name, others by their organisation.
    private func who(_ entry: JournalEntry, _ texts: Texts) -> String {
        guard let actor = entry.actor else {
            // Whoever failed to sign in is nobody yet.
            return entry.kind == .sessionRefused ? "" : texts.journal.program
        }
        if let name = names[actor] { return name }
        return entry.actorOrganization.map { organizationName($0) } ?? shortID(actor.text)
    }

    private func record(_ entry: JournalEntry) -> HTML {
        guard let subject = entry.subject else { return "" }
        if let name = names[subject.retagged()] { return HTML.isolated(name) }
        return "<code title=\"\(subject.text)\">\(shortID(subject.text))</code>"
    }

    private func place(_ entry: JournalEntry) -> String {
        (entry.counterpart ?? entry.actorOrganization).map { organizationName($0) } ?? ""
    }

    private func shortID(_ id: String) -> String { String(id.suffix(8)) }
}
