import Access
import Calendar
import Casework
import Database
import Directory
@_spi(TenantScopes) import Domain
import Facts
import Guides
import Hotline
import Journal
import Localization
import Markup
import People
import Vault
import Web

/// What rooms of one floor take from each other: each port is filled here and nowhere else.
struct RoomPorts: Sendable {
    let installation: Installation
    let desk: Desk
    let staff: StaffDirectory

    private var rooms: Rooms { installation.rooms }

    /// What the page of a person shows of other rooms, and what they do when somebody is erased.
    var person: PersonPagePorts {
        let rooms = rooms
        var ports = PersonPagePorts(
            cases: { try rooms.cases.briefs(of: $0, for: $1, on: $2) },
            contacts: { person, principal, connection in
                guard principal.may(.contactsRead) else { return [] }
                return try rooms.contacts.contacts(of: person, for: principal, limit: 50, on: connection)
            },
            authority: { person, recipient, principal, connection in
                try rooms.authorities.live(of: person, to: recipient, for: principal, on: connection)
            },
            problemTitle: { rooms.content.problems.name($0, $1) }
        )
        ports.references = references
        ports.erasing = { person, principal, erasure, connection in
            try rooms.forget(person, by: principal, erasure, on: connection)
        }
        return ports
    }

    /// What the hotline takes from casework.
    var hotline: HotlinePorts {
        let (rooms, staff) = (rooms, staff)
        return HotlinePorts(
            openCase: { principal, request, connection in
                try rooms.cases.create(CaseDraft(request), by: principal, on: connection).id
            },
            casesOf: { try rooms.cases.briefs(of: $0, for: $1, on: $2) },
            staffNames: { users, principal in
                let known = staff.staff(of: principal.organization).filter { users.contains($0.id) }
                return Dictionary(known.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
            }
        )
    }

    /// What the pages of cases take from the hotline, from sharing and from the calendar.
    var casework: CaseworkPorts {
        let (rooms, staff) = (rooms, staff)
        let day = SharingDay(rooms.cases)
        return CaseworkPorts(
            contacts: { file, principal, connection in
                guard file.isOwn, principal.may(.contactsRead) else { return [] }
                var seen: Set<ContactID> = []
                var briefs =
                    try file.head.contact.map {
                        try rooms.contacts.briefs(of: [$0], for: principal, on: connection)
                    } ?? []
                for member in file.members {
                    briefs += try rooms.contacts.contacts(of: member.person, for: principal, limit: 50, on: connection)
                }
                return briefs.filter { seen.insert($0.id).inserted }
            },
            contactExists: { contact, principal, connection in
                try !rooms.contacts.briefs(of: [contact], for: principal, on: connection).isEmpty
            },
            panels: [sharingPanel, appointmentPanel],
            actions: { file, context in sharingActions(file, context) },
            day: [
                { try day.items(for: $0, $1, on: $2) },
                { try appointments($0, $1, $2) },
            ],
            staff: { staff.staff(of: $0) },
            findPersons: { typed, principal in
                let scope = TenantScope(organization: principal.organization)
                return try await rooms.search.search(typed, for: principal, limit: 8, scope: scope).hits.map {
                    FoundPerson(id: $0.id, name: $0.name, birthDate: $0.birthDate)
                }
            }
        )
    }
}
