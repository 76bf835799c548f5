import Casework
import Domain
import Vault

/// What may happen to a case. Ids are those that the register gave.
enum SharingAct: Sendable {
    case give(person: Int, to: OrganizationID, FieldGroups)
    case withdraw(AuthorityID)
    case refer(AuthorityID)
    case see(ReferralID)
    case accept(ReferralID)
    case decline(ReferralID)
    case start(ReferralID)
    case complete(ReferralID)
    case revoke(ReferralID)
    case offer(to: OrganizationID)
    case take(TransferID)
    case refuse(TransferID)
    case retract(TransferID)
    case close
    case reopen
    case erase(person: Int)
    case disable(UserID)
}

extension SharingAct {
    /// What it is, without what it is about.
    var name: String { String("\(self)".prefix { $0 != "(" }) }

    /// All of them; each must have been possible at least once, or the test says little.
    static let names: Set<String> = [
        "give", "withdraw", "refer", "see", "accept", "decline", "start", "complete", "revoke", "offer", "take",
        "refuse", "retract", "close", "reopen", "erase", "disable",
    ]
}

/// What became of an act: the thing that it made, nothing, or a refusal.
enum SharingResult: Sendable, Equatable {
    case done
    case authority(AuthorityID)
    case referral(ReferralID)
    case transfer(TransferID)
    case refused
}

/// Who acts.
struct SharingPlayer: Sendable {
    let user: UserID
    let organization: OrganizationID
    let team: String
}

/// The same rules as the register's, one after the other and without a database: what a case's sharing is.
struct SharingModel {
    struct Leave {
        let person: Int
        let to: OrganizationID
        let groups: FieldGroups
        var isLive = true
    }

    struct Sent {
        let from: OrganizationID
        let to: OrganizationID
        let fromTeam: String
        var toTeam: String?
        var state = ReferralState.sent
        /// How many changes, and so leaves in each log, it has had.
        var changes = 1
    }

    struct Offered {
        let from: OrganizationID
        let to: OrganizationID
        var state = TransferState.offered
        var changes = 1
    }

    private(set) var owner: OrganizationID
    /// Who opened the case, and whose member may be disabled.
    let home: OrganizationID
    let persons: Int
    private(set) var erased: Set<Int> = []
    private(set) var isOpen = true
    private(set) var leaves: [AuthorityID: Leave] = [:]
    private(set) var referrals: [ReferralID: Sent] = [:]
    private(set) var transfers: [TransferID: Offered] = [:]
    private(set) var disabled: Set<UserID> = []

    init(owner: OrganizationID, persons: Int) {
        self.owner = owner
        home = owner
        self.persons = persons
    }

    /// Whether the act is possible now; when it is, it is carried out. `made` is the id that the register gave.
    mutating func apply(_ act: SharingAct, by player: SharingPlayer, made: SharingResult) -> Bool {
        guard !disabled.contains(player.user) else { return false }
        switch act {
        case .give(let person, let to, let groups):
            guard player.organization == owner, to != owner, !erased.contains(person) else { return false }
            if case .authority(let id) = made { leaves[id] = Leave(person: person, to: to, groups: groups) }
            return true
        case .withdraw(let id):
            guard player.organization == owner, leaves[id] != nil else { return false }
            end(id)
            return true
        case .refer(let id):
            guard player.organization == owner, isOpen, let leave = leaves[id], leave.isLive,
                !referrals.values.contains(where: { $0.from == owner && $0.to == leave.to && $0.state.isLive })
            else { return false }
            if case .referral(let id) = made {
                referrals[id] = Sent(from: owner, to: leave.to, fromTeam: player.team)
            }
            return true
        case .see(let id):
            guard let sent = referrals[id], player.organization == sent.to else { return false }
            // Seen before, or past that: nothing happens.
            if sent.state == .sent { move(id, to: .seen) }
            return true
        case .accept(let id): return answer(id, .accepted, player)
        case .decline(let id): return answer(id, .declined, player)
        case .start(let id): return answer(id, .inProgress, player)
        case .complete(let id): return answer(id, .done, player)
        case .revoke(let id):
            guard let sent = referrals[id], sent.from == player.organization, sent.state.next.contains(.revoked)
            else { return false }
            move(id, to: .revoked)
            return true
        case .offer(let to):
            guard player.organization == owner, to != owner, isOpen, isCovered(0, to), isWholeFor(to),
                !transfers.values.contains(where: { $0.state == .offered })
            else { return false }
            if case .transfer(let id) = made { transfers[id] = Offered(from: owner, to: to) }
            return true
        case .take(let id):
            guard let offer = transfers[id], offer.to == player.organization, offer.state == .offered,
                isWholeFor(offer.to)
            else { return false }
            take(id, offer)
            return true
        case .refuse(let id):
            guard let offer = transfers[id], offer.to == player.organization, offer.state == .offered else {
                return false
            }
            settle(id, .declined)
            return true
        case .retract(let id):
            guard let offer = transfers[id], offer.from == player.organization, offer.state == .offered else {
                return false
            }
            settle(id, .revoked)
            return true
        case .close, .reopen:
            let closes = if case .close = act { true } else { false }
            guard player.organization == owner, isOpen == closes else { return false }
            isOpen.toggle()
            return true
        case .erase(let person):
            guard player.organization == owner, !erased.contains(person) else { return false }
            for (id, leave) in leaves where leave.person == person { end(id) }
            erased.insert(person)
            return true
        case .disable(let user):
            guard player.organization == home else { return false }
            disabled.insert(user)
            return true
        }
    }

    /// What an organisation may open of the case's record.
    func opensCase(_ organization: OrganizationID) -> FieldGroups {
        if organization == owner { return .full }
        return leaves.values.filter { $0.to == organization && $0.isLive }
            .reduce(into: FieldGroups()) { $0.formUnion(opened(by: $1)) }
    }

    /// What an organisation may open of a person's present record.
    func opensPerson(_ person: Int, _ organization: OrganizationID) -> FieldGroups {
        if erased.contains(person) { return [] }
        if organization == owner { return .full }
        return leaves.values.filter { $0.person == person && $0.to == organization && $0.isLive }
            .reduce(into: FieldGroups()) { $0.formUnion(opened(by: $1)) }
    }

    private func opened(by leave: Leave) -> FieldGroups {
        let states = referrals.values.filter { $0.from == owner && $0.to == leave.to }.map(\.state)
        if states.contains(.accepted) || states.contains(.inProgress) { return leave.groups }
        let isOffered = transfers.values.contains { $0.to == leave.to && $0.state == .offered }
        return isOffered || states.contains(.sent) || states.contains(.seen) ? .summary : []
    }

    private func isCovered(_ person: Int, _ to: OrganizationID) -> Bool {
        leaves.values.contains { $0.person == person && $0.to == to && $0.isLive }
    }

    private func isWholeFor(_ to: OrganizationID) -> Bool {
        let clients = (0..<persons).filter { !erased.contains($0) }
        return !clients.isEmpty
            && clients.allSatisfy { person in
                leaves.values.contains { $0.person == person && $0.to == to && $0.isLive && $0.groups == .full }
            }
    }

    private mutating func answer(_ id: ReferralID, _ next: ReferralState, _ player: SharingPlayer) -> Bool {
        guard let sent = referrals[id], sent.to == player.organization, sent.state.next.contains(next) else {
            return false
        }
        if next == .accepted || next == .declined, sent.toTeam == nil { referrals[id]?.toTeam = player.team }
        move(id, to: next)
        return true
    }

    private mutating func move(_ id: ReferralID, to state: ReferralState) {
        referrals[id]?.state = state
        referrals[id]?.changes += 1
    }

    private mutating func settle(_ id: TransferID, _ state: TransferState) {
        transfers[id]?.state = state
        transfers[id]?.changes += 1
    }

    private mutating func end(_ id: AuthorityID) {
        guard let leave = leaves[id], leave.isLive else { return }
        leaves[id]?.isLive = false
        guard !leaves.values.contains(where: { $0.to == leave.to && $0.isLive }) else { return }
        for (id, sent) in referrals where sent.from == owner && sent.to == leave.to && sent.state.isLive {
            move(id, to: .revoked)
        }
        for (id, offer) in transfers where offer.to == leave.to && offer.state == .offered { settle(id, .revoked) }
    }

    private mutating func take(_ id: TransferID, _ offer: Offered) {
        for (id, sent) in referrals where sent.from == owner && sent.state.isLive { move(id, to: .revoked) }
        for id in leaves.keys { leaves[id]?.isLive = false }
        settle(id, .accepted)
        owner = offer.to
    }
}
