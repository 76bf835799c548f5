import Access
import Domain
import Localization
import Markup
import Web

/// What can be done to a member; what the buttons of the page send as `act`.
enum MemberAct: String {
    case role, bar, admit, password, sessions
}

/// One member of the staff, and what a manager can do about them.
struct MemberPage {
    let membership: Membership
    let account: Account
    /// The roles that the member may be given.
    let roles: [Role]
    let isOneself: Bool
    let mayResetPassword: Bool
    let errors: FormErrors
    let token: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            account.names.name,
            breadcrumbs: [Breadcrumbs.Item(texts.members.title, MembersURL.list.url)],
            details: MemberState.badge(membership, account, texts)
        ).html(texts)
        let facts = DescriptionList([
            DescriptionList.Item(texts.members.dutyName, text: account.names.dutyName, texts),
            DescriptionList.Item(texts.members.email, text: account.email, texts),
            DescriptionList.Item(texts.members.role, text: membership.role.title(texts), texts),
            DescriptionList.Item(
                texts.members.second,
                text: account.hasSecondFactor ? texts.common.yes : texts.common.no,
                texts
            ),
        ]).html(texts)
        return "\(header)\(errors.summary(texts))\(facts)\(isOneself ? oneself(texts) : acts(texts))"
    }

    private func oneself(_ texts: Texts) -> HTML {
        let link: HTML = " <a href=\"\(url: AccountURL.account.url)\">\(texts.account.title)</a>"
        return Notice(.info, texts.members.notYourself, content: link).html(texts)
    }

    private func acts(_ texts: Texts) -> HTML {
        let isActive = membership.state == .active
        let role: HTML = isActive && roles.count > 1 ? section(texts.members.changeRole, roleForm(texts)) : ""
        let password: HTML =
            mayResetPassword
            ? question(.password, texts.members.resetPassword, texts.members.resetBody, texts)
            : "<p class=\"muted\">\(texts.members.sharedMember)</p>"
        let sessions = question(.sessions, texts.members.endSessions, texts.members.endSessionsBody, texts)
        let bar =
            isActive
            ? question(.bar, texts.members.disable, texts.members.disableBody, texts)
            : Form(
                MembersURL.member(account.id).url,
                token: token,
                content: act(.admit) + Button(texts.members.enable, style: .primary).html
            ).html(texts)
        return "\(role)\(section(texts.common.actions, isActive ? "\(password)\(sessions)\(bar)" : bar))"
    }

    private func section(_ title: String, _ content: HTML) -> HTML {
        "<section><h2>\(title)</h2>\(content)</section>"
    }

    private func act(_ act: MemberAct) -> HTML {
        "<input type=\"hidden\" name=\"act\" value=\"\(act.rawValue)\"/>"
    }

    private func roleForm(_ texts: Texts) -> HTML {
        let field = SelectField(
            "role",
            label: texts.members.role,
            options: roles.map { FieldOption($0.rawValue, $0.title(texts)) },
            value: membership.role.rawValue,
            error: errors.message(for: "role", texts),
            placeholder: "",
            width: .medium
        ).html(texts)
        let button = Button(texts.members.changeRole).html
        return Form(
            MembersURL.member(account.id).url,
            token: token,
            content: "\(act(.role))\(field)\(button)"
        ).html(texts)
    }

    private func question(_ kind: MemberAct, _ label: String, _ explanation: String, _ texts: Texts) -> HTML {
        Confirmation(
            label,
            explanation: explanation,
            confirmLabel: label,
            action: MembersURL.member(account.id).url,
            token: token,
            fields: act(kind),
            isDestructive: kind == .bar
        ).html(texts)
    }
}
