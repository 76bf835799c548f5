import Access
import Database
import Domain
import HTTPTypes
import Journal
import JSON
import Localization
import Vault
public import Web

/// Consents, referrals and transfers for programs, under `/api/v1`.
public struct SharingAPI: Sendable {
    let rooms: SharingRooms
    let desk: Desk
    private let keys: IdempotencyKeys

    public init(desk: Desk, cases: CaseStore) {
        rooms = SharingRooms(cases)
        self.desk = desk
        keys = IdempotencyKeys(surroundings: desk.surroundings)
    }

    /// Adds the calls to the table.
    public func register(in routes: inout RouteTable) {
        routes.get("api/v1/cases/:id/consents", access: .right(.casesRead)) { try await consents($0) }
        routes.post("api/v1/cases/:id/consents", access: .right(.peopleShare)) { try await give($0) }
        routes.post("api/v1/cases/:id/consents/:consent/confirm", access: .right(.peopleShare)) {
            try await confirm($0)
        }
        routes.delete("api/v1/cases/:id/consents/:consent", access: .right(.peopleShare)) { try await withdraw($0) }
        routes.post("api/v1/cases/:id/referrals", access: .right(.peopleShare)) { try await refer($0) }
        routes.get("api/v1/referrals", access: .right(.casesRead)) { try await list($0) }
        routes.get("api/v1/referrals/:id", access: .right(.casesRead)) { try await show($0) }
        routes.post("api/v1/referrals/:id/accept", access: .right(.referralsAnswer)) { try await accept($0) }
        routes.post("api/v1/referrals/:id/decline", access: .right(.referralsAnswer)) { try await decline($0) }
        routes.post("api/v1/referrals/:id/start", access: .right(.referralsAnswer)) { try await start($0) }
        routes.post("api/v1/referrals/:id/complete", access: .right(.referralsAnswer)) { try await complete($0) }
        routes.post("api/v1/referrals/:id/revoke", access: .right(.peopleShare)) { try await revoke($0) }
        routes.post("api/v1/cases/:id/transfers", access: .right(.peopleShare)) { try await offer($0) }
        routes.get("api/v1/transfers", access: .right(.casesRead)) { try await transfers($0) }
        routes.post("api/v1/transfers/:id/accept", access: .right(.referralsAnswer)) { try await takeOver($0) }
        routes.post("api/v1/transfers/:id/decline", access: .right(.referralsAnswer)) { try await turnDown($0) }
        routes.post("api/v1/transfers/:id/revoke", access: .right(.peopleShare)) { try await takeBack($0) }
    }

    // MARK: - Writing once

    /// Does a write once for an idempotency key, in one transaction with it.
    ///
    /// - Parameters:
    ///   - request: carries the key, if there is one.
    ///   - bytes: the body as it came.
    ///   - status: of the answer.
    ///   - isJoint: the act needs both sides' keys and runs in the system's scope; each such act asks first whose it is.
    ///   - recipient: how the body calls the recipient.
    ///   - work: the write; returns what was made or worked on.
    /// - Returns: the same for a repetition.
    /// - Throws: the answer to what rules refuse, and to a key that was used for something else.
    func once<Entity>(
        _ request: TenantRequest,
        _ bytes: [UInt8],
        status: Int,
        isJoint: Bool = false,
        recipient: String = "organizationId",
        _ work: @escaping @Sendable (any Connection) throws -> Identifier<Entity>
    ) async throws -> Identifier<Entity> {
        let key = try IdempotencyKeys.key(of: request)
        let hash = IdempotencyKeys.hash(request, body: bytes)
        let scope = request.scope
        let transaction: TransactionScope = isJoint ? .system : .organization(scope.organization)
        return try await SharingAnswers.answering(recipient: recipient) {
            try await desk.database.write(transaction) { connection in
                if let key, let earlier = try keys.find(key, requestHash: hash, scope: scope, on: connection),
                    let subject = earlier.subject
                {
                    return subject.retagged()
                }
                let id = try work(connection)
                if let key {
                    try keys.insert(
                        key,
                        requestHash: hash,
                        IdempotentAnswer(status: status, subject: id.retagged()),
                        scope: scope,
                        on: connection
                    )
                }
                return id
            }
        }
    }

    /// The body of a call that may come without one.
    func optionalBody(_ request: TenantRequest) async throws -> (value: JSONValue, bytes: [UInt8]) {
        guard request.headers[.contentType] != nil else { return (.object([]), []) }
        return try await request.jsonAndBytes()
    }

    // MARK: - Consents

    private func consents(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let principal = request.principal
        let list = try await SharingAnswers.answering {
            try await desk.database.read(request.scope) { connection in
                _ = try rooms.cases.head(id, for: principal, on: connection)
                return try rooms.authorities.list(of: id, for: principal, on: connection)
            }
        }
        let now = request.now
        return .json { json in
            json.object { $0.array("items") { json in for item in list { json.authority(item, at: now) } } }
        }
    }

    private func give(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let (json, bytes) = try await request.jsonAndBytes()
        let draft = try AuthorityDraft(json)
        let principal = request.principal
        let given = try await once(request, bytes, status: 201, recipient: "recipientOrganizationId") {
            try rooms.authorities.give(draft, in: id, by: principal, on: $0)
        }
        return .json(status: .created) { $0.object { $0.member("id", given.text) } }
    }

    private func confirm(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let consent = try request.parameters.id(AuthorityEntity.self, "consent")
        let bytes = try await optionalBody(request).bytes
        let principal = request.principal
        _ = try await once(request, bytes, status: 200) { connection in
            try rooms.authorities.confirm(consent, in: id, by: principal, on: connection)
            return consent
        }
        return .json { $0.object { $0.member("id", consent.text) } }
    }

    /// A program that withdraws says so for the person, who has heard what runs.
    private func withdraw(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let consent = try request.parameters.id(AuthorityEntity.self, "consent")
        let learnsWhy = try request.query()["recipientLearnsWhy"] == "true"
        let principal = request.principal
        try await SharingAnswers.answering {
            try await desk.database.write(request.scope) {
                try rooms.authorities.withdraw(
                    consent,
                    in: id,
                    WithdrawalDraft(deadlinesWereSaid: true, recipientLearnsWhy: learnsWhy),
                    by: principal,
                    on: $0
                )
            }
        }
        return .noContent
    }
}

/// The stores of sharing, put together once.
struct SharingRooms: Sendable {
    let cases: CaseStore
    let authorities: AuthorityStore
    let referrals: ReferralStore
    let transfers: TransferStore
    let letters: LetterStore

    init(_ cases: CaseStore) {
        self.cases = cases
        authorities = AuthorityStore(cases)
        referrals = ReferralStore(cases)
        transfers = TransferStore(cases)
        letters = LetterStore(cases)
    }
}

extension JSONWriter {
    mutating func authority(_ authority: Authority, at now: Instant) {
        object { json in
            json.member("id", authority.id.text)
            json.member("personId", authority.person.text)
            json.member("recipientOrganizationId", authority.recipient?.text)
            json.member("basis", authority.basis.rawValue)
            json.member("purpose", authority.purpose.rawValue)
            json.array("scope") { json in for group in authority.groups.groups { json.value(group.code) } }
            json.member("language", authority.language)
            json.member("method", authority.method.rawValue)
            json.member("givenBy", authority.giver.rawValue)
            json.member("expiresOn", authority.expiresOn.iso)
            json.member("isLive", authority.isLive(at: now))
            json.member("needsConfirmation", authority.needsConfirmation && authority.confirmedAt == nil)
            json.member("ended", authority.end?.rawValue)
        }
    }
}
