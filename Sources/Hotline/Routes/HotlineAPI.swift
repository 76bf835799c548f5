import Access
import Database
import Domain
import Guides
import HTTPTypes
import Journal
import JSON
import Localization
public import Web

/// The hotline for programs: contacts under `/api/v1/contacts`, announced calls under `/api/v1/telephony/calls`.
public struct HotlineAPI: Sendable {
    let pages: HotlineRoutes
    private let keys: IdempotencyKeys

    public init(_ pages: HotlineRoutes) {
        self.pages = pages
        keys = IdempotencyKeys(surroundings: pages.desk.surroundings)
    }

    /// Adds the calls to the table.
    public func register(in routes: inout RouteTable) {
        routes.get("api/v1/contacts", access: .right(.contactsRead)) { try await list($0) }
        routes.post("api/v1/contacts", access: .right(.contactsWrite)) { try await create($0) }
        routes.get("api/v1/contacts/:id", access: .right(.contactsRead)) { try await show($0) }
        routes.post("api/v1/telephony/calls", access: .right(.contactsWrite)) { try await announce($0) }
    }

    private var desk: Desk { pages.desk }
    private var contacts: ContactStore { pages.contacts }

    // MARK: - POST /api/v1/contacts

    private func create(_ request: TenantRequest) async throws -> WebResponse {
        let (json, body) = try await request.jsonAndBytes()
        let draft = try ContactDraft(json)
        let problems = ContactRules.problems(of: draft, catalog: pages.content.problems, now: request.now)
        guard problems.isEmpty else { throw WebError.unprocessable(ContactProblems(problems).formErrors) }
        let key = try IdempotencyKeys.key(of: request)
        let hash = IdempotencyKeys.hash(request, body: body)
        let principal = request.principal
        let scope = request.scope
        let saved = try await pages.answering(request, nil) {
            try await desk.database.write(scope) { connection -> SavedContact in
                if let key, let earlier = try keys.find(key, requestHash: hash, scope: scope, on: connection),
                    let id = earlier.subject?.retagged(as: ContactEntity.self),
                    let brief = try contacts.briefs(of: [id], for: principal, on: connection).first
                {
                    // The same answer as the first time.
                    return SavedContact(id: id, number: brief.number, isNew: earlier.status == 201)
                }
                let saved = try save(draft, named: json, by: principal, on: connection)
                if let key {
                    try keys.insert(
                        key,
                        requestHash: hash,
                        IdempotentAnswer(status: saved.isNew ? 201 : 200, subject: saved.id.retagged()),
                        scope: scope,
                        on: connection
                    )
                }
                return saved
            }
        }
        return .json(status: saved.isNew ? .created : .ok) { json in
            json.object { json in
                json.member("id", saved.id.text)
                json.member("number", saved.number)
            }
        }.adding(.location, "/api/v1/contacts/\(saved.id.text)")
    }

    /// Saves; a person who isn't there is named by the member of the body that they came from.
    private func save(
        _ draft: ContactDraft,
        named body: JSONValue,
        by principal: Principal,
        on connection: any Connection
    ) throws -> SavedContact {
        do {
            return try contacts.save(draft, by: principal, on: connection)
        } catch HotlineError.personNotFound(let index) {
            let hasCaller = body["personId"] != nil
            let field = hasCaller && index == 0 ? "personId" : "persons.\(hasCaller ? index - 1 : index).personId"
            var errors = FormErrors()
            errors.add(field, "not_found") { $0.hotline.personNotFound }
            throw WebError.unprocessable(errors)
        }
    }

    // MARK: - GET /api/v1/contacts

    private func list(_ request: TenantRequest) async throws -> WebResponse {
        let typed = try request.query()
        let query = try ContactQuery(typed, request.principal, zone: desk.zone(request.principal), isStrict: true)
        let principal = request.principal
        async let journalled: Void = desk.appender.record([contacts.leaf(.contactsListed, nil, by: principal)])
        let page = try await desk.database.read(request.scope) { try contacts.list(query, for: principal, on: $0) }
        try await journalled
        try await pages.reportDamage(request, page)
        return .json { json in
            json.object { json in
                json.array("items") { json in
                    for item in page.items where !item.isDamaged { json.object { json in json.line(item) } }
                }
                if page.hasOlder, let last = page.items.last {
                    json.member("next", ContactQuery.Place(occurredAt: last.occurredAt, id: last.id).text)
                }
            }
        }
    }

    // MARK: - GET /api/v1/contacts/{id}

    private func show(_ request: TenantRequest) async throws -> WebResponse {
        let contact = try await pages.open(request)
        return .json { json in json.object { json in json.contact(contact) } }.adding(.eTag, "\"\(contact.version)\"")
    }

    // MARK: - POST /api/v1/telephony/calls

    private func announce(_ request: TenantRequest) async throws -> WebResponse {
        let isPractice = desk.organizations.isPractice(request.principal.organization)
        guard PracticeRule.takesCalls(isPractice: isPractice) else {
            throw WebError.conflict(code: "practice_organization") { $0.hotline.practiceTakesNoCalls }
        }
        let call = try CallAnnouncement(try await request.json(), now: request.now)
        let principal = request.principal
        let id = try await pages.answering(request, nil) {
            try await desk.database.write(request.scope) {
                try CallStore(contacts: contacts).announce(call, by: principal, on: $0)
            }
        }
        return .json { json in
            json.object { json in
                json.member("id", id.text)
                json.member("event", call.event.rawValue)
            }
        }
    }
}

extension CallAnnouncement {
    /// Reads the body of `POST /api/v1/telephony/calls`.
    fileprivate init(_ body: JSONValue, now: Instant) throws(WebError) {
        guard body.members != nil else { throw .badRequest(.json) }
        var reader = BodyReader(body: body)
        for name in body.unknownMembers(besides: ["callId", "from", "to", "line", "event", "at"]) {
            reader.errors.add(name, "unknown_member") { $0.request.unknownMember }
        }
        let event: CallState? = reader.code("event")
        for name in ["callId", "to", "event"] where body[name] == nil {
            reader.errors.add(name, "required") { $0.request.fieldRequired }
        }
        self.init(
            callID: reader.text("callId"),
            from: reader.text("from"),
            to: reader.text("to"),
            line: reader.shortCode("line"),
            event: event ?? .ringing,
            at: reader.instant("at") ?? now
        )
        for (name, value) in [("callId", callID), ("from", from), ("to", to)] where value.utf8.count > 200 {
            reader.errors.add(name, "too_long") { $0.hotline.tooLong }
        }
        from = PhoneNumber(from)?.e164 ?? from
        guard reader.errors.isEmpty else { throw .unprocessable(reader.errors) }
    }
}

extension JSONWriter {
    fileprivate mutating func line(_ item: ContactListItem) {
        member("id", item.id.text)
        member("number", item.number)
        member("occurredAt", Formats.machineTime(milliseconds: item.occurredAt.milliseconds))
        member("channel", item.channel.rawValue)
        member("direction", item.direction.rawValue)
        member("language", item.language)
        if let problem = item.problem { member("problem", problem.rawValue) }
        if let outcome = item.outcome { member("outcome", outcome.rawValue) }
        member("urgency", item.urgency.rawValue)
        member("state", item.state.rawValue)
    }

    fileprivate mutating func contact(_ contact: Contact) {
        member("id", contact.id.text)
        member("number", contact.number)
        member("occurredAt", Formats.machineTime(milliseconds: contact.occurredAt.milliseconds))
        member("direction", contact.direction.rawValue)
        member("channel", contact.channel.rawValue)
        if let messenger = contact.messenger { member("messenger", messenger) }
        member("counterpart", contact.counterpart.rawValue)
        if let relation = contact.relation { member("relation", relation.rawValue) }
        if let heard = contact.heardFrom { member("heardFrom", heard.rawValue) }
        member("language", contact.language)
        if let country = contact.hostCountry { member("hostCountry", country) }
        if let region = contact.hostRegion { member("region", region) }
        if let settlement = contact.settlement { member("settlement", settlement.rawValue) }
        member("urgency", contact.urgency.rawValue)
        if let outcome = contact.outcome { member("outcome", outcome.rawValue) }
        if let attempt = contact.attempt { member("attempt", attempt.rawValue) }
        member("state", contact.state.rawValue)
        array("problems") { json in
            for problem in contact.problems { json.value(problem.rawValue) }
        }
        array("persons") { json in
            for item in contact.members {
                json.object { json in
                    if let person = item.person { json.member("personId", person.text) }
                    json.member("role", item.role.rawValue)
                    json.member("check", item.check.rawValue)
                    json.member("isProvisional", item.isProvisional)
                }
            }
        }
        if let caseID = contact.caseID { member("caseId", caseID.text) }
        member("summary", contact.narrative.summary)
        member("place", contact.narrative.place)
        member("callerName", contact.narrative.callerName)
        member("callerNumber", contact.caller.number)
        object("answers") { json in
            for question in StandingQuestion.allCases {
                guard let answer = contact.narrative.answers[question.rawValue] else { continue }
                json.member(named: question.rawValue, answer)
            }
        }
        member("isImported", contact.isImported)
    }
}
