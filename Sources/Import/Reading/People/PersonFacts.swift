import Domain
import NameMatching

/// What the rows of one person say together.
struct PersonFacts {
    var person = ProvisionalPerson()
    private(set) var names: [String] = []
    private(set) var fullNames: [String] = []
    var numbers: Set<String> = []
    private(set) var births: [PartialDate] = []
    private(set) var sexes: Set<Sex> = []
    var cases: Set<String> = []
    private(set) var citizenships: Set<String> = []
    private(set) var countries: Set<String> = []
    private(set) var firstDay: CivilDate
    private(set) var lastDay: CivilDate
    /// Home, town, employer, problems, debts, year of birth.
    private(set) var facts: Set<LogFrequencies.Fact> = []

    private static let mostNames = 12

    init(_ contact: ReadContact) {
        firstDay = contact.day
        lastDay = contact.day
    }

    /// Takes what a row says; numbers and cases are the linking's own business.
    mutating func take(_ contact: ReadContact, at position: Int, _ reasons: [LinkReason]) {
        person.contacts.append(position)
        person.reasons.append(reasons)
        firstDay = min(firstDay, contact.day)
        lastDay = max(lastDay, contact.day)
        let name = contact.name.comparable
        if !name.isEmpty, !names.contains(name), names.count < Self.mostNames {
            names.append(name)
            if !contact.name.isShort { fullNames.append(name) }
        }
        if let birth = contact.birth { births.append(birth) }
        if let sex = contact.sex { sexes.insert(sex) }
        if let country = contact.citizenship { citizenships.insert(country) }
        if let country = contact.host.country { countries.insert(country) }
        facts.formUnion(LogFrequencies.facts(contact))
    }

    /// Takes all that another one's rows say; why its first row belongs here is said now.
    mutating func take(_ gone: PersonFacts, _ reasons: [LinkReason]) {
        var theirs = gone.person.reasons
        if !theirs.isEmpty { theirs[0] = reasons }
        var all = Array(zip(person.contacts + gone.person.contacts, person.reasons + theirs))
        all.sort { $0.0 < $1.0 }
        // Whoever comes first in the file needs no reason; the one who did gets it.
        if let first = all.first, !first.1.isEmpty, let other = all.firstIndex(where: { $0.1.isEmpty }) {
            (all[0].1, all[other].1) = ([], first.1)
        }
        person = ProvisionalPerson(contacts: all.map(\.0), reasons: all.map(\.1))
        names += gone.names.filter { !names.contains($0) }
        fullNames += gone.fullNames.filter { !fullNames.contains($0) }
        numbers.formUnion(gone.numbers)
        births += gone.births
        sexes.formUnion(gone.sexes)
        cases.formUnion(gone.cases)
        citizenships.formUnion(gone.citizenships)
        countries.formUnion(gone.countries)
        firstDay = min(firstDay, gone.firstDay)
        lastDay = max(lastDay, gone.lastDay)
        facts.formUnion(gone.facts)
    }

    /// `onlyFull` leaves single names and initials out when there is a full one, since they match everybody.
    func record(_ number: Int, onlyFull: Bool = false) -> MatchableRecord {
        // The exactest date that was ever written down.
        let birth = births.max { ($0.day ?? 0, $0.year) < ($1.day ?? 0, $1.year) }
        return MatchableRecord(
            key: RecordKey(high: 0, low: UInt64(number)),
            names: onlyFull && !fullNames.isEmpty ? fullNames : names,
            birth: birth.map { BirthDate(year: $0.year, month: $0.month, day: $0.day) },
            phones: Array(numbers),
            gender: sexes.count == 1 ? Gender(sexes.first) : .unknown
        )
    }

    /// A number is shared in families: another sex or age group means another person behind it.
    func conflicts(with contact: ReadContact) -> Bool {
        if let sex = contact.sex, !sexes.isEmpty, !sexes.contains(sex) { return true }
        if let birth = contact.birth, let other = births.first, abs(birth.year - other.year) > 3 { return true }
        return false
    }
}

extension ReadContact {
    func record(_ position: Int) -> MatchableRecord {
        MatchableRecord(
            key: RecordKey(high: 1, low: UInt64(position)),
            names: name.isNameless ? [] : [name.comparable],
            birth: birthIsEstimated ? nil : birth.map { BirthDate(year: $0.year, month: $0.month, day: $0.day) },
            phones: ownNumbers,
            gender: Gender(sex)
        )
    }
}

extension Gender {
    init(_ sex: Sex?) {
        switch sex {
        case .female: self = .female
        case .male: self = .male
        default: self = .unknown
        }
    }
}
