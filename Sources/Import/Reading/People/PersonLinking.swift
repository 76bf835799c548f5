import Domain
import NameMatching

/// Why a contact was put to a person whom earlier rows tell of.
public enum LinkReason: Hashable, Sendable {
    /// What names, birth dates and telephone numbers tell.
    case match(MatchReasonCode)
    case sameCaseNumber, sameHome, sameHostPlace, sameEmployer, sameProblem, closeInTime

    /// For reports.
    public var code: String {
        switch self {
        case .match(let code): code.rawValue
        case .sameCaseNumber: "same_case_number"
        case .sameHome: "same_home"
        case .sameHostPlace: "same_host_place"
        case .sameEmployer: "same_employer"
        case .sameProblem: "same_problem"
        case .closeInTime: "close_in_time"
        }
    }
}

/// A reason of the name engine, by its code.
public struct MatchReasonCode: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
}

/// Somebody whom one or more rows tell of; provisional until a person of the organization confirms it.
public struct ProvisionalPerson: Sendable {
    /// Positions in the list of contacts, in order.
    public var contacts: [Int] = []
    /// For every contact but the first, why it was put here; as long as `contacts`.
    public var reasons: [[LinkReason]] = []
}

/// Groups contacts into people. A common name alone never links: a number, a date, a case, a place or an employer must
/// agree too; what disagrees weighs against.
public struct PersonLinking {
    private var people: [Facts] = []
    private var index: NameIndex
    private var byNumber: [String: [Int]] = [:]
    private var byCase: [String: [Int]] = [:]

    private init(expecting count: Int) {
        index = NameIndex(expecting: count)
    }

    /// - Parameter contacts: in the order of the file.
    /// - Returns: people in the order in which they first appear; a contact that tells nobody is in none.
    public static func people(of contacts: [ReadContact]) -> [ProvisionalPerson] {
        var linking = PersonLinking(expecting: contacts.count)
        for (position, contact) in contacts.enumerated() where contact.isTellable && !contact.isNoRequest {
            linking.place(contact, at: position)
        }
        linking.mergeByNumbersAndCases()
        return linking.people.map(\.person).filter { !$0.contacts.isEmpty }
    }

    /// A number or case may have come to light only after two people were made of one.
    private mutating func mergeByNumbersAndCases() {
        for (groups, reason) in [
            (byNumber, LinkReason.match(.init(rawValue: "same_phone"))), (byCase, .sameCaseNumber),
        ] {
            for key in groups.keys.sorted() {
                for later in (groups[key] ?? []).sorted() {
                    for earlier in (groups[key] ?? []).sorted()
                    where earlier < later && isOne(people[earlier], people[later]) {
                        merge(later, into: earlier, reason)
                    }
                }
            }
        }
    }

    private func isOne(_ first: Facts, _ second: Facts) -> Bool {
        guard !first.person.contacts.isEmpty, !second.person.contacts.isEmpty else { return false }
        if !first.sexes.isEmpty, !second.sexes.isEmpty, first.sexes.isDisjoint(with: second.sexes) { return false }
        if first.names.isEmpty || second.names.isEmpty { return true }
        let match = RecordComparison.compare(record(first, 0, onlyFull: true), record(second, 1, onlyFull: true))
        let bothFull = !first.fullNames.isEmpty && !second.fullNames.isEmpty
        if bothFull, match.reasons.contains(.otherFamilyName) { return false }
        return !match.reasons.contains(.otherGivenName) && match.reasons.contains { givenAgrees.contains($0) }
    }

    private mutating func merge(_ later: Int, into earlier: Int, _ reason: LinkReason) {
        let gone = people[later]
        people[later].person = ProvisionalPerson()
        var reasons = gone.person.reasons
        if !reasons.isEmpty { reasons[0] = [reason] }
        let all = zip(people[earlier].person.contacts + gone.person.contacts, people[earlier].person.reasons + reasons)
            .sorted { $0.0 < $1.0 }
        people[earlier].person = ProvisionalPerson(contacts: all.map(\.0), reasons: all.map(\.1))
        people[earlier].names += gone.names
        people[earlier].fullNames += gone.fullNames
        people[earlier].sexes.formUnion(gone.sexes)
        people[earlier].births += gone.births
    }

    /// What the rows of one person say together.
    private struct Facts {
        var person = ProvisionalPerson()
        var names: [String] = []
        var fullNames: [String] = []
        var numbers: Set<String> = []
        var births: [PartialDate] = []
        var sexes: Set<Sex> = []
        var cases: Set<String> = []
        var citizenships: Set<String> = []
        var homes: Set<String> = []
        var homeTexts: Set<String> = []
        var regions: Set<String> = []
        var cities: Set<String> = []
        var countries: Set<String> = []
        var employers: Set<String> = []
        var problems: Set<ProblemCode> = []
        var lastDay: CivilDate
    }

    private mutating func place(_ contact: ReadContact, at position: Int) {
        let record = record(contact, key: RecordKey(high: 1, low: UInt64(position)))
        var best: (person: Int, bits: Double, reasons: [LinkReason])?
        for candidate in candidates(contact, record) {
            let facts = people[candidate]
            guard let weighed = weigh(contact, record, facts, candidate) else { continue }
            if weighed.bits > (best?.bits ?? 0) { best = (candidate, weighed.bits, weighed.reasons) }
        }
        if let best {
            join(contact, at: position, to: best.person, best.reasons)
        } else {
            people.append(Facts(lastDay: contact.day))
            join(contact, at: position, to: people.count - 1, [])
        }
    }

    private func candidates(_ contact: ReadContact, _ record: MatchableRecord) -> Set<Int> {
        var found: Set<Int> = []
        for number in contact.numbers { found.formUnion(byNumber[number] ?? []) }
        if let key = contact.caseKey { found.formUnion(byCase[key] ?? []) }
        guard !contact.name.isNameless else { return found }
        let named = index.possibleDuplicates(of: record, limit: 24, above: 0.000_05)
        found.formUnion(named.map { Int($0.key.low) })
        return found
    }

    private func weigh(
        _ contact: ReadContact,
        _ record: MatchableRecord,
        _ facts: Facts,
        _ number: Int
    ) -> (bits: Double, reasons: [LinkReason])? {
        let others = contact.numbers.contains { facts.numbers.contains($0) }
        let sameCase = contact.caseKey.map { facts.cases.contains($0) } ?? false
        if contact.name.isNameless || facts.names.isEmpty {
            // Without a name only a number or a case tells who it is.
            guard others || sameCase, !conflicts(contact, facts) else { return nil }
            return (
                others ? 6 : 4,
                (others ? [.match(.init(rawValue: "same_phone"))] : []) + (sameCase ? [.sameCaseNumber] : [])
            )
        }
        let isShort = contact.name.isShort
        let match = RecordComparison.compare(record, self.record(facts, number, onlyFull: !isShort))
        let reasons = Set(match.reasons)
        let isLinked = others || sameCase
        guard !reasons.contains(.otherGivenName), !reasons.contains(.genderConflict) else { return nil }
        // With only a single name on one side, the same number or case and given name outweigh a family name that differs.
        let isOtherName = !reasons.isDisjoint(with: [.otherFamilyName, .otherPatronymic])
        let bothFull = !isShort && !facts.fullNames.isEmpty
        if isOtherName, !isLinked || bothFull || reasons.isDisjoint(with: givenAgrees) { return nil }
        let extra = extra(contact, facts)
        let agrees = extra.isStrong || !reasons.isDisjoint(with: otherFacts)
        // A single name or initials are everybody's: the place alone does not tell whose.
        let hasFamily = contact.name.family != nil
        let isNear = extra.isClose && extra.isSameCountry
        guard isLinked || agrees && (!isShort || hasFamily || extra.isClose && extra.isExact) || hasFamily && isNear
        else { return nil }
        let bits = isLinked ? max(match.bits, 0) + 6 + extra.bits : match.bits + extra.bits + PersonLinking.oneLog
        return (bits, match.reasons.map { .match(.init(rawValue: Snake.text($0.rawValue))) } + extra.reasons)
    }

    /// Two rows of one helpline's log are likelier one person's than two records of a whole country: what the engine
    /// reckons against by its prior is partly given back.
    private static let oneLog = 12.0

    private let givenAgrees: Set<MatchReason> = [.sameGivenName, .similarGivenName, .nickname, .initialOnly]
    private let otherFacts: Set<MatchReason> = [
        .samePhone, .sameBirthDate, .sameBirthYear, .birthDayMonthSwapped, .sameDocument, .samePatronymic,
    ]

    /// What the engine does not see: place, case, work, time.
    private func extra(_ contact: ReadContact, _ facts: Facts) -> Extra {
        var bits = 0.0
        var reasons: [LinkReason] = []
        var isStrong = false
        var isExact = false
        func add(_ amount: Double, _ reason: LinkReason, strong: Bool) {
            bits += amount
            reasons.append(reason)
            isStrong = isStrong || strong
        }
        if let key = contact.caseKey {
            if facts.cases.contains(key) {
                add(9, .sameCaseNumber, strong: true)
            } else if !facts.cases.isEmpty {
                bits -= 0.5
            }
        }
        let home = Words.fold(contact.home)
        if !home.isEmpty, facts.homeTexts.contains(home) {
            add(3.5, .sameHome, strong: true)
            isExact = true
        } else if let region = contact.homeRegion, !facts.homes.isEmpty {
            if facts.homes.contains(region) { add(2.5, .sameHome, strong: true) } else { bits -= 3 }
        }
        if let country = contact.citizenship, !facts.citizenships.isEmpty, !facts.citizenships.contains(country) {
            bits -= 3
        }
        if let city = contact.host.city, facts.cities.contains(city) {
            add(3.5, .sameHostPlace, strong: true)
            isExact = true
        } else if let region = contact.host.region, !facts.regions.isEmpty {
            if facts.regions.contains(region) { add(2, .sameHostPlace, strong: true) } else { bits -= 1.5 }
        } else if let country = contact.host.country, !facts.countries.isEmpty, !facts.countries.contains(country) {
            bits -= 2
        }
        if let employer = contact.employer?.key, facts.employers.contains(employer) {
            add(5, .sameEmployer, strong: true)
        }
        let plain: Set<ProblemCode> = [.information, .other]
        if !facts.problems.isDisjoint(with: Set(contact.problems).subtracting(plain)) {
            add(1, .sameProblem, strong: false)
        }
        let isClose = abs(contact.day.daysSince1970 - facts.lastDay.daysSince1970) <= 90
        if isClose { add(1, .closeInTime, strong: false) }
        let isSameCountry = contact.host.country.map { facts.countries.isEmpty || facts.countries.contains($0) } ?? true
        return Extra(
            bits: bits,
            reasons: reasons,
            isStrong: isStrong,
            isExact: isExact,
            isClose: isClose,
            isSameCountry: isSameCountry
        )
    }

    private struct Extra {
        let bits: Double
        let reasons: [LinkReason]
        /// Something agrees that two people of one name would hardly share.
        let isStrong: Bool
        /// A town or a district agrees.
        let isExact: Bool
        let isClose: Bool
        let isSameCountry: Bool
    }

    /// A number is shared in families: another sex or age group means another person behind it.
    private func conflicts(_ contact: ReadContact, _ facts: Facts) -> Bool {
        if let sex = contact.sex, !facts.sexes.isEmpty, !facts.sexes.contains(sex) { return true }
        if let birth = contact.birth, let other = facts.births.first, abs(birth.year - other.year) > 3 { return true }
        return false
    }

    private mutating func join(_ contact: ReadContact, at position: Int, to number: Int, _ reasons: [LinkReason]) {
        people[number].person.contacts.append(position)
        people[number].person.reasons.append(reasons)
        people[number].lastDay = max(people[number].lastDay, contact.day)
        let name = contact.name.comparable
        if !name.isEmpty, !people[number].names.contains(name), people[number].names.count < 12 {
            people[number].names.append(name)
            if !contact.name.isShort { people[number].fullNames.append(name) }
        }
        for one in contact.ownNumbers where people[number].numbers.insert(one).inserted {
            byNumber[one, default: []].append(number)
        }
        // A relative's number still leads to the person, but only as long as nobody owns it.
        for one in contact.numbers where byNumber[one] == nil {
            byNumber[one] = [number]
            people[number].numbers.insert(one)
        }
        if let key = contact.caseKey, people[number].cases.insert(key).inserted {
            byCase[key, default: []].append(number)
        }
        if let birth = contact.birth { people[number].births.append(birth) }
        if let sex = contact.sex { people[number].sexes.insert(sex) }
        if let country = contact.citizenship { people[number].citizenships.insert(country) }
        if let region = contact.homeRegion { people[number].homes.insert(region) }
        if !contact.home.isEmpty { people[number].homeTexts.insert(Words.fold(contact.home)) }
        if let region = contact.host.region { people[number].regions.insert(region) }
        if let city = contact.host.city { people[number].cities.insert(city) }
        if let country = contact.host.country { people[number].countries.insert(country) }
        if let employer = contact.employer?.key { people[number].employers.insert(employer) }
        people[number].problems.formUnion(contact.problems.filter { $0 != .information && $0 != .other })
        if !people[number].names.isEmpty { index.insert(record(people[number], number)) }
    }

    private func record(_ contact: ReadContact, key: RecordKey) -> MatchableRecord {
        MatchableRecord(
            key: key,
            names: contact.name.isNameless ? [] : [contact.name.comparable],
            birth: contact.birthIsEstimated
                ? nil : contact.birth.map { BirthDate(year: $0.year, month: $0.month, day: $0.day) },
            phones: contact.ownNumbers,
            gender: gender(contact.sex)
        )
    }

    /// `onlyFull` leaves single names and initials out when there is a full one, since they match everybody.
    private func record(_ facts: Facts, _ number: Int, onlyFull: Bool = false) -> MatchableRecord {
        let names = onlyFull && !facts.fullNames.isEmpty ? facts.fullNames : facts.names
        // The exactest date that was ever written down.
        let birth = facts.births.max { ($0.day ?? 0, $0.year) < ($1.day ?? 0, $1.year) }
        return MatchableRecord(
            key: RecordKey(high: 0, low: UInt64(number)),
            names: names,
            birth: birth.map { BirthDate(year: $0.year, month: $0.month, day: $0.day) },
            phones: Array(facts.numbers),
            gender: facts.sexes.count == 1 ? gender(facts.sexes.first) : .unknown
        )
    }

    private func gender(_ sex: Sex?) -> Gender {
        switch sex {
        case .female: .female
        case .male: .male
        default: .unknown
        }
    }
}

/// `sameFamilyName` as `same_family_name`.
enum Snake {
    static func text(_ name: String) -> String {
        var result = ""
        for character in name {
            if character.isUppercase { result += "_" }
            result += character.lowercased()
        }
        return result
    }
}
