import Domain
import Markup
import Web

/// The addresses of one's own account.
enum AccountURL {
    case account
    case password
    case secondFactor
    case removeSecondFactor
    case recoveryCodes
    case endSession(SessionID)
    case endOtherSessions
    case confirm
    case lock
    /// The site's own choice of language.
    case language

    var url: URLAttribute {
        switch self {
        case .account: .path("account")
        case .password: .path("account", "password")
        case .secondFactor: .path("account", "second-factor")
        case .removeSecondFactor: .path("account", "second-factor", "remove")
        case .recoveryCodes: .path("account", "recovery-codes")
        case .endSession(let id): .path("account", "sessions", id.text, "end")
        case .endOtherSessions: .path("account", "other-sessions", "end")
        case .confirm: .path("account", "confirm")
        case .lock: .path("lock")
        case .language: .path("language")
        }
    }
}
