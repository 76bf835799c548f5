import Access
import Calendar
import Casework
import Database
import Directory
import Domain
import Guides
import Localization
import People
import Markup
import Web

extension RoomPorts {
    /// What sharing takes from the directory.
    var sharing: SharingPorts {
        let (rooms, staff) = (installation.rooms, staff)
        return SharingPorts(
            candidates: { head, principal, connection in
                let query = FinderQuery(
                    services: head.primaryProblem.map { rooms.content.problems.services(for: [$0]) } ?? [],
                    country: head.countries.stay?.code
                )
                let fitting = try rooms.directory.find(query, for: principal.organization, on: connection)
                let others = try rooms.directory.find(
                    FinderQuery(),
                    for: principal.organization,
                    limit: 50,
                    on: connection
                )
                return Self.candidates(fitting + others, rooms)
            },
            colleagues: { principal, _ in
                staff.staff(of: principal.organization).map { (id: $0.id, name: $0.name) }
            },
            mayEndanger: { organization, country, connection in
                guard let country else { return false }
                return try rooms.directory.mayEndanger(organization, in: country.code, on: connection)
            }
        )
    }

    /// One candidate for each organisation: its best offer. An office of a state is nobody's suggestion; who asks for it
    /// names it (design, safety rule 4).
    private static func candidates(_ offers: [HelpOffer], _ rooms: Rooms) -> [ReferralCandidate] {
        var seen: Set<OrganizationID> = []
        return offers.filter { !$0.isStateRecipient && seen.insert($0.offer.organization).inserted }.map { found in
            ReferralCandidate(
                organization: found.offer.organization,
                service: found.offer.id,
                offer: found.offer.service,
                city: found.site.city,
                languages: found.offer.languages
            )
        }
    }

    /// Who may see the case, for its page.
    var sharingPanel: @Sendable (CaseFile, CasePageContext, any Connection) throws -> HTML {
        let rooms = installation.rooms
        return { file, context, connection in
            let sharing = try rooms.referrals.sharing(of: file.head, for: context.principal, on: connection)
            return CaseSharingSection(
                sharing,
                token: context.csrfToken,
                mayShare: context.principal.may(.peopleShare),
                now: context.now,
                zone: context.zone,
                organizationName: context.organizationName
            ).html(context.texts)
        }
    }

    /// The appointments of a case, for its page.
    var appointmentPanel: @Sendable (CaseFile, CasePageContext, any Connection) throws -> HTML {
        let rooms = installation.rooms
        return { file, context, connection in
            guard file.isOwn else { return "" }
            return AppointmentPanel(
                caseFile: file.head.id,
                appointments: try rooms.appointments.appointments(
                    of: file.head.id,
                    for: context.principal,
                    on: connection
                ),
                mayAdd: context.principal.may(.casesWrite)
            ).html(context.texts)
        }
    }

    /// The actions of a case that lead to another organisation.
    func sharingActions(_ file: CaseFile, _ context: CasePageContext) -> [Button] {
        guard file.isOwn, file.head.status.isOpen, context.principal.may(.peopleShare) else { return [] }
        return [
            Button(context.texts.referrals.refer, .link(.path("cases", file.head.id.text, "refer")), style: .primary)
        ]
    }

    /// The appointments of today and this week, for *my day*.
    func appointments(_ principal: Principal, _ texts: Texts, _ connection: any Connection) throws -> [DayItem] {
        let rooms = installation.rooms
        let today = CivilDate(at: installation.surroundings.now(), zone: desk.zone(principal))
        let planned = try rooms.appointments.planned(
            from: today,
            to: today.advanced(byDays: 7),
            staff: principal.user,
            for: principal,
            on: connection
        )
        let names = try rooms.people.brief(planned.compactMap(\.details.person), for: principal, on: connection)
        return planned.map { item in
            DayItem(
                kind: "appointment",
                urgency: item.details.day == today ? .now : .thisWeek,
                name: item.details.person.flatMap { names[$0]?.name } ?? "",
                title: AppointmentText.when(item, texts),
                dueOn: item.details.day,
                path: item.details.caseFile.map { ["cases", $0.text] } ?? ["appointments"]
            )
        }
    }

    /// What the pages of appointments take from other rooms.
    var calendar: CalendarPorts {
        let rooms = installation.rooms
        return CalendarPorts(
            names: { ids, principal, connection in
                try rooms.people.brief(ids, for: principal, on: connection).mapValues(\.name)
            },
            client: { id, principal, connection in
                do {
                    return try rooms.cases.requireOwn(id, by: principal, on: connection).client
                } catch is CaseError {
                    throw WebError.notFound
                }
            }
        )
    }

    /// What the directory takes from the content.
    var directory: DirectoryPorts {
        let content = installation.rooms.content
        return DirectoryPorts { language in
            content.services.all.map { (code: $0.code, title: content.services.name($0.code, language)) }
        }
    }
}
