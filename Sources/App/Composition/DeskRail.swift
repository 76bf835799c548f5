import Access
import Domain
import Localization
import Markup
import Web

/// The entries of the rail that a principal may use, in the order of a day's work.
enum DeskRail {
    static func entries(_ principal: Principal, _ texts: Texts) -> [RailEntry] {
        var entries = [
            principal.may(.casesRead)
                ? RailEntry(key: "d", title: texts.day.title, url: "/", icon: .home)
                : RailEntry(key: "d", title: texts.start.title, url: "/", icon: .home)
        ]
        if principal.may(.contactsRead) {
            entries.append(RailEntry(key: "h", title: texts.hotline.title, url: "/hotline", icon: .phone))
        }
        if principal.may(.casesRead) {
            entries.append(RailEntry(key: "c", title: texts.cases.title, url: "/cases", icon: .cases))
            entries.append(RailEntry(key: "i", title: texts.referrals.inbox, url: "/inbox", icon: .inbox))
        }
        if principal.may(.peopleRead) {
            entries.append(RailEntry(key: "p", title: texts.people.title, url: "/people", icon: .people))
        }
        if principal.may(.contactsRead) {
            entries.append(RailEntry(key: "n", title: texts.directory.title, url: "/network", icon: .network))
            entries.append(RailEntry(key: "u", title: texts.guides.title, url: "/guides", icon: .document))
        }
        if principal.may(.casesRead) {
            entries.append(RailEntry(key: "t", title: texts.calendar.title, url: "/appointments", icon: .clock))
        }
        if principal.may(.statisticsRead) {
            entries.append(RailEntry(key: "f", title: texts.statistics.title, url: "/statistics", icon: .figures))
        }
        if principal.may(.recordsImport) {
            entries.append(
                RailEntry(key: "l", title: texts.imports.title, url: "/import", icon: .document, isSecondary: true)
            )
        }
        if principal.may(.recordsExport) {
            entries.append(
                RailEntry(key: "o", title: texts.exports.title, url: "/exports", icon: .document, isSecondary: true)
            )
        }
        if principal.may(.networkManage) {
            entries.append(RailEntry(key: "w", title: texts.directory.marks, url: "/network/marks", icon: .warning))
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
