import Domain
import Localization
import Markup
import Vault
import Web

/// What erasing a person will do, and the button that does it.
struct ErasePage {
    let person: Person
    let holders: Int
    /// What records that were united with it were called; they go with it.
    let merged: [String]
    let token: String

    func html(_ texts: Texts) -> HTML {
        let name = person.details.displayName.isEmpty ? texts.people.unnamed : person.details.displayName
        let header = PageHeader(
            texts.people.eraseTitle,
            breadcrumbs: [
                Breadcrumbs.Item(texts.people.title, PeopleURL.list.url),
                Breadcrumbs.Item(name, PeopleURL.person(person.id).url),
            ]
        ).html(texts)
        let shared: HTML = holders == 0 ? "" : "<p>\(texts.people.eraseShared(count: holders))</p>"
        let names = merged.map { SuspectsPage.name($0, texts).isolatedPlainText }
        let united: HTML =
            merged.isEmpty ? "" : "<p>\(texts.people.eraseMerged(names: texts.formats.list(names)))</p>"
        let buttons = Toolbar([
            Button(texts.people.eraseConfirm, style: .destructive, about: name),
            Button(texts.common.cancel, .link(PeopleURL.person(person.id).url), style: .secondary),
        ]).html(texts)
        let form = Form(PeopleURL.erase(person.id).url, token: token, content: buttons).html(texts)
        let notice = Notice(.danger, texts.people.eraseBody, content: "\(shared)\(united)").html(texts)
        return "\(header)<p class=\"strong\">\(HTML.isolated(name))</p>\(notice)\(form)"
    }
}

/// The certificate of an erasure: ids and instants only, no name.
struct ErasureCertificatePage {
    let certificate: ErasureCertificate
    /// Those of records that were united with it.
    let merged: [ErasureCertificate]
    /// Cases of several people that stay.
    let remaining: [String]
    let zone: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            texts.people.erasedTitle,
            breadcrumbs: [Breadcrumbs.Item(texts.people.title, PeopleURL.list.url)]
        ).html(texts)
        let entry = certificate.entry
        let formats = texts.formats
        let others = merged.map { other in
            DescriptionList.Item(
                texts.people.certificateMerged,
                text: "\(other.entry.record.text) (\(other.entry.keyIdentifier))",
                texts
            )
        }
        let facts = DescriptionList(
            [
                DescriptionList.Item(texts.people.certificateRecord, text: entry.record.text, texts),
                DescriptionList.Item(
                    texts.people.certificateAt,
                    text: formats.exactDateTime(milliseconds: entry.at.milliseconds, zone: zone),
                    texts
                ),
                DescriptionList.Item(
                    texts.people.certificateKeys,
                    text: "\(formats.number(certificate.wrapsDestroyed)) (\(entry.keyIdentifier))",
                    texts
                ),
                DescriptionList.Item(
                    texts.people.certificateBackups,
                    text: formats.exactDateTime(
                        milliseconds: certificate.backupsUnreadableFrom.milliseconds,
                        zone: zone
                    ),
                    texts
                ),
            ] + others
        ).html(texts)
        let cases: HTML =
            remaining.isEmpty
            ? ""
            : Notice(.warning, texts.people.certificateRemaining(cases: formats.list(remaining))).html(texts)
        return "\(header)\(cases)\(facts)<p>\(texts.people.certificateHint)</p>"
    }
}
