import Localization
import Markup
import Web

/// The code of the second step, or a recovery code in its place.
struct CodePage {
    let next: LocalPath?
    let errors: FormErrors
    let token: String

    func html(_ texts: Texts) -> HTML {
        let code = TextField(
            "code",
            label: texts.signIn.code,
            hint: texts.signIn.codeHint,
            error: errors.message(for: "code", texts),
            isRequired: true,
            autocomplete: "one-time-code",
            width: .medium
        ).html(texts)
        let buttons = Toolbar([
            Button(texts.signIn.continue, style: .primary),
            Button(texts.common.cancel, .link(SignInURL.form.url(next)), style: .quiet),
        ]).html
        let content: HTML = "\(NextPath.field(next))\(code)\(buttons)"
        let form = Form(SignInURL.code.url(), token: token, content: content).html(texts)
        return "\(PageHeader(texts.signIn.codeTitle).html(texts))\(errors.summary(texts))\(form)"
    }
}
