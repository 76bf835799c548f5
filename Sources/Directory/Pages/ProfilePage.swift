import Domain
import Localization
import Markup
import Web

/// An organisation with its places and services; with the means to change them when it is one's own.
struct ProfilePage {
    let name: String
    let entry: OrganizationDirectory.Entry
    let sites: [Site]
    let offers: [ServiceOffer]
    let isOwn: Bool
    let now: Instant
    let zone: String
    let token: String
    let serviceTitle: (String) -> String

    func html(_ texts: Texts) -> HTML {
        let actions =
            isOwn
            ? [
                Button(texts.directory.addSite, .link(DirectoryURL.newSite.url), style: .quiet, icon: .plus),
                Button(texts.directory.addService, .link(DirectoryURL.newService.url), style: .primary, icon: .plus),
            ] : []
        let header = PageHeader(
            name,
            breadcrumbs: [Breadcrumbs.Item(texts.directory.title, DirectoryURL.finder.url)],
            details: marks(texts),
            actions: actions
        ).html(texts)
        guard !sites.isEmpty else {
            return "\(header)\(empty(texts))"
        }
        return "\(header)\(HTML.each(sites) { site(texts, $0) })"
    }

    private func empty(_ texts: Texts) -> HTML {
        EmptyState(
            isOwn ? texts.directory.noSites : texts.directory.emptyTitle,
            explanation: isOwn ? texts.directory.noSitesBody : "",
            icon: .organization
        ).html(texts)
    }

    private func marks(_ texts: Texts) -> HTML {
        let state: HTML = entry.isStateRecipient ? Badge(texts.directory.state, .due).html : ""
        let pending: HTML = entry.isAdmitted ? "" : Badge(texts.directory.pending, .due).html
        let practice: HTML = entry.isPractice ? Badge(texts.directory.isPractice, .due).html : ""
        return "\(state)\(pending)\(practice)"
    }

    private func site(_ texts: Texts, _ site: Site) -> HTML {
        let list = DescriptionList(
            [
                (texts.directory.city, "\(site.city), \(texts.formats.country(site.country))"),
                (texts.directory.address, site.address.isEmpty ? "–" : site.address),
                (texts.directory.phone, site.phone.isEmpty ? "–" : site.phone),
                (texts.directory.hours, site.state(at: now).title(texts, zone: zone)),
            ].map { DescriptionList.Item($0.0, "\($0.1)") }
        ).html(texts)
        let services = offers.filter { $0.site == site.id }
        let own: HTML =
            isOwn
            ? """
            <div class="toolbar">\(Button(texts.directory.edit, .link(DirectoryURL.site(site.id).url)).html)\
            \(remove(DirectoryURL.removeSite(site.id), texts))</div>
            """ : ""
        return """
            <section><h2>\(site.name)</h2>\(list)<h3>\(texts.directory.services)</h3>\
            <ul>\(HTML.each(services) { service(texts, $0) })</ul>\(own)</section>
            """
    }

    private func service(_ texts: Texts, _ offer: ServiceOffer) -> HTML {
        let languages = texts.formats.list(offer.languages.map { texts.formats.languageName($0) })
        let woman: HTML = offer.hasWomanLawyer ? " · \(texts.directory.womanLawyer)" : ""
        let places: HTML =
            offer.freePlaces(at: now).map { " · \(texts.directory.places(count: $0))" } ?? ""
        let own: HTML =
            isOwn
            ? " <a href=\"\(url: DirectoryURL.service(offer.id).url)\">\(texts.directory.edit)</a>\(remove(DirectoryURL.removeService(offer.id), texts))"
            : ""
        return
            "<li>\(serviceTitle(offer.service)) · \(offer.fee.title(texts)) · \(languages)\(woman)\(places)\(own)</li>"
    }

    private func remove(_ url: DirectoryURL, _ texts: Texts) -> HTML {
        Form(url.url, token: token, kind: "plain", content: Button(texts.directory.remove, style: .quiet).html)
            .html(texts)
    }
}
