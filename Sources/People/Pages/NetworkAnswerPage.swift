import Domain
import Localization
import Markup
import Web

/// What the network answers about a person: one of two sentences, and no name.
struct NetworkAnswerPage {
    let person: PersonID
    let outcome: NetworkOutcome
    let readiness: SearchReadiness

    /// Whether nothing was asked since something is missing.
    var isRefusal: Bool {
        if case .consentMissing = outcome { true } else { false }
    }

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            texts.people.networkTitle,
            breadcrumbs: [Breadcrumbs.Item(texts.people.title, PeopleURL.list.url)]
        ).html(texts)
        let back = Toolbar([Button(texts.people.networkBack, .link(PeopleURL.person(person).url))]).html(texts)
        return "\(header)\(notice(texts).html(texts))<p class=\"muted\">\(texts.people.networkNote)</p>\(back)"
    }

    private func notice(_ texts: Texts) -> Notice {
        switch outcome {
        case .answered(.somebody): Notice(.info, texts.people.networkSomebody, isNews: true)
        case .answered(.nobody): Notice(.info, texts.people.networkNobody, isNews: true)
        case .consentMissing: Notice(.warning, texts.people.networkConsentMissing, isNews: true)
        case .warming: Notice(.info, SearchWarming.line(readiness, texts), isNews: true)
        }
    }
}
