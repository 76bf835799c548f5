public import Domain
public import Markup

/// Every address of this room.
public enum ImportURL {
    case list
    case run(ImportID)
    case mapping(ImportID)
    case start(ImportID)
    case undo(ImportID)
    case rejected(ImportID)
    case remarks(ImportID)
    case links(ImportID)
    case suspected(ImportID)
    /// A page of those who may be the same person, with what was just done.
    case suspectedPage(ImportID, Int, done: Bool = false)
    /// The page of links, with its query.
    case linkPage(ImportID, [(name: String, value: String)] = [])

    public var url: URLAttribute {
        switch self {
        case .list: .path("import")
        case .run(let id): .path("import", id.text)
        case .mapping(let id): .path("import", id.text, "mapping")
        case .start(let id): .path("import", id.text, "start")
        case .undo(let id): .path("import", id.text, "undo")
        case .rejected(let id): .path("import", id.text, "rejected.csv")
        case .remarks(let id): .path("import", id.text, "remarks.csv")
        case .links(let id): .path("import", id.text, "links.csv")
        case .suspected(let id): .path("import", id.text, "suspected.csv")
        case .suspectedPage(let id, let page, let done):
            [page > 0 ? ("page", "\(page)") : nil, done ? ("done", "kept") : nil].compactMap { $0 }
                .reduce(URLAttribute.path("import", id.text, "suspected")) { $0.adding(query: $1.0, $1.1) }
        case .linkPage(let id, let query):
            query.reduce(URLAttribute.path("import", id.text, "links")) { $0.adding(query: $1.name, $1.value) }
        }
    }
}
