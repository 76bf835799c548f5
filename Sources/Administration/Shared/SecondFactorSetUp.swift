import Access
import Localization
import Markup
import Web

/// The key for an authenticator app and the field for its first code; in the midst of a sign-in and in the account.
struct SecondFactorSetUp {
    let action: URLAttribute
    let secret: OneTimePassword
    let lead: String
    let next: LocalPath?
    let errors: FormErrors
    let token: String

    func html(_ texts: Texts) -> HTML {
        let key = CodeBlock(texts.account.secondSecret, lines: [secret.readableSecret], isPrintable: false).html(texts)
        let code = TextField(
            "code",
            label: texts.account.secondConfirm,
            error: errors.message(for: "code", texts),
            isRequired: true,
            kind: .code,
            autocomplete: "one-time-code",
            width: .short
        ).html(texts)
        let button = Button(texts.account.secondSetUp, style: .primary).html
        let form = Form(action, token: token, content: "\(NextPath.field(next))\(code)\(button)").html(texts)
        return """
            \(PageHeader(texts.account.secondTitle).html(texts))\(errors.summary(texts))<p>\(lead)</p>\
            <p class="strong">\(texts.account.secondSecret)</p>\(key)\(form)
            """
    }
}

/// The recovery codes, shown this once.
struct RecoveryCodesPage {
    let codes: [RecoveryCode]
    /// Where to go on.
    let next: URLAttribute

    func html(_ texts: Texts) -> HTML {
        let block = CodeBlock(texts.account.recoveryTitle, lines: codes.map(\.text)).html(texts)
        let onward = Toolbar([Button(texts.signIn.continue, .link(next), style: .primary)]).html
        return """
            \(PageHeader(texts.account.recoveryTitle).html(texts))\
            \(Notice(.warning, texts.account.recoveryBody).html(texts))\(block)\(onward)
            """
    }
}
