import Access
import App
import Casework
import Database
import Domain
import HTTPTypes
import Web

/// Fills the patterns of the access matrix with ids, and keeps a session for each role.
actor TestPlaces {
    private let network: TestNetwork
    private let work: TestWork
    private let home: Workshop
    private let partner: Workshop
    private let partnerOwner: Principal
    private var sessions: [String: TestSession] = [:]

    init(_ network: TestNetwork) async throws {
        self.network = network
        home = Workshop(network, network.first)
        partner = Workshop(network, network.second)
        partnerOwner = try await partner.principal()
        work = try await TestWork.make(network, in: network.first, other: network.second, mark: "zqown")
    }

    /// A session with the role; one that a call might end is made for that call.
    func session(_ role: Role?, _ line: AccessMatrix.Line) async throws -> TestSession? {
        guard let role else { return nil }
        let kind: SessionKind = line.isAPI ? .api : .desk
        let ending = ["/sign-out", "/lock", "/account", "/sign-in", "/api/v1/sessions"]
        let key = "\(role.rawValue) \(kind.rawValue)"
        if let kept = sessions[key], !ending.contains(where: { line.pattern.hasPrefix($0) }) { return kept }
        let made = try await network.session(role, kind: kind)
        if !ending.contains(where: { line.pattern.hasPrefix($0) }) { sessions[key] = made }
        return made
    }

    /// The line's path with ids that the role's organisation owns or answers; what a call uses up is made anew.
    func path(
        _ line: AccessMatrix.Line,
        _ session: TestSession?,
        as role: Role? = nil
    ) async throws -> String {
        if line.pattern == "/exports/:id/file", let session, line.admits(role) {
            // Only who asked for a list takes it out.
            return Self.filled(line.pattern, [try await home.export(session)])
        }
        if line.pattern == "/guides/:problem" { return "/guides/unpaid_wages" }
        guard line.isAboutRecord else {
            return line.pattern.replacing(
                ":id",
                with: line.pattern.hasPrefix("/members/") ? network.member.text : other(line, session)
            )
        }
        return Self.filled(line.pattern, try await fresh(line) ?? Self.ids(line, work, grant: network.grant))
    }

    private func other(_ line: AccessMatrix.Line, _ session: TestSession?) -> String {
        if line.pattern.contains("/organizations/:id") { return network.first.text }
        return session?.id.text ?? network.installation.surroundings.newID(SessionEntity.self).text
    }

    private func fresh(_ line: AccessMatrix.Line) async throws -> [String]? {
        let pattern = line.pattern
        if line.isAboutPerson {
            guard pattern.hasSuffix("erase") else {
                return Self.parameters(pattern).count == 1
                    ? [network.own.text] : [network.own.text, network.grant.text]
            }
            return [try await TestNetwork.newPerson("Fresh", work.owner, network.installation).text]
        }
        if pattern.hasPrefix("/people/duplicates/:first") {
            let first = try await TestNetwork.newPerson("Fresh", work.owner, network.installation)
            return [first.text, try await TestNetwork.newPerson("Fresh", work.owner, network.installation).text]
        }
        if pattern.contains(":consent") {
            let person = try await TestNetwork.newPerson("Fresh", work.owner, network.installation)
            let caseID = try await home.openCase(of: person, by: work.owner)
            return [caseID.text, try await home.authority(of: caseID, to: network.second, by: work.owner).text]
        }
        if pattern.hasPrefix("/exports/:id/"), !pattern.hasSuffix("file") {
            // Nobody decides on what they asked for themselves, and nothing is decided twice: both are told.
            return [work.exportID]
        }
        guard line.method == .post else { return nil }
        if pattern.contains("/referrals/:id") {
            return pattern.hasSuffix("revoke") || pattern.hasSuffix("ask")
                ? [try await home.freshReferral(to: network.second, by: work.owner).text]
                : [try await partner.freshReferral(to: network.first, by: partnerOwner).text]
        }
        if pattern.contains("/transfers/:id") {
            return pattern.hasSuffix("revoke")
                ? [try await home.transfer(to: network.second, by: work.owner).text]
                : [try await partner.transfer(to: network.first, by: partnerOwner).text]
        }
        if pattern.hasPrefix("/network/own/"), pattern.hasSuffix("/remove") {
            let site = try await home.site()
            return [pattern.contains("/sites/") ? site.text : try await home.service(at: site).text]
        }
        let removing = [
            "/hotline/rota/:id/remove": Workshop.Thing.duty, "/hotline/on-call/steps/:id/remove": .step,
            "/hotline/numbers/:id/end": .numberMark,
        ]
        if let thing = removing[pattern] {
            let session = try await network.session(.manager)
            return [try await home.make(thing, as: session)]
        }
        return nil
    }

    // MARK: - Patterns

    static func parameters(_ pattern: String) -> [String] {
        pattern.split(separator: "/").filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) }
    }

    static func filled(_ pattern: String, _ ids: [String]) -> String {
        zip(parameters(pattern), ids).reduce(pattern) { path, pair in
            path.replacing(":" + pair.0, with: pair.1)
        }
    }

    /// The ids of the work for the parameters of a pattern, in their order.
    static func ids(_ line: AccessMatrix.Line, _ work: TestWork, grant: GrantID? = nil) -> [String] {
        parameters(line.pattern).map { name in
            switch name {
            case "entry": line.pattern.contains("/files/") ? work.file.text : work.entry.text
            case "consent": work.authority.text
            case "second": work.contact.text
            case "letter": work.letter.text
            case "grant": grant?.text ?? work.authority.text
            default: records(work).first { line.pattern.contains($0.place) }?.id ?? ""
            }
        }
    }

    private static func records(_ work: TestWork) -> [(place: String, id: String)] {
        [
            ("/people/:id", work.person.text), ("/people/duplicates/:first", work.person.text),
            ("/cases/:id", work.caseID.text), ("/referrals/:id", work.referral.text),
            ("/transfers/:id", work.transfer.text), ("/employers/:id", work.employer.text),
            ("/appointments/:id", work.appointment.text), ("/contacts/:id", work.contact.text),
            ("/drafts/:id", work.draft.text), ("/calls/:id", work.call.text), ("/call-backs/:id", work.callBack),
            ("/handover/:id", work.note), ("/rota/:id", work.duty), ("/steps/:id", work.step),
            ("/alarms/:id", work.alarm), ("/numbers/:id", work.numberMark), ("/sites/:id", work.site.text),
            ("/services/:id", work.service.text), ("/import/:id", work.importID), ("/exports/:id", work.exportID),
            ("/official-requests/:id", work.officialRequest),
        ]
    }

    /// Bodies that come far: nothing, and one that names much of what the call may ask for.
    static func forms(_ line: AccessMatrix.Line, recipient: OrganizationID) -> [String] {
        if line.isAPI { return ["{}", json(line, recipient)] }
        let much =
            "version=1&versions=1&names.0.family=X&recipient=\(recipient)&groups=identity&kind=note&text=x"
            + "&act=finish&state=completed&outcome=solved&problem=unpaid_wages&decision=keep&basis=x&deadlinesSaid=1"
            + "&standing=alleged&name=X&role=hirer&addressee=partner&subject=x&result=reached&user=\(recipient)"
            + "&barred=1&day=2030-01-01&time=10:00&organizationId=\(recipient)&why=x"
        return line.method == .get ? [""] : ["", much]
    }

    private static func json(_ line: AccessMatrix.Line, _ recipient: OrganizationID) -> String {
        if line.pattern.hasSuffix("/consents") {
            return """
                {"recipientOrganizationId":"\(recipient)","purpose":"legal_aid","scope":"full","language":"ru",\
                "method":"verbal","expiresOn":"2099-01-01"}
                """
        }
        if line.pattern.hasSuffix("/close") { return #"{"outcome":"solved"}"# }
        if line.pattern.hasSuffix("/complete") { return #"{"outcome":"solved"}"# }
        if line.pattern.hasSuffix("/transfers") { return #"{"organizationId":"\#(recipient)"}"# }
        if line.method == .patch { return #"{"risk":"high"}"# }
        return "{}"
    }

    /// Calls that lead back to the list when there is nothing to do, whether or not there is such a record.
    static func doesNothingQuietly(_ line: AccessMatrix.Line) -> Bool {
        let quiet = [
            "/hotline/call-backs/:id", "/hotline/handover/:id/read", "/hotline/on-call/alarms/:id",
            "/network/own/sites/:id/remove", "/network/own/services/:id/remove", "/network/own/services/:id",
        ]
        return quiet.contains(line.pattern)
    }

    /// How many rows of every table an organisation has, and their versions: what a foreign hand must not move.
    static func fingerprint(of organization: OrganizationID, _ network: TestNetwork) async throws -> [String: Int64] {
        try await network.installation.database.read(.system) { connection in
            var found: [String: Int64] = [:]
            for table in Installation.schema.flatMap(\.tables) {
                guard let owner = table.tenancy.ownerColumn, let name = SQL(checkedName: table.name),
                    let column = SQL(checkedName: owner)
                else { continue }
                found[table.name] = try connection.count(
                    "SELECT COUNT(*) FROM \(name) WHERE \(column) = \(organization)"
                )
                guard table.columns.contains(where: { $0.name == "version" }) else { continue }
                found[table.name + ".version"] = try connection.count(
                    "SELECT CAST(COALESCE(SUM(version), 0) AS BIGINT) FROM \(name) WHERE \(column) = \(organization)"
                )
            }
            return found
        }
    }
}

extension TableDescription.Tenancy {
    /// The column that names whose a row is.
    var ownerColumn: String? {
        switch self {
        case .organization(let column), .shared(let column), .published(let column): column
        case .granted(let organization, _): organization
        case .between(let owner, _), .joint(let owner, _): owner
        case .installation, .open: nil
        }
    }
}
