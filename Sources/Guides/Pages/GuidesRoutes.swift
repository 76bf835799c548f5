import Access
import Domain
import Localization
import Markup
public import Web

/// The pages of the guides: what to know and do about each problem.
public struct GuidesRoutes: Sendable {
    let desk: Desk
    let content: ContentLibrary

    public init(desk: Desk, content: ContentLibrary) {
        self.desk = desk
        self.content = content
    }

    /// Adds the room's routes to the table.
    public func register(in routes: inout RouteTable) {
        routes.get("guides", access: .right(.contactsRead)) { try list($0) }
        routes.get("guides/:problem", access: .right(.contactsRead)) { try show($0) }
    }

    private func list(_ request: TenantRequest) throws -> WebResponse {
        let typed = String(try request.query().trimmed("q").prefix(200))
        let texts = request.texts
        let hits = typed.isEmpty ? nil : content.problems.search(typed, languages: [texts.language], limit: 12)
        let page = GuidesListPage(content: content, typed: typed, hits: hits)
        return desk.page(request, title: texts.guides.title, active: GuidesURL.list.url, content: page.html(texts))
    }

    private func show(_ request: TenantRequest) throws -> WebResponse {
        let code = try request.parameters.code(ProblemCode.self, "problem")
        guard let problem = content.problems[code] else { throw WebError.notFound }
        let query = try request.query()
        let country = try self.country(query, "country")
        let citizenship = try self.country(query, "citizenship")
        let page = GuidePage(
            content: content,
            problem: problem,
            found: content.guides.guide(code, language: request.texts.language, country: country)
                ?? content.guides.guide(code, language: request.texts.language),
            country: country ?? "RU",
            citizenship: citizenship ?? "KG",
            today: CivilDate(at: request.now, zone: desk.organizations.zone(request.principal.organization))
        )
        return desk.page(
            request,
            title: content.problems.name(code, request.texts.language),
            active: GuidesURL.list.url,
            content: page.html(request.texts)
        )
    }

    private func country(_ query: FormData, _ name: String) throws -> String? {
        guard let text = query.trimmedOrNil(name) else { return nil }
        guard let country = CountryCode(text) else { throw WebError.badRequest(.parameter) }
        return country.code
    }
}
