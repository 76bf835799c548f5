import Domain
import NameMatching

/// Somebody whom one or more rows tell of; provisional until a person of the organization confirms it.
public struct ProvisionalPerson: Sendable {
    /// Positions in the list of contacts, in order.
    public var contacts: [Int] = []
    /// For every contact but the first, why it was put here; as long as `contacts`.
    public var reasons: [[LinkReason]] = []
}

/// Groups contacts into people. A name never links by itself, nor with the country: a number, a case or a word of the row
/// itself must lead to the person, or what the rows say of them must be too rare for a namesake. What disagrees weighs
/// against.
public struct PersonLinking {
    var people: [PersonFacts] = []
    private var index: NameIndex
    private var byNumber: [String: [Int]] = [:]
    private var byCase: [String: [Int]] = [:]
    private var byRow: [RowPlace: Int] = [:]
    private var byRowNumber: [RowNumber: Int] = [:]
    private let log: LogFrequencies

    /// What beside a name must agree at the least, in bits: what one namesake in eight would share tells nobody apart.
    private static let leastEvidence = 3.0
    /// From when on a name is rare: chance puts it into one log in four.
    private static let leastRarity = 2.0
    /// The engine's prior is that of a register of thirteen thousand; in one helpline's log somebody comes again as in a
    /// register of three thousand.
    private static let ofOneLog = 2.0
    /// What a number, a case or a row's own word is worth beside a name that agrees.
    private static let ofLink = 6.0

    private struct RowNumber: Hashable {
        let sheet: String
        let number: String
    }

    init(_ contacts: [ReadContact]) {
        index = NameIndex(expecting: contacts.count)
        log = LogFrequencies(contacts)
        for (position, contact) in contacts.enumerated() where contact.isTellable && !contact.isNoRequest {
            place(contact, at: position)
        }
        mergeByNumbersAndCases()
    }

    /// - Parameter contacts: in the order of the file.
    /// - Returns: people in the order in which they first appear; a contact that tells nobody is in none.
    public static func people(of contacts: [ReadContact]) -> [ProvisionalPerson] {
        PersonLinking(contacts).people.map(\.person).filter { !$0.contacts.isEmpty }
    }

    // MARK: - One row after the other

    private mutating func place(_ contact: ReadContact, at position: Int) {
        let record = contact.record(position)
        var best: (person: Int, bits: Double, reasons: [LinkReason])?
        for candidate in candidates(contact, record).sorted() {
            guard let weighed = weigh(contact, record, candidate) else { continue }
            if weighed.bits > (best?.bits ?? 0) { best = (candidate, weighed.bits, weighed.reasons) }
        }
        if best == nil { people.append(PersonFacts(contact)) }
        join(contact, at: position, to: best?.person ?? people.count - 1, best?.reasons ?? [])
    }

    private func candidates(_ contact: ReadContact, _ record: MatchableRecord) -> Set<Int> {
        var found: Set<Int> = []
        for number in contact.numbers { found.formUnion(byNumber[number] ?? []) }
        if let key = contact.caseKey { found.formUnion(byCase[key] ?? []) }
        if let meant = meant(by: contact) { found.insert(meant) }
        guard !contact.name.isNameless else { return found }
        let named = index.possibleDuplicates(of: record, limit: 24, above: 0.000_05)
        found.formUnion(named.map { Int($0.key.low) })
        return found
    }

    /// Whose row this one says it goes on with.
    private func meant(by contact: ReadContact) -> Int? {
        switch contact.reference {
        case .rowAbove: byRow[RowPlace(sheet: contact.place.sheet, line: contact.place.line - 1)]
        case .number(let number): byRowNumber[RowNumber(sheet: contact.place.sheet, number: number)]
        case nil: nil
        }
    }

    private func weigh(
        _ contact: ReadContact,
        _ record: MatchableRecord,
        _ number: Int
    ) -> (bits: Double, reasons: [LinkReason])? {
        let person = people[number]
        let sharesNumber = contact.numbers.contains { person.numbers.contains($0) }
        var links: [LinkReason] = []
        if contact.caseKey.map({ person.cases.contains($0) }) ?? false { links.append(.sameCaseNumber) }
        if meant(by: contact) == number { links.append(.refersBack) }
        let isLinked = sharesNumber || !links.isEmpty
        if contact.name.isNameless || person.names.isEmpty {
            // Without a name only a number or a case tells who it is.
            guard isLinked, !person.conflicts(with: contact) else { return nil }
            let phone = LinkReason.match(.samePhone)
            return (sharesNumber ? Self.ofLink : 4, (sharesNumber ? [phone] : []) + links)
        }
        let match = RecordComparison.compare(record, person.record(number, onlyFull: !contact.name.isShort))
        let isFull = !contact.name.isShort && !person.fullNames.isEmpty
        guard isCompatible(match, isLinked: isLinked, isFull: isFull) else { return nil }
        let evidence = LinkEvidence(contact, person, match, log, isFull: isFull)
        let known = evidence.agreeing + evidence.against
        let reasons = match.reasons.map { LinkReason.match($0) } + links
        if isLinked { return (max(match.bits, 0) + Self.ofLink + max(known, 0), reasons + evidence.reasons) }
        let bits = match.bits + known + Self.ofOneLog
        // Another date of birth is another person, unless something leads from the one to the other.
        guard !match.reasons.contains(.otherBirthDate) else { return nil }
        if evidence.agreeing >= Self.leastEvidence, bits > 0 { return (bits, reasons + evidence.reasons) }
        // A name that chance would hardly put twice into this log, with anything beside it, even what many share.
        let rarity = log.bits(ofName: contact.name)
        let rare = rarity + known + evidence.common
        guard isFull, isSameName(match), rarity >= Self.leastRarity, evidence.agreeing + evidence.common > 0,
            rare >= Self.leastEvidence
        else { return nil }
        return (rare, reasons + evidence.reasons)
    }

    private func isCompatible(_ match: RecordMatch, isLinked: Bool, isFull: Bool) -> Bool {
        let reasons = Set(match.reasons)
        guard reasons.isDisjoint(with: [.otherGivenName, .genderConflict]) else { return false }
        guard !reasons.isDisjoint(with: [.otherFamilyName, .otherPatronymic]) else { return true }
        // With only a single name on one side, the same number or case and given name outweigh a family name that differs.
        return isLinked && !isFull && !reasons.isDisjoint(with: givenAgrees)
    }

    /// Family and given name agree, at most one of them but for a slip.
    private func isSameName(_ match: RecordMatch) -> Bool {
        let reasons = Set(match.reasons)
        let isFamily = !reasons.isDisjoint(with: [.sameFamilyName, .familyNameOtherForm])
        if reasons.contains(.sameGivenName) { return isFamily || reasons.contains(.similarFamilyName) }
        return isFamily && reasons.contains(.similarGivenName)
    }

    private let givenAgrees: Set<MatchReason> = [.sameGivenName, .similarGivenName, .nickname, .initialOnly]

    private mutating func join(_ contact: ReadContact, at position: Int, to number: Int, _ reasons: [LinkReason]) {
        people[number].take(contact, at: position, reasons)
        byRow[contact.place] = number
        if !contact.number.isEmpty {
            byRowNumber[RowNumber(sheet: contact.place.sheet, number: contact.number)] = number
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
        if !people[number].names.isEmpty { index.insert(people[number].record(number)) }
    }

    // MARK: - Afterwards

    /// A number or case may have come to light only after two people were made of one.
    private mutating func mergeByNumbersAndCases() {
        for (groups, reason) in [
            (byNumber, LinkReason.match(.samePhone)), (byCase, .sameCaseNumber),
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

    private func isOne(_ first: PersonFacts, _ second: PersonFacts) -> Bool {
        guard !first.person.contacts.isEmpty, !second.person.contacts.isEmpty else { return false }
        if !first.sexes.isEmpty, !second.sexes.isEmpty, first.sexes.isDisjoint(with: second.sexes) { return false }
        if first.names.isEmpty || second.names.isEmpty { return true }
        let match = RecordComparison.compare(first.record(0, onlyFull: true), second.record(1, onlyFull: true))
        let bothFull = !first.fullNames.isEmpty && !second.fullNames.isEmpty
        if bothFull, match.reasons.contains(.otherFamilyName) { return false }
        return !match.reasons.contains(.otherGivenName) && match.reasons.contains { givenAgrees.contains($0) }
    }

    mutating func merge(_ later: Int, into earlier: Int, _ reason: LinkReason) {
        people[earlier].take(people[later], [reason])
        people[later].person = ProvisionalPerson()
    }

    /// Pairs of people who may be one, too little speaking for it to link them; by the weights of the register's own
    /// list of suspected pairs.
    func suspicions() -> [(earlier: Int, later: Int, probability: Double, reasons: [LinkReason])] {
        var index = NameIndex(expecting: people.count)
        for (number, person) in people.enumerated() where !person.person.contacts.isEmpty && !person.names.isEmpty {
            index.insert(person.record(number))
        }
        return index.allDuplicates(above: Self.suspected).map { pair in
            let numbers = [Int(pair.first.low), Int(pair.second.low)].sorted {
                (people[$0].person.contacts.first ?? 0) < (people[$1].person.contacts.first ?? 0)
            }
            return (
                earlier: numbers[0], later: numbers[1], probability: pair.probability,
                reasons: pair.reasons.map { .match($0) } + people[numbers[0]].shared(with: people[numbers[1]])
            )
        }
    }

    /// From here on intake asks whether it is the same person.
    static let suspected = 0.2
}

extension LinkReason {
    static func match(_ reason: MatchReason) -> LinkReason {
        .match(MatchReasonCode(rawValue: Snake.text(reason.rawValue)))
    }
}
