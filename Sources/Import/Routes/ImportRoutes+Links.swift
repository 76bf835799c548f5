import Access
import Casework
import Database
import Domain
import Journal
import Localization
import Markup
import People
import Web

/// What was just done with a link, said on the page that follows.
enum LinkNews: String {
    case confirmed, back, again, changed

    func notice(_ texts: Texts) -> Notice {
        switch self {
        case .confirmed: Notice(.success, texts.imports.linkDoneConfirmed, isNews: true)
        case .back: Notice(.success, texts.imports.linkDoneBack, isNews: true)
        case .again: Notice(.success, texts.imports.linkDoneAgain, isNews: true)
        case .changed: Notice(.warning, texts.imports.linkChanged, isNews: true)
        }
    }
}

extension ImportRoutes {
    private var links: ImportLinks { ImportLinks(services: services, erasure: erasure) }

    /// One page of the links that an import made between rows and people.
    func showLinks(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(ImportEntity.self)
        let run = try await run(request, id)
        let (principal, links) = (request.principal, links)
        let typed = try request.query()
        let query = Self.linkQuery(typed)
        async let journalled: Void = desk.appender.record([store.leaf(.importReported, id, by: principal)])
        let found = try await desk.database.read(request.scope) { connection in
            let page = try links.page(query, of: id, for: principal, on: connection)
            let persons = Set(page.links.flatMap { [$0.person, $0.former].compactMap { $0 } })
            var cases: [CaseID: String] = [:]
            for caseID in Set(page.links.flatMap { [$0.caseID, $0.formerCase].compactMap { $0 } }) {
                cases[caseID] = try services.cases.brief(caseID, for: principal, on: connection)?.number
            }
            return (
                page: page, cases: cases,
                names: try services.people.brief(persons, for: principal, on: connection).mapValues(\.name)
            )
        }
        try await journalled
        let shown = ImportLinksPage(
            run: run,
            page: found.page,
            query: query,
            names: found.names,
            cases: found.cases,
            token: request.csrfToken,
            now: request.now,
            zone: desk.zone(principal)
        )
        return desk.page(
            request,
            title: request.texts.imports.linksTitle,
            active: ImportURL.list.url,
            notices: LinkNews(rawValue: typed["done"]).map { [$0.notice(request.texts)] } ?? [],
            isWide: true,
            content: shown.html(request.texts)
        )
    }

    /// Confirms a link, takes it back or makes it again.
    func changeLink(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(ImportEntity.self)
        _ = try await run(request, id)
        let (principal, links) = (request.principal, links)
        let form = try await request.form()
        guard let contact = ContactID(form["contact"]), let act = LinkAct(rawValue: form["do"]) else {
            throw WebError.badRequest(.form)
        }
        var news = act.news
        do {
            try await desk.database.write(request.scope) { connection in
                switch act {
                case .confirm: try links.confirm(contact, of: id, by: principal, on: connection)
                case .takeBack: try links.takeBack(contact, of: id, by: principal, on: connection)
                case .again: try links.linkAgain(contact, of: id, by: principal, on: connection)
                }
            }
        } catch LinkError.notFound {
            throw WebError.notFound
        } catch LinkError.changed {
            news = .changed
        }
        let back = Self.linkQuery(form).fields + [(name: "done", value: news.rawValue)]
        return .seeOther(ImportURL.linkPage(id, back).url)
    }

    private static func linkQuery(_ typed: FormData) -> LinkQuery {
        LinkQuery(
            reason: typed.trimmedOrNil("reason").map { String($0.prefix(60)) },
            state: LinkState(rawValue: typed["state"]),
            after: ContactID(typed["after"])
        )
    }
}

/// What is done with a link, as the page's buttons say it.
enum LinkAct: String {
    case confirm
    case takeBack = "take_back"
    case again

    var news: LinkNews {
        switch self {
        case .confirm: .confirmed
        case .takeBack: .back
        case .again: .again
        }
    }
}

extension LinkQuery {
    /// As it stands in an address.
    var fields: [(name: String, value: String)] {
        [("reason", reason), ("state", state?.rawValue), ("after", after?.text)].compactMap { name, value in
            value.map { (name: name, value: $0) }
        }
    }
}
