import Access
import Casework
import Database
import Domain
import People
import Hotline
import Synchronization

/// Carries out a schedule through the rooms' own stores, act by act, with the clock at the time of each.
final class NetworkMaker: Sendable {
    /// What was made so far, by the places in the schedule.
    struct State: Sendable {
        var people: [Int: PersonID] = [:]
        var contacts: [Int: ContactID] = [:]
        var cases: [Int: CaseState] = [:]
        var employers: [EmployerKey: EmployerID] = [:]
    }

    /// What later acts of a case need to know of it.
    struct CaseState: Sendable {
        let id: CaseID
        let organization: Int
        let person: Int
        var tasks: [CaseEntryID] = []
        var claim: CaseEntryID?
        var appointment: AppointmentID?
        var authority: AuthorityID?
        var referral: ReferralID?
        var recipient: Int?
        var linked: CaseID?
        var isClosed = false
    }

    struct EmployerKey: Hashable, Sendable {
        let organization: Int
        let name: String
    }

    let installation: Installation
    let clock: DemonstrationClock
    let plan: DemonstrationNetworkPlan
    let staff: NetworkStaff
    let schedule: NetworkSchedule
    /// How long a transaction gathers acts.
    let turn: Duration
    private let state = Mutex(State())

    init(
        _ installation: Installation,
        _ clock: DemonstrationClock,
        _ plan: DemonstrationNetworkPlan,
        _ staff: NetworkStaff,
        _ schedule: NetworkSchedule,
        turn: Duration = .milliseconds(80)
    ) {
        self.installation = installation
        self.clock = clock
        self.plan = plan
        self.staff = staff
        self.schedule = schedule
        self.turn = turn
    }

    var rooms: Rooms { installation.rooms }

    /// What has been made; for those who go on from there.
    var made: State { state.withLock { $0 } }

    /// Carries out everything, then lets the clock run as the world's does.
    func run() async throws {
        var next = 0
        while next < schedule.acts.count {
            let start = next
            // The acts of all organisations come in the order of time, so a transaction holds several's.
            next = try await installation.database.write(.system) { [self] connection in
                try perform(from: start, on: connection)
            }
        }
        clock.move(to: nil)
    }

    private func perform(from start: Int, on connection: any Connection) throws -> Int {
        let timer = ContinuousClock()
        let deadline = timer.now + turn
        var next = start
        var present = state.withLock { state in
            let taken = state
            state = State()
            return taken
        }
        while next < schedule.acts.count, timer.now < deadline {
            let timed = schedule.acts[next]
            clock.move(to: timed.at)
            do {
                try perform(timed.act, number: next, &present, on: connection)
            } catch is SharingError {
                // Somebody whom a rule protects isn't passed on; the rest of their story goes on without it.
            } catch CaseError.refused {
                // So for an act that the person's instructions or the state of the case stand against.
            }
            next += 1
        }
        let now = present
        state.withLock { $0 = now }
        return next
    }

    private func perform(
        _ act: NetworkAct,
        number: Int,
        _ state: inout State,
        on connection: any Connection
    ) throws {
        switch act {
        case .person(let index):
            guard let worker = staff.worker(schedule.owners[index], index) else { return }
            state.people[index] = try rooms.people.create(schedule.people[index], by: worker, on: connection)
        case .contact(let contact): try take(contact, &state, on: connection)
        case .reached(let contact, let organization): try callBack(contact, organization, state, on: connection)
        case .open(let opened): try open(opened, &state, on: connection)
        case .work(let index, let act):
            guard var story = state.cases[index] else { return }
            defer { state.cases[index] = story }
            try work(act, in: &story, number: number, &state, on: connection)
        case .sweep:
            while try SharingSweep(rooms.cases).run(on: connection) > 0 {}
        }
    }
}

// MARK: - The telephone

extension NetworkMaker {
    private func take(_ planned: PlannedContact, _ state: inout State, on connection: any Connection) throws {
        guard let taker = staff.operator(planned.organization, planned.index) else { return }
        state.contacts[planned.index] = try rooms.contacts.save(
            draft(planned, state),
            by: taker,
            on: connection
        ).id
    }

    private func draft(_ planned: PlannedContact, _ state: State) -> ContactDraft {
        let problems = [planned.topic?.problem, planned.secondTopic?.problem].compactMap { $0 }
        var draft = ContactDraft(
            channel: planned.channel,
            language: planned.language,
            problems: problems.isEmpty ? [.information] : problems
        )
        draft.hostCountry = planned.country
        draft.hostRegion = planned.region
        draft.heardFrom = planned.heardFrom
        draft.outcome = planned.outcome
        draft.narrative.summary = planned.note
        if planned.topic?.problem.rawValue == "confinement" { draft.urgency = .emergency }
        let number = planned.person.flatMap { schedule.people[$0].phones?.first?.number }
        if planned.channel == .phone, let number { draft.caller = ContactCaller(number: number) }
        if planned.channel == .messenger { draft.messenger = "whatsapp" }
        if let person = planned.person.flatMap({ state.people[$0] }) {
            draft.members = [ContactMember(person, planned.isRelative ? .concerned : .caller)]
        }
        if planned.isRelative {
            draft.counterpart = .relative
            draft.relation = .parent
        } else {
            draft.relation = .own
        }
        if let wait = planned.callBackAfter {
            draft.callBack = CallBackRequest(
                dueAt: clock.surroundings.now().advanced(bySeconds: wait),
                zone: plan.organizations[planned.organization].zone,
                number: number ?? "+996700000000",
                note: planned.note
            )
        }
        return draft
    }

    private func callBack(
        _ contact: Int,
        _ organization: Int,
        _ state: State,
        on connection: any Connection
    ) throws {
        guard let id = state.contacts[contact], let taker = staff.operator(organization, contact) else { return }
        let store = CallBackStore(contacts: rooms.contacts)
        let waiting = try store.waiting(until: clock.surroundings.now(), limit: 20, for: taker, on: connection)
        for one in waiting where one.contact == id {
            try store.tried(one.id, .reached, note: "", by: taker, on: connection)
        }
    }
}
