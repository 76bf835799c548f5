import Access
import Domain
import Localization
import Markup
import Web

/// The form that says how an organisation stands in the network.
struct MarksPage {
    let organization: Organization
    let token: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            organization.name(for: [texts.language]),
            breadcrumbs: [Breadcrumbs.Item(texts.settings.title, SettingsURL.settings.url)],
            details: "<p>\(organization.kind.title(texts))</p>"
        ).html(texts)
        let parts: [HTML] = [
            RadioField(
                "admission",
                legend: texts.settings.admission,
                options: OrganizationAdmission.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                value: organization.admission.rawValue
            ).html(texts),
            CheckboxField(
                "state",
                label: texts.settings.isState,
                isChecked: organization.isStateRecipient,
                hint: texts.settings.isStateHint
            ).html(texts),
            CheckboxField(
                "practice",
                label: texts.settings.isPractice,
                isChecked: organization.isPractice,
                hint: texts.settings.isPracticeHint
            ).html(texts),
            Toolbar([
                Button(texts.common.save, style: .primary),
                Button(texts.common.cancel, .link(SettingsURL.settings.url), style: .quiet),
            ]).html(texts),
        ]
        let form = Form(SettingsURL.marks(organization.id).url, token: token, content: parts.joined()).html(texts)
        return "\(header)\(form)"
    }
}

extension OrganizationAdmission {
    func title(_ texts: Texts) -> String {
        switch self {
        case .admitted: texts.settings.admitted
        case .pending: texts.settings.admissionPending
        case .suspended: texts.settings.admissionSuspended
        }
    }
}
