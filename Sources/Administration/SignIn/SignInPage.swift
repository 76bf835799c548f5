import Localization
import Markup
import Web

/// Address and password.
struct SignInPage {
    let networkName: String
    /// Shown again as typed; the password never is.
    let email: String
    let next: LocalPath?
    let errors: FormErrors
    let token: String

    func html(_ texts: Texts) -> HTML {
        let parts: [HTML] = [
            NextPath.field(next),
            TextField(
                "email",
                label: texts.signIn.email,
                value: email,
                error: errors.message(for: "email", texts),
                isRequired: true,
                kind: .email,
                autocomplete: "username"
            ).html(texts),
            PasswordField(
                "password",
                label: texts.signIn.password,
                error: errors.message(for: "password", texts)
            ).html(texts),
            Button(texts.signIn.button, style: .primary).html,
        ]
        let header = PageHeader(
            texts.signIn.title,
            details: "<p class=\"strong\"><bdi>\(networkName)</bdi></p><p>\(texts.signIn.lead)</p>"
        ).html(texts)
        let form = Form(SignInURL.form.url(), token: token, mayRepeat: true, content: parts.joined()).html(texts)
        return "\(header)\(errors.summary(texts))\(form)"
    }
}
