import Access
import Database
import Domain
import HTTPTypes
import JSON
import Localization
import Web

extension SharingAPI {
    func offer(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let (json, bytes) = try await request.jsonAndBytes()
        var body = try BodyReader(
            json,
            known: ["organizationId", "deadlines", "originals", "promises", "dangers", "note"]
        )
        let recipient = body.id("organizationId", OrganizationEntity.self)
        let sheet = HandoverSheet(
            deadlines: body.text("deadlines"),
            originals: body.text("originals"),
            promises: [body.text("promises"), body.text("note")].filter { !$0.isEmpty }.joined(separator: "\n"),
            dangers: body.text("dangers")
        )
        try body.finish()
        guard let recipient else { throw WebError.badRequest(.json) }
        let principal = request.principal
        let offered = try await once(request, bytes, status: 201) {
            try rooms.transfers.offer(id, to: recipient, sheet, by: principal, on: $0)
        }
        return try await answer(request, offered, status: .created)
    }

    func transfers(_ request: TenantRequest) async throws -> WebResponse {
        let typed = try request.query()
        guard let box = ReferralBox(rawValue: typed.has("box") ? typed["box"] : "in") else {
            throw WebError.badRequest(.parameter)
        }
        let principal = request.principal
        let list = try await desk.database.read(request.scope) {
            try rooms.transfers.list(box, for: principal, on: $0)
        }
        return .json { json in
            json.object { json in
                json.array("items") { json in
                    for transfer in list { json.object { $0.transfer(transfer) } }
                }
            }
        }
    }

    func takeOver(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(TransferEntity.self)
        let bytes = try await optionalBody(request).bytes
        let principal = request.principal
        _ = try await once(request, bytes, status: 200, isJoint: true) { connection in
            _ = try rooms.transfers.accept(id, by: principal, on: connection)
            return id
        }
        return try await answer(request, id, status: .ok)
    }

    func turnDown(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(TransferEntity.self)
        let (json, bytes) = try await optionalBody(request)
        var body = try BodyReader(json, known: ["reason"])
        let reason = DeclineReason(rawValue: body.text("reason")) ?? .other
        try body.finish()
        let principal = request.principal
        _ = try await once(request, bytes, status: 200, isJoint: true) { connection in
            try rooms.transfers.decline(id, because: reason, by: principal, on: connection)
            return id
        }
        return try await answer(request, id, status: .ok)
    }

    func takeBack(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(TransferEntity.self)
        let bytes = try await optionalBody(request).bytes
        let principal = request.principal
        _ = try await once(request, bytes, status: 200) { connection in
            try rooms.transfers.revoke(id, by: principal, on: connection)
            return id
        }
        return try await answer(request, id, status: .ok)
    }

    private func answer(
        _ request: TenantRequest,
        _ id: TransferID,
        status: HTTPResponse.Status
    ) async throws -> WebResponse {
        let principal = request.principal
        let (transfer, number) = try await SharingAnswers.answering {
            try await desk.database.read(request.scope) { connection in
                let transfer = try rooms.transfers.open(id, for: principal, on: connection).transfer
                let brief = try rooms.cases.brief(transfer.caseID, for: principal, on: connection)
                return (transfer, brief?.number)
            }
        }
        return .json(status: status) { json in
            json.object { json in
                json.transfer(transfer)
                json.member("number", number)
            }
        }
    }
}

extension JSONWriter {
    /// The coded members of a transfer.
    mutating func transfer(_ transfer: Transfer) {
        member("id", transfer.id.text)
        member("caseId", transfer.caseID.text)
        member("fromOrganizationId", transfer.from.text)
        member("organizationId", transfer.to.text)
        member("state", transfer.state.rawValue)
        member("offeredAt", Formats.machineTime(milliseconds: transfer.offeredAt.milliseconds))
        member("dueAt", Formats.machineTime(milliseconds: transfer.dueAt.milliseconds))
        member("reason", transfer.reason)
    }
}
