import Access
import Domain
import Localization
import Markup
import Web

/// What was typed into the form of settings.
struct SettingsInput {
    var networkName: String
    var defaultLanguage: String
    var requiresSecondFactor: Bool

    init(_ settings: InstallationSettings) {
        networkName = settings.networkName
        defaultLanguage = settings.defaultLanguage.rawValue
        requiresSecondFactor = settings.requiresSecondFactor
    }

    init(_ form: FormData) {
        networkName = form.trimmed("network_name")
        defaultLanguage = form["default_language"]
        requiresSecondFactor = form.has("second_factor")
    }

    /// The settings; `nil` when the errors say why not.
    func settings(_ errors: inout FormErrors) -> InstallationSettings? {
        let isName =
            !networkName.isEmpty && networkName.unicodeScalars.count <= 100
            && !networkName.unicodeScalars.contains { $0.properties.generalCategory == .control }
        if !isName { errors.add("network_name", "invalid") { $0.settings.networkNameWrong } }
        guard let language = InterfaceLanguage(rawValue: defaultLanguage) else {
            errors.add("default_language", "required") { $0.request.fieldRequired }
            return nil
        }
        guard errors.isEmpty else { return nil }
        var settings = InstallationSettings()
        settings.networkName = networkName
        settings.defaultLanguage = language
        settings.requiresSecondFactor = requiresSecondFactor
        return settings
    }
}

/// The installation's settings and the organisations of the network.
struct SettingsPage {
    let input: SettingsInput
    let organizations: [Organization]
    let errors: FormErrors
    let token: String

    func html(_ texts: Texts) -> HTML {
        let add = Toolbar([
            Button(
                texts.settings.organizationAdd,
                .link(SettingsURL.newOrganization.url),
                icon: .plus,
                isNew: true
            )
        ]).html
        return """
            \(PageHeader(texts.settings.title).html(texts))\(errors.summary(texts))\(form(texts))\
            <section class="stack"><h2>\(texts.settings.organizations)</h2>\(add)\(table(texts))</section>
            """
    }

    private func form(_ texts: Texts) -> HTML {
        let parts: [HTML] = [
            TextField(
                "network_name",
                label: texts.settings.networkName,
                value: input.networkName,
                error: errors.message(for: "network_name", texts),
                isRequired: true,
                width: .medium
            ).html(texts),
            SelectField(
                "default_language",
                label: texts.settings.defaultLanguage,
                options: LanguageOptions.all(texts),
                value: input.defaultLanguage,
                error: errors.message(for: "default_language", texts),
                placeholder: "",
                width: .medium
            ).html(texts),
            CheckboxField(
                "second_factor",
                label: texts.settings.secondRequired,
                isChecked: input.requiresSecondFactor
            ).html(texts),
            Button(texts.common.save, style: .primary).html,
        ]
        return Form(SettingsURL.settings.url, token: token, isGuarded: true, content: parts.joined()).html(texts)
    }

    private func table(_ texts: Texts) -> HTML {
        Table(
            texts.settings.organizations,
            columns: [
                TableColumn(texts.settings.organizationName, isHeading: true),
                TableColumn(texts.settings.organizationCode), TableColumn(texts.settings.organizationKind),
                TableColumn(texts.settings.organizationZone), TableColumn(texts.common.actions, hidesTitle: true),
            ]
        ).html(texts) { rows in
            for organization in organizations {
                let name = organization.name(for: [texts.language])
                rows.row { row in
                    row.text(name)
                    row.text(organization.code)
                    row.text(organization.kind.title(texts))
                    row.text(organization.timeZone)
                    row.html(
                        Toolbar([
                            Button(
                                texts.settings.managerInvite,
                                .link(SettingsURL.manager(organization.id).url),
                                style: .quiet,
                                about: name
                            ),
                            Button(
                                texts.settings.marks,
                                .link(SettingsURL.marks(organization.id).url),
                                style: .quiet,
                                about: name
                            ),
                        ]).html
                    )
                }
            }
        }
    }
}
