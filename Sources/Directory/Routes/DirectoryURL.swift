public import Domain
public import Markup

/// Every address of this room.
public enum DirectoryURL {
    case finder
    case organization(OrganizationID)
    case own
    case marks
    case newSite
    case site(SiteID)
    case removeSite(SiteID)
    case newService
    case service(ServiceID)
    case removeService(ServiceID)

    public var url: URLAttribute {
        switch self {
        case .finder: .path("network")
        case .organization(let id): .path("network", "organizations", id.text)
        case .own: .path("network", "own")
        case .marks: .path("network", "marks")
        case .newSite: .path("network", "own", "sites", "new")
        case .site(let id): .path("network", "own", "sites", id.text)
        case .removeSite(let id): .path("network", "own", "sites", id.text, "remove")
        case .newService: .path("network", "own", "services", "new")
        case .service(let id): .path("network", "own", "services", id.text)
        case .removeService(let id): .path("network", "own", "services", id.text, "remove")
        }
    }
}
