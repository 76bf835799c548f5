import Access
import Database
import Domain
import HTTPTypes
import JSON
import Localization
import NameMatching
import Web

extension PeopleAPI {
    func registerMerging(in routes: inout RouteTable) {
        routes.get("api/v1/people/duplicates", access: .right(.peopleWrite)) { try await suspects($0) }
        routes.post("api/v1/people/:id/merge", access: .right(.peopleWrite)) { try await merge($0) }
        routes.post("api/v1/people/:id/undo-merge", access: .right(.peopleWrite)) { try await undoMerge($0) }
    }

    // MARK: - GET /api/v1/people/duplicates

    private func suspects(_ request: TenantRequest) async throws -> WebResponse {
        let query = try request.query()
        let limit = try limit(query)
        var place: SuspectedPair.Place?
        if query.has("after") {
            place = SuspectedPair.Place(query["after"])
            guard place != nil else { throw WebError.badRequest(.parameter) }
        }
        let page = try await pages.suspected(request, after: place, limit: limit)
        let readiness = pages.finder.readiness
        return .json { json in
            json.object { json in
                json.array("items") { json in
                    for pair in page.pairs {
                        json.object { json in
                            json.object("first") { $0.suspect(pair.first) }
                            json.object("second") { $0.suspect(pair.second) }
                            json.member("score", pair.suspicion.score)
                            json.array("reasons") { json in
                                for reason in pair.suspicion.reasons { json.value(reason.code) }
                            }
                        }
                    }
                }
                if let next = page.next { json.member("next", next.text) }
                if !readiness.isReady {
                    json.member("warming", readiness.percent)
                } else if page.isBeingMade {
                    json.member("warming", 0)
                }
            }
        }
    }

    // MARK: - POST /api/v1/people/{id}/merge

    private func merge(_ request: TenantRequest) async throws -> WebResponse {
        let id = try await own(request)
        let (json, body) = try await request.jsonAndBytes()
        let version = try version(request)
        let (other, otherVersion, choices) = try Self.mergeInput(json)
        let plan = MergePlan(
            kept: id,
            keptVersion: version,
            hidden: other,
            hiddenVersion: otherVersion,
            choices: choices
        )
        let principal = request.principal
        let merged = try await writing(request, id, body) { [store, pages] connection in
            try store.merge(plan, by: principal, pages.ports.references, on: connection).retagged()
        }
        let present = try await presentVersion(request, id)
        return .json { json in
            json.object { json in
                json.member("id", id.text)
                json.member("mergeId", merged.text)
            }
        }.adding(.eTag, "\"\(present)\"")
    }

    // MARK: - POST /api/v1/people/{id}/undo-merge

    private func undoMerge(_ request: TenantRequest) async throws -> WebResponse {
        let id = try await own(request)
        let (json, body) = try await request.jsonAndBytes()
        let version = try version(request)
        guard json.members != nil, json.unknownMembers(besides: ["mergeId"]).isEmpty else {
            throw WebError.badRequest(.json)
        }
        var merge: MergeID?
        if let value = json["mergeId"] {
            merge = value.string.flatMap { MergeID($0) }
            guard merge != nil else { throw Self.wrong("mergeId") }
        }
        let meant = merge
        let principal = request.principal
        let restored = try await writing(request, id, body) { [store, pages] connection in
            try store.undoMerge(
                of: id,
                meant,
                from: version,
                by: principal,
                pages.ports.references,
                on: connection
            ).retagged()
        }
        let present = try await presentVersion(request, id)
        return .json { json in
            json.object { json in
                json.member("id", id.text)
                json.member("restoredId", restored.text)
            }
        }.adding(.eTag, "\"\(present)\"")
    }

    // MARK: - What both share

    /// The record that is meant; one that isn't the caller's to change is answered like a missing one, whatever else is
    /// wrong with the call.
    private func own(_ request: TenantRequest) async throws -> PersonID {
        let id = try request.parameters.id(PersonEntity.self)
        _ = try await presentVersion(request, id)
        return id
    }

    private func presentVersion(_ request: TenantRequest, _ id: PersonID) async throws -> Int64 {
        let principal = request.principal
        return try await pages.answering(request, id) {
            try await desk.database.read(request.scope) { [store] in
                try store.ownLine(id, by: principal, on: $0).version
            }
        }
    }

    private func version(_ request: TenantRequest) throws -> Int64 {
        guard let tag = request.headers[.ifMatch] else { throw WebError.preconditionRequired }
        guard tag.hasPrefix("\""), tag.hasSuffix("\""), let version = Int64(tag.dropFirst().dropLast()) else {
            throw WebError.preconditionFailed { $0.people.staleTitle }
        }
        return version
    }

    private static func mergeInput(_ json: JSONValue) throws -> (PersonID, Int64, MergeChoices) {
        guard json.members != nil else { throw WebError.badRequest(.json) }
        var errors = FormErrors()
        for name in json.unknownMembers(besides: ["otherId", "otherVersion", "choices"]) {
            errors.add(name, "unknown_member") { $0.request.unknownMember }
        }
        let other = json["otherId"]?.string.flatMap { PersonID($0) }
        if other == nil { errors.add("otherId", "required") { $0.people.valueMissing } }
        let version = json["otherVersion"]?.integer
        if version == nil { errors.add("otherVersion", "required") { $0.people.valueMissing } }
        var choices = MergeChoices()
        for member in json["choices"]?.members ?? [] {
            let field = MergeField(rawValue: member.name)
            let side: MergeSide? =
                switch member.value.string {
                case "kept": .first
                case "other": .second
                case "both": .both
                default: nil
                }
            guard let field, let side, side != .both || field.mayKeepBoth else {
                errors.add("choices.\(member.name)", "unknown_code") { $0.people.choiceUnknown }
                continue
            }
            choices[field] = side
        }
        guard errors.isEmpty, let other, let version else { throw WebError.unprocessable(errors) }
        return (other, version, choices)
    }

    private static func wrong(_ name: String) -> WebError {
        var errors = FormErrors()
        errors.add(name, "unknown_code") { $0.people.choiceUnknown }
        return WebError.unprocessable(errors)
    }

    /// A write under the request's idempotency key, with the rules' refusals as answers.
    private func writing(
        _ request: TenantRequest,
        _ id: PersonID,
        _ body: [UInt8],
        _ work: @escaping @Sendable (any Connection) throws -> RecordID
    ) async throws -> RecordID {
        let key = try IdempotencyKeys.key(of: request)
        let hash = IdempotencyKeys.hash(request, body: body)
        let (scope, keys) = (request.scope, keys)
        do {
            return try await pages.answering(request, id) {
                try await desk.database.write(scope) { connection in
                    if let key, let earlier = try keys.find(key, requestHash: hash, scope: scope, on: connection),
                        let subject = earlier.subject
                    {
                        return subject
                    }
                    let made = try work(connection)
                    if let key {
                        let answer = IdempotentAnswer(status: 200, subject: made)
                        try keys.insert(key, requestHash: hash, answer, scope: scope, on: connection)
                    }
                    return made
                }
            }
        } catch PeopleError.stale {
            throw WebError.preconditionFailed { $0.people.mergeStale }
        } catch MergeError.refused(let refusal) {
            throw WebError.conflict(code: refusal.rawValue) { refusal.message($0) }
        } catch MergeError.nothingToUndo {
            throw WebError.conflict(code: "nothing_to_undo") { $0.people.undoMergeNothing }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func suspect(_ item: PersonListItem) {
        member("id", item.id.text)
        member("name", item.name)
        if !item.birthDate.isEmpty { member("birthDate", item.birthDate) }
    }
}

extension PeopleAPI {
    static let mergeOperations: [APIOperation] = [
        APIOperation(
            .get,
            "api/v1/people/duplicates",
            "Pairs of one's own records that may be of one person, the likeliest first; nothing is joined by itself.",
            query: [
                APIMember("limit", .integer, note: "1 to 200; 50 when not given."),
                APIMember("after", .text, note: "Goes on after this place of the page before."),
            ],
            answer: [
                APIMember(
                    "items",
                    .list(
                        of: .object([
                            APIMember("first", .object(suspect), isRequired: true),
                            APIMember("second", .object(suspect), isRequired: true),
                            APIMember("score", .number, note: "0 to 1."),
                            APIMember("reasons", .list(of: .code(MatchReason.allCases.map(\.code)))),
                        ])
                    ),
                    isRequired: true
                ),
                APIMember("next", .text, note: "There is more; ask again with it as `after`."),
                APIMember("warming", .integer, note: "Not everybody can be found yet; per cent."),
            ]
        ),
        APIOperation(
            .post,
            "api/v1/people/:id/merge",
            "Merges another record into this one, which If-Match names a version of; the other is hidden behind it, its id leads here, and it can be undone.",
            body: [
                APIMember("otherId", .id, isRequired: true),
                APIMember("otherVersion", .integer, isRequired: true, note: "The number in the other record's ETag."),
                APIMember(
                    "choices",
                    .object(
                        MergeField.allCases.map {
                            APIMember(
                                $0.rawValue,
                                .code($0.mayKeepBoth ? ["kept", "other", "both"] : ["kept", "other"])
                            )
                        }
                    ),
                    note: "Whose value stays; without one the fuller, else the newer."
                ),
            ],
            answer: [APIMember("id", .id, isRequired: true), APIMember("mergeId", .id, isRequired: true)],
            refusals: refusals.merging([
                409:
                    "A rule is against it: \(MergeRefusal.allCases.map(\.rawValue).joined(separator: ", ")); or the idempotency key was used for another body."
            ]) { $1 }
        ),
        APIOperation(
            .post,
            "api/v1/people/:id/undo-merge",
            "Takes the latest merge of this record back; what was changed since stays.",
            body: [APIMember("mergeId", .id, note: "The merge that is meant; without one the latest.")],
            answer: [APIMember("id", .id, isRequired: true), APIMember("restoredId", .id, isRequired: true)],
            refusals: refusals.merging([
                409: "There is nothing to undo, or the idempotency key was used for another body."
            ]) { $1 }
        ),
    ]

    private static let suspect = [
        APIMember("id", .id, isRequired: true), APIMember("name", .text, isRequired: true),
        APIMember("birthDate", .date),
    ]

    private static let refusals = [
        412: "One of the records was changed meanwhile.", 422: "A member is wrong.", 428: "If-Match is missing.",
    ]
}
