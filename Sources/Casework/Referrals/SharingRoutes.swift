public import Access
public import Database
public import Domain
import Journal
import Localization
import Markup
import People
import Vault
public import Web

/// Somebody who may help, for the form of a referral.
public struct ReferralCandidate: Sendable, Hashable {
    public var organization: OrganizationID
    public var service: ServiceID?
    /// The code of what it offers.
    public var offer: String
    /// In which town.
    public var city: String
    /// The codes of the languages spoken there.
    public var languages: [String]

    public init(
        organization: OrganizationID,
        service: ServiceID? = nil,
        offer: String,
        city: String = "",
        languages: [String] = []
    ) {
        self.organization = organization
        self.service = service
        self.offer = offer
        self.city = city
        self.languages = languages
    }
}

/// What sharing asks of rooms that it doesn't know.
public struct SharingPorts: Sendable {
    /// Who can help with a case; only admitted organisations, the likeliest first.
    public var candidates: @Sendable (CaseHead, Principal, any Connection) throws -> [ReferralCandidate]
    /// The colleagues of the principal by duty name.
    public var colleagues: @Sendable (Principal, any Connection) throws -> [(id: UserID, name: String)]
    /// Whether contact with an organisation may endanger somebody in a country (design, safety rule 10).
    public var mayEndanger: @Sendable (OrganizationID, CountryCode?, any Connection) throws -> Bool

    public init(
        candidates: @escaping @Sendable (CaseHead, Principal, any Connection) throws -> [ReferralCandidate] = {
            _,
            _,
            _ in
            []
        },
        colleagues: @escaping @Sendable (Principal, any Connection) throws -> [(id: UserID, name: String)] = { _, _ in
            []
        },
        mayEndanger: @escaping @Sendable (OrganizationID, CountryCode?, any Connection) throws -> Bool = { _, _, _ in
            false
        }
    ) {
        self.candidates = candidates
        self.colleagues = colleagues
        self.mayEndanger = mayEndanger
    }
}

/// The pages of authorities, referrals, transfers and letters.
public struct SharingRoutes: Sendable {
    let desk: Desk
    let rooms: SharingRooms
    let ports: SharingPorts

    public init(desk: Desk, cases: CaseStore, ports: SharingPorts = SharingPorts()) {
        self.desk = desk
        rooms = SharingRooms(cases)
        self.ports = ports
    }

    /// Adds the pages to the table.
    public func register(in routes: inout RouteTable) {
        routes.get("cases/:id/consents/new", access: .right(.peopleShare)) { try await giveForm($0) }
        routes.post("cases/:id/consents/new", access: .right(.peopleShare)) { try await give($0) }
        routes.post("cases/:id/consents/:consent/confirm", access: .right(.peopleShare)) { try await confirm($0) }
        routes.get("cases/:id/consents/:consent/withdraw", access: .right(.peopleShare)) {
            try await withdrawForm($0)
        }
        routes.post("cases/:id/consents/:consent/withdraw", access: .right(.peopleShare)) { try await withdraw($0) }
        routes.get("cases/:id/refer", access: .right(.peopleShare)) { try await referForm($0) }
        routes.post("cases/:id/refer", access: .right(.peopleShare)) { try await refer($0) }
        routes.post("cases/:id/withdrawal", access: .right(.casesWrite)) { try await decide($0) }
        routes.get("inbox", access: .right(.casesRead)) { try await box($0, .in) }
        routes.get("outbox", access: .right(.casesRead)) { try await box($0, .out) }
        routes.get("referrals/:id", access: .right(.casesRead)) { try await referral($0) }
        routes.post("referrals/:id/accept", access: .right(.referralsAnswer)) { try await accept($0) }
        routes.post("referrals/:id/decline", access: .right(.referralsAnswer)) { try await decline($0) }
        routes.post("referrals/:id/start", access: .right(.referralsAnswer)) { try await start($0) }
        routes.post("referrals/:id/complete", access: .right(.referralsAnswer)) { try await complete($0) }
        routes.post("referrals/:id/revoke", access: .right(.peopleShare)) { try await revoke($0) }
        routes.post("referrals/:id/ask", access: .right(.casesRead)) { try await ask($0) }
        routes.get("cases/:id/transfer", access: .right(.peopleShare)) { try await offerForm($0) }
        routes.post("cases/:id/transfer", access: .right(.peopleShare)) { try await offer($0) }
        routes.get("transfers/:id", access: .right(.casesRead)) { try await transfer($0) }
        routes.post("transfers/:id/accept", access: .right(.referralsAnswer)) { try await takeOver($0) }
        routes.post("transfers/:id/decline", access: .right(.referralsAnswer)) { try await turnDown($0) }
        routes.post("transfers/:id/revoke", access: .right(.peopleShare)) { try await takeBack($0) }
        routes.get("cases/:id/letters", access: .right(.peopleShare)) { try await letters($0) }
        routes.get("cases/:id/letters/new", access: .right(.peopleShare)) { try await letterForm($0) }
        routes.post("cases/:id/letters/new", access: .right(.peopleShare)) { try await writeLetter($0) }
        routes.get("cases/:id/letters/:letter", access: .right(.peopleShare)) { try await letter($0) }
    }

    // MARK: - What handlers share

    func page(
        _ request: TenantRequest,
        _ title: String,
        active: SharingURL? = nil,
        hasErrors: Bool = false,
        notices: [Notice] = [],
        _ content: HTML
    ) -> WebResponse {
        desk.page(
            request,
            title: title,
            active: active?.url ?? CaseURL.list.url,
            notices: notices,
            hasErrors: hasErrors,
            content: content
        )
    }

    func name(_ request: TenantRequest) -> @Sendable (OrganizationID) -> String {
        let language = request.texts.language
        return { [organizations = desk.organizations] in organizations.name($0, language) }
    }

    /// Every organisation to which something may be passed: admitted, active, none for training. Those of a state come
    /// last and are never chosen for anybody (design, safety rule 4).
    func recipients(_ request: TenantRequest) -> [OrganizationDirectory.Entry] {
        let own = request.principal.organization
        guard !desk.organizations.isPractice(own) else { return [] }
        let all = desk.organizations.all.filter {
            $0.isActive && $0.isAdmitted && !$0.isPractice && $0.id != own && $0.id != .installation
        }
        return all.filter { !$0.isStateRecipient } + all.filter(\.isStateRecipient)
    }

    /// What a form for one case needs of it.
    struct Subject: Sendable {
        let file: CaseFile
        let names: [(id: PersonID, name: String)]
        let authorities: [Authority]
        let details: [AuthorityID: AuthorityDetails]
        let colleagues: [(id: UserID, name: String)]
        let candidates: [ReferralCandidate]
        let deadlines: [CivilDate]
    }

    /// One's own case for a form, with its leaf on the disk before anything is shown.
    func subject(_ request: TenantRequest) async throws -> Subject {
        let id = try request.parameters.id(CaseEntity.self)
        let principal = request.principal
        let (rooms, ports) = (rooms, ports)
        let unnamed = request.texts.people.unnamed
        let subject = try await SharingAnswers.answering {
            try await desk.database.read(request.scope) { connection in
                let file = try rooms.cases.open(id, for: principal, on: connection)
                guard file.isOwn else { throw SharingError.notFound }
                let brief = try rooms.cases.people.brief(file.members.map(\.person), for: principal, on: connection)
                return Subject(
                    file: file,
                    names: file.members.map { member in
                        let name = brief[member.person]?.name ?? ""
                        return (member.person, name.isEmpty ? unnamed : name)
                    },
                    authorities: try rooms.authorities.list(of: id, for: principal, on: connection),
                    details: try rooms.authorities.details(of: id, for: principal, on: connection),
                    colleagues: try ports.colleagues(principal, connection).filter { $0.id != principal.user },
                    candidates: try ports.candidates(file.head, principal, connection),
                    deadlines: try rooms.authorities.deadlines(of: id, on: connection)
                )
            }
        }
        try await desk.appender.record([rooms.cases.leaf(.caseOpened, id, by: principal)])
        return subject
    }

    /// Does a write of one organisation; gives what rules stand against it.
    func attempt(
        _ request: TenantRequest,
        isJoint: Bool = false,
        _ work: @escaping @Sendable (any Connection) throws -> Void
    ) async throws -> [SharingProblem] {
        let scope: TransactionScope = isJoint ? .system : .organization(request.scope.organization)
        return try await SharingAnswers.answering {
            do {
                try await desk.database.write(scope, work)
                return []
            } catch SharingError.refused(let problems) {
                return problems
            }
        }
    }
}
