import Access
import Domain
import Localization
import Web

extension Role {
    func title(_ texts: Texts) -> String {
        switch self {
        case .operator: texts.members.roleOperator
        case .caseworker: texts.members.roleCaseworker
        case .lawyer: texts.members.roleLawyer
        case .coordinator: texts.members.roleCoordinator
        case .manager: texts.members.roleManager
        case .auditor: texts.members.roleAuditor
        case .researcher: texts.members.roleResearcher
        case .installationAdministrator: texts.members.roleAdministrator
        }
    }
}

extension OrganizationKind {
    func title(_ texts: Texts) -> String {
        switch self {
        case .association: texts.settings.kindAssociation
        case .shelter: texts.settings.kindShelter
        case .legal: texts.settings.kindLegal
        case .consulate: texts.settings.kindConsulate
        case .health: texts.settings.kindHealth
        case .union: texts.settings.kindUnion
        case .diaspora: texts.settings.kindDiaspora
        case .government: texts.settings.kindGovernment
        case .international: texts.settings.kindInternational
        case .research: texts.settings.kindResearch
        case .employment: texts.settings.kindEmployment
        case .other: texts.settings.kindOther
        case .installation: texts.settings.title
        }
    }
}

extension ClientKind {
    /// The browser's own name, the same in every language.
    func title(_ texts: Texts) -> String {
        switch self {
        case .chrome: "Chrome"
        case .firefox: "Firefox"
        case .safari: "Safari"
        case .edge: "Edge"
        case .program: texts.account.kindApi
        case .other: texts.account.kindDesk
        }
    }
}

/// The languages of the pages, each in its own name.
enum LanguageOptions {
    static func all(_ texts: Texts) -> [FieldOption] {
        InterfaceLanguage.allCases.map { language in
            FieldOption(
                language.rawValue,
                texts.formats.ownLanguageName(language.rawValue),
                language: language.rawValue
            )
        }
    }
}
