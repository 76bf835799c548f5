import Access
import App
import Calendar
import Casework
import Database
import Directory
@_spi(TenantScopes) import Domain
import Guides
import HTTPTypes
import Hotline
import People
import Web

/// One of everything that an organisation works with, each with a mark in its words: what another organisation's pages
/// must never show, and what calls about one's own records need.
struct TestWork: Sendable {
    let owner: Principal
    let mark: String
    let person: PersonID
    let contact: ContactID
    let draft: ContactID
    let call: ContactID
    let callBack: String
    let note: String
    let duty: String
    let step: String
    let alarm: String
    let numberMark: String
    let caseID: CaseID
    let entry: CaseEntryID
    let file: CaseEntryID
    let employer: EmployerID
    let authority: AuthorityID
    let letter: CaseEntryID
    /// Sent to the other organisation, and from there.
    let referral: ReferralID
    let transfer: TransferID
    let appointment: AppointmentID
    let site: SiteID
    let service: ServiceID
    let importID: String
    let exportID: String
    let officialRequest: String

    /// Another organisation's work is worked out in the same way, so that both have one of each.
    static func make(
        _ network: TestNetwork,
        in organization: OrganizationID,
        other: OrganizationID,
        mark: String
    ) async throws -> TestWork {
        let desk = Workshop(network, organization, mark: mark)
        let owner = try await desk.principal()
        let person = try await TestNetwork.newPerson(mark + "person", owner, network.installation)
        let contact = try await desk.contact(of: person, by: owner)
        let caseID = try await desk.openCase(of: person, from: contact, by: owner)
        let rooms = network.installation.rooms
        let entry = try await desk.write {
            try rooms.entries.add(EntryDraft(.note, EntryBody(text: mark + "note")), to: caseID, by: owner, on: $0)
        }
        let session = try await network.session(.manager, in: organization)
        let draft: ContactID = rooms.cases.surroundings.newID()
        try desk.accept(
            try await network.ask(
                .post,
                "/hotline/drafts/\(draft)",
                as: session,
                form: "do=autosave&summary=\(mark)draft"
            )
        )
        try desk.accept(
            try await network.upload("/cases/\(caseID)/files", "\(mark).txt", Array("\(mark)file".utf8), as: session)
        )
        let file = try await desk.newest("case_entry", where: "kind = 'attachment'")
        let authority = try await desk.authority(of: caseID, to: other, by: owner)
        let site = try await desk.site()
        return TestWork(
            owner: owner,
            mark: mark,
            person: person,
            contact: contact,
            draft: draft,
            call: try await desk.call(session),
            callBack: try await desk.newest("call_back"),
            note: try await desk.make(.note, as: session),
            duty: try await desk.make(.duty, as: session),
            step: try await desk.make(.step, as: session),
            alarm: try await desk.make(.alarm, as: session),
            numberMark: try await desk.make(.numberMark, as: session),
            caseID: caseID,
            entry: entry,
            file: try desk.id(file),
            employer: try await desk.employer(of: caseID, by: owner),
            authority: authority,
            letter: try await desk.letter(in: caseID, by: owner),
            referral: try await desk.referral(of: caseID, by: authority, to: other, as: owner),
            transfer: try await desk.transfer(to: other, by: owner),
            appointment: try await desk.appointment(of: person, caseID, by: owner),
            site: site,
            service: try await desk.service(at: site),
            importID: try await desk.importLog(session),
            exportID: try await desk.export(session),
            officialRequest: try await desk.officialRequest(session)
        )
    }
}

/// Makes single records of one organisation for tests.
struct Workshop: Sendable {
    let network: TestNetwork
    let organization: OrganizationID
    let mark: String

    init(_ network: TestNetwork, _ organization: OrganizationID, mark: String = "words") {
        self.network = network
        self.organization = organization
        self.mark = mark
    }

    private var rooms: Rooms { network.installation.rooms }
    private var now: Instant { network.installation.surroundings.now() }
    private var today: CivilDate { CivilDate(at: now, zone: "Asia/Bishkek") }

    func principal(_ role: Role = .manager) async throws -> Principal {
        try await TestNetwork.principal(role, in: organization, network.installation)
    }

    func write<Value: Sendable>(
        _ work: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await network.installation.database.write(TenantScope(organization: organization), work)
    }

    func contact(of person: PersonID, by owner: Principal) async throws -> ContactID {
        var draft = ContactDraft(channel: .phone, language: "ky", problems: [try Self.problem("unpaid_wages")])
        draft.members = [ContactMember(person, .caller)]
        draft.outcome = .callBack
        draft.narrative.summary = mark + "contact"
        draft.caller.number = "+996700123456"
        draft.callBack = CallBackRequest(
            dueAt: now.advanced(bySeconds: 3600),
            zone: "Asia/Bishkek",
            number: "+996700123456",
            note: mark + "callback"
        )
        let saved = draft
        return try await write { [rooms] in try rooms.contacts.save(saved, by: owner, on: $0).id }
    }

    func openCase(
        of person: PersonID,
        from contact: ContactID? = nil,
        by owner: Principal
    ) async throws -> CaseID {
        let draft = CaseDraft(
            members: [CaseMember(person, .client)],
            problems: [try Self.problem("unpaid_wages")],
            summary: mark + "summary",
            situation: mark + "situation",
            contact: contact
        )
        return try await write { [rooms] in try rooms.cases.create(draft, by: owner, on: $0).id }
    }

    func authority(
        of caseID: CaseID,
        to recipient: OrganizationID,
        by owner: Principal
    ) async throws -> AuthorityID {
        let draft = AuthorityDraft(
            recipient: .organization(recipient),
            purpose: .legalAid,
            groups: .full,
            language: "ru",
            method: .verbal,
            expiresOn: today.advanced(byDays: 90)
        )
        return try await write { [rooms] in try rooms.authorities.give(draft, in: caseID, by: owner, on: $0) }
    }

    func referral(
        of caseID: CaseID,
        by authority: AuthorityID,
        to recipient: OrganizationID,
        as owner: Principal
    ) async throws -> ReferralID {
        var note = ReferralNote()
        note.text = mark + "referral"
        let draft = ReferralDraft(recipient: recipient, authority: authority, urgency: .normal, note: note)
        return try await write { [rooms] in try rooms.referrals.send(draft, of: caseID, by: owner, on: $0) }
    }

    /// A new person, case, authority and referral at once.
    func freshReferral(to recipient: OrganizationID, by owner: Principal) async throws -> ReferralID {
        let person = try await TestNetwork.newPerson(mark + "fresh", owner, network.installation)
        let caseID = try await openCase(of: person, by: owner)
        let authority = try await authority(of: caseID, to: recipient, by: owner)
        return try await referral(of: caseID, by: authority, to: recipient, as: owner)
    }

    /// A new case with an authority that is offered to another organisation to take over.
    func transfer(to recipient: OrganizationID, by owner: Principal) async throws -> TransferID {
        let person = try await TestNetwork.newPerson(mark + "offered", owner, network.installation)
        let caseID = try await openCase(of: person, by: owner)
        _ = try await authority(of: caseID, to: recipient, by: owner)
        let sheet = HandoverSheet(deadlines: mark + "deadline", promises: mark + "promise")
        return try await write { [rooms] in
            try rooms.transfers.offer(caseID, to: recipient, sheet, by: owner, on: $0)
        }
    }

    func employer(of caseID: CaseID, by owner: Principal) async throws -> EmployerID {
        try await write { [rooms, mark] connection in
            let employer = try rooms.employers.findOrCreate(name: mark + "employer", by: owner, on: connection)
            try rooms.employers.link(employer, role: .hirer, to: caseID, by: owner, on: connection)
            return employer
        }
    }

    func letter(in caseID: CaseID, by owner: Principal) async throws -> CaseEntryID {
        let draft = LetterDraft(
            addressee: .partner,
            recipient: mark + "partner",
            subject: mark + "subject",
            text: mark + "letter"
        )
        return try await write { [rooms] in
            try LetterStore(rooms.cases).write(draft, in: caseID, by: owner, on: $0)
        }
    }

    func appointment(of person: PersonID, _ caseID: CaseID, by owner: Principal) async throws -> AppointmentID {
        let details = AppointmentDetails(
            day: today.advanced(byDays: 1),
            minute: 600,
            zone: "Asia/Bishkek",
            person: person,
            caseFile: caseID,
            note: mark + "appointment"
        )
        return try await write { [rooms] in try rooms.appointments.create(details, by: owner, on: $0) }
    }

    func site() async throws -> SiteID {
        let id: SiteID = network.installation.surroundings.newID()
        let site = Site(
            id: id,
            organization: organization,
            name: "Office",
            country: "KG",
            city: "Bishkek",
            address: mark + "address",
            addressVisibility: .owner,
            zone: "Asia/Bishkek",
            isRoundTheClock: true
        )
        _ = try await write { [rooms] in try rooms.directory.save(site, on: $0) }
        return id
    }

    func service(at site: SiteID) async throws -> ServiceID {
        let id: ServiceID = network.installation.surroundings.newID()
        let codes = rooms.content.services.all.map(\.code)
        let offer = ServiceOffer(
            id: id,
            organization: organization,
            site: site,
            service: codes.first ?? "",
            languages: ["ru"],
            fee: .free
        )
        _ = try await write { [rooms] in try rooms.directory.save(offer, on: $0) }
        return id
    }

    /// A log with one row, uploaded and not yet taken in.
    func importLog(_ session: TestSession) async throws -> String {
        let log = "Дата;Имя;Телефон;Страна;Проблема\n12.03.2026;\(mark)row;+996700777666;Россия;не платят зарплату\n"
        try accept(try await network.upload("/import", "\(mark).csv", Array(log.utf8), as: session))
        return try await newest("import_run")
    }

    /// An export that was asked for.
    func export(_ session: TestSession) async throws -> String {
        let parts = today.iso.split(separator: "-").compactMap { Int($0) }
        let days =
            zip(["untilYear", "untilMonth", "untilDay"], parts).map { "\($0)=\($1)" }
            .joined(separator: "&") + "&fromYear=2020&fromMonth=1&fromDay=1"
        let form = "kind=contacts&format=csv&reason=\(mark)reason&\(days)"
        try accept(try await network.ask(.post, "/exports", as: session, form: form))
        return try await newest("export_run")
    }

    /// An authority's request that waits for a decision.
    func officialRequest(_ session: TestSession) async throws -> String {
        let form =
            "authority=police&channel=visit&receivedYear=2020&receivedMonth=1&receivedDay=2"
            + "&asker=\(mark)asker&wanted=\(mark)wanted&paper=none"
        try accept(try await network.ask(.post, "/official-requests", as: session, form: form))
        return try await newest("official_request")
    }

    /// What the hotline's pages make.
    enum Thing: String, CaseIterable, Sendable {
        case note, duty, step, alarm, numberMark

        var table: SQL {
            switch self {
            case .note: "shift_note"
            case .duty: "rota_entry"
            case .step: "on_call_step"
            case .alarm: "on_call_alarm"
            case .numberMark: "number_mark"
            }
        }
    }

    /// Makes one of the hotline's things by its page and returns the newest one's id.
    func make(_ thing: Thing, as session: TestSession) async throws -> String {
        let (path, form) =
            switch thing {
            case .note: ("/hotline/handover", "text=\(mark)handover")
            case .duty:
                ("/hotline/rota", "name=\(mark)duty&day=\(today.iso)&from=00:00&until=23:59&zone=Asia/Bishkek")
            case .step: ("/hotline/on-call", "name=\(mark)step&phone=%2B996700111222&wait=5")
            case .alarm: ("/hotline/on-call/alarm", "reason=\(mark)alarm")
            case .numberMark: ("/hotline/numbers", "number=%2B996700999888&reason=abuse&days=10&note=\(mark)number")
            }
        try accept(try await network.ask(.post, path, as: session, form: form))
        return try await newest(thing.table)
    }

    /// An announced call, as the telephone exchange does it.
    func call(_ session: TestSession) async throws -> ContactID {
        let program = try await network.session(.operator, kind: .api, in: organization)
        let number: ContactID = network.installation.surroundings.newID()
        let answer = try await network.ask(
            .post,
            "/api/v1/telephony/calls",
            as: program,
            json: #"{"callId":"\#(number)","from":"+996700555444","to":"+996312000000","event":"ringing"}"#
        )
        try accept(answer)
        return try id(answer.member("id"))
    }

    /// The organisation's newest row of a table, or of a part of it.
    func newest(_ table: SQL, where condition: SQL = "1 = 1") async throws -> String {
        let organization = organization
        let found = try await network.installation.database.read(.system) { connection in
            try connection.first(
                """
                SELECT id FROM \(table) WHERE organization_id = \(organization) AND \(condition)
                ORDER BY id DESC LIMIT 1
                """
            ) { try $0.text(0) }
        }
        guard let found else { throw TestTrouble("nothing found") }
        return found
    }

    func id<Entity>(_ text: String) throws -> Identifier<Entity> {
        guard let id = Identifier<Entity>(text) else { throw TestTrouble("no id: \(text)") }
        return id
    }

    func accept(_ answer: TestAnswer) throws {
        guard answer.status < 400 else { throw TestTrouble("\(answer.status): \(answer.body.prefix(2000))") }
    }

    static func problem(_ code: String) throws -> ProblemCode {
        guard let problem = ProblemCode(rawValue: code) else { throw TestTrouble("no problem \(code)") }
        return problem
    }
}

/// What went wrong while a test was being prepared.
struct TestTrouble: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
