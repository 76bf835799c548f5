import Domain
import Localization

/// Which acts of a log are shown.
enum JournalFilter: String, CaseIterable {
    case all, people, sessions, members, refused

    /// The filters that a log has acts for: sign-ins and accounts are the installation's, people an organisation's.
    static func offered(for log: OrganizationID) -> [JournalFilter] {
        log == .installation ? [.all, .sessions, .members] : [.all, .people, .members, .refused]
    }

    /// What the kinds begin with; `nil` for all.
    func prefix(for log: OrganizationID) -> String? {
        switch self {
        case .all: nil
        // `person.` and `people.` both.
        case .people: "pe"
        case .sessions: "session."
        // In an organisation's log `member.` and `members.` both.
        case .members: log == .installation ? "account." : "member"
        case .refused: "access."
        }
    }

    func title(_ texts: Texts) -> String {
        switch self {
        case .all: texts.journal.filterAll
        case .people: texts.journal.filterPeople
        case .sessions: texts.journal.filterSessions
        case .members: texts.journal.filterMembers
        case .refused: texts.journal.filterRefused
        }
    }
}
