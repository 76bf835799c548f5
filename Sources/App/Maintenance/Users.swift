import Access
import Database
import Domain
import Foundation

/// An account as the command line lists it.
public struct ListedUser: Sendable, Codable {
    public let id: String
    public let email: String
    public let name: String
    public let state: String
    /// The organisations that the user works for, each as `code:role`.
    public let memberships: [String]

    public var json: String { JSONLine.encode(self) }
    public var line: String { "\(email)  \(name)  \(state)  \(memberships.joined(separator: ", "))" }
}

extension Maintenance {
    /// Invites somebody and returns the address where they set their password.
    public static func inviteUser(
        email: String,
        name: String,
        organization: String?,
        role: String,
        _ configuration: AppConfiguration
    ) async throws -> String {
        guard let role = Role(rawValue: role) else {
            let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
            throw OperationError("There is no role \(role). Roles: \(known).")
        }
        guard let address = EmailAddress(email) else { throw OperationError("\(email) is no e-mail address.") }
        guard let names = StaffNames(name: name, dutyName: name) else { throw OperationError("Give a name.") }
        guard (role == .installationAdministrator) == (organization == nil) else {
            throw OperationError("An administrator belongs to no organisation; everybody else needs --organization.")
        }
        return try await with(configuration) { installation in
            let id = try await organizationID(organization, installation)
            let draft = AccountDraft(email: address, names: names)
            let invited: (user: UserID, ticket: IssuedTicket?)
            do {
                invited = try await installation.access.invite(draft, to: id, as: role, by: .program)
            } catch let error as AccessError {
                throw OperationError("\(email) can't be invited: \(error.words)")
            }
            guard let ticket = invited.ticket else {
                throw OperationError("They can sign in already; their account now acts for the organisation too.")
            }
            return invitationAddress(ticket.token, installation.configuration)
        }
    }

    /// All accounts with what they are where.
    public static func listUsers(_ configuration: AppConfiguration) async throws -> [ListedUser] {
        try await with(configuration) { installation in
            try await installation.database.read(.system) { connection in
                let access = installation.access
                var users: [UserID: (account: Account, memberships: [String])] = [:]
                for organization in try access.organizations.all(on: connection) {
                    for member in try access.memberships.list(in: organization.id, on: connection) {
                        let text = "\(organization.code):\(member.membership.role.rawValue)"
                        users[member.account.id, default: (member.account, [])].memberships.append(text)
                    }
                }
                return users.values.map { account, memberships in
                    ListedUser(
                        id: account.id.text,
                        email: account.email,
                        name: account.names.name,
                        state: account.state.rawValue,
                        memberships: memberships
                    )
                }.sorted { $0.email < $1.email }
            }
        }
    }

    /// Bars an account everywhere and ends its sessions.
    public static func disableUser(email: String, _ configuration: AppConfiguration) async throws {
        try await with(configuration) { installation in
            let access = installation.access
            try await installation.database.write(.installation) { connection in
                let user = try userID(email, access, on: connection)
                try access.accounts.setActive(false, user, by: .program, on: connection)
                _ = try access.sessions.endAll(of: user, on: connection)
            }
        }
    }

    /// Makes an address where an account's owner sets a new password, and ends its sessions.
    public static func resetUser(
        email: String,
        secondFactor: Bool,
        _ configuration: AppConfiguration
    ) async throws -> String {
        try await with(configuration) { installation in
            let access = installation.access
            return try await installation.database.write(.installation) { connection in
                let user = try userID(email, access, on: connection)
                if secondFactor { try access.secondFactor.remove(user, by: .program, on: connection) }
                let ticket = try access.tickets.issue(.reset, for: user, by: .program, on: connection)
                _ = try access.sessions.endAll(of: user, on: connection)
                return invitationAddress(ticket.token, installation.configuration)
            }
        }
    }

    /// Erases an account and returns its id, which the journals keep.
    public static func eraseUser(email: String, _ configuration: AppConfiguration) async throws -> String {
        try await with(configuration) { installation in
            try await installation.database.write(.installation) { connection in
                let user = try userID(email, installation.access, on: connection)
                _ = try installation.access.accounts.erase(
                    user,
                    using: installation.erasure,
                    by: .program,
                    on: connection
                )
                return user.text
            }
        }
    }

    static func invitationAddress(_ token: TicketToken, _ configuration: AppConfiguration) -> String {
        "\(configuration.publicAddress ?? "")/invitation/\(token.text)"
    }

    static func userID(
        _ email: String,
        _ access: AccessServices,
        on connection: any Connection
    ) throws -> UserID {
        guard let address = EmailAddress(email), let user = try access.accounts.find(address, on: connection) else {
            throw OperationError("There is no account with the address \(email).")
        }
        return user
    }

    /// By id or by code; the installation for none.
    static func organizationID(_ text: String?, _ installation: Installation) async throws -> OrganizationID {
        guard let text else { return .installation }
        return try await installation.database.read(.installation) { connection in
            let organizations = installation.access.organizations
            if let id = OrganizationID(text), try organizations.find(id, on: connection) != nil { return id }
            if let found = try organizations.find(code: text, on: connection) { return found.id }
            throw OperationError("There is no organisation \(text); `tirek organization list` shows all.")
        }
    }
}
