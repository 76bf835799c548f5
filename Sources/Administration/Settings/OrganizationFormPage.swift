import Access
import Domain
import Localization
import Markup
import Web

/// What was typed about a new organisation.
struct OrganizationInput {
    var code = ""
    var name = ""
    var kind = ""
    var language = InterfaceLanguage.russian.rawValue
    var zone = "Asia/Bishkek"

    init() {}

    init(_ form: FormData) {
        code = form.trimmed("code")
        name = form.trimmed("name")
        kind = form["kind"]
        language = form["language"]
        zone = form.trimmed("zone")
    }

    /// What to make; `nil` when the errors say why not. Code, name and zone are judged by ``Organizations``.
    func draft(_ errors: inout FormErrors) -> OrganizationDraft? {
        let kind = OrganizationKind(rawValue: kind).flatMap { $0 == .installation ? nil : $0 }
        if kind == nil { errors.add("kind", "required") { $0.request.fieldRequired } }
        let language = InterfaceLanguage(rawValue: language)
        if language == nil { errors.add("language", "required") { $0.request.fieldRequired } }
        if name.isEmpty { errors.add("name", "required") { $0.settings.organizationNameMissing } }
        guard errors.isEmpty, let kind, let language else { return nil }
        return OrganizationDraft(
            code: code,
            kind: kind,
            language: language,
            timeZone: zone,
            names: [OrganizationName(language: language.rawValue, text: name)]
        )
    }
}

extension FormErrors {
    /// Notes why an organisation wasn't made; `false` for errors that aren't the form's.
    mutating func add(_ error: AccessError) -> Bool {
        switch error {
        case .invalidCode: add("code", "invalid") { $0.settings.organizationCodeWrong }
        case .codeTaken: add("code", "taken") { $0.settings.organizationCodeTaken }
        case .invalidName: add("name", "invalid") { $0.settings.organizationNameMissing }
        case .unknownTimeZone: add("zone", "unknown") { $0.settings.organizationZoneWrong }
        default: return false
        }
        return true
    }
}

/// The form for a new organisation.
struct OrganizationFormPage {
    let input: OrganizationInput
    let errors: FormErrors
    let token: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            texts.settings.organizationAdd,
            breadcrumbs: [Breadcrumbs.Item(texts.settings.title, SettingsURL.settings.url)]
        ).html(texts)
        let form = Form(
            SettingsURL.newOrganization.url,
            token: token,
            isGuarded: true,
            content: fields(texts)
        ).html(texts)
        return "\(header)\(errors.summary(texts))\(form)"
    }

    private func fields(_ texts: Texts) -> HTML {
        let kinds = OrganizationKind.allCases.filter { $0 != .installation }
        let parts: [HTML] = [
            text("name", texts.settings.organizationName, input.name, width: .full, texts),
            text(
                "code",
                texts.settings.organizationCode,
                input.code,
                hint: texts.settings.organizationCodeWrong,
                texts
            ),
            select(
                "kind",
                texts.settings.organizationKind,
                kinds.map { FieldOption($0.rawValue, $0.title(texts)) },
                input.kind,
                texts
            ),
            select(
                "language",
                texts.settings.organizationLanguage,
                LanguageOptions.all(texts),
                input.language,
                texts
            ),
            text("zone", texts.settings.organizationZone, input.zone, texts),
            Toolbar([
                Button(texts.settings.organizationAdd, style: .primary),
                Button(texts.common.cancel, .link(SettingsURL.settings.url), style: .quiet),
            ]).html,
        ]
        return parts.joined()
    }

    private func text(
        _ name: String,
        _ label: String,
        _ value: String,
        hint: String? = nil,
        width: FieldWidth = .medium,
        _ texts: Texts
    ) -> HTML {
        TextField(
            name,
            label: label,
            value: value,
            hint: hint,
            error: errors.message(for: name, texts),
            isRequired: true,
            width: width
        ).html(texts)
    }

    private func select(
        _ name: String,
        _ label: String,
        _ options: [FieldOption],
        _ value: String,
        _ texts: Texts
    ) -> HTML {
        SelectField(
            name,
            label: label,
            options: options,
            value: value,
            error: errors.message(for: name, texts),
            isRequired: true,
            width: .medium
        ).html(texts)
    }
}
