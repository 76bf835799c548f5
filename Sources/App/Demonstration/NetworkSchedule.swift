import Domain
import Hotline
import People

/// How much of a network is made.
struct NetworkSizes: Sendable {
    var people: Int
    var contacts: Int
    var cases: Int
    /// Of a hundred cases, so many have a long life: notes, claims, referrals, an end. The others are opened only.
    var lively = 100
}

/// Something that happens in the network, by the places of whom it concerns in the schedule's lists.
enum NetworkAct: Sendable {
    case person(Int)
    case contact(PlannedContact)
    /// Somebody who waited for a call was reached.
    case reached(contact: Int, organization: Int)
    case open(PlannedCase)
    case work(case: Int, CaseAct)
    /// What clocks do every day: referrals expire, authorities lapse.
    case sweep
}

/// What is done in a case after it was opened.
enum CaseAct: Sendable {
    case instruction(allows: Bool)
    case statusCheck
    case note(String)
    case task(String, days: Int)
    case finishTask
    case finishStep
    case claim(hundredths: Int64, employer: String)
    case payment(hundredths: Int64)
    case appointment(days: Int)
    case appointmentOver(isMissed: Bool)
    case consent(recipient: Int, SharePurpose)
    case refer(recipient: Int, Urgency, womanLawyer: Bool)
    case see
    case accept
    case decline
    case start
    case linkedNote(String)
    case complete(CaseOutcome, String)
    case revoke
    case withdraw
    case close(CaseOutcome, CaseStatus, String)
    case reopen
}

/// A contact as it will be taken.
struct PlannedContact: Sendable {
    let index: Int
    let organization: Int
    let person: Int?
    let topic: FictionalWords.Topic?
    let secondTopic: FictionalWords.Topic?
    let note: String
    let channel: Channel
    let language: String
    let country: String
    let region: String?
    let isRelative: Bool
    let heardFrom: HeardFrom?
    var outcome: ContactOutcome
    /// Seconds after which the caller wants to be called back.
    var callBackAfter: Int64?
}

/// A case as it will be opened.
struct PlannedCase: Sendable {
    let index: Int
    let organization: Int
    let person: Int
    let contact: Int?
    let problems: [ProblemCode]
    let situation: String
    let country: String
}

/// The acts of a network in the order of their time; wholly from the seed and the present instant.
struct NetworkSchedule: Sendable {
    struct Timed: Sendable {
        let at: Instant
        let order: Int
        let act: NetworkAct
    }

    private(set) var acts: [Timed] = []
    var people: [PersonDetails] = []
    private(set) var owners: [Int] = []
    /// When each person is recorded, in order; and who belongs to each organisation.
    private var arrivals: [Instant] = []
    private var byOwner: [[Int]] = []
    private var random: SeededGenerator
    private let plan: DemonstrationNetworkPlan
    private let now: Instant

    static let years: Int64 = 3

    init(_ plan: DemonstrationNetworkPlan, _ sizes: NetworkSizes, seed: UInt64, now: Instant) {
        self.plan = plan
        self.now = now
        random = SeededGenerator(seed: seed)
        var fiction = FictionalPeople(seed: seed)
        people.reserveCapacity(sizes.people)
        for index in 0..<sizes.people {
            people.append(fiction.next())
            owners.append(owner(ofPerson: index))
        }
        planPeople()
        let contacts = planContacts(sizes.contacts)
        planCases(sizes, contacts)
        for day in stride(from: -Self.years * 365, to: 0, by: 15) { add(now.advanced(bySeconds: day * 86_400), .sweep) }
        acts.sort { ($0.at, $0.order) < ($1.at, $1.order) }
    }

    private mutating func add(_ at: Instant, _ act: NetworkAct) {
        guard at <= now else { return }
        acts.append(Timed(at: at, order: acts.count, act: act))
    }

    /// The first person and half of the first few belong to the first organisation, so that a small network has
    /// something to share; then the shares decide.
    private mutating func owner(ofPerson index: Int) -> Int {
        if index < 40 { return index % 2 == 0 ? 0 : (index / 2) % min(3, plan.organizations.count) }
        return ownerByShare()
    }

    private mutating func ownerByShare() -> Int {
        random.weighted(plan.organizations.enumerated().map { ($1.share, $0) }, or: 0)
    }

    /// Sometime in the years before, more often lately, in waking hours.
    private mutating func moment() -> Instant {
        let span = Self.years * 365 * 86_400
        let share = Double(random.number(0...1_000_000)) / 1_000_000
        let back = Int64(Double(span) * (1 - share.squareRoot().squareRoot() * share.squareRoot()))
        let day = now.advanced(bySeconds: -back - 3600).milliseconds / 86_400_000
        let hour = random.chance(12) ? random.number(0...23) : random.number(3...17)
        let at = Instant(milliseconds: (day * 86_400 + Int64(hour * 3600 + random.number(0...3599))) * 1000)
        return at < now.advanced(bySeconds: -1800) ? at : now.advanced(bySeconds: -Int64(random.number(1800...30_000)))
    }

    private mutating func moments(_ count: Int) -> [Instant] {
        var moments: [Instant] = []
        moments.reserveCapacity(count)
        for _ in 0..<count { moments.append(moment()) }
        return moments.sorted()
    }

    // MARK: - People

    private mutating func planPeople() {
        arrivals = moments(people.count)
        byOwner = Array(repeating: [], count: plan.organizations.count)
        for index in people.indices {
            byOwner[owners[index]].append(index)
            add(arrivals[index], .person(index))
        }
    }

    /// Somebody whom the organisation knew by then, more often somebody who came lately.
    private mutating func somebody(of organization: Int, at instant: Instant) -> Int? {
        let own = byOwner[organization]
        var low = 0
        var high = own.count
        while low < high {
            let middle = (low + high) / 2
            if arrivals[own[middle]] <= instant { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let reach = min(low, random.chance(70) ? 6 : 200)
        return own[low - 1 - random.number(0...(reach - 1))]
    }

    // MARK: - Contacts

    private static let channels: [(weight: Int, value: Channel)] = [
        (58, .phone), (24, .messenger), (11, .visit), (3, .email), (1, .letter), (3, .outreach),
    ]
    private static let places: [(weight: Int, value: (country: String, region: String?))] = [
        (26, ("RU", "RU-MOW")), (10, ("RU", "RU-MOS")), (12, ("RU", "RU-SPE")), (9, ("RU", "RU-SVE")),
        (5, ("RU", "RU-NVS")), (5, ("RU", "RU-KYA")), (4, ("RU", "RU-TYU")), (4, ("RU", "RU-KDA")),
        (3, ("RU", "RU-SAM")),
        (3, ("RU", "RU-IRK")), (3, ("RU", "RU-YAN")), (2, ("RU", nil)), (4, ("KZ", "KZ-75")), (2, ("KZ", "KZ-71")),
        (3, ("TR", "TR-34")), (1, ("KR", "KR-11")), (4, ("KG", "KG-GB")),
    ]

    private mutating func planContacts(_ count: Int) -> [(at: Instant, contact: PlannedContact)] {
        var planned: [(at: Instant, contact: PlannedContact)] = []
        planned.reserveCapacity(count)
        for at in moments(count) {
            planned.append((at, contact(planned.count, at)))
        }
        return planned
    }

    private mutating func contact(_ index: Int, _ at: Instant) -> PlannedContact {
        let organization = ownerByShare()
        let asksOnly = random.chance(24)
        let topics = FictionalWords.topics
        let topic = asksOnly ? nil : random.weighted(topics.map { ($0.weight, $0) }, or: topics[0])
        var second: FictionalWords.Topic?
        if topic != nil, random.chance(18) {
            second = random.pick(topics, or: topics[0])
            if second?.problem == topic?.problem { second = nil }
        }
        let person = asksOnly && random.chance(80) ? nil : random.chance(12) ? nil : somebody(of: organization, at: at)
        let place = random.weighted(Self.places, or: ("RU", nil))
        var outcome: ContactOutcome = random.chance(78) ? .advised : .noRequest
        var callBackAfter: Int64?
        if topic != nil {
            outcome = random.weighted(
                [(80, .advised), (8, .callBack), (6, .appointment), (6, .referred)],
                or: .advised
            )
            if outcome == .callBack { callBackAfter = Int64(random.number(2...30)) * 3600 }
        }
        let spoken =
            person.flatMap { people[$0].identity.languages.first }
            ?? random.pick(["ky", "ru", "ru", "uz", "tg"], or: "ru")
        return PlannedContact(
            index: index,
            organization: organization,
            person: person,
            topic: topic,
            secondTopic: second,
            note: random.pick(topic?.notes ?? FictionalWords.information, or: ""),
            channel: random.weighted(Self.channels, or: .phone),
            language: spoken,
            country: place.country,
            region: place.region,
            isRelative: person != nil && random.chance(11),
            heardFrom: random.chance(40) ? random.pick(HeardFrom.allCases, or: .friends) : nil,
            outcome: outcome,
            callBackAfter: callBackAfter
        )
    }

    // MARK: - Cases

    private mutating func planCases(_ sizes: NetworkSizes, _ contacts: [(at: Instant, contact: PlannedContact)]) {
        var contacts = contacts
        var candidates = contacts.indices.filter { index in
            let contact = contacts[index].contact
            return contact.person != nil && contact.topic != nil && plan.organizations[contact.organization].hasCases
        }
        candidates.shuffle(using: &random)
        let chosen = candidates.prefix(sizes.cases).sorted()
        for (index, place) in chosen.enumerated() {
            contacts[place].contact.outcome = .caseOpened
            contacts[place].contact.callBackAfter = nil
            let contact = contacts[place].contact
            guard let person = contact.person, let topic = contact.topic else { continue }
            let opened = PlannedCase(
                index: index,
                organization: contact.organization,
                person: person,
                contact: contact.index,
                problems: [topic.problem] + (contact.secondTopic.map { [$0.problem] } ?? []),
                situation: contact.note,
                country: contact.country
            )
            let at = contacts[place].at.advanced(bySeconds: 300)
            add(at, .open(opened))
            if random.chance(sizes.lively) { planLife(of: opened, topic, from: at) }
        }
        openWithoutContact(from: chosen.count, sizes)
        for (at, contact) in contacts {
            add(at, .contact(contact))
            if let wait = contact.callBackAfter {
                add(
                    at.advanced(bySeconds: wait + 600),
                    .reached(contact: contact.index, organization: contact.organization)
                )
            }
        }
    }

    /// When there are fewer fitting contacts than cases, the rest comes from a list or from visits nobody logged.
    private mutating func openWithoutContact(from first: Int, _ sizes: NetworkSizes) {
        guard first < sizes.cases, !people.isEmpty else { return }
        let topics = FictionalWords.topics
        for index in first..<sizes.cases {
            let person = random.number(0...(people.count - 1))
            guard plan.organizations[owners[person]].hasCases else { continue }
            let topic = random.weighted(topics.map { ($0.weight, $0) }, or: topics[0])
            let opened = PlannedCase(
                index: index,
                organization: owners[person],
                person: person,
                contact: nil,
                problems: [topic.problem],
                situation: random.pick(topic.notes, or: ""),
                country: "RU"
            )
            let span = max(1, (now.milliseconds - arrivals[person].milliseconds) / 1000 - 900)
            let at = arrivals[person].advanced(bySeconds: 300 + Int64(random.number(0...Int(span))))
            add(at, .open(opened))
            if random.chance(sizes.lively) { planLife(of: opened, topic, from: at) }
        }
    }

    private mutating func planLife(of opened: PlannedCase, _ topic: FictionalWords.Topic, from start: Instant) {
        var life = CaseLife(opened, topic, plan, people[opened.person], random)
        for (days, act) in life.acts() {
            // A life goes on by the minute: acts of one day keep their order.
            add(start.advanced(bySeconds: Int64(days * 86_400) + 60), .work(case: opened.index, act))
        }
        random = life.random
    }
}
