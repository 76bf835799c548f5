import Domain
import Markup

/// The addresses of the installation's settings.
enum SettingsURL {
    case settings
    case newOrganization
    case manager(OrganizationID)
    case marks(OrganizationID)

    var url: URLAttribute {
        switch self {
        case .settings: .path("installation")
        case .newOrganization: .path("installation", "organizations", "new")
        case .manager(let id): .path("installation", "organizations", id.text, "manager")
        case .marks(let id): .path("installation", "organizations", id.text, "marks")
        }
    }
}
