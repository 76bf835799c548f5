import Domain
import Localization

// What people read for each code of this room. One switch per list, so that a new code does not compile untitled.

extension PhoneOwner {
    func title(_ texts: Texts) -> String {
        switch self {
        case .person: texts.people.phoneOwnerPerson
        case .relative: texts.people.phoneOwnerRelative
        case .shared: texts.people.phoneOwnerShared
        case .employer: texts.people.phoneOwnerEmployer
        case .other: texts.people.phoneOwnerOther
        }
    }
}

extension DisclosureRule {
    /// What may be told, in the reader's words.
    func title(_ texts: Texts) -> String {
        switch self {
        case .nothing: texts.people.disclosureNothing
        case .aliveAndWell: texts.people.disclosureAliveAndWell
        case .place: texts.people.disclosurePlace
        case .everything: texts.people.disclosureEverything
        }
    }
}

extension Kinship {
    func title(_ texts: Texts) -> String {
        switch self {
        case .spouse: texts.people.kinSpouse
        case .parent: texts.people.kinParent
        case .child: texts.people.kinChild
        case .sibling: texts.people.kinSibling
        case .grandparent: texts.people.kinGrandparent
        case .otherRelative: texts.people.kinOtherRelative
        case .friend: texts.people.kinFriend
        case .employer: texts.people.kinEmployer
        case .representative: texts.people.kinRepresentative
        case .other: texts.people.kinOther
        }
    }
}

extension PlaceKind {
    func title(_ texts: Texts) -> String {
        switch self {
        case .address: texts.people.placeAddress
        case .worksite: texts.people.placeWorksite
        case .shelter: texts.people.placeShelter
        }
    }
}

extension StayBasis {
    func title(_ texts: Texts) -> String {
        switch self {
        case .unknown: texts.people.basisUnknown
        case .visaFree: texts.people.basisVisaFree
        case .visa: texts.people.basisVisa
        case .workPermit: texts.people.basisWorkPermit
        case .contract: texts.people.basisContract
        case .residencePermit: texts.people.basisResidencePermit
        case .study: texts.people.basisStudy
        case .family: texts.people.basisFamily
        case .asylum: texts.people.basisAsylum
        case .citizenship: texts.people.basisCitizenship
        case .none: texts.people.basisNone
        case .other: texts.people.basisOther
        }
    }
}

extension ConsulWish {
    func title(_ texts: Texts) -> String {
        switch self {
        case .notAsked: texts.people.consulNotAsked
        case .asked: texts.people.consulAsked
        case .refused: texts.people.consulRefused
        }
    }
}

extension InterpreterWish {
    func title(_ texts: Texts) -> String {
        switch self {
        case .none: texts.people.interpreterNone
        case .wanted: texts.people.interpreterWanted
        case .refused: texts.people.interpreterRefused
        }
    }
}

extension RecognitionManner {
    func title(_ texts: Texts) -> String {
        switch self {
        case .oral: texts.people.recognitionOral
        case .written: texts.people.recognitionWritten
        case .remote: texts.people.recognitionRemote
        }
    }
}

extension SafetyMark {
    func title(_ texts: Texts) -> String {
        switch self {
        case .asylum: texts.people.markAsylum
        case .politicalDanger: texts.people.markPoliticalDanger
        case .traffickingByOfficials: texts.people.markTraffickingByOfficials
        }
    }
}

extension Vulnerability {
    func title(_ texts: Texts) -> String {
        switch self {
        case .childAlone: texts.people.vulnChildAlone
        case .pregnant: texts.people.vulnPregnant
        case .smallChildren: texts.people.vulnSmallChildren
        case .disability: texts.people.vulnDisability
        case .illness: texts.people.vulnIllness
        case .mentalDistress: texts.people.vulnMentalDistress
        case .violence: texts.people.vulnViolence
        case .trafficking: texts.people.vulnTrafficking
        case .elderly: texts.people.vulnElderly
        case .noLocalLanguage: texts.people.vulnNoLocalLanguage
        case .cannotRead: texts.people.vulnCannotRead
        case .homeless: texts.people.vulnHomeless
        case .addiction: texts.people.vulnAddiction
        case .minority: texts.people.vulnMinority
        }
    }
}

/// The home regions that the form offers by name; others are typed as ISO 3166-2 codes.
enum HomeRegions {
    static let codes = ["KG-GB", "KG-GO", "KG-C", "KG-O", "KG-J", "KG-B", "KG-N", "KG-T", "KG-Y"]

    /// The region's name; the code itself for any that has none.
    static func title(_ code: String, _ texts: Texts) -> String {
        switch code {
        case "KG-GB": texts.people.regionBishkek
        case "KG-GO": texts.people.regionOshCity
        case "KG-C": texts.people.regionChuy
        case "KG-O": texts.people.regionOsh
        case "KG-J": texts.people.regionJalalAbad
        case "KG-B": texts.people.regionBatken
        case "KG-N": texts.people.regionNaryn
        case "KG-T": texts.people.regionTalas
        case "KG-Y": texts.people.regionIssykKul
        default: code
        }
    }
}
