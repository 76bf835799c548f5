import Domain
import Markup

/// The addresses of an organisation's staff.
enum MembersURL {
    case list
    case invite
    case member(UserID)

    var url: URLAttribute {
        switch self {
        case .list: .path("members")
        case .invite: .path("members", "invite")
        case .member(let id): .path("members", id.text)
        }
    }
}
