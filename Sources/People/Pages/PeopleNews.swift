import Localization
import Markup
import Web

/// What was just done, said on the page that one is led to afterwards.
enum PeopleNews: String {
    case created, changed, shared, revoked
    case merged
    case mergeUndone = "merge-undone"
    case distinctNoted = "distinct"
    case distinctCleared = "distinct-cleared"

    /// An address that says it on arrival.
    func at(_ url: URLAttribute) -> URLAttribute {
        url.adding(query: "done", rawValue)
    }

    func notice(_ texts: Texts) -> Notice {
        let text =
            switch self {
            case .created: texts.people.created
            case .changed: texts.people.changed
            case .shared: texts.people.shared
            case .revoked: texts.people.revoked
            case .merged: texts.people.merged
            case .mergeUndone: texts.people.mergeUndone
            case .distinctNoted: texts.people.distinctNoted
            case .distinctCleared: texts.people.distinctCleared
            }
        return Notice(.success, text, isNews: true)
    }
}

extension TenantRequest {
    /// What the page that was asked for has to say first.
    func peopleNews() throws -> [Notice] {
        PeopleNews(rawValue: try query()["done"]).map { [$0.notice(texts)] } ?? []
    }
}
