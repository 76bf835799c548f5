import Access
import Casework
import Database
@_spi(TenantScopes) import Domain
import Foundation
import People
import Synchronization
import TestSupport
import Vault

/// Numbers that look random and are the same for the same seed (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// One case on the register, and everything that was done to it.
final class SharingPlay: Sendable {
    /// An act with its place among all committed ones.
    struct Line: Sendable {
        let act: SharingAct
        let player: SharingPlayer
        let result: SharingResult
        /// The event log's head that it left, or, when it changed nothing, that it saw.
        let position: Int64
        let changed: Bool
    }

    private struct Known {
        var authorities: [AuthorityID] = []
        var referrals: [(id: ReferralID, from: OrganizationID, to: OrganizationID)] = []
        var transfers: [(id: TransferID, from: OrganizationID, to: OrganizationID)] = []
        /// Whom each authority names, and who owns the case as far as a client has heard.
        var recipients: [AuthorityID: OrganizationID] = [:]
        var owner: OrganizationID
        var lines: [Line] = []
    }

    let house: SharingHouse
    let erasure: Erasure
    /// Clients with odd numbers work there, when it is given.
    let peer: SharingPeer?
    let caseID: CaseID
    let persons: Int
    private let known: Mutex<Known>

    init(
        _ house: SharingHouse,
        _ erasure: Erasure,
        _ peer: SharingPeer?,
        persons: Int
    ) async throws {
        self.house = house
        self.erasure = erasure
        self.peer = peer
        self.persons = persons
        known = Mutex(Known(owner: house.home.organization))
        caseID = try await house.openCase((0..<persons).map { SharingHouse.details("Айжамал \($0)") }).id
        try await house.database.write(.system) { connection in
            _ = try connection.execute("UPDATE membership SET state = 'active'")
        }
    }

    /// The players: two of the sender's, one each of clinic and shelter.
    var principals: [Principal] { house.players }

    /// In the order of their commits; what changed nothing stands after what it saw.
    var lines: [Line] {
        known.withLock { $0.lines }.sorted {
            ($0.position, $0.changed ? 0 : 1) < ($1.position, $1.changed ? 0 : 1)
        }
    }

    /// Does one thing that comes to mind, and notes what became of it.
    func step(_ dice: inout Dice, client: Int) async throws {
        guard let (act, fitting) = pick(&dice) else { return }
        let principal = player(fitting, &dice)
        let player = SharingPlayer(
            user: principal.user,
            organization: principal.organization,
            team: principal.team ?? ""
        )
        let done =
            if let peer, !client.isMultiple(of: 2) {
                try await peer.perform(act, by: principal.user, in: caseID, at: house.clock.now)
            } else {
                try await SharingHand(house: house, erasure: erasure, caseID: caseID).perform(act, by: principal)
            }
        known.withLock { known in
            note(act, done.result, player.organization, &known)
            known.lines.append(
                Line(
                    act: act,
                    player: player,
                    result: done.result,
                    position: done.position,
                    changed: done.changed
                )
            )
        }
    }

    private func note(
        _ act: SharingAct,
        _ result: SharingResult,
        _ own: OrganizationID,
        _ known: inout Known
    ) {
        switch (act, result) {
        case (.give(_, let to, _), .authority(let id)):
            known.authorities.append(id)
            known.recipients[id] = to
        case (.refer(let authority), .referral(let id)):
            if let to = known.recipients[authority] { known.referrals.append((id, own, to)) }
        case (.offer(let to), .transfer(let id)): known.transfers.append((id, own, to))
        case (.take, .done): known.owner = own
        default: break
        }
    }

    /// Mostly somebody of the organisation whose turn it is, and now and then anybody.
    private func player(_ fitting: OrganizationID, _ dice: inout Dice) -> Principal {
        let all = principals
        let candidates = all.filter { $0.organization == fitting }
        let isAnybody = Int.random(in: 0..<6, using: &dice) == 0
        return (isAnybody ? all : candidates).randomElement(using: &dice) ?? house.home
    }

    private func pick(_ dice: inout Dice) -> (SharingAct, OrganizationID)? {
        let known = known.withLock { $0 }
        let organizations = [house.clinic, house.clinic, house.shelter, house.home].map(\.organization)
        let to = organizations.randomElement(using: &dice) ?? known.owner
        let person = Int.random(in: 0..<persons, using: &dice)
        // The latest is what most is done with.
        func some<Element>(_ list: [Element]) -> Element? {
            Bool.random(using: &dice) ? list.last : list.randomElement(using: &dice)
        }
        let authority = some(known.authorities)
        let referral = some(known.referrals)
        let transfer = some(known.transfers)
        let owner = known.owner
        switch Int.random(in: 0..<40, using: &dice) {
        case 0...6:
            let isWhole = Int.random(in: 0..<3, using: &dice) > 0
            return (.give(person: person, to: to, isWhole ? .full : FieldGroups([.identity, .contact])), owner)
        case 7: return authority.map { (.withdraw($0), owner) }
        case 8...13: return authority.map { (.refer($0), owner) }
        case 14, 15: return referral.map { (.see($0.id), $0.to) }
        case 16...20: return referral.map { (.accept($0.id), $0.to) }
        case 21: return referral.map { (.decline($0.id), $0.to) }
        case 22...25: return referral.map { (.start($0.id), $0.to) }
        case 26, 27: return referral.map { (.complete($0.id), $0.to) }
        case 28: return referral.map { (.revoke($0.id), $0.from) }
        case 29...32: return (.offer(to: to), owner)
        case 33, 34: return transfer.map { (.take($0.id), $0.to) }
        case 35:
            return transfer.map { Bool.random(using: &dice) ? (.refuse($0.id), $0.to) : (.retract($0.id), $0.from) }
        case 36: return (.close, owner)
        case 37: return (.reopen, owner)
        case 38: return Int.random(in: 0..<4, using: &dice) == 0 ? (.erase(person: person), owner) : (.reopen, owner)
        default:
            guard Int.random(in: 0..<4, using: &dice) == 0 else { return authority.map { (.refer($0), owner) } }
            return (.disable(house.colleague.user), house.home.organization)
        }
    }
}
