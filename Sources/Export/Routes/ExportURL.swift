public import Domain
public import Markup

/// Every address of this room.
public enum ExportURL {
    case list
    case older(than: ExportID)
    case approve(ExportID)
    case decline(ExportID)
    case file(ExportID)

    public var url: URLAttribute {
        switch self {
        case .list: .path("exports")
        case .older(let id): URLAttribute.path("exports").adding(query: "before", id.text)
        case .approve(let id): .path("exports", id.text, "approve")
        case .decline(let id): .path("exports", id.text, "decline")
        case .file(let id): .path("exports", id.text, "file")
        }
    }
}
