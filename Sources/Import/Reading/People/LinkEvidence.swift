import Domain
import NameMatching

/// What speaks for a row's being of somebody, and what against, beside the name.
///
/// What a row says of its person and their matter counts by its rarity in the log. Who rang rings again within weeks, while
/// namesakes are spread over the log's whole time: beside two full names nearness counts by that.
struct LinkEvidence {
    /// Bits of what agrees.
    private(set) var agreeing = 0.0
    /// Bits of what many rows share, such as country, citizenship, language and nearness in time: they speak only for a name
    /// that is rare.
    private(set) var common = 0.0
    /// Bits against, negative.
    private(set) var against = 0.0
    private(set) var reasons: [LinkReason] = []

    private static let nearDays = 90
    /// A kind of problem supports what else agrees and never suffices: it is that of many.
    private static let mostOfProblem = 2.5

    /// `isFull` tells whether both have a full name, not initials or a single name.
    init(_ contact: ReadContact, _ person: PersonFacts, _ match: RecordMatch, _ log: LogFrequencies, isFull: Bool) {
        birth(contact, match, log)
        let facts = LogFrequencies.facts(contact)
        let shared = facts.intersection(person.facts)
        home(contact, person, shared, log)
        place(contact, person, shared, log)
        employer(shared, log)
        problem(shared, log)
        if let country = contact.citizenship, !person.citizenships.isEmpty {
            let fact = LogFrequencies.Fact.citizenship(country)
            if shared.contains(fact) { common += log.bits(fact) } else { against -= 3 }
        }
        if let language = contact.language, shared.contains(.language(language)) {
            common += log.bits(.language(language))
        }
        if let key = contact.caseKey, !person.cases.isEmpty, !person.cases.contains(key) { against -= 0.5 }
        let days = contact.day.daysSince1970
        let apart = max(0, days - person.lastDay.daysSince1970, person.firstDay.daysSince1970 - days)
        guard apart <= Self.nearDays else { return }
        if isFull { common += log.bits(daysApart: Double(apart)) }
        reasons.append(.closeInTime)
    }

    private mutating func add(_ bits: Double, _ reason: LinkReason) {
        agreeing += bits
        reasons.append(reason)
    }

    /// What the engine has weighed already is noted as evidence; a year counts by its rarity instead.
    private mutating func birth(_ contact: ReadContact, _ match: RecordMatch, _ log: LogFrequencies) {
        let weights = MatchWeights.standard
        let reasons = Set(match.reasons)
        let year = contact.birth.map { log.bits(.birthYear($0.year)) } ?? 0
        if reasons.contains(.sameBirthDate) {
            agreeing += weights.sameBirthDate
            against -= weights.sameBirthDate
        } else if reasons.contains(.birthDayMonthSwapped) {
            agreeing += weights.birthDayMonthSwapped
            against -= weights.birthDayMonthSwapped
        } else if reasons.contains(.sameBirthYear) {
            agreeing += year
            against -= weights.sameBirthYear
        } else if reasons.contains(.sameBirthDateFirstOfJanuary) {
            agreeing += year
            against -= weights.sameBirthDateFirstOfJanuary
        }
    }

    private mutating func home(
        _ contact: ReadContact,
        _ person: PersonFacts,
        _ shared: Set<LogFrequencies.Fact>,
        _ log: LogFrequencies
    ) {
        let text = LogFrequencies.Fact.homeText(Words.fold(contact.home))
        if shared.contains(text) {
            add(log.bits(text), .sameHome)
        } else if let region = contact.homeRegion {
            if shared.contains(.homeRegion(region)) {
                add(log.bits(.homeRegion(region)), .sameHome)
            } else if person.facts.contains(where: { if case .homeRegion = $0 { true } else { false } }) {
                against -= 3
            }
        }
    }

    private mutating func place(
        _ contact: ReadContact,
        _ person: PersonFacts,
        _ shared: Set<LogFrequencies.Fact>,
        _ log: LogFrequencies
    ) {
        if let city = contact.host.city, shared.contains(.hostCity(city)) {
            add(log.bits(.hostCity(city)), .sameHostPlace)
        } else if let region = contact.host.region {
            if shared.contains(.hostRegion(region)) {
                add(log.bits(.hostRegion(region)), .sameHostPlace)
            } else if person.facts.contains(where: { if case .hostRegion = $0 { true } else { false } }) {
                against -= 1.5
            }
        } else if let country = contact.host.country, !person.countries.isEmpty {
            let fact = LogFrequencies.Fact.hostCountry(country)
            if shared.contains(fact) { common += log.bits(fact) } else { against -= 2 }
        }
    }

    private mutating func employer(_ shared: Set<LogFrequencies.Fact>, _ log: LogFrequencies) {
        func most(_ isWanted: (LogFrequencies.Fact) -> Bool) -> Double? {
            shared.filter(isWanted).map { log.bits($0) }.max()
        }
        if let bits = most({ if case .employer = $0 { true } else { false } }) { add(bits, .sameEmployer) }
        if let bits = most({ if case .debt = $0 { true } else { false } }) { add(bits, .sameDebt) }
    }

    /// The rarest of the problems that both have.
    private mutating func problem(_ shared: Set<LogFrequencies.Fact>, _ log: LogFrequencies) {
        let bits = shared.compactMap { fact -> Double? in
            if case .problem = fact { log.bits(fact) } else { nil }
        }
        if let rarest = bits.max() { add(min(Self.mostOfProblem, rarest), .sameProblem) }
    }
}

extension PersonFacts {
    /// What the rows of two people have in common beside names, for telling it.
    func shared(with other: PersonFacts) -> [LinkReason] {
        let common = facts.intersection(other.facts)
        var reasons: Set<LinkReason> = []
        for fact in common {
            switch fact {
            case .homeText, .homeRegion: reasons.insert(.sameHome)
            case .hostCity, .hostRegion: reasons.insert(.sameHostPlace)
            case .employer: reasons.insert(.sameEmployer)
            case .debt: reasons.insert(.sameDebt)
            case .problem: reasons.insert(.sameProblem)
            case .birthYear, .hostCountry, .citizenship, .language: break
            }
        }
        return LinkReason.own.filter(reasons.contains)
    }
}
