import Access
import Localization
import Markup
import Web

/// The form that invites a colleague.
struct InvitePage {
    let title: String
    let breadcrumbs: [Breadcrumbs.Item]
    let action: URLAttribute
    let cancel: URLAttribute
    /// The roles to choose from; a single one isn't asked about.
    let roles: [Role]
    let input: InvitationInput
    let errors: FormErrors
    let token: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(title, breadcrumbs: breadcrumbs).html(texts)
        let form = Form(action, token: token, isGuarded: true, content: fields(texts)).html(texts)
        return "\(header)\(errors.summary(texts))\(form)"
    }

    private func fields(_ texts: Texts) -> HTML {
        let parts: [HTML] = [
            text("name", texts.members.name, input.name, nil, texts),
            text("duty_name", texts.members.dutyName, input.dutyName, texts.members.dutyHint, texts),
            TextField(
                "email",
                label: texts.members.email,
                value: input.email,
                error: errors.message(for: "email", texts),
                isRequired: true,
                kind: .email
            ).html(texts),
            roles.count > 1 ? role(texts) : "",
            Toolbar([
                Button(texts.members.inviteButton, style: .primary),
                Button(texts.common.cancel, .link(cancel), style: .quiet),
            ]).html,
        ]
        return parts.joined()
    }

    private func text(_ name: String, _ label: String, _ value: String, _ hint: String?, _ texts: Texts) -> HTML {
        TextField(
            name,
            label: label,
            value: value,
            hint: hint,
            error: errors.message(for: name, texts),
            isRequired: true
        ).html(texts)
    }

    private func role(_ texts: Texts) -> HTML {
        SelectField(
            "role",
            label: texts.members.role,
            options: roles.map { FieldOption($0.rawValue, $0.title(texts)) },
            value: input.role,
            error: errors.message(for: "role", texts),
            isRequired: true,
            width: .medium
        ).html(texts)
    }
}

/// What came of an invitation or a new password link: the address, shown this once.
struct PasswordLinkPage {
    let title: String
    let breadcrumbs: [Breadcrumbs.Item]
    let name: String
    /// `nil` for somebody who has a password already.
    let address: String?
    let back: URLAttribute

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(title, breadcrumbs: breadcrumbs).html(texts)
        let onward = Toolbar([Button(texts.common.back, .link(back))]).html
        guard let address else {
            let notice = Notice(.success, texts.members.invitedKnown(name: name), isNews: true).html(texts)
            return "\(header)\(notice)\(onward)"
        }
        let notice = Notice(.warning, texts.members.invitedBody(name: name), isNews: true).html(texts)
        let block = CodeBlock(title, lines: [address]).html(texts)
        return "\(header)\(notice)\(block)\(onward)"
    }
}
