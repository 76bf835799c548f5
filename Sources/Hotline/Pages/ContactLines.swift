import Domain
import Guides
import Localization
import Markup
import Web

/// A few contacts in one line each.
struct ContactLines {
    let contacts: [ContactBrief]
    let content: ContentLibrary
    let now: Instant
    let zone: String

    func html(_ texts: Texts) -> HTML {
        let lines = HTML.each(contacts) { brief in
            let problem = brief.problem.map { content.problems.name($0, texts.language) } ?? ""
            return """
                <li><a href="\(url: HotlineURL.contact(brief.id).url)">№ \(String(brief.number))</a> \
                \(RelativeTime(brief.occurredAt, now: now, zone: zone).html(texts)) \(problem) \
                <span class="muted"><bdi>\(brief.summary)</bdi></span></li>
                """
        }
        return "<ul class=\"bare\">\(lines)</ul>"
    }
}
