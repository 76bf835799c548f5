import Access
import Casework
import Database
import Domain
import Hotline
import People
import Vault

/// What waits for whoever signs in today: tasks due, callers to be rung tonight, a note of the last shift, a rota.
struct NetworkPresent {
    let maker: NetworkMaker
    let seed: UInt64

    private var rooms: Rooms { maker.rooms }
    private var surroundings: Surroundings { maker.installation.surroundings }

    func make() async throws {
        let made = maker.made
        for (index, organization) in maker.staff.organizations.enumerated() {
            guard maker.staff.worker(index, 0) != nil else { continue }
            try await maker.installation.database.write(.organization(organization)) { [self] connection in
                try fill(index, made, on: connection)
            }
        }
        try await share(made)
        try await fillInboxes(made)
    }

    private func fill(_ index: Int, _ made: NetworkMaker.State, on connection: any Connection) throws {
        var random = SeededGenerator(seed: seed &+ UInt64(index))
        let zone = maker.plan.organizations[index].zone
        let today = CivilDate(at: surroundings.now(), zone: zone)
        let open = made.cases.filter { $0.value.organization == index && !$0.value.isClosed }.sorted { $0.key > $1.key }
        for (number, story) in open.prefix(24).enumerated() {
            guard let worker = maker.staff.worker(index, number) else { continue }
            let kind: EntryKind = number % 4 == 3 ? .deadline : .task
            _ = try rooms.entries.add(
                EntryDraft(
                    kind,
                    EntryBody(title: random.pick(FictionalWords.tasks, or: "Позвонить")),
                    assignee: worker.user,
                    dueOn: today.advanced(byDays: Int64(number % 5) - 1)
                ),
                to: story.value.id,
                by: worker,
                on: connection
            )
        }
        guard let taker = maker.staff.operators[index].first else { return }
        try tonight(index, made, taker, zone, &random, on: connection)
        if index == 0 || maker.plan.organizations[index].isPractice { try shift(taker, index, zone, on: connection) }
    }

    /// Callers who asked to be rung tonight.
    private func tonight(
        _ index: Int,
        _ made: NetworkMaker.State,
        _ taker: Principal,
        _ zone: String,
        _ random: inout SeededGenerator,
        on connection: any Connection
    ) throws {
        let own = made.people.keys.filter { maker.schedule.owners[$0] == index }.sorted()
        for hour in 1...3 {
            guard let person = own.randomElement(using: &random), let id = made.people[person] else { return }
            let topic = random.pick(FictionalWords.topics, or: FictionalWords.topics[0])
            let number = maker.schedule.people[person].phones?.first?.number ?? "+996700000000"
            var draft = ContactDraft(channel: .phone, language: "ky", problems: [topic.problem])
            draft.hostCountry = "RU"
            draft.members = [ContactMember(id, .caller)]
            draft.narrative.summary = random.pick(topic.notes, or: "")
            draft.caller = ContactCaller(number: number)
            draft.outcome = .callBack
            draft.callBack = CallBackRequest(
                dueAt: surroundings.now().advanced(bySeconds: Int64(hour) * 5400),
                zone: zone,
                number: number,
                note: "После смены, говорить с ним самим."
            )
            _ = try rooms.contacts.save(draft, by: taker, on: connection)
        }
    }

    /// The note of the last shift, a week of duties and the ladder of those on call.
    private func shift(_ taker: Principal, _ index: Int, _ zone: String, on connection: any Connection) throws {
        let earlier = maker.staff.operators[index].last ?? taker
        _ = try ShiftNoteStore(contacts: rooms.contacts).write(
            "Ночь спокойная. Женщина из цеха в Подмосковье выйдет на связь после 22:00 по Москве, говорить по-кыргызски. "
                + "Приюту сказано, место держат до утра.",
            by: earlier,
            on: connection
        )
        let today = CivilDate(at: surroundings.now(), zone: zone)
        let rota = RotaStore(contacts: rooms.contacts)
        let staff = maker.staff.operators[index]
        for day in 0..<7 {
            for (turn, hours) in [(8 * 60, 20 * 60), (20 * 60, 32 * 60)].enumerated() {
                let who = staff[(day * 2 + turn) % staff.count]
                try rota.add(
                    DutyHours(
                        day: today.advanced(byDays: Int64(day)),
                        fromMinute: hours.0,
                        untilMinute: hours.1,
                        zone: zone
                    ),
                    DutyPerson(name: who.dutyName, phone: "+99631200012\(turn)"),
                    isOnCall: false,
                    by: taker,
                    on: connection
                )
            }
        }
        for (step, leader) in (maker.staff.leaders[index] + maker.staff.workers[index]).prefix(3).enumerated() {
            try OnCallStore(contacts: rooms.contacts).addStep(
                DutyPerson(name: leader.dutyName, phone: "+99631200013\(step)"),
                waitMinutes: 5,
                by: taker,
                on: connection
            )
        }
    }

    // MARK: - People

    /// Every sixth of the first people's records is shared with the next organisation.
    private func share(_ made: NetworkMaker.State) async throws {
        for index in stride(from: 0, to: min(240, maker.schedule.people.count), by: 6) {
            let owner = maker.schedule.owners[index]
            let recipient = owner == 0 ? 1 : 0
            guard let person = made.people[index], recipient < maker.staff.organizations.count,
                !maker.plan.organizations[owner].isPractice, let worker = maker.staff.worker(owner, index)
            else { continue }
            let draft = GrantDraft(
                record: person.retagged(),
                recipient: maker.staff.organizations[recipient],
                groups: FieldGroups([.identity, .contact]),
                purpose: SharingPurpose.legalAid.rawValue,
                expiresAt: surroundings.now().advanced(bySeconds: 90 * 86_400),
                createdBy: worker.user
            )
            try await maker.installation.database.write(.organization(worker.organization)) { [rooms] connection in
                do {
                    _ = try rooms.people.share(person, draft, by: worker, on: connection)
                } catch VaultError.alreadyShared {
                    // A referral has shared it already.
                }
            }
        }
    }

    // MARK: - Between organisations

    /// Referrals of these hours in every state, and a case that is offered for good.
    private func fillInboxes(_ made: NetworkMaker.State) async throws {
        let helpers = maker.plan.organizations.indices.filter { index in
            let organization = maker.plan.organizations[index]
            return organization.hasCases && !organization.isPractice && !organization.kind.isOfState
        }
        for index in helpers {
            let open = made.cases.filter { story in
                story.value.organization == index && !story.value.isClosed && story.value.referral == nil
            }.sorted { $0.key > $1.key }
            for (number, story) in open.prefix(7).enumerated() {
                let others = helpers.filter { $0 != index }
                guard let worker = maker.staff.worker(index, story.value.person), !others.isEmpty else { continue }
                let recipient = others[(index + number) % others.count]
                try await maker.installation.database.write(.system) { [self] connection in
                    do {
                        try pass(story.value, number, to: recipient, by: worker, on: connection)
                    } catch is SharingError {
                        // Somebody whom a rule protects isn't passed on.
                    }
                }
            }
        }
    }

    private func pass(
        _ story: NetworkMaker.CaseState,
        _ number: Int,
        to recipient: Int,
        by worker: Principal,
        on connection: any Connection
    ) throws {
        var story = story
        func act(_ act: CaseAct) throws {
            try maker.share(act, in: &story, by: worker, number: number, on: connection)
        }
        try act(.consent(recipient: recipient, .legalAid))
        if number == 6 {
            _ = try rooms.transfers.offer(
                story.id,
                to: maker.staff.organizations[recipient],
                HandoverSheet(
                    deadlines: "Жалоба подана, ответ ждём до конца месяца.",
                    originals: "Оригиналы у человека.",
                    promises: "Обещано позвонить в пятницу вечером.",
                    dangers: "Не звонить на рабочий номер."
                ),
                by: worker,
                on: connection
            )
            return
        }
        let urgency: [Urgency] = [.normal, .urgent, .normal, .normal, .emergency, .normal]
        try act(.refer(recipient: recipient, urgency[number % urgency.count], womanLawyer: number == 1))
        if number % 5 > 0 { try act(.see) }
        if number % 5 > 1 { try act(number % 5 == 4 ? .decline : .accept) }
        if number % 5 == 3 { try act(.start) }
    }
}
