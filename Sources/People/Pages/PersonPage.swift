import Domain
import Journal
import Localization
import Markup
import Vault
import Web

/// What is recorded of a person, as far as the reader may see it.
struct PersonFacts {
    let details: PersonDetails

    func html(_ texts: Texts) -> HTML {
        let identity = details.identity
        var items: [DescriptionList.Item] = identity.names.enumerated().map { index, name in
            DescriptionList.Item(index == 0 ? texts.people.columnName : "", text: name.display, texts)
        }
        items.append(
            DescriptionList.Item(
                texts.people.birthDate,
                text: BirthText.short(identity.birthDate ?? "", texts.formats),
                texts
            )
        )
        items.append(DescriptionList.Item(texts.people.sex, text: Sex(rawValue: identity.sex)?.title(texts), texts))
        items.append(
            DescriptionList.Item(
                texts.people.citizenship,
                text: identity.citizenship.map { texts.formats.country($0) },
                texts
            )
        )
        if let phones = details.phones {
            items.append(DescriptionList.Item(texts.people.sectionPhones, list(phones.map(phone), texts)))
        }
        if let documents = details.documents {
            let lines = documents.map { document($0, texts) }
            items.append(DescriptionList.Item(texts.people.sectionDocuments, list(lines, texts)))
        }
        if let notes = details.notes {
            items.append(DescriptionList.Item(texts.people.sectionNotes, self.notes(notes, texts)))
        }
        return DescriptionList(items).html(texts)
    }

    private func phone(_ phone: PersonPhone) -> HTML {
        let note: HTML = phone.note.isEmpty ? "" : " <span class=\"muted\">\(HTML.isolated(phone.note))</span>"
        return "<a href=\"\(url: URLAttribute("tel:" + phone.number))\">\(phone.number)</a>\(note)"
    }

    private func document(_ document: PersonDocument, _ texts: Texts) -> HTML {
        let kind = DocumentKind(rawValue: document.kind)?.title(texts) ?? document.kind
        let state = DocumentState(rawValue: document.state) ?? .held
        let badge: HTML =
            state == .held ? "" : " \(Badge(state.title(texts), state == .withheld ? .danger : .due).html)"
        return "\(kind) \(HTML.isolated(document.number))\(badge)"
    }

    private func list(_ lines: [HTML], _ texts: Texts) -> HTML {
        guard !lines.isEmpty else { return "<span class=\"muted\">\(texts.common.notRecorded)</span>" }
        return "<ul class=\"bare\">\(HTML.each(lines) { "<li>\($0)</li>" })</ul>"
    }

    private func notes(_ notes: String, _ texts: Texts) -> HTML {
        guard !notes.isEmpty else { return "<span class=\"muted\">\(texts.common.notRecorded)</span>" }
        return "<div class=\"prose\"><bdi>\(notes)</bdi></div>"
    }
}

/// One person's page.
struct PersonPage {
    let person: Person
    let grants: [Grant]
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
        return """
            \(header)\(sharedNotice(texts))\(PersonFacts(details: person.details).html(texts))\(sharing(texts))\
            <p class="muted">\(texts.people.historyNote)</p>
            """
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
        return "<section><h2>\(texts.people.shareTitle)</h2>\(list.html(texts))</section>"
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
