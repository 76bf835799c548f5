import Localization
import Markup
import Web

/// What was just done, said on the page that one is led to afterwards.
enum News: String {
    case signedOut = "signed-out"
    case locked
    case startAgain = "start-again"
    case passwordSet = "password-set"
    case passwordChanged = "password-changed"
    case secondOff = "second-off"
    case sessionEnded = "session-ended"
    case languageSaved = "language"
    case roleChanged = "role"
    case barred
    case admitted
    case sessionsEnded = "sessions-ended"
    case settingsSaved = "saved"
    case organizationAdded = "organization-added"

    /// Reads the query of the page; `nil` when there is nothing to say.
    init?(_ query: FormData) {
        self.init(rawValue: query["done"])
    }

    /// An address that says it on arrival.
    func at(_ url: URLAttribute) -> URLAttribute {
        url.adding(query: "done", rawValue)
    }

    func notice(_ texts: Texts) -> Notice {
        Notice(self == .startAgain ? .warning : .success, text(texts), isNews: true)
    }

    private func text(_ texts: Texts) -> String {
        switch self {
        case .signedOut: texts.signIn.signedOut
        case .locked: texts.signIn.locked
        case .startAgain: texts.signIn.startAgain
        case .passwordSet: texts.signIn.passwordSet
        case .passwordChanged: texts.account.passwordChanged
        case .secondOff: texts.account.secondDisabled
        case .sessionEnded: texts.account.sessionEnded
        case .languageSaved: texts.account.languageSaved
        case .roleChanged: texts.members.roleChanged
        case .barred: texts.members.disabled
        case .admitted: texts.members.enabled
        case .sessionsEnded: texts.members.sessionsEnded
        case .settingsSaved: texts.settings.saved
        case .organizationAdded: texts.settings.organizationAdded
        }
    }
}

extension IncomingRequest {
    /// What the page that was asked for has to say first.
    func news() throws -> [Notice] {
        News(try query()).map { [$0.notice(texts)] } ?? []
    }
}
