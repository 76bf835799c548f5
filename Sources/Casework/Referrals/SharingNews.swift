import Localization
import Markup
import Web

/// What was just done, said on the page that one is led to afterwards.
enum SharingNews: String {
    case given, confirmed, withdrawn, sent, accepted, declined, started, completed, revoked, asked, decided
    case offered, takenOver = "taken_over", turnedDown = "turned_down", takenBack = "taken_back"

    func at(_ url: URLAttribute) -> URLAttribute { url.adding(query: "shared", rawValue) }

    func notice(_ texts: Texts) -> Notice {
        let text =
            switch self {
            case .given: texts.authority.saved
            case .confirmed: texts.authority.confirmed
            case .withdrawn: texts.authority.withdrawn
            case .sent: texts.referrals.sent
            case .accepted: texts.referrals.accepted
            case .declined: texts.referrals.declined
            case .started: texts.referrals.started
            case .completed: texts.referrals.completed
            case .revoked: texts.referrals.revoked
            case .asked: texts.referrals.asked
            case .decided: texts.referrals.decided
            case .offered: texts.transfers.offered
            case .takenOver: texts.transfers.accepted
            case .turnedDown: texts.transfers.declined
            case .takenBack: texts.transfers.revoked
            }
        return Notice(.success, text, isNews: true)
    }
}

extension TenantRequest {
    /// What the page that was asked for has to say first about sharing.
    func sharingNews() throws -> [Notice] {
        SharingNews(rawValue: try query()["shared"]).map { [$0.notice(texts)] } ?? []
    }
}
