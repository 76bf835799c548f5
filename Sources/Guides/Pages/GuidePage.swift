import Domain
import Localization
import Markup
import Web

/// A problem's page: danger, what to do, the law with its date, who helps; made to be read out and to be printed.
struct GuidePage {
    let content: ContentLibrary
    let problem: Problem
    let found: FoundGuide?
    /// Where the person is.
    let country: String
    let citizenship: String
    let today: CivilDate

    func html(_ texts: Texts) -> HTML {
        """
        \(header(texts))\(choice(texts))\
        \(GuideEmergency(content: content, country: country).html(texts))\
        \(guide(texts))\(GuideRules(page: self).html(texts))\(plan(texts))\(questions(texts))\(services(texts))\
        \(narrower(texts))
        """
    }

    private func header(_ texts: Texts) -> HTML {
        let risk: HTML =
            problem.risk == .normal
            ? "" : "\(Badge(problem.risk.title(texts), problem.risk == .high ? .danger : .due).html) "
        let title = problem.names.text(texts.language)
        return """
            \(PageHeader(
                title,
                breadcrumbs: [.init(texts.guides.title, GuidesURL.list.url)],
                details: "\(risk)\(problem.family.title(texts))"
            ).html(texts))\
            <div class="toolbar"><button type="button" class="button secondary" hidden="" data-print="">\
            \(Icon.print.html) \(texts.common.print)</button></div>
            """
    }

    private func choice(_ texts: Texts) -> HTML {
        let countries = content.places.countries.map(\.code)
        func options(_ first: [String]) -> [FieldOption] {
            let codes = first + countries.filter { !first.contains($0) }
            return codes.map { FieldOption($0, texts.formats.country($0)) }
        }
        let corridor = CountryCode.corridor.map(\.code)
        let country = SelectField(
            "country",
            label: texts.guides.country,
            options: options(["RU", "KZ"]),
            value: country,
            placeholder: "",
            width: .medium
        )
        let citizenship = SelectField(
            "citizenship",
            label: texts.guides.citizenship,
            options: options(corridor),
            value: citizenship,
            placeholder: "",
            width: .medium
        )
        return """
            <form method="get" action="\(url: GuidesURL.problem(problem.code).url)" class="form inline filters" novalidate="">\
            \(country.html(texts))\(citizenship.html(texts))\(Button(texts.guides.show).html)</form>
            """
    }

    private func guide(_ texts: Texts) -> HTML {
        guard let found else { return Notice(.info, texts.guides.noGuide).html(texts) }
        let guide = found.guide
        let sections = HTML.each(GuideSection.allCases) { section -> HTML in
            guard let body = guide.section(section) else { return "" }
            return "<section><h2>\(section.title(texts))</h2><div lang=\"\(guide.language)\">\(body)</div></section>"
        }
        return """
            <article>\(GuideMarks(found: found, country: country).html(texts))\
            <p class="strong" lang="\(guide.language)">\(guide.title)</p>\(sections)\(sources(guide, texts))</article>
            """
    }

    private func sources(_ guide: Guide, _ texts: Texts) -> HTML {
        let items = HTML.each(guide.sources) { source -> HTML in
            let title: HTML =
                source.url.map {
                    "<a href=\"\(url: URLAttribute($0))\" rel=\"noopener noreferrer\">\(source.title)</a>"
                }
                ?? "\(source.title)"
            return "<li><bdi>\(title)</bdi>, <bdi>\(source.publisher)</bdi>, \(source.date)</li>"
        }
        return """
            <section><h2>\(texts.guides.sources)</h2><ul>\(items)</ul>\
            <p class="muted">\(texts.guides.checked(date: GuideDate.text(guide.checked, texts))), \
            \(texts.guides.version(version: String(guide.version)))</p></section>
            """
    }

    private func plan(_ texts: Texts) -> HTML {
        guard !problem.plan.isEmpty else { return "" }
        let steps = HTML.each(problem.plan) { step -> HTML in
            let gate: HTML? =
                step.authority == nil ? nil : " \(Badge(texts.guides.planAuthority, .due).html)"
            let day = texts.guides.planDay(day: String(step.offsetDays))
            return "<li>\(step.title.text(texts.language)) <span class=\"muted\">\(day)</span>\(gate)</li>"
        }
        return "<section><h2>\(texts.guides.plan)</h2><ol>\(steps)</ol></section>"
    }

    private func questions(_ texts: Texts) -> HTML {
        let language = texts.language
        return HTML.each(content.screening.screenings(for: [problem.code], in: content.problems)) { screening in
            """
            <details><summary>\(texts.guides.ask): \(screening.names.text(language))</summary>\
            <ol>\(HTML.each(screening.questions) { "<li>\($0.text.text(language))</li>" })</ol>\
            <p>\(screening.advice.text(language))</p></details>
            """
        }
    }

    private func services(_ texts: Texts) -> HTML {
        let names = problem.services.map { content.services.name($0, texts.language) }
        return """
            <section><h2>\(texts.guides.services)</h2>\
            <ul>\(HTML.each(names) { "<li>\($0)</li>" })</ul></section>
            """
    }

    private func narrower(_ texts: Texts) -> HTML {
        let children = content.problems.children(of: problem.code)
        guard !children.isEmpty else { return "" }
        let links = HTML.each(children) { child in
            "<li><a href=\"\(url: GuidesURL.problem(child.code).url)\">\(child.names.text(texts.language))</a></li>"
        }
        return "<section><h2>\(texts.guides.narrower)</h2><ul class=\"bare\">\(links)</ul></section>"
    }
}

extension GuideSection {
    /// The section's heading in the reader's language.
    func title(_ texts: Texts) -> String {
        switch self {
        case .danger: texts.guides.sectionDanger
        case .now: texts.guides.sectionNow
        case .law: texts.guides.sectionLaw
        case .who: texts.guides.sectionWho
        }
    }
}

/// Days of the content as people write them.
enum GuideDate {
    static func text(_ day: CivilDate, _ texts: Texts) -> String {
        texts.formats.date(year: day.date.year, month: day.date.month, day: day.date.day)
    }
}
