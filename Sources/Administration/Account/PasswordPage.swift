import Localization
import Markup
import Web

/// Changing one's own password.
struct PasswordPage {
    /// The password was chosen by somebody else; nothing else can be done before.
    let isForced: Bool
    let errors: FormErrors
    let token: String

    static let current = "current_password"

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            texts.account.changePassword,
            breadcrumbs: isForced ? [] : [Breadcrumbs.Item(texts.account.title, AccountURL.account.url)],
            details: isForced ? "<p>\(texts.error.passwordChangeExplanation)</p>" : ""
        ).html(texts)
        let present = PasswordField(
            Self.current,
            label: texts.account.currentPassword,
            error: errors.message(for: Self.current, texts)
        ).html(texts)
        var buttons = [Button(texts.account.changePassword, style: .primary)]
        if !isForced {
            buttons.append(Button(texts.common.cancel, .link(AccountURL.account.url), style: .quiet))
        }
        let content: HTML = "\(present)\(NewPassword.fields(errors, texts))\(Toolbar(buttons).html)"
        let form = Form(AccountURL.password.url, token: token, content: content).html(texts)
        return "\(header)\(errors.summary(texts))\(form)"
    }
}
