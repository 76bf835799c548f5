public import Domain
public import Markup

/// Every address of this room.
public enum GuidesURL {
    case list
    case search(String)
    case problem(ProblemCode)
    /// A guide for somebody of a citizenship in a country.
    case problemIn(ProblemCode, country: String, citizenship: String?)

    public var url: URLAttribute {
        switch self {
        case .list: .path("guides")
        case .search(let typed): URLAttribute.path("guides").adding(query: "q", typed)
        case .problem(let code): .path("guides", code.rawValue)
        case .problemIn(let code, let country, let citizenship):
            URLAttribute.path("guides", code.rawValue).adding(query: "country", country)
                .adding(query: "citizenship", citizenship)
        }
    }
}
