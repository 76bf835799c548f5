import Access
import Domain
import Localization
import Markup
import Web

/// What a member of staff can do now, by role.
struct StartPage {
    let principal: Principal
    let organization: String
    /// How many colleagues work here; `nil` where that isn't for the reader.
    let members: Int?
    let hasSecondFactor: Bool

    func html(_ texts: Texts) -> HTML {
        let role = principal.role.title(texts)
        let header = PageHeader(
            texts.start.hello(name: principal.dutyName),
            details: "<p>\(texts.start.actFor(organization: organization, role: role))</p>"
        ).html(texts)
        return "\(header)\(reminder(texts))<div class=\"columns\">\(cards(texts))</div>"
    }

    private func reminder(_ texts: Texts) -> HTML {
        guard !hasSecondFactor else { return "" }
        let link: HTML = " <a href=\"\(url: AccountURL.secondFactor.url)\">\(texts.start.secondAction)</a>"
        return Notice(.warning, texts.start.secondLead, content: link).html(texts)
    }

    private func cards(_ texts: Texts) -> [HTML] {
        var cards: [HTML] = []
        if principal.may(.installationManage) {
            let button = Button(texts.start.settingsAction, .link(SettingsURL.settings.url), style: .primary)
            cards.append(card(texts.start.settingsLead, [button]))
        }
        if principal.role == .researcher { cards.append(card(texts.start.researchLead, [])) }
        if let members {
            let button = Button(texts.start.membersAction, .link(MembersURL.list.url))
            cards.append(card(texts.start.membersLead(count: members), [button]))
        }
        if principal.may(.journalRead) {
            let button = Button(texts.start.journalAction, .link(JournalURL.list()))
            cards.append(card(texts.start.journalLead, [button]))
        }
        return cards
    }

    private func card(_ lead: String, _ buttons: [Button]) -> HTML {
        "<div class=\"card stack\"><p>\(lead)</p>\(buttons.isEmpty ? "" : Toolbar(buttons).html)</div>"
    }
}
