import Directory
import Domain
import Guides
import Localization
import Markup
import Web

/// The guide beside the form, and who can help now.
struct ConsoleHelp {
    let page: ConsolePage

    func html(_ texts: Texts) -> HTML {
        guard let primary = page.state.problemCodes.first else {
            return "<section class=\"card\"><p class=\"muted\">\(texts.hotline.helpEmpty)</p></section>"
        }
        return "\(guide(primary, texts))\(offers(texts))"
    }

    private func guide(_ problem: ProblemCode, _ texts: Texts) -> HTML {
        let found = page.content.guides.guide(problem, language: texts.language, country: page.model.country)
        let panel = GuidePanel(content: page.content, problem: problem, country: page.model.country).html(texts)
        let given: HTML? = found.map { found in
            CheckboxField(
                "advice",
                label: texts.hotline.adviceGiven,
                value: found.guide.reference,
                isChecked: page.state.advice.contains(found.guide.reference)
            ).html(texts)
        }
        return "<section class=\"card\" aria-label=\"\(texts.hotline.guide)\">\(panel)\(given)</section>"
    }

    private func offers(_ texts: Texts) -> HTML {
        guard !page.model.offers.isEmpty else { return "" }
        let lines = HTML.each(page.model.offers) { found in
            let name = page.organizationName(found.offer.organization)
            let service = page.content.services.name(found.offer.service, texts.language)
            let phone: HTML? =
                found.site.phone.isEmpty
                ? nil : " <a href=\"\(url: URLAttribute("tel:" + found.site.phone))\">\(found.site.phone)</a>"
            return """
                <li><strong><bdi>\(name)</bdi></strong> <span class="muted">\(service)</span> \
                <bdi>\(found.site.city)</bdi>\(phone) \
                \(open(found.state, texts))\
                \(found.offer.fee == .free ? Badge(texts.hotline.free, .done).html : "")\
                \(found.mayEndanger ? Badge(texts.hotline.mayEndanger, .danger).html : "")\
                \(found.isStateRecipient ? Badge(texts.hotline.stateBody, .due).html : "")</li>
                """
        }
        return """
            <section class="card" aria-label="\(texts.hotline.whoHelps)"><h2>\(texts.hotline.whoHelps)</h2>\
            <ul class="bare">\(lines)</ul></section>
            """
    }

    private func open(_ state: OpenState, _ texts: Texts) -> HTML {
        guard case .open(let until) = state else { return Badge(texts.hotline.closedNow).html }
        guard let until else { return Badge(texts.hotline.openRound, .active).html }
        let time = texts.formats.time(milliseconds: until.milliseconds, zone: page.zone)
        return Badge(texts.hotline.openUntil(time: time), .active).html
    }
}
