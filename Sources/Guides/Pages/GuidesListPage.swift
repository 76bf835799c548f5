import Domain
public import Localization
import Markup
import Web

/// The problems by family, and what a typed word finds among them.
struct GuidesListPage {
    let content: ContentLibrary
    let typed: String
    /// `nil` when nothing was looked for.
    let hits: [ProblemHit]?

    func html(_ texts: Texts) -> HTML {
        """
        \(PageHeader(texts.guides.title).html(texts))\(search(texts))\(results(texts))\
        \(HTML.each(ProblemFamily.allCases) { family($0, texts) })
        """
    }

    /// A form by GET: a problem's word names nobody, and the page can be kept and sent on.
    private func search(_ texts: Texts) -> HTML {
        let field = TextField(
            "q",
            label: texts.guides.searchLabel,
            value: typed,
            hint: texts.guides.searchHint,
            maximumLength: 200,
            width: .medium
        )
        return """
            <form method="get" action="\(url: GuidesURL.list.url)" role="search" class="form inline filters" novalidate="">\
            \(field.html(texts))\(Button(texts.common.search, icon: .search).html)</form>
            """
    }

    private func results(_ texts: Texts) -> HTML {
        guard let hits else { return "" }
        guard !hits.isEmpty else {
            return EmptyState(texts.guides.nothingFound, explanation: texts.guides.nothingFoundHint, icon: .search)
                .html(texts)
        }
        return """
            <section aria-label="\(texts.guides.results)"><h2>\(texts.guides.results)</h2>\
            <ul class="bare">\(HTML.each(hits) { entry($0.problem, hint: $0.matched, texts) })</ul></section>
            """
    }

    private func family(_ family: ProblemFamily, _ texts: Texts) -> HTML {
        let problems = content.problems.problems(in: family)
        return """
            <section><h2>\(family.title(texts))</h2>\
            <ul class="bare">\(HTML.each(problems) { entry($0, hint: nil, texts) })</ul></section>
            """
    }

    private func entry(_ problem: Problem, hint: String?, _ texts: Texts) -> HTML {
        let name = problem.names.text(texts.language)
        let found: HTML? = hint.flatMap { $0 == name ? nil : " <span class=\"muted\"><bdi>\($0)</bdi></span>" }
        let guide: HTML? =
            content.guides.problems.contains(problem.code) ? " \(Badge(texts.guides.hasGuide, .done).html)" : nil
        let risk: HTML? = problem.risk == .high ? " \(Badge(problem.risk.title(texts), .danger).html)" : nil
        return "<li><a href=\"\(url: GuidesURL.problem(problem.code).url)\">\(name)</a>\(found)\(risk)\(guide)</li>"
    }
}

extension ProblemFamily {
    /// The family in the words of the reader's language.
    public func title(_ texts: Texts) -> String {
        switch self {
        case .status: texts.guides.familyStatus
        case .labour: texts.guides.familyLabour
        case .freedom: texts.guides.familyFreedom
        case .safety: texts.guides.familySafety
        case .health: texts.guides.familyHealth
        case .family: texts.guides.familyFamily
        case .social: texts.guides.familySocial
        case .journey: texts.guides.familyJourney
        }
    }
}
