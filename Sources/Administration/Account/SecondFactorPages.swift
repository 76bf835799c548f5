import Localization
import Markup
import Web

/// A question about the second step, with what will happen and the button that does it.
struct SecondFactorQuestion {
    let title: String
    let explanation: String
    let button: Button
    let action: URLAttribute
    let token: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            title,
            breadcrumbs: [Breadcrumbs.Item(texts.account.title, AccountURL.account.url)]
        ).html(texts)
        let buttons = Toolbar([
            button, Button(texts.common.cancel, .link(AccountURL.account.url), style: .quiet),
        ]).html
        let form = Form(action, token: token, content: buttons).html(texts)
        return "\(header)\(Notice(.warning, explanation).html(texts))\(form)"
    }
}
