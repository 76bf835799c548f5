import Access
import Casework
import Database
import Domain
import People

/// The acts between two organisations.
extension NetworkMaker {
    func share(
        _ act: CaseAct,
        in story: inout CaseState,
        by worker: Principal,
        number: Int,
        on connection: any Connection
    ) throws {
        switch act {
        case .consent(let recipient, let purpose):
            guard !story.isClosed else { return }
            story.recipient = recipient
            story.authority = try rooms.authorities.give(
                consent(story, recipient, purpose),
                in: story.id,
                by: worker,
                on: connection
            )
        case .refer(let recipient, let urgency, let womanLawyer):
            guard let authority = story.authority, !story.isClosed else { return }
            var note = ReferralNote()
            note.text = "Просим помочь; документы при человеке."
            note.wantsWomanLawyer = womanLawyer
            story.referral = try rooms.referrals.send(
                ReferralDraft(
                    recipient: staff.organizations[recipient],
                    authority: authority,
                    urgency: urgency,
                    note: note
                ),
                of: story.id,
                by: worker,
                on: connection
            )
        case .revoke:
            guard let referral = story.referral else { return }
            try rooms.referrals.revoke(referral, by: worker, on: connection)
        case .withdraw:
            guard let authority = story.authority else { return }
            try rooms.authorities.withdraw(
                authority,
                in: story.id,
                WithdrawalDraft(deadlinesWereSaid: true, recipientLearnsWhy: number % 2 == 0),
                by: worker,
                on: connection
            )
        default: try answer(act, in: &story, number: number, on: connection)
        }
    }

    private func consent(_ story: CaseState, _ recipient: Int, _ purpose: SharePurpose) -> AuthorityDraft {
        let today = CivilDate(at: clock.surroundings.now(), zone: plan.organizations[story.organization].zone)
        return AuthorityDraft(
            recipient: .organization(staff.organizations[recipient]),
            purpose: purpose,
            groups: FieldGroups([.identity, .contact, .narrative, .documents]),
            language: schedule.people[story.person].identity.languages.first ?? "ru",
            method: story.person % 3 == 0 ? .written : .verbal,
            expiresOn: today.advanced(byDays: 240),
            isStateSentenceRead: plan.organizations[recipient].kind.isOfState
        )
    }

    /// What the recipient does.
    private func answer(
        _ act: CaseAct,
        in story: inout CaseState,
        number: Int,
        on connection: any Connection
    ) throws {
        guard let referral = story.referral, let recipient = story.recipient,
            let colleague = staff.worker(recipient, story.person)
        else { return }
        switch act {
        case .see: try rooms.referrals.see(referral, by: colleague, on: connection)
        case .accept: story.linked = try rooms.referrals.accept(referral, by: colleague, on: connection).id
        case .decline:
            try rooms.referrals.decline(
                referral,
                because: DeclineReason.allCases[number % DeclineReason.allCases.count],
                text: "Нет мест до конца месяца.",
                by: colleague,
                on: connection
            )
        case .start: try rooms.referrals.start(referral, by: colleague, on: connection)
        case .linkedNote(let text):
            guard let linked = story.linked else { return }
            try rooms.entries.add(EntryDraft(.note, EntryBody(text: text)), to: linked, by: colleague, on: connection)
        case .complete(let outcome, let text):
            guard let linked = story.linked else { return }
            try rooms.referrals.complete(referral, outcome: outcome, text: text, by: colleague, on: connection)
            try rooms.cases.close(linked, CaseClosing(outcome: outcome, told: text), by: colleague, on: connection)
        default: return
        }
    }
}
