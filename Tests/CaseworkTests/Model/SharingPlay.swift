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
    let databases: [Database]
    let caseID: CaseID
    let persons: Int
    private let known: Mutex<Known>

    init(
        _ house: SharingHouse,
        _ erasure: Erasure,
        _ databases: [Database],
        persons: Int
    ) async throws {
        self.house = house
        self.erasure = erasure
        self.databases = databases
        self.persons = persons
        known = Mutex(Known(owner: house.home.organization))
        caseID = try await house.openCase((0..<persons).map { SharingHouse.details("Айжамал \($0)") }).id
        try await house.database.write(.system) { connection in
            _ = try connection.execute("UPDATE membership SET state = 'active'")
        }
    }

    /// The players: two of the sender's, one each of clinic and shelter.
    var principals: [Principal] { [house.home, house.colleague, house.clinic, house.shelter] }

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
        let database = databases[client % databases.count]
        let (result, position, changed) = try await perform(act, by: principal, on: database)
        known.withLock { known in
            note(act, result, player.organization, &known)
            known.lines.append(
                Line(act: act, player: player, result: result, position: position, changed: changed)
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

    /// What was thrown in a transaction, with the head that it saw.
    private struct Refused: Error {
        let head: Int64
    }

    private func perform(
        _ act: SharingAct,
        by principal: Principal,
        on database: Database
    ) async throws -> (SharingResult, Int64, Bool) {
        let scope: TransactionScope =
            switch act {
            case .accept, .decline, .complete, .take, .refuse: .system
            default: .organization(principal.organization)
            }
        do {
            return try await database.write(scope) { connection in
                let before = try EventLog.head(on: connection)
                do {
                    try self.refuseDisabled(principal, on: connection)
                    let result = try self.carryOut(act, by: principal, on: connection)
                    let after = try EventLog.head(on: connection)
                    return (result, after, after > before)
                } catch is SharingError {
                    throw Refused(head: before)
                } catch CaseError.notFound {
                    throw Refused(head: before)
                } catch CaseError.refused {
                    throw Refused(head: before)
                }
            }
        } catch let refused as Refused {
            return (.refused, refused.head, false)
        }
    }

    /// As every request is asked anew whether its session still counts.
    private func refuseDisabled(_ principal: Principal, on connection: any Connection) throws {
        let active = try connection.count(
            """
            SELECT COUNT(*) FROM membership WHERE user_id = \(principal.user)
                AND organization_id = \(principal.organization) AND state = 'active'
            """
        )
        guard active == 1 else { throw SharingError.notFound }
    }

    private func member(_ index: Int, on connection: any Connection) throws -> PersonID {
        let all = try connection.rows(
            "SELECT person_id FROM case_person WHERE case_id = \(caseID) ORDER BY position"
        ) { try $0.id(0, PersonEntity.self) }
        guard all.indices.contains(index) else { throw SharingError.notFound }
        return all[index]
    }

    private func carryOut(
        _ act: SharingAct,
        by principal: Principal,
        on connection: any Connection
    ) throws -> SharingResult {
        switch act {
        case .give(let person, let to, let groups):
            var draft = house.draft(to: house.clinic, groups)
            draft.recipient = .organization(to)
            draft.person = try member(person, on: connection)
            return .authority(try house.authorities.give(draft, in: caseID, by: principal, on: connection))
        case .withdraw(let id):
            try house.authorities.withdraw(
                id,
                in: caseID,
                WithdrawalDraft(deadlinesWereSaid: true),
                by: principal,
                on: connection
            )
        case .refer(let id):
            let list = try house.authorities.list(of: caseID, for: principal, on: connection)
            guard let to = list.first(where: { $0.id == id })?.recipient else { throw SharingError.notFound }
            let draft = ReferralDraft(recipient: to, authority: id, urgency: .normal)
            return .referral(try house.referrals.send(draft, of: caseID, by: principal, on: connection))
        case .see(let id): try house.referrals.see(id, by: principal, on: connection)
        case .accept(let id): _ = try house.referrals.accept(id, by: principal, on: connection)
        case .decline(let id):
            try house.referrals.decline(id, because: .noCapacity, by: principal, on: connection)
        case .start(let id): try house.referrals.start(id, by: principal, on: connection)
        case .complete(let id):
            try house.referrals.complete(id, outcome: .solved, by: principal, on: connection)
        case .revoke(let id): try house.referrals.revoke(id, by: principal, on: connection)
        case .offer(let to):
            let sheet = HandoverSheet(deadlines: "нет")
            return .transfer(try house.transfers.offer(caseID, to: to, sheet, by: principal, on: connection))
        case .take(let id): _ = try house.transfers.accept(id, by: principal, on: connection)
        case .refuse(let id):
            try house.transfers.decline(id, because: .noCapacity, by: principal, on: connection)
        case .retract(let id): try house.transfers.revoke(id, by: principal, on: connection)
        case .close:
            try house.cases.close(caseID, CaseClosing(outcome: .solved, told: "Всё"), by: principal, on: connection)
        case .reopen: try house.cases.reopen(caseID, why: "Снова", by: principal, on: connection)
        case .erase(let person): try erase(try member(person, on: connection), by: principal, on: connection)
        case .disable(let user):
            guard principal.organization == house.home.organization else { throw SharingError.notFound }
            try connection.execute(
                """
                UPDATE membership SET state = 'disabled'
                WHERE user_id = \(user) AND organization_id = \(house.home.organization)
                """
            )
            try EventLog.append(
                Event(
                    kind: "member.disabled",
                    organization: principal.organization,
                    subject: user.retagged(),
                    at: house.clock.now
                ),
                on: connection
            )
        }
        return .done
    }

    private func erase(_ person: PersonID, by principal: Principal, on connection: any Connection) throws {
        _ = try house.cases.requireOwn(caseID, by: principal, on: connection)
        let owned = try connection.count(
            "SELECT COUNT(*) FROM person WHERE id = \(person) AND organization_id = \(principal.organization)"
        )
        guard owned == 1 else { throw SharingError.notFound }
        try SharingErasure(house.cases).prepare(
            person: person,
            of: principal.organization,
            by: principal,
            on: connection
        )
        _ = try house.people.erase(person, by: principal, erasure, on: connection)
    }
}
