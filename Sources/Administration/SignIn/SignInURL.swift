import Markup
import Web

/// The addresses of signing in.
enum SignInURL {
    case form
    case code
    case enrolment
    case organization

    /// The address, with where to go on afterwards.
    func url(_ next: LocalPath? = nil) -> URLAttribute {
        address.adding(query: "next", next?.text)
    }

    private var address: URLAttribute {
        switch self {
        case .form: .path("sign-in")
        case .code: .path("sign-in", "code")
        case .enrolment: .path("sign-in", "enrol")
        case .organization: .path("sign-in", "organization")
        }
    }
}
