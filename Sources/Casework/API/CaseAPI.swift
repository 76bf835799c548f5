import Access
import Database
import Domain
import HTTPTypes
import Journal
import JSON
import Localization
import Vault
public import Web

/// The register of cases for programs, under `/api/v1/cases`.
public struct CaseAPI: Sendable {
    let pages: CaseRoutes
    let keys: IdempotencyKeys

    public init(_ pages: CaseRoutes) {
        self.pages = pages
        keys = IdempotencyKeys(surroundings: pages.desk.surroundings)
    }

    /// Adds the calls to the table.
    public func register(in routes: inout RouteTable) {
        routes.get("api/v1/cases", access: .right(.casesRead)) { try await list($0) }
        routes.post("api/v1/cases", access: .right(.casesWrite)) { try await create($0) }
        routes.get("api/v1/cases/:id", access: .right(.casesRead)) { try await show($0) }
        routes.patch("api/v1/cases/:id", access: .right(.casesWrite)) { try await patch($0) }
        routes.post("api/v1/cases/:id/close", access: .right(.casesWrite)) { try await close($0) }
    }

    var store: CaseStore { pages.cases }
    var desk: Desk { pages.desk }

    // MARK: - GET /api/v1/cases

    private func list(_ request: TenantRequest) async throws -> WebResponse {
        let typed = try request.query()
        var query = CaseQuery(activity: .all)
        if typed.has("box") {
            guard let box = CaseQuery.Box(rawValue: typed["box"]) else { throw WebError.badRequest(.parameter) }
            query.box = box
        }
        if typed.has("status") {
            guard let status = CaseStatus(rawValue: typed["status"]) else { throw WebError.badRequest(.parameter) }
            query.status = status
        }
        if typed.has("problem") {
            guard let code = ProblemCode(rawValue: typed["problem"]) else { throw WebError.badRequest(.parameter) }
            query.problem = code
        }
        if typed.has("after") {
            guard let place = CaseQuery.Place(typed["after"]) else { throw WebError.badRequest(.parameter) }
            query.after = place
        }
        if typed.has("limit") {
            guard let limit = Int(typed["limit"]), (1...200).contains(limit) else {
                throw WebError.badRequest(.parameter)
            }
            query.limit = limit
        }
        let principal = request.principal
        let asked = query
        async let journalled: Void = desk.appender.record([store.leaf(.casesListed, nil, by: principal)])
        let page = try await desk.database.read(request.scope) { try store.list(asked, for: principal, on: $0) }
        try await journalled
        return .json { json in
            json.object { json in
                json.array("items") { json in
                    for item in page.items {
                        json.object { json in
                            json.head(item.head)
                            json.member("name", item.clientName)
                        }
                    }
                }
                if page.hasNext, let last = page.items.last { json.member("next", asked.place(of: last).text) }
            }
        }
    }

    // MARK: - POST /api/v1/cases

    private func create(_ request: TenantRequest) async throws -> WebResponse {
        let (json, body) = try await request.jsonAndBytes()
        let draft = try CaseInput(json).draft()
        let principal = request.principal
        let made = try await writing(request, body) { connection -> CaseID in
            if let contact = draft.contact, try !pages.ports.contactExists(contact, principal, connection) {
                throw Self.unknown("contactId")
            }
            return try store.create(draft, by: principal, on: connection).id
        }
        let head = try await desk.database.read(request.scope) { try store.head(made, for: principal, on: $0) }
        return .json(status: .created) { json in
            json.object { json in
                json.member("id", head.id.text)
                json.member("number", head.displayNumber)
            }
        }.adding(.location, "/api/v1/cases/\(head.id.text)").adding(.eTag, head.fieldVersions.entityTag)
    }

    // MARK: - GET and PATCH /api/v1/cases/{id}

    private func show(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let file = try await open(request, id)
        return .json { json in json.object { $0.file(file) } }.adding(.eTag, file.head.fieldVersions.entityTag)
    }

    private func open(_ request: TenantRequest, _ id: CaseID) async throws -> CaseFile {
        let principal = request.principal
        let file = try await pages.answering(request, id) {
            try await desk.database.read(request.scope) { try store.open(id, for: principal, on: $0) }
        }
        try await desk.appender.record([store.leaf(.caseOpened, id, by: principal)])
        return file
    }

    private func patch(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let change = try CaseInput.change(try await request.json())
        guard let tag = request.headers[.ifMatch] else { throw WebError.preconditionRequired }
        let principal = request.principal
        let versions = FieldVersions(entityTag: tag)
        do {
            try await refusing {
                try await pages.answering(request, id) {
                    try await desk.database.write(request.scope) { connection in
                        // `*` asks for nothing but that there be such a case (RFC 9110, section 13.1.1).
                        let present = try store.requireOwn(id, by: principal, on: connection).fieldVersions
                        guard let from = versions ?? (tag == "*" ? present : nil) else {
                            throw CaseError.stale(CaseField.allCases.filter { change.fields.contains($0) })
                        }
                        _ = try store.patch(id, change, from: from, by: principal, on: connection)
                    }
                }
            }
        } catch CaseError.stale(let fields) {
            throw Self.stale(fields)
        }
        let file = try await open(request, id)
        return .json { json in json.object { $0.file(file) } }.adding(.eTag, file.head.fieldVersions.entityTag)
    }

    /// 412, naming the fields that somebody else changed meanwhile.
    static func stale(_ fields: [CaseField]) -> WebError {
        var error = WebError.preconditionFailed { $0.cases.staleTitle }
        for field in fields { error.fields.add(field.rawValue, "changed_meanwhile") { $0.cases.staleTitle } }
        return error
    }

    // MARK: - POST /api/v1/cases/{id}/close

    private func close(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let (json, body) = try await request.jsonAndBytes()
        let closing = try CaseInput.closing(json)
        let principal = request.principal
        _ = try await writing(request, body) { connection -> CaseID in
            try store.close(id, closing, by: principal, on: connection)
            return id
        }
        let file = try await open(request, id)
        return .json { json in json.object { $0.file(file) } }.adding(.eTag, file.head.fieldVersions.entityTag)
    }

    // MARK: - What calls share

    /// A write under the request's idempotency key: what was done before under the same key isn't done again.
    private func writing(
        _ request: TenantRequest,
        _ body: [UInt8],
        _ work: @escaping @Sendable (any Connection) throws -> CaseID
    ) async throws -> CaseID {
        let key = try IdempotencyKeys.key(of: request)
        let hash = IdempotencyKeys.hash(request, body: body)
        let scope = request.scope
        let keys = keys
        return try await refusing {
            try await pages.answering(request, nil) {
                try await desk.database.write(scope) { connection in
                    if let key, let earlier = try keys.find(key, requestHash: hash, scope: scope, on: connection),
                        let subject = earlier.subject
                    {
                        return subject.retagged(as: CaseEntity.self)
                    }
                    let id = try work(connection)
                    if let key {
                        let answer = IdempotentAnswer(status: 201, subject: id.retagged())
                        try keys.insert(key, requestHash: hash, answer, scope: scope, on: connection)
                    }
                    return id
                }
            }
        }
    }

    /// What a rule refuses is a 422 that names the field; acts that the case's state doesn't allow are a 409.
    private func refusing<Value>(_ work: () async throws -> Value) async throws -> Value {
        do {
            return try await work()
        } catch CaseError.refused(let refusal) {
            switch refusal {
            case .alreadyClosed, .notClosed:
                throw WebError.conflict(code: refusal.rawValue) { refusal.message($0) }
            default:
                var errors = FormErrors()
                errors.add(refusal.field, refusal.rawValue) { refusal.message($0) }
                throw WebError.unprocessable(errors)
            }
        }
    }

    static func unknown(_ field: String) -> WebError {
        var errors = FormErrors()
        errors.add(field, "unknown") { $0.entries.choiceWrong }
        return WebError.unprocessable(errors)
    }
}

extension JSONWriter {
    fileprivate mutating func head(_ head: CaseHead) {
        member("id", head.id.text)
        member("number", head.displayNumber)
        member("status", head.status.rawValue)
        member("stage", head.stage.rawValue)
        member("risk", head.risk.rawValue)
        member("problem", head.primaryProblem?.rawValue)
        member("workerId", head.worker?.text)
        member("personId", head.client?.text)
        member("openedAt", Formats.machineTime(milliseconds: head.openedAt.milliseconds))
        member("nextDueOn", head.nextDueOn?.iso)
    }

    fileprivate mutating func file(_ file: CaseFile) {
        head(file.head)
        member("organizationId", file.owner.text)
        array("problems") { json in
            for problem in file.problems { json.value(problem.code.rawValue) }
        }
        array("persons") { json in
            for member in file.members {
                json.object { json in
                    json.member("personId", member.person.text)
                    json.member("role", member.role.rawValue)
                }
            }
        }
        member("personCount", file.head.personCount)
        member("countryOfStay", file.head.countries.stay?.code)
        member("countryOfRight", file.head.countries.right?.code)
        member("countryOfReturn", file.head.countries.back?.code)
        member("isCollective", file.head.isCollective)
        member("outcome", file.head.outcome?.rawValue)
        member("contactId", file.head.contact?.text)
        member("summary", file.summary)
        member("situation", file.situation)
        member("importedNumber", file.importedNumber)
    }
}
