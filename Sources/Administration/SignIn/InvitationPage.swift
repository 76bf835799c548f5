import Access
import Localization
import Markup
import Web

/// The address of a password link.
enum InvitationURL {
    static func url(_ token: TicketToken) -> URLAttribute { .path("invitation", token.text) }
}

/// Choosing a password with a link: the first one, or another.
struct InvitationPage {
    let ticket: TicketToken
    let holder: TicketHolder
    let errors: FormErrors
    let token: String

    func html(_ texts: Texts) -> HTML {
        let lead = texts.signIn.invitationLead(name: holder.names.name)
        let header = PageHeader(texts.signIn.invitationTitle, details: "<p>\(lead)</p>").html(texts)
        // What a password manager files the new password under.
        let account: HTML = """
            <input type="email" name="email" value="\(holder.email)" autocomplete="username" readonly="" hidden=""/>
            """
        let button = Button(texts.common.save, style: .primary).html
        let fields = NewPassword.fields(errors, texts)
        let form = Form(InvitationURL.url(ticket), token: token, content: "\(account)\(fields)\(button)").html(texts)
        return "\(header)\(errors.summary(texts))\(form)"
    }
}
