import Domain
import Journal
import Localization
import Markup
import Vault
import Web

/// One person's page.
struct PersonPage {
    let person: Person
    let grants: [Grant]
    let cases: [CaseBrief]
    let contacts: [ContactBrief]
    /// Records that were united with this one, the latest first.
    let merges: [MergeBrief]
    let problemTitle: @Sendable (ProblemCode, _ language: String) -> String
    let isOwn: Bool
    let mayWrite: Bool
    let mayShare: Bool
    let mayErase: Bool
    let token: String
    let now: Instant
    let zone: String
    let organizationName: @Sendable (OrganizationID) -> String

    func html(_ texts: Texts) -> HTML {
        let name = person.details.displayName
        var actions: [Button] = []
        if mayWrite {
            actions.append(Button(texts.people.edit, .link(PeopleURL.edit(person.id).url), style: .primary))
            actions.append(
                Button(texts.people.suspectsTitle, .link(PeopleURL.suspects(of: person.id, after: nil).url))
            )
        }
        if mayShare { actions.append(Button(texts.people.share, .link(PeopleURL.share(person.id).url))) }
        if mayErase {
            actions.append(
                Button(texts.people.erase, .link(PeopleURL.erase(person.id).url), style: .destructive)
            )
        }
        let header = PageHeader(
            name.isEmpty ? texts.people.unnamed : name,
            breadcrumbs: [Breadcrumbs.Item(texts.people.title, PeopleURL.list.url)],
            details: """
                \(texts.people.columnChanged): \(RelativeTime(person.changedAt, now: now, zone: zone).html(texts))
                """,
            actions: actions
        ).html(texts)
        let warnings = PersonWarnings(
            details: person.details,
            isImported: person.isImported && isOwn,
            now: now,
            zone: zone
        ).html(texts)
        let facts = PersonFacts(details: person.details, today: CivilDate(at: now, zone: zone)).html(texts)
        let united = MergedRecords(person: person.id, merges: merges, mayUndo: mayWrite, now: now, zone: zone).html(
            texts
        )
        return """
            \(header)\(warnings)\(sharedNotice(texts))\(facts)\(story(texts))\(sharing(texts))\(united)\
            <p class="muted">\(texts.people.historyNote)</p>
            """
    }

    /// What other rooms know: cases and contacts.
    private func story(_ texts: Texts) -> HTML {
        let cases = cases.map { brief -> HTML in
            let problem = brief.problem.map { problemTitle($0, texts.language) } ?? ""
            return """
                <a href="\(url: URLAttribute.path("cases", brief.id.text))">\(brief.number)</a> \
                \(Badge(brief.status.title(texts), brief.status.isOpen ? .active : .done).html) \
                <span class="muted">\(problem) · \
                \(RelativeTime(brief.changedAt, now: now, zone: zone).html(texts))</span>
                """
        }
        let contacts = contacts.map { brief -> HTML in
            """
            <a href="\(url: URLAttribute.path("hotline", "contacts", brief.id.text))">\
            \(RelativeTime(brief.occurredAt, now: now, zone: zone).html(texts))</a> \
            \(brief.channel.title(texts)) <span class="muted">\(HTML.isolated(brief.summary))</span>
            """
        }
        return "\(block(texts.people.casesTitle, cases))\(block(texts.people.contactsTitle, contacts))"
    }

    private func block(_ title: String, _ lines: [HTML]) -> HTML {
        guard !lines.isEmpty else { return "" }
        return "<section><h2>\(title)</h2><ul class=\"bare\">\(HTML.each(lines) { "<li>\($0)</li>" })</ul></section>"
    }

    private func sharedNotice(_ texts: Texts) -> HTML {
        guard !isOwn, let grant = grants.first else { return "" }
        let until = texts.formats.dateTime(milliseconds: grant.expiresAt.milliseconds, zone: zone)
        return Notice(
            .info,
            texts.people.sharedByOther(organization: organizationName(person.owner), date: until)
        ).html(texts)
    }

    private func sharing(_ texts: Texts) -> HTML {
        guard isOwn else { return "" }
        let list = GrantList(
            person: person.id,
            grants: grants,
            token: token,
            mayRevoke: mayShare,
            zone: zone,
            organizationName: organizationName
        )
        return "<section><h2>\(texts.people.shareTitle)</h2>\(list.html(texts))\(network(texts))</section>"
    }

    /// The button for asking the network, where the person agreed to it.
    private func network(_ texts: Texts) -> HTML {
        guard mayShare, person.details.safety?.recognition?.isLive == true else { return "" }
        let form = Form(
            PeopleURL.networkMatch(person.id).url,
            token: token,
            kind: "plain",
            content: Button(texts.people.networkAsk).html
        ).html(texts)
        return "\(form)<p class=\"muted\">\(texts.people.networkNote)</p>"
    }
}

/// Who can see a person's record now, and the button that ends it.
struct GrantList {
    let person: PersonID
    let grants: [Grant]
    let token: String
    let mayRevoke: Bool
    let zone: String
    let organizationName: @Sendable (OrganizationID) -> String

    func html(_ texts: Texts) -> HTML {
        guard !grants.isEmpty else { return "<p>\(texts.people.shareNobody)</p>" }
        return Table(
            texts.people.shareTitle,
            columns: [
                TableColumn(texts.people.shareWith, isHeading: true), TableColumn(texts.people.shareGroups),
                TableColumn(texts.people.sharePurpose), TableColumn(texts.people.shareUntil),
                TableColumn(texts.people.revoke, hidesTitle: true),
            ]
        ).html(texts) { rows in
            for grant in grants {
                rows.row { row in
                    row.text(organizationName(grant.recipient))
                    row.text(texts.formats.list(grant.groups.groups.map { PersonGroups.title($0, texts) }))
                    row.text(SharingPurpose(rawValue: grant.purpose)?.title(texts) ?? grant.purpose)
                    row.text(texts.formats.dateTime(milliseconds: grant.expiresAt.milliseconds, zone: zone))
                    row.html(mayRevoke ? revoke(grant, texts) : "")
                }
            }
        }
    }

    private func revoke(_ grant: Grant, _ texts: Texts) -> HTML {
        Form(
            PeopleURL.revoke(person, grant.id).url,
            token: token,
            kind: "plain",
            content: Button(
                texts.people.revoke,
                style: .destructive,
                about: organizationName(grant.recipient)
            ).html
        ).html(texts)
    }
}
