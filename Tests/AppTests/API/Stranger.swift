import Access
import App
import Domain
import Foundation
import HTTPTypes
import Testing

/// A stranger's program with a token of one organisation, which knows the documents and nothing else.
struct Stranger: Sendable {
    let network: TestNetwork
    let session: TestSession
    let organization: OrganizationID

    /// A program that acts as a member of an organisation with a role.
    static func of(
        _ organization: OrganizationID,
        _ network: TestNetwork,
        as role: Role = .caseworker
    ) async throws -> Stranger {
        Stranger(
            network: network,
            session: try await network.session(role, kind: .api, in: organization),
            organization: organization
        )
    }

    func get(_ path: String) async throws -> TestAnswer {
        try await network.ask(.get, "/api/v1/" + path, as: session)
    }

    func post(
        _ path: String,
        _ body: [String: any Sendable]? = nil,
        key: String? = nil
    ) async throws -> TestAnswer {
        try await network.ask(
            .post,
            "/api/v1/" + path,
            as: session,
            json: try body.map(Self.text),
            headers: key.map { ["Idempotency-Key": $0] } ?? [:]
        )
    }

    func patch(_ path: String, _ body: [String: any Sendable], ifMatch tag: String?) async throws -> TestAnswer {
        try await network.ask(
            .patch,
            "/api/v1/" + path,
            as: session,
            json: try Self.text(body),
            headers: tag.map { ["If-Match": $0] } ?? [:]
        )
    }

    func delete(_ path: String) async throws -> TestAnswer {
        try await network.ask(.delete, "/api/v1/" + path, as: session)
    }

    static func text(_ body: [String: any Sendable]) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: body, options: .sortedKeys), as: UTF8.self)
    }

    // MARK: - Steps that many tests begin with

    func person(_ family: String) async throws -> String {
        let answer = try await post("people", ["names": [["family": family, "given": "Test"]]])
        #expect(answer.status == 201, "\(answer.body)")
        return try answer.member("id")
    }

    func openCase(_ person: String, _ more: [String: any Sendable] = [:]) async throws -> String {
        let body: [String: any Sendable] = ["personId": person, "problems": ["unpaid_wages"]]
        let answer = try await post("cases", body.merging(more) { $1 })
        #expect(answer.status == 201, "\(answer.body)")
        return try answer.member("id")
    }

    static func consent(to recipient: OrganizationID, scope: any Sendable = "full") -> [String: any Sendable] {
        [
            "recipientOrganizationId": recipient.text, "purpose": "legal_aid", "scope": scope, "language": "ru",
            "method": "verbal", "expiresOn": Self.day(60),
        ]
    }

    func give(_ caseID: String, to recipient: OrganizationID, scope: any Sendable = "full") async throws -> String {
        let answer = try await post("cases/\(caseID)/consents", Self.consent(to: recipient, scope: scope))
        #expect(answer.status == 201, "\(answer.body)")
        return try answer.member("id")
    }

    func refer(_ caseID: String, to recipient: OrganizationID, by consent: String) async throws -> String {
        let body: [String: any Sendable] = [
            "organizationId": recipient.text, "consentId": consent, "urgency": "urgent", "note": "Паспорт у хозяина",
        ]
        let answer = try await post("cases/\(caseID)/referrals", body)
        #expect(answer.status == 201, "\(answer.body)")
        return try answer.member("id")
    }

    /// A day so far from today, as ISO 8601.
    static func day(_ days: Int) -> String {
        let format = ISO8601DateFormatter()
        format.formatOptions = [.withFullDate]
        return format.string(from: Date().addingTimeInterval(Double(days) * 86_400))
    }
}
