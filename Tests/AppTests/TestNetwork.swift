import Access
import App
import Database
@_spi(TenantScopes) import Domain
import Foundation
import HTTPTypes
import HummingbirdCore
import Journal
import Logging
import NIOCore
import People
import Synchronization
import Vault
import Web

/// A whole installation in a temporary folder: two organisations, an account of each role in the first and of a manager
/// in the second, one person in each, asked without a socket.
struct TestNetwork: Sendable {
    let installation: Installation
    let responder: WebResponder
    let routes: RouteTable
    let first: OrganizationID
    let second: OrganizationID
    /// A person of the first organisation, one of the second, and one of the second that is shared with the first.
    let own: PersonID
    let foreign: PersonID
    let shared: PersonID
    let grant: GrantID
    let member: UserID
    let foreignMember: UserID

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    static func run(_ body: (TestNetwork) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tirek-test-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { _ = try? FileManager.default.removeItem(atPath: folder) }
        try RootSecret.generate(.system).store(at: folder + "/root.key")
        let settings = try Settings(
            flags: ["TIREK_CONTENT_DIRECTORY": root + "/Content"],
            environment: [:]
        )
        let installation = try await Installation.open(
            try AppConfiguration(demonstration: folder, settings)
        )
        do {
            try await body(try await fill(installation))
            await installation.close()
        } catch {
            await installation.close()
            throw error
        }
    }

    private static func fill(_ installation: Installation) async throws -> TestNetwork {
        let access = installation.access
        var settings = try await access.settings()
        settings.requiresSecondFactor = false
        try await access.change(settings, by: .program)
        let first = try await organization("first", installation)
        let second = try await organization("second", installation)
        let owner = try await principal(.caseworker, in: first, installation)
        let stranger = try await principal(.manager, in: second, installation)
        try await publish(installation)
        let own = try await newPerson("Осмонова", owner, installation)
        let foreign = try await newPerson("Каримов", stranger, installation)
        let shared = try await newPerson("Rusu", stranger, installation)
        _ = try await share(shared, with: first, by: stranger, installation)
        let grant = try await share(own, with: second, by: owner, installation)
        let site = try await DeskSite.build(installation)
        return TestNetwork(
            installation: installation,
            responder: try WebResponder(
                site: site.site,
                routes: site.routes,
                logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
            ),
            routes: site.routes,
            first: first,
            second: second,
            own: own,
            foreign: foreign,
            shared: shared,
            grant: grant,
            member: owner.user,
            foreignMember: stranger.user
        )
    }

    /// Makes an organisation, admitted and no practice unless said otherwise.
    static func organization(
        _ code: String,
        _ installation: Installation,
        admission: OrganizationAdmission = .admitted,
        isPractice: Bool = false
    ) async throws -> OrganizationID {
        var draft = OrganizationDraft(
            code: code,
            kind: .association,
            language: .russian,
            timeZone: "Asia/Bishkek",
            names: [OrganizationName(language: "ru", text: code)]
        )
        draft.admission = admission
        draft.isPractice = isPractice
        let made = draft
        return try await installation.database.write(.installation) { connection in
            try installation.access.organizations.create(made, by: .program, on: connection)
        }
    }

    /// Tells the rooms of all organisations, as the server does after an event about one.
    static func publish(_ installation: Installation) async throws {
        let all = try await installation.database.read(.installation) { connection in
            try installation.access.organizations.list(on: connection)
        }
        installation.rooms.organizations.replace(
            all.map { organization in
                OrganizationDirectory.Entry(
                    id: organization.id,
                    code: organization.code,
                    names: Dictionary(
                        organization.names.map { ($0.language, $0.text) },
                        uniquingKeysWith: { first, _ in first }
                    ),
                    defaultLanguage: organization.language,
                    zone: organization.timeZone,
                    isActive: organization.state == .active,
                    kind: organization.kind.rawValue,
                    isStateRecipient: organization.isStateRecipient,
                    isPractice: organization.isPractice,
                    isAdmitted: organization.admission == .admitted
                )
            }
        )
    }

    /// Somebody new with a role, as whom tests act on stores.
    static func principal(
        _ role: Role,
        in organization: OrganizationID,
        _ installation: Installation
    ) async throws -> Principal {
        let user = try await account(role, in: organization, installation)
        return Principal(
            user: user,
            organization: organization,
            role: role,
            session: installation.surroundings.newID(),
            csrfToken: "",
            dutyName: ""
        )
    }

    private static func account(
        _ role: Role,
        in organization: OrganizationID,
        _ installation: Installation
    ) async throws -> UserID {
        let access = installation.access
        let random = installation.surroundings.randomBytes(4).map { String($0) }.joined()
        guard let email = EmailAddress("\(role.rawValue)-\(random)@example.org"),
            let names = StaffNames(name: "\(role.rawValue) \(random)", dutyName: "Duty")
        else { throw OperationError("bad test account") }
        return try await installation.database.write(.installation) { connection in
            let user = try access.accounts.create(
                AccountDraft(email: email, names: names),
                by: .program,
                on: connection
            )
            try access.memberships.add(user, to: organization, as: role, by: .program, on: connection)
            return user
        }
    }

    static func newPerson(
        _ name: String,
        _ owner: Principal,
        _ installation: Installation
    ) async throws -> PersonID {
        let details = PersonDetails(
            identity: PersonIdentity(
                names: [PersonName(family: name)],
                birthDate: nil,
                sex: .unknown,
                citizenship: nil
            )
        )
        return try await installation.database.write(TenantScope(organization: owner.organization)) {
            try installation.rooms.people.create(details, by: owner, on: $0)
        }
    }

    private static func share(
        _ person: PersonID,
        with recipient: OrganizationID,
        by owner: Principal,
        _ installation: Installation
    ) async throws -> GrantID {
        let draft = GrantDraft(
            record: person.retagged(),
            recipient: recipient,
            groups: .summary,
            purpose: "legal_aid",
            expiresAt: installation.surroundings.now().advanced(bySeconds: 86_400),
            createdBy: owner.user
        )
        return try await installation.database.write(TenantScope(organization: owner.organization)) {
            try installation.rooms.people.share(person, draft, by: owner, on: $0).id
        }
    }

    // MARK: - Asking

    /// A session of a new account with the role, stepped up, so that every door that the role may open is open.
    func session(
        _ role: Role,
        kind: SessionKind = .desk,
        in organization: OrganizationID? = nil,
        state: SessionState = .active
    ) async throws -> TestSession {
        let home = role == .installationAdministrator ? .installation : organization ?? first
        let user = try await Self.account(role, in: home, installation)
        let access = installation.access
        let until = installation.surroundings.now().advanced(bySeconds: 600)
        let issued = try await installation.database.write(.installation) { connection in
            let issued = try access.sessions.create(
                user: user,
                organization: home,
                kind: kind,
                state: state,
                client: .other,
                dutyName: "Duty",
                on: connection
            )
            // What entering the password again does, without the cost of hashing it.
            _ = try connection.execute(
                "UPDATE session SET stepped_up_until = \(until) WHERE id = \(issued.id)"
            )
            return issued
        }
        return TestSession(id: issued.id, token: issued.token, kind: kind)
    }

    /// A call of a page or of the programming interface, with the tokens that a browser or a program would send.
    func ask(
        _ method: HTTPRequest.Method,
        _ path: String,
        as session: TestSession?,
        form: String? = nil,
        json: String? = nil,
        headers: [String: String] = [:]
    ) async throws -> TestAnswer {
        var fields = HTTPFields()
        var formToken = session?.token.csrfToken ?? ""
        if session == nil, method == .post, json == nil {
            let visitor = try await ask(.get, "/sign-in", as: nil)
            fields[.cookie] = visitor.headers[.setCookie].map { String($0.prefix { $0 != ";" }) }
            formToken =
                visitor.body.firstRange(of: "name=\"_token\" value=\"").map {
                    String(visitor.body[$0.upperBound...].prefix { $0 != "\"" })
                } ?? ""
        }
        for (name, value) in headers {
            guard let name = HTTPField.Name(name) else { continue }
            fields[name] = value
        }
        var body: [UInt8] = []
        if method != .get, method != .head {
            if let json {
                fields[.contentType] = "application/json"
                body = Array(json.utf8)
            } else if session?.kind != .api {
                fields[.contentType] = "application/x-www-form-urlencoded"
                body = Array("_token=\(formToken)&\(form ?? "")".utf8)
            }
        }
        return try await send(method, path, as: session, fields, body)
    }

    /// Sends a file as a browser's form does.
    func upload(
        _ path: String,
        _ name: String,
        _ content: [UInt8],
        as session: TestSession
    ) async throws -> TestAnswer {
        let head =
            "--edge\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n\(session.token.csrfToken)\r\n"
            + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n"
        let body = Array(head.utf8) + content + Array("\r\n--edge--\r\n".utf8)
        return try await send(
            .post,
            path,
            as: session,
            [.contentType: "multipart/form-data; boundary=edge"],
            body
        )
    }

    private func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        as session: TestSession?,
        _ headers: HTTPFields,
        _ body: [UInt8]
    ) async throws -> TestAnswer {
        var fields = headers
        fields[.fetchSite] = "same-origin"
        if session?.kind == .api, let session { fields[.authorization] = "Bearer \(session.token.text)" }
        if session?.kind == .desk, let session { fields[.cookie] = "tirek=\(session.token.text)" }
        if !body.isEmpty { fields[.contentLength] = String(body.count) }
        let head = HTTPRequest(
            method: method,
            scheme: "http",
            authority: "desk.test",
            path: path,
            headerFields: fields
        )
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
        let response = await responder.respond(to: request, peer: try SocketAddress(ipAddress: "127.0.0.1", port: 4000))
        let writer = TestWriter()
        if response.headers[.contentType]?.hasPrefix("text/event-stream") != true {
            try await response.body.write(writer)
        }
        return TestAnswer(
            status: response.status.code,
            headers: response.headers,
            body: String(decoding: writer.bytes.withLock { $0 }, as: UTF8.self)
        )
    }
}

struct TestSession: Sendable {
    let id: SessionID
    let token: SessionToken
    let kind: SessionKind
}

struct TestAnswer: Sendable {
    let status: Int
    let headers: HTTPFields
    let body: String

    /// Status, headers and body with the request's number masked: what a prober can compare.
    var masked: String {
        let number = headers[HTTPField.Name.requestID] ?? ""
        // The second in which it was answered says nothing.
        let lines = headers.filter { $0.name != .date }.map { "\($0.name.canonicalName): \($0.value)" }.sorted()
        let whole = "\(status)\n\(lines.joined(separator: "\n"))\n\n\(body)"
        return number.isEmpty ? whole : whole.replacing(number, with: "################")
    }
}

extension HTTPField.Name {
    fileprivate static let fetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .server
    fileprivate static let requestID = HTTPField.Name("X-Request-ID") ?? .server
}

final class TestWriter: ResponseBodyWriter, Sendable {
    let bytes = Mutex<[UInt8]>([])

    func write(_ buffer: ByteBuffer) async throws {
        bytes.withLock { $0 += Array(buffer.readableBytesView) }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
