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
struct ImportPlan: Sendable {
    let rows: [PlannedRow]
    let people: [PlannedPerson]

    init(_ reading: ImportReading) {
        let contacts = reading.contacts
        let people = PersonLinking.people(of: contacts)
        var owner = [Int?](repeating: nil, count: contacts.count)
        var reasons = [[LinkReason]](repeating: [], count: contacts.count)
        for (number, person) in people.enumerated() {
            for (position, contact) in person.contacts.enumerated() {
                owner[contact] = number
                reasons[contact] = person.reasons[position]
            }
        }
        rows = contacts.indices.map { PlannedRow(contact: contacts[$0], person: owner[$0], reasons: reasons[$0]) }
        self.people = people.map { person in PlannedPerson(person.contacts.map { contacts[$0] }) }
    }
}

/// Somebody to be recorded, from all the rows that tell of them.
struct PlannedPerson: Sendable {
    let contacts: [ReadContact]

    init(_ contacts: [ReadContact]) {
        self.contacts = contacts
    }
}
