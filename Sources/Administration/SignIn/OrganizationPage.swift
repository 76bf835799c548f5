import Access
import Domain
import Localization
import Markup
import Web

/// For which of several organisations to work.
struct OrganizationPage {
    let memberships: [Membership]
    let current: OrganizationID
    let next: LocalPath?
    let token: String
    let organizationName: @Sendable (OrganizationID) -> String

    func html(_ texts: Texts) -> HTML {
        let choice = RadioField(
            "organization",
            legend: texts.signIn.organizationTitle,
            options: memberships.map { membership in
                FieldOption(
                    membership.organization.text,
                    organizationName(membership.organization),
                    hint: membership.role.title(texts)
                )
            },
            value: current.text
        ).html(texts)
        let button = Button(texts.signIn.continue, style: .primary).html
        let content: HTML = "\(NextPath.field(next))\(choice)\(button)"
        let form = Form(SignInURL.organization.url(), token: token, content: content).html(texts)
        return "\(PageHeader(texts.signIn.organizationTitle).html(texts))\(form)"
    }
}
