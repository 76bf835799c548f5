import Domain
import NameMatching

/// What is to be written for one row.
struct PlannedRow: Sendable {
    let contact: ReadContact
    /// Which of the people it is; nil when the row tells nobody.
    let person: Int?
    let reasons: [LinkReason]
}

/// Everything that an import will write, known before it begins.
public struct ImportPlan: Sendable {
    let rows: [PlannedRow]
    let people: [PlannedPerson]
    /// Who may be somebody else, the likeliest first, with what was chosen about them.
    let suspicions: [Suspicion]

    /// - Parameters:
    ///   - reading: the file as judged.
    ///   - records: by the first row of somebody, who of the register they may be.
    ///   - choices: what was chosen about suspicions.
    init(
        _ reading: ImportReading,
        records: (PlannedPerson) -> [SuspectedRecord] = { _ in [] },
        choices: [PlannedChoice] = []
    ) {
        let contacts = reading.contacts
        var linking = PersonLinking(contacts)
        var suspicions = Self.suspicions(linking, contacts, records)
        for choice in choices {
            guard let found = suspicions.firstIndex(where: { $0.row == choice.row && $0.other == choice.other }) else {
                continue
            }
            suspicions[found].choice = choice.choice
        }
        let joined = linking.join(choices)
        self.suspicions = suspicions
        var owner = [Int?](repeating: nil, count: contacts.count)
        var reasons = [[LinkReason]](repeating: [], count: contacts.count)
        let people = linking.people.enumerated().filter { !$0.element.person.contacts.isEmpty }
        for (number, (index, facts)) in people.enumerated() {
            for (position, contact) in facts.person.contacts.enumerated() {
                owner[contact] = number
                reasons[contact] = facts.person.reasons[position]
            }
            if joined[index] != nil, let first = facts.person.contacts.first { reasons[first] = [.chosen] }
        }
        let rows = contacts.indices.map {
            PlannedRow(contact: contacts[$0], person: owner[$0], reasons: reasons[$0])
        }
        self.rows = rows
        var planned = people.map { index, facts in
            PlannedPerson(facts.person.contacts.map { contacts[$0] }, record: joined[index])
        }
        for choice in choices where choice.choice == .other {
            guard let number = owner[choice.row] else { continue }
            switch choice.other {
            case .row(let row):
                guard let other = owner[row], other != number else { continue }
                planned[number].strangers.append(.row(other))
                planned[other].strangers.append(.row(number))
            case .record: planned[number].strangers.append(choice.other)
            }
        }
        self.people = planned
    }

    /// How many suspicions nobody has decided.
    public var suspected: Int { suspicions.count { $0.choice == nil } }

    /// How many people there are at the least: everybody suspected of being the same is.
    public var fewestPeople: Int {
        var root = Array(people.indices)
        func top(_ index: Int) -> Int {
            var index = index
            while root[index] != index { index = root[index] }
            return index
        }
        var fewest = people.count { $0.record == nil }
        for suspicion in suspicions where suspicion.choice == nil {
            guard case .row(let row) = suspicion.other, let one = rows[suspicion.row].person,
                let other = rows[row].person
            else { continue }
            let (left, right) = (top(one), top(other))
            guard left != right else { continue }
            root[right] = left
            fewest -= 1
        }
        return fewest
    }

    private static func suspicions(
        _ linking: PersonLinking,
        _ contacts: [ReadContact],
        _ records: (PlannedPerson) -> [SuspectedRecord]
    ) -> [Suspicion] {
        var found = linking.suspicions().compactMap { pair -> Suspicion? in
            guard let row = linking.people[pair.later].person.contacts.first,
                let other = linking.people[pair.earlier].person.contacts.first
            else { return nil }
            return Suspicion(row: row, other: .row(other), probability: pair.probability, reasons: pair.reasons)
        }
        for facts in linking.people {
            guard let row = facts.person.contacts.first else { continue }
            for record in records(PlannedPerson(facts.person.contacts.map { contacts[$0] })) {
                found.append(
                    Suspicion(
                        row: row,
                        other: .record(record.id),
                        probability: record.probability,
                        reasons: record.reasons.map { .match($0) }
                    )
                )
            }
        }
        return found.sorted { ($1.probability, $0.row, $0.other) < ($0.probability, $1.row, $1.other) }
    }
}

extension PersonLinking {
    /// Makes one of those who were chosen to be the same.
    /// - Returns: by the number of somebody, the record of the register that they were chosen to be.
    fileprivate mutating func join(_ choices: [PlannedChoice]) -> [Int: PersonID] {
        func person(_ row: Int) -> Int? { people.firstIndex { $0.person.contacts.contains(row) } }
        let same = choices.filter { $0.choice == .same }
        for choice in same {
            guard case .row(let row) = choice.other, let one = person(choice.row), let other = person(row),
                one != other
            else { continue }
            merge(max(one, other), into: min(one, other), .chosen)
        }
        var records: [Int: PersonID] = [:]
        for choice in same {
            guard case .record(let id) = choice.other, let one = person(choice.row), records[one] == nil else {
                continue
            }
            records[one] = id
        }
        return records
    }
}

/// Somebody to be recorded, from all the rows that tell of them.
struct PlannedPerson: Sendable {
    let contacts: [ReadContact]
    /// Who of the register was chosen to be this person; nobody new is recorded then.
    let record: PersonID?
    /// Those of the plan, by their number, and of the register who were chosen to be somebody else.
    var strangers: [SuspectedOther] = []

    init(_ contacts: [ReadContact], record: PersonID? = nil) {
        self.contacts = contacts
        self.record = record
    }
}
