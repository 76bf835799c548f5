import Access
import Database
import Domain
import Journal
import Localization
import Markup
import Web

/// A member with what the page must know besides.
private struct MemberFacts: Sendable {
    let membership: Membership
    let account: Account
    let isShared: Bool
}

extension MembersRoutes {
    func show(_ request: TenantRequest) async throws -> WebResponse {
        try await memberPage(request, try request.parameters.id(UserEntity.self), FormErrors())
    }

    private func memberPage(_ request: TenantRequest, _ id: UserID, _ errors: FormErrors) async throws -> WebResponse {
        let facts = try await facts(request, id)
        try await recordListing(request, of: id)
        let policy = MembersPolicy(request.principal)
        let organization = request.principal.organization
        let shown = MemberPage(
            membership: facts.membership,
            account: facts.account,
            roles: roles(request),
            isOneself: id == request.principal.user,
            mayResetPassword: policy.mayResetPassword(of: id, in: organization, isSharedMember: facts.isShared),
            errors: errors,
            token: request.csrfToken
        )
        return page(
            request,
            facts.account.names.name,
            notices: errors.isEmpty ? try request.news() : [],
            hasErrors: !errors.isEmpty,
            shown.html(request.texts)
        )
    }

    /// Somebody of another organisation is answered like nobody.
    private func facts(_ request: TenantRequest, _ id: UserID) async throws -> MemberFacts {
        let organization = request.principal.organization
        let facts = try await access.database.read(.installation) { [access] connection -> MemberFacts? in
            guard let membership = try access.memberships.find(id, in: organization, on: connection),
                let account = try access.accounts.find(id, on: connection)
            else { return nil }
            return MemberFacts(
                membership: membership,
                account: account,
                isShared: try access.memberships.isShared(id, beside: organization, on: connection)
            )
        }
        guard let facts else { throw WebError.notFound }
        return facts
    }

    // MARK: - Acts

    func change(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(UserEntity.self)
        let form = try await request.form()
        let facts = try await facts(request, id)
        guard let act = MemberAct(rawValue: form["act"]) else { throw WebError.badRequest(.form) }
        guard MembersPolicy(request.principal).mayDisable(id, in: request.principal.organization) else {
            return try await refuse(request, id, "oneself") { $0.members.notYourself }
        }
        do {
            switch act {
            case .role: return try await changeRole(request, facts, form)
            case .bar: return try await setActive(false, request, id)
            case .admit: return try await setActive(true, request, id)
            case .password: return try await makeLink(request, facts)
            case .sessions: return try await endSessions(request, id)
            }
        } catch AccessError.lastManager {
            return try await refuse(request, id, "last_manager") { $0.members.lastManager }
        }
    }

    private func refuse(
        _ request: TenantRequest,
        _ id: UserID,
        _ code: String,
        _ message: @escaping @Sendable (Texts) -> String
    ) async throws -> WebResponse {
        var errors = FormErrors()
        errors.add("role", code, message)
        return try await memberPage(request, id, errors)
    }

    private func done(_ news: News, _ id: UserID) -> WebResponse {
        .seeOther(news.at(MembersURL.member(id).url))
    }

    private func changeRole(
        _ request: TenantRequest,
        _ facts: MemberFacts,
        _ form: FormData
    ) async throws -> WebResponse {
        let organization = request.principal.organization
        let actor = ActingUser(request.principal)
        let id = facts.account.id
        guard let role = Role(rawValue: form["role"]),
            MembersPolicy(request.principal).mayChangeRole(of: id, to: role, in: organization)
        else { return try await refuse(request, id, "required") { $0.members.roleMissing } }
        let team = facts.membership.team
        try await access.database.write(.installation) { [access] connection in
            try access.memberships.change(id, in: organization, to: role, team: team, by: actor, on: connection)
        }
        return done(.roleChanged, id)
    }

    private func setActive(_ isActive: Bool, _ request: TenantRequest, _ id: UserID) async throws -> WebResponse {
        let organization = request.principal.organization
        let actor = ActingUser(request.principal)
        try await access.database.write(.installation) { [access] connection in
            try access.memberships.setActive(isActive, id, in: organization, by: actor, on: connection)
        }
        if !isActive { site.events.close(user: id) }
        return done(isActive ? .admitted : .barred, id)
    }

    /// A new password link. It ends the account's sessions, so for somebody who works elsewhere too it isn't this
    /// organisation's to make.
    private func makeLink(_ request: TenantRequest, _ facts: MemberFacts) async throws -> WebResponse {
        let organization = request.principal.organization
        let actor = ActingUser(request.principal)
        let id = facts.account.id
        let policy = MembersPolicy(request.principal)
        guard facts.membership.state == .active,
            policy.mayResetPassword(of: id, in: organization, isSharedMember: facts.isShared)
        else { return try await refuse(request, id, "shared") { $0.members.sharedMember } }
        let purpose: TicketPurpose = facts.account.hasPassword ? .reset : .invitation
        let ticket = try await access.database.write(.installation) { [access] connection in
            try access.tickets.issue(purpose, for: id, by: actor, on: connection)
        }
        site.events.close(user: id)
        return linkPage(
            request,
            request.texts.members.resetPassword,
            facts.account.names.name,
            ticket,
            back: MembersURL.member(id).url
        )
    }

    private func endSessions(_ request: TenantRequest, _ id: UserID) async throws -> WebResponse {
        let principal = request.principal
        let recorder = Recorder(surroundings: desk.surroundings)
        try await access.database.write(.installation) { [access] connection in
            try access.sessions.endAll(of: id, in: principal.organization, on: connection)
            try recorder.record(
                LeafDraft(
                    log: principal.organization,
                    kind: .sessionsLocked,
                    actor: principal.user,
                    actorOrganization: principal.organization,
                    subject: id.retagged()
                ),
                on: connection
            )
        }
        site.events.close(user: id)
        return done(.sessionsEnded, id)
    }
}
