import Access
import Database
import Directory
import Domain

/// The organisations of a network as they were made, with those who act for them.
struct NetworkStaff: Sendable {
    /// By the place of the organisation in the plan.
    let organizations: [OrganizationID]
    let accounts: [DemonstrationAccount]
    /// Who may accompany people and share, by organisation.
    let workers: [[Principal]]
    /// Who takes contacts, by organisation.
    let operators: [[Principal]]
    /// Managers and coordinators, by organisation.
    let leaders: [[Principal]]

    func worker(_ organization: Int, _ number: Int) -> Principal? {
        let staff = workers[organization]
        return staff.isEmpty ? nil : staff[number % staff.count]
    }

    func `operator`(_ organization: Int, _ number: Int) -> Principal? {
        let staff = operators[organization]
        return staff.isEmpty ? worker(organization, number) : staff[number % staff.count]
    }
}

/// Makes the organisations, accounts and directory entries of a plan.
struct NetworkFounding {
    let installation: Installation
    let plan: DemonstrationNetworkPlan
    /// One password for everybody, made and hashed once; `nil` gives each their own.
    var sharedPassword: String?

    /// The passwords are random and long, so that they need no slow hash; the first sign-in makes one all the same.
    private static let quickly = Argon2Parameters(time: 1, memory: 1024, lanes: 1)

    func make() async throws -> NetworkStaff {
        var settings = try await installation.access.settings()
        // Trying Tirek out must not need a phone; a real network keeps the second step on.
        settings.requiresSecondFactor = false
        try await installation.access.change(settings, by: .program)
        let people = try await prepared()
        let made = try await installation.database.write(.installation) { [installation, plan] connection in
            try Self.write(plan, people, installation, on: connection)
        }
        try await OrganizationFeed(access: installation.access, directory: installation.rooms.organizations).fill()
        try await installation.database.write(.system) { [installation, plan] connection in
            for (index, organization) in plan.organizations.enumerated() {
                try Self.publish(organization, made.organizations[index], installation, on: connection)
            }
        }
        return made
    }

    /// An account before it is written.
    private struct Prepared: Sendable {
        let member: DemonstrationNetworkPlan.Member
        let address: EmailAddress
        let names: StaffNames
        let password: String
        let hash: String
    }

    /// Everybody's accounts by organisation; those of the installation last.
    private func prepared() async throws -> [[Prepared]] {
        let hasher = PasswordHasher(surroundings: installation.surroundings, parameters: Self.quickly)
        let passwords = DemonstrationPasswords(installation.surroundings)
        var sharedHash: String?
        if let sharedPassword { sharedHash = try await hasher.hash(sharedPassword) }
        var all: [[Prepared]] = []
        for members in plan.organizations.map(\.members) + [[plan.administrator]] {
            var prepared: [Prepared] = []
            for member in members {
                guard let address = EmailAddress(member.email),
                    let names = StaffNames(name: member.name, dutyName: member.dutyName)
                else { throw OperationError("The demonstration's account \(member.email) is malformed.") }
                let password = sharedPassword ?? passwords.next()
                var hash = sharedHash ?? ""
                if sharedHash == nil { hash = try await hasher.hash(password) }
                prepared.append(
                    Prepared(member: member, address: address, names: names, password: password, hash: hash)
                )
            }
            all.append(prepared)
        }
        return all
    }

    private static func write(
        _ plan: DemonstrationNetworkPlan,
        _ people: [[Prepared]],
        _ installation: Installation,
        on connection: any Connection
    ) throws -> NetworkStaff {
        var organizations: [OrganizationID] = []
        var accounts: [DemonstrationAccount] = []
        var staff: [[Principal]] = []
        for (index, organization) in plan.organizations.enumerated() {
            var draft = OrganizationDraft(
                code: organization.code,
                kind: organization.kind,
                language: organization.language,
                timeZone: organization.zone,
                names: organization.names.map { OrganizationName(language: $0.language, text: $0.text) }
            )
            draft.isPractice = organization.isPractice
            let id = try installation.access.organizations.create(draft, by: .program, on: connection)
            organizations.append(id)
            var principals: [Principal] = []
            for person in people[index] {
                let user = try add(person, to: id, installation, on: connection)
                accounts.append(account(person, id, organization.name))
                principals.append(
                    Principal(
                        user: user,
                        organization: id,
                        role: person.member.role,
                        session: installation.surroundings.newID(),
                        csrfToken: "",
                        language: (person.member.language ?? organization.language).rawValue,
                        dutyName: person.member.dutyName
                    )
                )
            }
            staff.append(principals)
        }
        for person in people[plan.organizations.count] {
            _ = try add(person, to: .installation, installation, on: connection)
            accounts.append(account(person, .installation, "Tirek"))
        }
        func those(_ roles: Set<Role>) -> [[Principal]] { staff.map { $0.filter { roles.contains($0.role) } } }
        return NetworkStaff(
            organizations: organizations,
            accounts: accounts,
            workers: those([.caseworker, .lawyer, .coordinator]),
            operators: those([.operator]),
            leaders: those([.manager, .coordinator])
        )
    }

    private static func add(
        _ person: Prepared,
        to organization: OrganizationID,
        _ installation: Installation,
        on connection: any Connection
    ) throws -> UserID {
        let user = try installation.access.accounts.create(
            AccountDraft(email: person.address, names: person.names, language: person.member.language),
            passwordHash: person.hash,
            by: .program,
            on: connection
        )
        try installation.access.memberships.add(
            user,
            to: organization,
            as: person.member.role,
            by: .program,
            on: connection
        )
        return user
    }

    private static func account(_ person: Prepared, _ id: OrganizationID, _ name: String) -> DemonstrationAccount {
        DemonstrationAccount(
            email: person.member.email,
            password: person.password,
            role: person.member.role.rawValue,
            organization: name,
            organizationId: id.text
        )
    }

    /// Sites, hours and services in the directory.
    private static func publish(
        _ plan: DemonstrationNetworkPlan.Organization,
        _ id: OrganizationID,
        _ installation: Installation,
        on connection: any Connection
    ) throws {
        let directory = installation.rooms.directory
        let site = Site(
            id: installation.surroundings.newID(),
            organization: id,
            name: plan.names.first { $0.language == plan.language.rawValue }?.text ?? plan.name,
            country: plan.site.country,
            region: plan.site.region,
            city: plan.site.city,
            address: plan.site.address,
            addressVisibility: plan.site.addressVisibility,
            phone: plan.site.phone,
            zone: plan.zone,
            isRoundTheClock: plan.site.isRoundTheClock,
            hours: plan.site.isRoundTheClock
                ? []
                : (1...5).map { OpeningHours(weekday: $0, opens: plan.site.opens, closes: plan.site.closes) }
        )
        _ = try directory.save(site, on: connection)
        for offer in plan.offers {
            _ = try directory.save(
                ServiceOffer(
                    id: installation.surroundings.newID(),
                    organization: id,
                    site: site.id,
                    service: offer.service,
                    languages: offer.languages,
                    fee: offer.fee,
                    coverage: offer.coverage,
                    hasWomanLawyer: offer.hasWomanLawyer,
                    places: offer.places,
                    placesUntil: offer.places.map { _ in Surroundings.system.now().advanced(bySeconds: 30 * 86_400) }
                ),
                on: connection
            )
        }
    }
}
