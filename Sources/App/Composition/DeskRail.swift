import Access
import Domain
import Localization
import Markup
import Web

/// The entries of the rail that a principal may use, in the order of a day's work.
enum DeskRail {
    static func entries(_ principal: Principal, _ texts: Texts) -> [RailEntry] {
        var entries = [RailEntry(key: "d", title: texts.start.title, url: "/", icon: .home)]
        if principal.may(.peopleRead) {
            entries.append(RailEntry(key: "p", title: texts.people.title, url: "/people", icon: .people))
        }
        if principal.may(.membersRead, .organization) {
            entries.append(RailEntry(key: "m", title: texts.members.rail, url: "/members", icon: .organization))
        }
        if principal.may(.journalRead, .organization) {
            entries.append(RailEntry(key: "j", title: texts.journal.title, url: "/journal", icon: .journal))
        }
        if principal.organization == .installation, principal.may(.installationManage) {
            entries.append(
                RailEntry(key: "s", title: texts.settings.title, url: "/installation", icon: .settings)
            )
        }
        entries.append(
            RailEntry(key: "a", title: texts.account.rail, url: "/account", icon: .person, isSecondary: true)
        )
        return entries
    }
}
