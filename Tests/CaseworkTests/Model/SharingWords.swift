import Casework
import Domain
import Vault

/// Acts and results as words, for the way from one process to another.
extension SharingAct {
    var words: [String] {
        switch self {
        case .give(let person, let to, let groups): ["give", "\(person)", to.text, "\(groups.rawValue)"]
        case .withdraw(let id): ["withdraw", id.text]
        case .refer(let id): ["refer", id.text]
        case .see(let id): ["see", id.text]
        case .accept(let id): ["accept", id.text]
        case .decline(let id): ["decline", id.text]
        case .start(let id): ["start", id.text]
        case .complete(let id): ["complete", id.text]
        case .revoke(let id): ["revoke", id.text]
        case .offer(let to): ["offer", to.text]
        case .take(let id): ["take", id.text]
        case .refuse(let id): ["refuse", id.text]
        case .retract(let id): ["retract", id.text]
        case .close: ["close"]
        case .reopen: ["reopen"]
        case .erase(let person): ["erase", "\(person)"]
        case .disable(let user): ["disable", user.text]
        }
    }

    init?(words: [String]) {
        guard let name = words.first else { return nil }
        let first = words.dropFirst().first ?? ""
        let act: SharingAct? =
            switch name {
            case "give": Self.giving(words)
            case "withdraw": AuthorityID(first).map { .withdraw($0) }
            case "refer": AuthorityID(first).map { .refer($0) }
            case "see": ReferralID(first).map { .see($0) }
            case "accept": ReferralID(first).map { .accept($0) }
            case "decline": ReferralID(first).map { .decline($0) }
            case "start": ReferralID(first).map { .start($0) }
            case "complete": ReferralID(first).map { .complete($0) }
            case "revoke": ReferralID(first).map { .revoke($0) }
            case "offer": OrganizationID(first).map { .offer(to: $0) }
            case "take": TransferID(first).map { .take($0) }
            case "refuse": TransferID(first).map { .refuse($0) }
            case "retract": TransferID(first).map { .retract($0) }
            case "close": .close
            case "reopen": .reopen
            case "erase": Int(first).map { .erase(person: $0) }
            case "disable": UserID(first).map { .disable($0) }
            default: nil
            }
        guard let act else { return nil }
        self = act
    }

    private static func giving(_ words: [String]) -> SharingAct? {
        guard words.count == 4, let person = Int(words[1]), let to = OrganizationID(words[2]),
            let groups = Int64(words[3])
        else { return nil }
        return .give(person: person, to: to, FieldGroups(rawValue: groups))
    }
}

extension SharingResult {
    var words: [String] {
        switch self {
        case .done: ["done"]
        case .refused: ["refused"]
        case .authority(let id): ["authority", id.text]
        case .referral(let id): ["referral", id.text]
        case .transfer(let id): ["transfer", id.text]
        }
    }

    init?(words: [String]) {
        let id = words.dropFirst().first ?? ""
        let result: SharingResult? =
            switch words.first {
            case "done": .done
            case "refused": .refused
            case "authority": AuthorityID(id).map { .authority($0) }
            case "referral": ReferralID(id).map { .referral($0) }
            case "transfer": TransferID(id).map { .transfer($0) }
            default: nil
            }
        guard let result else { return nil }
        self = result
    }
}

/// One line to the other process.
struct SharingRequest: Codable, Sendable {
    let number: Int
    let act: [String]
    let user: String
    let caseID: String
    /// Milliseconds since 1970.
    let now: Int64
}

/// One line from there.
struct SharingReply: Codable, Sendable {
    let number: Int
    var result: [String] = []
    var position: Int64 = 0
    var changed = false
    /// What went wrong, in words; nothing may.
    var trouble: String?
}

/// What the other process is told at its start.
struct SharingSummons: Codable, Sendable {
    /// The variable that holds it, as JSON.
    static let variable = "TIREK_MODEL_PEER"
    /// Stands before each reply among what the test runner prints.
    static let mark = "sharing-reply "

    let address: String
    let register: String
    let invitation: SharingHouse.Invitation
}
