import Access
import Database
import Domain
import Localization
import Markup
import Web

extension SettingsRoutes {
    func marksForm(_ request: InstallationRequest) async throws -> WebResponse {
        let organization = try await marked(request)
        return desk.page(
            request,
            title: request.texts.settings.marks,
            active: SettingsURL.settings.url,
            content: MarksPage(organization: organization, token: request.csrfToken).html(request.texts)
        )
    }

    func setMarks(_ request: InstallationRequest) async throws -> WebResponse {
        let organization = try await marked(request)
        let form = try await request.form()
        guard let admission = OrganizationAdmission(rawValue: form["admission"]) else {
            throw WebError.badRequest(.form)
        }
        let marks = OrganizationMarks(
            admission: admission,
            isStateRecipient: form.has("state"),
            isPractice: form.has("practice")
        )
        let actor = ActingUser(request.principal)
        try await access.database.write(.installation) { [access] connection in
            try access.organizations.set(marks, of: organization.id, by: actor, on: connection)
        }
        return .seeOther(News.settingsSaved.at(SettingsURL.settings.url))
    }

    private func marked(_ request: InstallationRequest) async throws -> Organization {
        guard InstallationPolicy(request.principal).mayManageOrganizations else { throw WebError.notFound }
        let id = try request.parameters.id(OrganizationEntity.self)
        let found = try await access.database.read(.installation) { [access] connection in
            try access.organizations.find(id, on: connection)
        }
        guard let found, found.id != .installation else { throw WebError.notFound }
        return found
    }
}
