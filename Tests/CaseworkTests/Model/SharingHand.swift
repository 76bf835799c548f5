import Access
import Casework
import Database
@_spi(TenantScopes) import Domain
import People
import Vault

/// What became of an act, and where it stands among all committed ones.
struct SharingDone: Sendable {
    let result: SharingResult
    /// The event log's head that it left, or, when it changed nothing, that it saw.
    let position: Int64
    let changed: Bool
}

/// Carries acts out on the register, in whichever process it is.
struct SharingHand: Sendable {
    let house: SharingHouse
    let erasure: Erasure
    let caseID: CaseID

    /// What was thrown in a transaction, with the head that it saw.
    private struct Refused: Error {
        let head: Int64
    }

    func perform(_ act: SharingAct, by principal: Principal) async throws -> SharingDone {
        let scope: TransactionScope =
            switch act {
            case .accept, .decline, .complete, .take, .refuse: .system
            default: .organization(principal.organization)
            }
        do {
            return try await house.database.write(scope) { connection in
                let before = try EventLog.head(on: connection)
                do {
                    try self.refuseDisabled(principal, on: connection)
                    let result = try self.carryOut(act, by: principal, on: connection)
                    let after = try EventLog.head(on: connection)
                    return SharingDone(result: result, position: after, changed: after > before)
                } catch is SharingError {
                    throw Refused(head: before)
                } catch CaseError.notFound {
                    throw Refused(head: before)
                } catch CaseError.refused {
                    throw Refused(head: before)
                }
            }
        } catch let refused as Refused {
            return SharingDone(result: .refused, position: refused.head, changed: false)
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
