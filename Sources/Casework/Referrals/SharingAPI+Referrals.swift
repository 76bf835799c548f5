import Access
import Database
import Domain
import HTTPTypes
import Journal
import JSON
import Localization
import People
import Web

extension SharingAPI {
    func refer(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let (json, bytes) = try await request.jsonAndBytes()
        let draft = try ReferralDraft(json)
        let principal = request.principal
        let sent = try await once(request, bytes, status: 201) {
            try rooms.referrals.send(draft, of: id, by: principal, on: $0)
        }
        return try await answer(request, sent, status: .created)
            .adding(.location, "/api/v1/referrals/\(sent.text)")
    }

    func list(_ request: TenantRequest) async throws -> WebResponse {
        let typed = try request.query()
        guard let box = ReferralBox(rawValue: typed.has("box") ? typed["box"] : "in") else {
            throw WebError.badRequest(.parameter)
        }
        var query = ReferralQuery(box)
        if typed.has("limit") {
            guard let limit = Int(typed["limit"]), (1...200).contains(limit) else {
                throw WebError.badRequest(.parameter)
            }
            query.limit = limit
        }
        if typed.has("before") {
            guard let before = ReferralID(typed["before"]) else { throw WebError.badRequest(.parameter) }
            query.before = before
        }
        let principal = request.principal
        let asked = query
        async let journalled: Void = desk.appender.record([rooms.cases.leaf(.referralsListed, nil, by: principal)])
        let page = try await desk.database.read(request.scope) {
            try rooms.referrals.list(asked, for: principal, on: $0)
        }
        try await journalled
        return .json { json in
            json.object { json in
                json.array("items") { json in
                    for item in page.items {
                        json.object { json in
                            json.referral(item.referral)
                            json.member("name", item.name)
                        }
                    }
                }
                if page.hasOlder, let last = page.items.last { json.member("next", last.referral.id.text) }
            }
        }
    }

    /// As on the page, opening it for the first time is seeing it.
    func show(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(ReferralEntity.self)
        let principal = request.principal
        if principal.may(.referralsAnswer) { try await markSeen(request, id) }
        return try await answer(request, id, status: .ok)
    }

    private func markSeen(_ request: TenantRequest, _ id: ReferralID) async throws {
        let principal = request.principal
        try await SharingAnswers.answering {
            let isNew = try await desk.database.read(request.scope) { connection in
                let referral = try rooms.referrals.find(id, for: principal, on: connection)
                return referral.state == .sent && referral.to == principal.organization
            }
            guard isNew else { return }
            try await desk.database.write(request.scope) {
                try rooms.referrals.see(id, by: principal, on: $0)
            }
        }
    }

    func accept(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(ReferralEntity.self)
        let bytes = try await optionalBody(request).bytes
        let principal = request.principal
        _ = try await once(request, bytes, status: 200, isJoint: true) { connection in
            _ = try rooms.referrals.accept(id, by: principal, on: connection)
            return id
        }
        return try await answer(request, id, status: .ok)
    }

    func decline(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(ReferralEntity.self)
        let (json, bytes) = try await optionalBody(request)
        var body = try BodyReader(json, known: ["reason", "text"])
        let said = body.text("reason", atMost: 500)
        let more = body.text("text")
        try body.finish()
        // A reason in words is kept as words.
        let reason = DeclineReason(rawValue: said) ?? .other
        let text = [DeclineReason(rawValue: said) == nil ? said : "", more].filter { !$0.isEmpty }
            .joined(separator: "\n")
        let principal = request.principal
        _ = try await once(request, bytes, status: 200, isJoint: true) { connection in
            try rooms.referrals.decline(id, because: reason, text: text, by: principal, on: connection)
            return id
        }
        return try await answer(request, id, status: .ok)
    }

    func start(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(ReferralEntity.self)
        let bytes = try await optionalBody(request).bytes
        let principal = request.principal
        _ = try await once(request, bytes, status: 200) { connection in
            try rooms.referrals.start(id, by: principal, on: connection)
            return id
        }
        return try await answer(request, id, status: .ok)
    }

    func complete(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(ReferralEntity.self)
        let (json, bytes) = try await optionalBody(request)
        var body = try BodyReader(json, known: ["outcome", "text"])
        let outcome = body.code("outcome", CaseOutcome.self, isRequired: false)
        let text = body.text("text")
        try body.finish()
        let principal = request.principal
        _ = try await once(request, bytes, status: 200, isJoint: true) { connection in
            try rooms.referrals.complete(id, outcome: outcome, text: text, by: principal, on: connection)
            return id
        }
        return try await answer(request, id, status: .ok)
    }

    func revoke(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(ReferralEntity.self)
        let bytes = try await optionalBody(request).bytes
        let principal = request.principal
        _ = try await once(request, bytes, status: 200) { connection in
            try rooms.referrals.revoke(id, by: principal, on: connection)
            return id
        }
        return try await answer(request, id, status: .ok)
    }

    /// A referral as the caller sees it, its leaf on the disk first.
    private func answer(
        _ request: TenantRequest,
        _ id: ReferralID,
        status: HTTPResponse.Status
    ) async throws -> WebResponse {
        let principal = request.principal
        let view = try await SharingAnswers.answering {
            try await desk.database.read(request.scope) { try rooms.referrals.open(id, for: principal, on: $0) }
        }
        try await desk.appender.record([rooms.leaf(.referralOpened, id.retagged(), by: principal)])
        return .json(status: status) { json in
            json.object { json in
                json.referral(view.referral)
                json.member("note", view.note?.text)
                json.member("answer", view.answer?.text)
                json.array("persons") { json in
                    for person in view.members {
                        json.object { json in
                            json.member("id", person.id.text)
                            json.member("name", person.name)
                        }
                    }
                }
                json.member("otherPersons", view.others)
                json.member("summary", view.file?.summary)
                json.member("situation", view.file?.situation)
                if principal.organization == view.referral.to {
                    json.member("linkedCaseId", view.referral.linkedCase?.text)
                    json.member("linkedCaseNumber", view.linkedCase?.number)
                }
            }
        }
    }
}

extension SharingRooms {
    /// A leaf of something that was read.
    func leaf(_ kind: LeafKind, _ subject: RecordID, by principal: Principal) -> LeafDraft {
        LeafDraft(
            log: principal.organization,
            kind: kind,
            actor: principal.user,
            actorOrganization: principal.organization,
            subject: subject
        )
    }
}

extension JSONWriter {
    /// The coded members of a referral.
    mutating func referral(_ referral: Referral) {
        member("id", referral.id.text)
        member("caseId", referral.caseID.text)
        member("fromOrganizationId", referral.from.text)
        member("organizationId", referral.to.text)
        member("consentId", referral.authority.text)
        member("serviceId", referral.service?.text)
        member("state", referral.state.rawValue)
        member("urgency", referral.urgency.rawValue)
        member("purpose", referral.purpose.rawValue)
        member("problem", referral.problem?.rawValue)
        member("sentAt", Formats.machineTime(milliseconds: referral.sentAt.milliseconds))
        member("dueAt", Formats.machineTime(milliseconds: referral.dueAt.milliseconds))
        member("seenAt", referral.seenAt.map { Formats.machineTime(milliseconds: $0.milliseconds) })
        member("answeredAt", referral.answeredAt.map { Formats.machineTime(milliseconds: $0.milliseconds) })
        member("endedAt", referral.endedAt.map { Formats.machineTime(milliseconds: $0.milliseconds) })
        member("reason", referral.reason)
        member("outcome", referral.outcome?.rawValue)
        member("escalation", referral.escalation)
        member("answersReferralId", referral.counterOf?.text)
    }
}
