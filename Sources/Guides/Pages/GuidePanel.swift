public import Domain
public import Localization
public import Markup
public import Web

/// A guide beside a form: what is dangerous, what to do now, and the way to the whole of it.
public struct GuidePanel: Component {
    public var content: ContentLibrary
    public var problem: ProblemCode
    /// Where the person is, when it is known.
    public var country: String?

    public init(content: ContentLibrary, problem: ProblemCode, country: String?) {
        self.content = content
        self.problem = problem
        self.country = country
    }

    public func html(_ texts: Texts) -> HTML {
        let found =
            content.guides.guide(problem, language: texts.language, country: country)
            ?? content.guides.guide(problem, language: texts.language)
        let body = found.map { advice($0, texts) } ?? steps(texts)
        let emergency: HTML =
            country.map { GuideEmergency(content: content, country: $0).html(texts) } ?? ""
        return "<h2>\(content.problems.name(problem, texts.language))</h2>\(body)\(link(texts))\(emergency)"
    }

    private func advice(_ found: FoundGuide, _ texts: Texts) -> HTML {
        let guide = found.guide
        let steps = HTML.each(guide.steps) { "<li>\($0)</li>" }
        return """
            \(GuideMarks(found: found, country: country).html(texts))\
            <details\(attribute: "open", content.problems[problem]?.risk == .high)>\
            <summary>\(texts.guides.sectionDanger)</summary>\
            <div lang="\(guide.language)">\(guide.section(.danger))</div></details>\
            <h3>\(texts.guides.sectionNow)</h3><ol lang="\(guide.language)">\(steps)</ol>\
            <p class="muted">\(texts.guides.checked(date: GuideDate.text(guide.checked, texts)))</p>
            """
    }

    /// Without a guide, the usual steps are what there is.
    private func steps(_ texts: Texts) -> HTML {
        let plan = content.problems[problem]?.plan ?? []
        let steps = HTML.each(plan) { "<li>\($0.title.text(texts.language))</li>" }
        let list: HTML = plan.isEmpty ? "" : "<ol>\(steps)</ol>"
        return "<p class=\"muted\">\(texts.guides.noGuide)</p>\(list)"
    }

    private func link(_ texts: Texts) -> HTML {
        let url =
            country.map { GuidesURL.problemIn(problem, country: $0, citizenship: nil).url }
            ?? GuidesURL.problem(problem).url
        return "<p><a href=\"\(url: url)\">\(texts.guides.openFull)</a></p>"
    }
}
