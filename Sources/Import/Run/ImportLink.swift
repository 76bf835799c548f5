import Domain
import NameMatching

/// What was decided about the link between a row and a person.
enum LinkState: String, CaseIterable, Sendable {
    /// The import found it likely; nobody has looked.
    case provisional
    case confirmed
    /// It was somebody else.
    case takenBack = "taken_back"
}

/// A row that an import put to a person whom earlier rows tell of.
struct ImportLink: Sendable {
    let contact: ContactID
    let state: LinkState
    let reasons: [String]
    /// The line of its sheet; not known of what was imported before lines were kept.
    let line: Int?
    /// The contact's own number.
    let number: Int64
    let occurredAt: Instant
    /// Whose the contact is now.
    let person: PersonID?
    /// Whose it was before the link was taken back.
    let former: PersonID?
    /// The case that the contact stands in, or stood in before.
    let caseID: CaseID?
    let formerCase: CaseID?
    /// Whether it was put to somebody who was recorded before the import; the row changed nothing of that record.
    let isJoined: Bool
    /// Whether this very row opened its case.
    let openedCase: Bool
    /// What the row says; `nil` when it can't be opened any more.
    let said: RowPerson?
}

/// Which links of an import a page shows.
struct LinkQuery: Sendable, Hashable {
    var reason: String?
    var state: LinkState?
    /// Only links after this contact, the last of the page before.
    var after: ContactID?
    var limit = 50
}

/// A page of links.
struct LinkPage: Sendable {
    let links: [ImportLink]
    let hasMore: Bool
    /// Every reason of this import's links.
    let reasons: [String]
}

/// Why a link can't be changed.
enum LinkError: Error, Sendable, Hashable {
    case notFound
    /// Somebody changed it meanwhile, or the person of before is gone.
    case changed
}

extension LinkReason {
    /// From its code in a row.
    init(code: String) {
        self = Self.own.first { $0.code == code } ?? .match(MatchReasonCode(rawValue: code))
    }

    /// The name engine's own reason.
    var match: MatchReason? {
        guard case .match(let code) = self else { return nil }
        return MatchReason.allCases.first { Snake.text($0.rawValue) == code.rawValue }
    }
}
