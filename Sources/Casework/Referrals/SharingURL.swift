public import Domain
public import Markup

/// Every address of sharing.
public enum SharingURL {
    case `case`(CaseID)
    case give(CaseID)
    case confirm(CaseID, AuthorityID)
    case withdraw(CaseID, AuthorityID)
    case refer(CaseID)
    case decide(CaseID)
    case box(ReferralBox, ReferralQuery.Filter = .all, before: ReferralID? = nil)
    case referral(ReferralID)
    /// `accept`, `decline`, `start`, `complete`, `revoke` or `ask`.
    case act(ReferralID, String)
    case offer(CaseID)
    case transfer(TransferID)
    case transferAct(TransferID, String)
    case letters(CaseID)
    case writeLetter(CaseID)
    case letter(CaseID, CaseEntryID)

    public var url: URLAttribute {
        switch self {
        case .case(let id): .path("cases", id.text)
        case .give(let id): .path("cases", id.text, "consents", "new")
        case .confirm(let id, let authority): .path("cases", id.text, "consents", authority.text, "confirm")
        case .withdraw(let id, let authority): .path("cases", id.text, "consents", authority.text, "withdraw")
        case .refer(let id): .path("cases", id.text, "refer")
        case .decide(let id): .path("cases", id.text, "withdrawal")
        case .box(let box, let filter, let before):
            URLAttribute.path([box == .in ? "inbox" : "outbox"])
                .adding(query: "filter", filter == .all ? nil : filter.rawValue)
                .adding(query: "before", before?.text)
        case .referral(let id): .path("referrals", id.text)
        case .act(let id, let act): .path("referrals", id.text, act)
        case .offer(let id): .path("cases", id.text, "transfer")
        case .transfer(let id): .path("transfers", id.text)
        case .transferAct(let id, let act): .path("transfers", id.text, act)
        case .letters(let id): .path("cases", id.text, "letters")
        case .writeLetter(let id): .path("cases", id.text, "letters", "new")
        case .letter(let id, let letter): .path("cases", id.text, "letters", letter.text)
        }
    }
}
