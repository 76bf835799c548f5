import Access
import Domain
import HTTPTypes

/// Who may call what: the one table, written by hand, that every registered route is held against.
enum AccessMatrix {
    /// Who gets in.
    enum Door: Sendable {
        case everyone
        case signedIn
        case roles(Set<Role>)
        /// Only a session whose second factor is still to come.
        case pending
    }

    struct Line: Sendable, CustomStringConvertible {
        let method: HTTPRequest.Method
        let pattern: String
        let door: Door
        /// The pattern holds a person's id.
        var isAboutPerson: Bool { pattern.hasPrefix("/people/:id") || pattern.hasPrefix("/api/v1/people/:id") }
        /// The pattern holds the id of an organisation's record, so that a foreign one must look like a random one.
        var isAboutRecord: Bool { pattern.contains("/:") && Self.recordPlaces.contains { pattern.contains($0) } }
        var isAPI: Bool { pattern.hasPrefix("/api/") }
        var description: String { "\(method.rawValue) \(pattern)" }

        init(_ method: HTTPRequest.Method, _ pattern: String, _ door: Door) {
            self.method = method
            self.pattern = pattern
            self.door = door
        }

        private static let recordPlaces = [
            "/people/:id", "/people/duplicates/:first", "/cases/:id", "/referrals/:id", "/transfers/:id",
            "/employers/:id", "/appointments/:id",
            "/hotline/", "/contacts/:id", "/network/own/", "/import/:id", "/exports/:id", "/official-requests/:id",
        ]

        func admits(_ role: Role?) -> Bool {
            switch door {
            case .everyone: true
            case .signedIn: role != nil
            case .roles(let roles): role.map { roles.contains($0) } ?? false
            case .pending: false
            }
        }
    }

    static let peopleReaders: Set<Role> = [.operator, .caseworker, .lawyer, .coordinator, .manager]
    /// Who answers what comes in; at night an operator refers, and answers nothing.
    static let answerers: Set<Role> = [.caseworker, .lawyer, .coordinator, .manager]
    static let leaders: Set<Role> = [.coordinator, .manager]
    static let figureReaders: Set<Role> = [.coordinator, .manager, .researcher]
    static let membersReaders: Set<Role> = [.coordinator, .manager, .auditor, .installationAdministrator]
    static let membersManagers: Set<Role> = [.manager, .installationAdministrator]
    static let journalReaders: Set<Role> = [.manager, .auditor, .installationAdministrator]
    static let installation: Set<Role> = [.installationAdministrator]

    static let lines: [Line] = site + people + hotline + cases + sharing + registers + exchange

    private static let site: [Line] = [
        // The site itself.
        Line(.get, "/assets/:name", .everyone),
        Line(.get, "/health/live", .everyone),
        Line(.get, "/health/ready", .everyone),
        Line(.get, "/events", .signedIn),
        Line(.post, "/language", .everyone),
        Line(.get, "/gallery", .everyone),
        Line(.get, "/", .signedIn),
        // Signing in and one's own account.
        Line(.get, "/sign-in", .everyone),
        Line(.post, "/sign-in", .everyone),
        Line(.get, "/sign-in/code", .pending),
        Line(.post, "/sign-in/code", .pending),
        Line(.get, "/sign-in/enrol", .pending),
        Line(.post, "/sign-in/enrol", .pending),
        Line(.get, "/sign-in/organization", .signedIn),
        Line(.post, "/sign-in/organization", .signedIn),
        Line(.post, "/sign-out", .signedIn),
        Line(.post, "/lock", .signedIn),
        Line(.get, "/invitation/:token", .everyone),
        Line(.post, "/invitation/:token", .everyone),
        Line(.get, "/account", .signedIn),
        Line(.get, "/account/password", .signedIn),
        Line(.post, "/account/password", .signedIn),
        Line(.post, "/account/sessions/:id/end", .signedIn),
        Line(.post, "/account/other-sessions/end", .signedIn),
        Line(.get, "/account/confirm", .signedIn),
        Line(.post, "/account/confirm", .signedIn),
        Line(.get, "/account/second-factor", .signedIn),
        Line(.post, "/account/second-factor", .signedIn),
        Line(.get, "/account/second-factor/remove", .signedIn),
        Line(.post, "/account/second-factor/remove", .signedIn),
        Line(.get, "/account/recovery-codes", .signedIn),
        Line(.post, "/account/recovery-codes", .signedIn),
        Line(.post, "/api/v1/sessions", .everyone),
        Line(.delete, "/api/v1/sessions", .signedIn),
        Line(.get, "/api/v1/session", .signedIn),
        // The organisation and the installation.
        Line(.get, "/members", .roles(membersReaders)),
        Line(.get, "/members/invite", .roles(membersManagers)),
        Line(.post, "/members/invite", .roles(membersManagers)),
        Line(.get, "/members/:id", .roles([.manager])),
        Line(.post, "/members/:id", .roles([.manager])),
        Line(.get, "/journal", .roles(journalReaders)),
        Line(.get, "/journal/checkpoint", .roles(journalReaders)),
        Line(.get, "/installation", .roles(installation)),
        Line(.post, "/installation", .roles(installation)),
        Line(.get, "/installation/organizations/new", .roles(installation)),
        Line(.post, "/installation/organizations/new", .roles(installation)),
        Line(.get, "/installation/organizations/:id/marks", .roles(installation)),
        Line(.post, "/installation/organizations/:id/marks", .roles(installation)),
        Line(.get, "/installation/organizations/:id/manager", .roles(installation)),
        Line(.post, "/installation/organizations/:id/manager", .roles(installation)),
        Line(.get, "/api/openapi.json", .everyone),
    ]

    private static let people: [Line] = [
        Line(.get, "/people", .roles(peopleReaders)),
        Line(.get, "/search", .roles(peopleReaders)),
        Line(.post, "/search", .roles(peopleReaders)),
        Line(.post, "/search/suggestions", .roles(peopleReaders)),
        Line(.get, "/people/new", .roles(peopleReaders)),
        Line(.post, "/people/new", .roles(peopleReaders)),
        Line(.get, "/people/duplicates", .roles(peopleReaders)),
        Line(.get, "/people/duplicates/:first/:second", .roles(peopleReaders)),
        Line(.post, "/people/duplicates/:first/:second/merge", .roles(peopleReaders)),
        Line(.post, "/people/duplicates/:first/:second/distinct", .roles(peopleReaders)),
        Line(.get, "/people/:id", .roles(peopleReaders)),
        Line(.get, "/people/:id/edit", .roles(peopleReaders)),
        Line(.post, "/people/:id/edit", .roles(peopleReaders)),
        Line(.get, "/people/:id/unmerge", .roles(peopleReaders)),
        Line(.post, "/people/:id/unmerge", .roles(peopleReaders)),
        Line(.get, "/people/:id/share", .roles(peopleReaders)),
        Line(.post, "/people/:id/share", .roles(peopleReaders)),
        Line(.post, "/people/:id/grants/:grant/revoke", .roles(peopleReaders)),
        Line(.post, "/people/:id/network-match", .roles(peopleReaders)),
        Line(.get, "/people/:id/erase", .roles([.manager])),
        Line(.post, "/people/:id/erase", .roles([.manager])),
        Line(.get, "/api/v1/people", .roles(peopleReaders)),
        Line(.post, "/api/v1/people", .roles(peopleReaders)),
        Line(.get, "/api/v1/people/duplicates", .roles(peopleReaders)),
        Line(.get, "/api/v1/people/:id", .roles(peopleReaders)),
        Line(.post, "/api/v1/people/:id/merge", .roles(peopleReaders)),
        Line(.post, "/api/v1/people/:id/undo-merge", .roles(peopleReaders)),
        Line(.post, "/api/v1/people/:id/network-match", .roles(peopleReaders)),
    ]
}
