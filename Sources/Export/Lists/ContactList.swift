import Access
import Database
import Domain
import Guides
import Hotline
import Localization
import People
import Spreadsheets
import Vault
import Web

/// The log of contacts as rows, newest first.
struct ContactList: Sendable {
    let services: ExportServices
    let principal: Principal
    let period: (from: Instant, until: Instant)
    let zone: String
    let texts: Texts

    /// Each contact and its persons are opened one by one, so a part is small.
    private static let partSize = 50

    static func columns(_ texts: Texts) -> [String] {
        [
            texts.exports.cellNumber, texts.exports.cellDate, texts.exports.cellChannel, texts.exports.cellLanguage,
            texts.exports.cellProblems,
            texts.exports.cellPlace, texts.exports.cellOutcome, texts.exports.cellPersons, texts.exports.cellPhones,
            texts.exports.cellSummary,
        ]
    }

    func part(after place: ContactQuery.Place?, on connection: any Connection) throws -> ListPart<ContactQuery.Place> {
        var query = ContactQuery(limit: Self.partSize)
        query.from = period.from
        query.until = period.until
        query.before = place
        let page = try services.contacts.list(query, for: principal, on: connection)
        var part = ListPart<ContactQuery.Place>()
        var persons = OwnPersons(people: services.people, principal: principal)
        for item in page.items {
            do {
                let contact = try services.contacts.open(item.id, for: principal, on: connection)
                part.rows.append(try row(contact, &persons, on: connection))
            } catch let error where error is VaultError || error as? HotlineError == .tampered(item.id) {
                part.damaged.append(item.id.retagged())
                part.rows.append([.number(Double(item.number)), day(item.occurredAt), .text(texts.exports.cellDamaged)])
            }
        }
        part.damaged += persons.damaged
        part.next = page.hasOlder ? page.items.last.map { .init(occurredAt: $0.occurredAt, id: $0.id) } : nil
        return part
    }

    private func row(
        _ contact: Contact,
        _ persons: inout OwnPersons,
        on connection: any Connection
    ) throws -> [Cell] {
        let known = try contact.members.compactMap { member in
            try member.person.flatMap { try persons.person($0, on: connection) }
        }
        let names = known.map(\.name) + [contact.narrative.callerName]
        let phones = known.flatMap(\.phones) + [contact.caller.number]
        return [
            .number(Double(contact.number)), day(contact.occurredAt), .text(contact.channel.title(texts)),
            Cell(text: texts.formats.languageName(contact.language)),
            Cell(text: joined(contact.problems.map { services.content.problems.name($0, texts.language) })),
            Cell(text: place(contact)), Cell(text: contact.outcome?.title(texts)), Cell(text: joined(names)),
            Cell(text: joined(phones)), Cell(text: contact.narrative.summary),
        ]
    }

    private func day(_ instant: Instant) -> Cell { Cell(day: CivilDate(at: instant, zone: zone)) }

    private func place(_ contact: Contact) -> String {
        let region = contact.hostRegion.map { services.content.places.name(region: $0, texts.language) }
        let country = contact.hostCountry.map { services.content.places.name(country: $0, texts.language) }
        return [country, region, contact.narrative.place].compactMap { $0 }.filter { !$0.isEmpty }
            .joined(separator: ", ")
    }

    /// Several values in one cell, each once.
    private func joined(_ values: [String]) -> String {
        var seen: Set<String> = []
        return values.filter { !$0.isEmpty && seen.insert($0).inserted }.joined(separator: "; ")
    }
}

/// Names and phones of the organisation's own persons; whoever was shared by another organisation isn't there.
struct OwnPersons {
    let people: PeopleStore
    let principal: Principal
    private(set) var damaged: [RecordID] = []
    private var known: [PersonID: (name: String, phones: [String])?] = [:]

    init(people: PeopleStore, principal: Principal) {
        self.people = people
        self.principal = principal
    }

    mutating func person(_ id: PersonID, on connection: any Connection) throws -> (name: String, phones: [String])? {
        if let answer = known[id] { return answer }
        var answer: (name: String, phones: [String])?
        do {
            let person = try people.open(id, for: principal, on: connection)
            if person.owner == principal.organization {
                answer = (person.details.displayName, (person.details.phones ?? []).map(\.number))
            }
        } catch PeopleError.notFound {
            answer = nil
        } catch let error where error is VaultError || error as? PeopleError == .tampered(id) {
            damaged.append(id.retagged())
        }
        known[id] = .some(answer)
        return answer
    }
}
