import Access
import Database
import Domain
import Localization
import Markup
import Web

/// What those who run the installation set, and the organisations that they add.
struct SettingsRoutes: Sendable {
    let desk: Desk
    let access: AccessServices
    let invitations: Invitations

    func register(in routes: inout RouteTable) {
        routes.get("installation", access: .installation) { try await show($0) }
        routes.post("installation", access: .installation) { try await save($0) }
        routes.get("installation/organizations/new", access: .installation) { newForm($0) }
        routes.post("installation/organizations/new", access: .installation) { try await add($0) }
        routes.get("installation/organizations/:id/marks", access: .installation) { try await marksForm($0) }
        routes.post("installation/organizations/:id/marks", access: .installation) { try await setMarks($0) }
        routes.get("installation/organizations/:id/manager", access: .installation) { try await managerForm($0) }
        routes.post("installation/organizations/:id/manager", access: .installation) { try await inviteManager($0) }
    }

    private func page(
        _ request: InstallationRequest,
        _ title: String,
        notices: [Notice] = [],
        hasErrors: Bool = false,
        _ content: HTML
    ) -> WebResponse {
        desk.page(
            request,
            title: title,
            active: SettingsURL.settings.url,
            notices: notices,
            hasErrors: hasErrors,
            content: content
        )
    }

    // MARK: - Settings

    private func show(_ request: InstallationRequest) async throws -> WebResponse {
        guard InstallationPolicy(request.principal).mayManageSettings else { throw WebError.notFound }
        let input = SettingsInput(try await access.settings())
        return try await settingsPage(request, input, FormErrors())
    }

    private func settingsPage(
        _ request: InstallationRequest,
        _ input: SettingsInput,
        _ errors: FormErrors
    ) async throws -> WebResponse {
        let organizations = try await access.database.read(.installation) { [access] connection in
            try access.organizations.list(on: connection)
        }
        let shown = SettingsPage(
            input: input,
            organizations: organizations,
            errors: errors,
            token: request.csrfToken
        )
        return page(
            request,
            request.texts.settings.title,
            notices: errors.isEmpty ? try request.news() : [],
            hasErrors: !errors.isEmpty,
            shown.html(request.texts)
        )
    }

    private func save(_ request: InstallationRequest) async throws -> WebResponse {
        guard InstallationPolicy(request.principal).mayManageSettings else { throw WebError.notFound }
        let input = SettingsInput(try await request.form())
        var errors = FormErrors()
        guard let settings = input.settings(&errors) else { return try await settingsPage(request, input, errors) }
        try await access.change(settings, by: ActingUser(request.principal))
        return .seeOther(News.settingsSaved.at(SettingsURL.settings.url))
    }

    // MARK: - Organisations

    private func newForm(_ request: InstallationRequest) -> WebResponse {
        organizationPage(request, OrganizationInput(), FormErrors())
    }

    private func organizationPage(
        _ request: InstallationRequest,
        _ input: OrganizationInput,
        _ errors: FormErrors
    ) -> WebResponse {
        let shown = OrganizationFormPage(input: input, errors: errors, token: request.csrfToken)
        let title = request.texts.settings.organizationAdd
        return page(request, title, hasErrors: !errors.isEmpty, shown.html(request.texts))
    }

    private func add(_ request: InstallationRequest) async throws -> WebResponse {
        guard InstallationPolicy(request.principal).mayManageOrganizations else { throw WebError.notFound }
        let input = OrganizationInput(try await request.form())
        var errors = FormErrors()
        guard let draft = input.draft(&errors) else { return organizationPage(request, input, errors) }
        let actor = ActingUser(request.principal)
        do {
            let id = try await access.database.write(.installation) { [access] connection in
                try access.organizations.create(draft, by: actor, on: connection)
            }
            return .seeOther(News.organizationAdded.at(SettingsURL.manager(id).url))
        } catch let error as AccessError where errors.add(error) {
            return organizationPage(request, input, errors)
        }
    }

    // MARK: - Managers

    private func managerForm(_ request: InstallationRequest) async throws -> WebResponse {
        try await managerPage(request, InvitationInput(), FormErrors())
    }

    private func organization(_ request: InstallationRequest) async throws -> Organization {
        let id = try request.parameters.id(OrganizationEntity.self)
        let found = try await access.database.read(.installation) { [access] connection in
            try access.organizations.find(id, on: connection)
        }
        guard let found, found.state == .active,
            MembersPolicy(request.principal).mayInvite(as: .manager, to: found.id)
        else { throw WebError.notFound }
        return found
    }

    private func managerPage(
        _ request: InstallationRequest,
        _ input: InvitationInput,
        _ errors: FormErrors
    ) async throws -> WebResponse {
        let organization = try await organization(request)
        let texts = request.texts
        let shown = InvitePage(
            title: texts.settings.managerInvite,
            breadcrumbs: breadcrumbs(organization, texts),
            action: SettingsURL.manager(organization.id).url,
            cancel: SettingsURL.settings.url,
            roles: [.manager],
            input: input,
            errors: errors,
            token: request.csrfToken
        )
        return page(
            request,
            texts.settings.managerInvite,
            notices: errors.isEmpty ? try request.news() : [],
            hasErrors: !errors.isEmpty,
            shown.html(texts)
        )
    }

    private func breadcrumbs(_ organization: Organization, _ texts: Texts) -> [Breadcrumbs.Item] {
        [
            Breadcrumbs.Item(texts.settings.title, SettingsURL.settings.url),
            Breadcrumbs.Item(
                organization.name(for: [texts.language]),
                SettingsURL.manager(organization.id).url
            ),
        ]
    }

    private func inviteManager(_ request: InstallationRequest) async throws -> WebResponse {
        let organization = try await organization(request)
        var errors = FormErrors()
        let input = InvitationInput(try await request.form(), &errors)
        let outcome = try await invitations.invite(
            input,
            errors,
            to: organization.id,
            as: .manager,
            by: request.principal
        )
        switch outcome {
        case .refused(let errors):
            return try await managerPage(request, input, errors)
        case .invited(let name, let ticket):
            let title = request.texts.members.invitedTitle
            let shown = PasswordLinkPage(
                title: title,
                breadcrumbs: breadcrumbs(organization, request.texts),
                name: name,
                address: ticket.map { invitations.address(of: $0) },
                back: SettingsURL.settings.url
            )
            return page(request, title, shown.html(request.texts))
        }
    }
}
