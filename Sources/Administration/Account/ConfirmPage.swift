import Localization
import Markup
import Web

/// Entering the password again before something weighty.
struct ConfirmPage {
    let asksCode: Bool
    let next: LocalPath?
    let errors: FormErrors
    let token: String

    func html(_ texts: Texts) -> HTML {
        let password = PasswordField(
            "password",
            label: texts.signIn.password,
            error: errors.message(for: "password", texts)
        ).html(texts)
        let code: HTML =
            asksCode
            ? TextField(
                "code",
                label: texts.signIn.code,
                hint: texts.signIn.codeHint,
                error: errors.message(for: "code", texts),
                isRequired: true,
                autocomplete: "one-time-code",
                width: .medium
            ).html(texts)
            : ""
        let buttons = Toolbar([
            Button(texts.account.confirmButton, style: .primary),
            Button(texts.common.cancel, .link(AccountURL.account.url), style: .quiet),
        ]).html
        let content: HTML = "\(NextPath.field(next))\(password)\(code)\(buttons)"
        let form = Form(AccountURL.confirm.url, token: token, mayRepeat: true, content: content).html(texts)
        let header = PageHeader(
            texts.account.confirmTitle,
            details: "<p>\(texts.account.confirmLead)</p>"
        ).html(texts)
        return "\(header)\(errors.summary(texts))\(form)"
    }
}
