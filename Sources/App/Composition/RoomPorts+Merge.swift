import Access
import Calendar
import Casework
import Domain
import Facts
import Hotline
import Import
import People
import Vault

extension RoomPorts {
    var references: PersonReferences { installation.rooms.references(installation.vault) }
}

extension Rooms {
    /// What all rooms do when two records of one person are united, and when that is taken back.
    func references(_ vault: Vault) -> PersonReferences {
        let rooms = self
        let imports = ImportReferences(vault: vault)
        return PersonReferences(
            move: { person, other, principal, connection in
                let facts = try rooms.facts.movePerson(person, to: other, of: principal.organization, on: connection)
                return facts.map { MovedReference("fact", $0.text) }
                    + (try rooms.cases.move(person, to: other, by: principal, on: connection))
                    + (try rooms.contacts.move(person, to: other, by: principal, on: connection))
                    + (try rooms.appointments.move(person, to: other, by: principal, on: connection))
                    + (try imports.move(person, to: other, by: principal, on: connection))
            },
            restore: { moved, person, other, principal, connection in
                try rooms.facts.movePerson(
                    ofFacts: moved.compactMap { $0.kind == "fact" ? FactID($0.row) : nil },
                    from: person,
                    to: other,
                    of: principal.organization,
                    on: connection
                )
                try rooms.cases.restore(moved, from: person, to: other, by: principal, on: connection)
                try rooms.contacts.restore(moved, from: person, to: other, by: principal, on: connection)
                try rooms.appointments.restore(moved, from: person, to: other, by: principal, on: connection)
                try imports.restore(moved, from: person, to: other, by: principal, on: connection)
            },
            isShared: { try rooms.cases.isShared($0, by: $1, on: $2) },
            isBarred: { try rooms.cases.isBarred($1, from: $0, on: $2) }
        )
    }
}
