import Access
import Domain
import Localization
import Markup
import Web

/// The state of somebody's work for an organisation.
enum MemberState {
    static func badge(_ membership: Membership, _ account: Account, _ texts: Texts) -> HTML {
        guard membership.state == .active, account.state == .active else {
            return Badge(texts.members.stateDisabled, .danger).html
        }
        return account.hasPassword
            ? Badge(texts.members.stateActive, .active).html : Badge(texts.members.stateInvited, .due).html
    }
}

/// Who works for the organisation.
struct MembersPage {
    let members: [Member]
    let organization: String
    let mayManage: Bool

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            texts.members.title,
            details: "<bdi>\(organization)</bdi>",
            actions: mayManage
                ? [
                    Button(
                        texts.members.invite,
                        .link(MembersURL.invite.url),
                        style: .primary,
                        icon: .plus,
                        isNew: true
                    )
                ] : []
        ).html(texts)
        let table = Table(
            texts.members.caption,
            columns: [
                TableColumn(texts.members.name, isHeading: true), TableColumn(texts.members.dutyName),
                TableColumn(texts.members.email), TableColumn(texts.members.role), TableColumn(texts.members.state),
                TableColumn(texts.members.second),
            ]
        ).html(texts) { rows in
            for member in members {
                rows.row { row in
                    if mayManage {
                        row.link(member.account.names.name, to: MembersURL.member(member.account.id).url)
                    } else {
                        row.text(member.account.names.name)
                    }
                    row.text(member.account.names.dutyName)
                    row.text(member.account.email)
                    row.text(member.membership.role.title(texts))
                    row.html(MemberState.badge(member.membership, member.account, texts))
                    row.text(member.account.hasSecondFactor ? texts.common.yes : texts.common.no)
                }
            }
        }
        return "\(header)\(table)"
    }
}
