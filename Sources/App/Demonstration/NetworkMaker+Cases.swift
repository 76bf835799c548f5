import Access
import Calendar
import Casework
import Database
import Domain
import Hotline

/// The acts of casework.
extension NetworkMaker {
    func open(_ planned: PlannedCase, _ state: inout State, on connection: any Connection) throws {
        guard let worker = staff.worker(planned.organization, planned.index), let client = state.people[planned.person]
        else { return }
        let contact = planned.contact.flatMap { state.contacts[$0] }
        let made = try rooms.cases.create(
            CaseDraft(
                members: [CaseMember(client, .client)],
                problems: planned.problems,
                situation: planned.situation,
                countries: CaseCountries(stay: CountryCode(planned.country)),
                contact: contact
            ),
            by: worker,
            on: connection
        )
        if let contact { try rooms.contacts.attach(made.id, to: contact, by: worker, on: connection) }
        state.cases[planned.index] = CaseState(
            id: made.id,
            organization: planned.organization,
            person: planned.person
        )
    }

    func work(
        _ act: CaseAct,
        in story: inout CaseState,
        number: Int,
        _ state: inout State,
        on connection: any Connection
    ) throws {
        guard let worker = staff.worker(story.organization, story.person) else { return }
        switch act {
        case .consent, .refer, .see, .accept, .decline, .start, .linkedNote, .complete, .revoke, .withdraw:
            try share(act, in: &story, by: worker, number: number, on: connection)
        case .close(let outcome, let status, let told):
            try rooms.cases.close(
                story.id,
                CaseClosing(outcome: outcome, status: status, told: told),
                by: worker,
                on: connection
            )
            story.isClosed = true
        case .reopen:
            try rooms.cases.reopen(
                story.id,
                why: "Выплата остановилась, человек позвонил снова.",
                by: worker,
                on: connection
            )
            story.isClosed = false
        default:
            guard !story.isClosed else { return }
            try write(act, in: &story, by: worker, &state, on: connection)
        }
    }

    /// What is written into an open case.
    private func write(
        _ act: CaseAct,
        in story: inout CaseState,
        by worker: Principal,
        _ state: inout State,
        on connection: any Connection
    ) throws {
        let entries = rooms.entries
        let today = CivilDate(at: clock.surroundings.now(), zone: plan.organizations[story.organization].zone)
        func add(_ draft: EntryDraft) throws -> CaseEntryID {
            try entries.add(draft, to: story.id, by: worker, on: connection)
        }
        switch act {
        case .note(let text): _ = try add(EntryDraft(.note, EntryBody(text: text)))
        case .instruction(let allows):
            var body = EntryBody(text: "Со слов человека.")
            body.instruction = InstructionPart(
                allowsAuthorities: allows,
                allowsEmployer: allows,
                timing: "после ухода с работы"
            )
            _ = try add(EntryDraft(.instruction, body))
        case .statusCheck:
            var body = EntryBody()
            body.statusCheck = StatusCheckPart(stay: .clear, register: .unknown, warrant: .unknown, ban: .clear)
            _ = try add(EntryDraft(.statusCheck, body))
        case .task(let title, let days):
            let due = today.advanced(byDays: Int64(days))
            story.tasks.append(try add(EntryDraft(.task, EntryBody(title: title), assignee: worker.user, dueOn: due)))
        case .finishTask:
            guard !story.tasks.isEmpty else { return }
            try entries.finish(story.tasks.removeFirst(), in: story.id, by: worker, on: connection)
        case .finishStep:
            let steps = try entries.entries(of: story.id, for: worker, kinds: [.step], on: connection)
            guard let step = steps.last(where: { $0.state.isOpen && $0.counterpart == nil }) else { return }
            try entries.finish(step.id, in: story.id, by: worker, on: connection)
        case .claim(let hundredths, let employer):
            guard let rubles = CurrencyCode("RUB") else { return }
            try link(employer, to: story, by: worker, &state, on: connection)
            var body = EntryBody(title: employer)
            body.claim = EntryBody.ClaimPart(owed: Money(hundredths: hundredths, currency: rubles))
            story.claim = try add(EntryDraft(.claim, body))
        case .payment(let hundredths):
            guard let rubles = CurrencyCode("RUB") else { return }
            var body = EntryBody()
            body.payment = EntryBody.PaymentPart(
                amount: Money(hundredths: hundredths, currency: rubles),
                paidOn: today,
                route: PaymentRoute.card.rawValue
            )
            _ = try add(EntryDraft(.payment, body, parent: story.claim, state: .done))
        default: try meet(act, in: &story, by: worker, today, state, on: connection)
        }
    }

    private func meet(
        _ act: CaseAct,
        in story: inout CaseState,
        by worker: Principal,
        _ today: CivilDate,
        _ state: State,
        on connection: any Connection
    ) throws {
        switch act {
        case .appointment(let days):
            story.appointment = try rooms.appointments.create(
                AppointmentDetails(
                    day: today.advanced(byDays: Int64(days)),
                    minute: 10 * 60 + 30,
                    zone: plan.organizations[story.organization].zone,
                    staff: worker.user,
                    person: state.people[story.person],
                    caseFile: story.id,
                    note: "Приём, взять паспорт и переписку."
                ),
                by: worker,
                on: connection
            )
        case .appointmentOver(let isMissed):
            guard let appointment = story.appointment else { return }
            try rooms.appointments.set(
                isMissed ? .missed : .completed,
                of: appointment,
                from: 1,
                by: worker,
                on: connection
            )
        default: return
        }
    }

    private func link(
        _ employer: String,
        to story: CaseState,
        by worker: Principal,
        _ state: inout State,
        on connection: any Connection
    ) throws {
        let key = EmployerKey(organization: story.organization, name: employer)
        let known = state.employers[key]
        let id =
            try known
            ?? rooms.employers.create(
                EmployerNames(employer),
                country: CountryCode("RU"),
                by: worker,
                on: connection
            )
        state.employers[key] = id
        try rooms.employers.link(id, role: .hirer, to: story.id, by: worker, on: connection)
    }
}
