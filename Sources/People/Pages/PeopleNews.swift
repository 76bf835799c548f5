import Localization
import Markup
import Web

/// What was just done, said on the page that one is led to afterwards.
enum PeopleNews: String {
    case created, changed, shared, revoked

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
