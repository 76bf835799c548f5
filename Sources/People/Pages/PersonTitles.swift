import Domain
import Localization

extension Sex {
    func title(_ texts: Texts) -> String {
        switch self {
        case .female: texts.people.sexFemale
        case .male: texts.people.sexMale
        case .other: texts.people.sexOther
        case .unknown: texts.people.sexUnknown
        }
    }
}

extension DocumentKind {
    func title(_ texts: Texts) -> String {
        switch self {
        case .passport: texts.people.kindPassport
        case .internalPassport: texts.people.kindInternalPassport
        case .identityCard: texts.people.kindIdentityCard
        case .birthCertificate: texts.people.kindBirthCertificate
        case .returnCertificate: texts.people.kindReturnCertificate
        case .residencePermit: texts.people.kindResidencePermit
        case .migrationCard: texts.people.kindMigrationCard
        case .driverLicence: texts.people.kindDriverLicence
        case .other: texts.people.kindOther
        }
    }
}

extension DocumentState {
    func title(_ texts: Texts) -> String {
        switch self {
        case .held: texts.people.stateHeld
        case .lost: texts.people.stateLost
        case .withheld: texts.people.stateWithheld
        case .expired: texts.people.stateExpired
        }
    }
}

/// The groups of fields that a person's record has, and why a record is shared.
enum PersonGroups {
    static let shareable: [FieldGroup] = [.identity, .contact, .safeContact, .documents, .health, .narrative]

    static func title(_ group: FieldGroup, _ texts: Texts) -> String {
        switch group {
        case .contact: texts.people.groupContactAll
        case .documents: texts.people.groupDocumentsAll
        case .safeContact: texts.people.groupSafety
        case .health: texts.people.groupHealth
        case .narrative: texts.people.groupNarrative
        default: texts.people.groupIdentity
        }
    }
}

/// Why a record is shared, as the design's code list has it.
public enum SharingPurpose: String, CaseIterable, Sendable {
    case legalAid = "legal_aid"
    case medical, shelter, consular, employment, social, documents, other

    func title(_ texts: Texts) -> String {
        switch self {
        case .legalAid: texts.people.purposeLegalAid
        case .medical: texts.people.purposeMedical
        case .shelter: texts.people.purposeShelter
        case .consular: texts.people.purposeConsular
        case .employment: texts.people.purposeEmployment
        case .social: texts.people.purposeSocial
        case .documents: texts.people.purposeDocuments
        case .other: texts.people.purposeOther
        }
    }
}
