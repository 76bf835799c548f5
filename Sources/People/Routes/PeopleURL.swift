public import Domain
public import Markup

/// Every address of this room.
public enum PeopleURL {
    case list
    case older(than: PersonID, box: PeopleQuery.Box)
    case newer(than: PersonID, box: PeopleQuery.Box)
    case box(PeopleQuery.Box)
    case new
    case search
    case suggestions
    case person(PersonID)
    case edit(PersonID)
    case share(PersonID)
    case revoke(PersonID, GrantID)
    case erase(PersonID)
    /// Records that may be of one person: of anybody, or of somebody.
    case suspects(of: PersonID?, after: String?)
    case compare(PersonID, PersonID)
    case merge(PersonID, PersonID)
    case distinct(PersonID, PersonID)
    case unmerge(PersonID)
    case networkMatch(PersonID)

    public var url: URLAttribute {
        switch self {
        case .list: .path("people")
        case .older(let id, let box):
            URLAttribute.path("people").adding(query: "before", id.text).adding(query: "box", code(box))
        case .newer(let id, let box):
            URLAttribute.path("people").adding(query: "after", id.text).adding(query: "box", code(box))
        case .box(let box): URLAttribute.path("people").adding(query: "box", code(box))
        case .new: .path("people", "new")
        case .search: .path("search")
        case .suggestions: .path("search", "suggestions")
        case .person(let id): .path("people", id.text)
        case .edit(let id): .path("people", id.text, "edit")
        case .share(let id): .path("people", id.text, "share")
        case .revoke(let id, let grant): .path("people", id.text, "grants", grant.text, "revoke")
        case .erase(let id): .path("people", id.text, "erase")
        case .suspects(let id, let place):
            URLAttribute.path("people", "duplicates").adding(query: "of", id?.text).adding(query: "after", place)
        case .compare(let first, let second): .path("people", "duplicates", first.text, second.text)
        case .merge(let first, let second): .path("people", "duplicates", first.text, second.text, "merge")
        case .distinct(let first, let second): .path("people", "duplicates", first.text, second.text, "distinct")
        case .unmerge(let id): .path("people", id.text, "unmerge")
        case .networkMatch(let id): .path("people", id.text, "network-match")
        }
    }

    private func code(_ box: PeopleQuery.Box) -> String? {
        box == .all ? nil : box.rawValue
    }
}
