import Domain
import Localization
import Markup
import Web

/// What must be said before a guide is read: another language, words nobody checked, another country.
struct GuideMarks {
    let found: FoundGuide
    let country: String?

    func html(_ texts: Texts) -> HTML {
        var notices: [Notice] = []
        let guide = found.guide
        if found.isOtherLanguage {
            let language = texts.formats.languageName(guide.language)
            notices.append(Notice(.warning, texts.guides.otherLanguage(language: language)))
        } else if !texts.isReviewed {
            notices.append(Notice(.info, texts.guides.unreviewed))
        }
        if let country, !guide.countries.contains(country) {
            let names = texts.formats.list(guide.countries.map { texts.formats.country($0) })
            notices.append(Notice(.warning, texts.guides.otherCountry(countries: names)))
        }
        return HTML.each(notices) { $0.html(texts) }
    }
}

/// The emergency numbers of a country, as links that ring.
struct GuideEmergency {
    let content: ContentLibrary
    let country: String

    func html(_ texts: Texts) -> HTML {
        guard let emergency = content.emergency.numbers(country: country) else {
            return "<p class=\"muted\">\(texts.guides.noEmergency)</p>"
        }
        let numbers = HTML.each(emergency.numbers) { number in
            let digits = number.number.filter { $0.isNumber || $0 == "+" }
            return """
                <li><a class="strong" href="\(url: URLAttribute("tel:" + digits))">\(number.number)</a> \
                \(number.what.text(texts.language))</li>
                """
        }
        let date = GuideDate.text(emergency.checked, texts)
        return """
            <section class="card"><h2>\(texts.guides.emergency(country: texts.formats.country(country)))</h2>\
            <ul class="bare">\(numbers)</ul>\
            <p class="muted">\(emergency.source). \(texts.guides.checked(date: date))</p></section>
            """
    }
}

/// The rules for a citizenship in a country: those about the problem in sight, the others folded.
struct GuideRules {
    let page: GuidePage

    func html(_ texts: Texts) -> HTML {
        let rules = page.content.rules.rules(
            nationality: page.citizenship,
            destination: page.country,
            on: page.today
        )
        let topics = [page.problem.code, page.problem.parent].compactMap { $0?.rawValue }
        let near = rules.filter { topics.contains($0.topic) }
        let other = rules.filter { !topics.contains($0.topic) }
        let title = texts.guides.rules(
            citizenship: texts.formats.country(page.citizenship),
            country: texts.formats.country(page.country)
        )
        let body: HTML =
            near.isEmpty ? "<p>\(texts.guides.noRules)</p>" : "<ul>\(HTML.each(near) { entry($0, texts) })</ul>"
        let more: HTML =
            other.isEmpty
            ? ""
            : """
            <details><summary>\(texts.guides.rulesOther)</summary>\
            <ul>\(HTML.each(other) { entry($0, texts) })</ul></details>
            """
        return "<section><h2>\(title)</h2>\(body)\(more)</section>"
    }

    private func entry(_ rule: Rule, _ texts: Texts) -> HTML {
        let mark =
            rule.certainty == .certain
            ? Badge(texts.guides.ruleCertain, .done) : Badge(texts.guides.ruleCheck, .due)
        let source: HTML =
            rule.source.url.map {
                "<a href=\"\(url: URLAttribute($0))\" rel=\"noopener noreferrer\">\(rule.source.title)</a>"
            } ?? "\(rule.source.title)"
        return """
            <li>\(rule.text.text(texts.language)) \(mark.html)<br/><span class="muted"><bdi>\(source)</bdi>, \
            \(rule.source.date); \(texts.guides.ruleSince(date: GuideDate.text(rule.from, texts))); \
            \(texts.guides.checked(date: GuideDate.text(rule.checked, texts)))</span></li>
            """
    }
}
