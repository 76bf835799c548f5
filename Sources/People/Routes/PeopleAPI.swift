import Access
import Database
import Domain
import HTTPTypes
import Journal
import JSON
import Localization
import Vault
public import Web

/// The register of people for programs, under `/api/v1/people`.
public struct PeopleAPI: Sendable {
    let pages: PeopleRoutes
    let keys: IdempotencyKeys

    public init(_ pages: PeopleRoutes) {
        self.pages = pages
        keys = IdempotencyKeys(surroundings: pages.desk.surroundings)
    }

    /// Adds the calls to the table.
    public func register(in routes: inout RouteTable) {
        routes.get("api/v1/people", access: .right(.peopleRead)) { try await list($0) }
        routes.post("api/v1/people", access: .right(.peopleWrite)) { try await create($0) }
        registerMerging(in: &routes)
        routes.get("api/v1/people/:id", access: .right(.peopleRead)) { try await show($0) }
        routes.post("api/v1/people/:id/network-match", access: .right(.peopleShare)) { try await askNetwork($0) }
    }

    var store: PeopleStore { pages.store }
    var desk: Desk { pages.desk }

    // MARK: - GET /api/v1/people

    /// With `q`, the people whom it may mean, best first; without, a page of the list, newest first.
    private func list(_ request: TenantRequest) async throws -> WebResponse {
        let query = try request.query()
        let limit = try limit(query)
        if query.has("q") { return try await find(request, query.trimmed("q"), limit) }
        let before = query.has("before") ? PersonID(query["before"]) : nil
        guard before != nil || !query.has("before") else { throw WebError.badRequest(.parameter) }
        let principal = request.principal
        async let journalled: Void = desk.appender.record([store.leaf(.peopleListed, nil, by: principal)])
        let page = try await desk.database.read(request.scope, isBrief: true) {
            try store.list(PeopleQuery(before: before, limit: limit), for: principal, on: $0)
        }
        try await journalled
        for id in page.damaged { try await pages.reportForgery(request, id) }
        return .json { json in
            json.object { json in
                json.array("items") { json in
                    for item in page.items where !item.isDamaged {
                        json.object { json in
                            json.member("id", item.id.text)
                            json.member("name", item.name)
                        }
                    }
                }
                if page.hasOlder, let last = page.items.last { json.member("next", last.id.text) }
            }
        }
    }

    private func find(_ request: TenantRequest, _ typed: String, _ limit: Int) async throws -> WebResponse {
        let found = try await pages.found(request, typed, limit: limit)
        return .json { json in
            json.object { json in
                json.array("items") { json in
                    for hit in found.hits {
                        json.object { json in
                            json.member("id", hit.id.text)
                            json.member("name", hit.name)
                            if !hit.birthDate.isEmpty { json.member("birthDate", hit.birthDate) }
                            json.match(hit)
                        }
                    }
                }
                // Whoever asks a program again soon finds everybody.
                if !found.readiness.isReady { json.member("warming", found.readiness.percent) }
            }
        }
    }

    func limit(_ query: FormData) throws -> Int {
        guard query.has("limit") else { return 50 }
        guard let limit = Int(query["limit"]), (1...200).contains(limit) else {
            throw WebError.badRequest(.parameter)
        }
        return limit
    }

    // MARK: - POST /api/v1/people

    private struct Created: Sendable {
        let id: PersonID
        let duplicates: [PersonHit]
        let isNew: Bool
    }

    private func create(_ request: TenantRequest) async throws -> WebResponse {
        let (json, body) = try await request.jsonAndBytes()
        let input = try PersonInput(json)
        let details: PersonDetails
        switch PersonRules.details(of: input, now: request.now) {
        case .success(let judged): details = judged
        case .failure(let problems): throw WebError.unprocessable(problems.formErrors)
        }
        let key = try IdempotencyKeys.key(of: request)
        let hash = IdempotencyKeys.hash(request, body: body)
        let principal = request.principal
        let scope = request.scope
        let found = try await pages.finder.candidates(for: details, for: principal, scope: scope)
        for id in found.damaged { try await pages.reportForgery(request, id) }
        let made = try await pages.answering(request, nil) {
            try await desk.database.write(scope) { connection -> Created in
                if let key, let earlier = try keys.find(key, requestHash: hash, scope: scope, on: connection),
                    let id = earlier.subject?.retagged(as: PersonEntity.self)
                {
                    return Created(id: id, duplicates: [], isNew: false)
                }
                let id = try store.create(details, by: principal, on: connection)
                if let key {
                    try keys.insert(
                        key,
                        requestHash: hash,
                        IdempotentAnswer(status: 201, subject: id.retagged()),
                        scope: scope,
                        on: connection
                    )
                }
                return Created(id: id, duplicates: found.hits, isNew: true)
            }
        }
        if !made.duplicates.isEmpty { try await pages.journalSearch(request) }
        let readiness = found.readiness
        return .json(status: .created) { json in
            json.object { json in
                json.member("id", made.id.text)
                json.array("possibleDuplicates") { json in
                    for hit in made.duplicates {
                        json.object { json in
                            json.member("id", hit.id.text)
                            json.match(hit)
                        }
                    }
                }
                if !readiness.isReady { json.member("warming", readiness.percent) }
            }
        }.adding(.location, "/api/v1/people/\(made.id.text)")
    }

    // MARK: - GET /api/v1/people/{id}

    private func show(_ request: TenantRequest) async throws -> WebResponse {
        let person = try await pages.open(request).person
        return .json { json in
            json.object { json in
                json.member("id", person.id.text)
                json.member("organizationId", person.owner.text)
                if person.isImported { json.member("imported", true) }
                json.details(person.details)
            }
        }.adding(.eTag, "\"\(person.version)\"")
    }

    // MARK: - POST /api/v1/people/{id}/network-match

    private func askNetwork(_ request: TenantRequest) async throws -> WebResponse {
        switch try await pages.networkOutcome(request) {
        case .answered(let answer):
            return .json { json in
                json.object { $0.member("answer", answer.rawValue) }
            }
        case .consentMissing:
            throw WebError.unprocessable(code: "recognition_missing") { $0.people.networkConsentMissing }
        case .warming:
            var error = WebError.unavailable(retryAfter: 10)
            error.problemCode = "search_warming"
            throw error
        }
    }
}

extension JSONWriter {
    /// How well somebody fits, and why.
    fileprivate mutating func match(_ hit: PersonHit) {
        member("score", hit.score)
        array("reasons") { json in
            for reason in hit.reasons { json.value(reason.code) }
        }
    }
}
