import Domain
import Localization

extension PersonSection {
    func title(_ texts: Texts) -> String {
        switch self {
        case .circle: texts.people.sectionCircle
        case .places: texts.people.sectionPlaces
        case .stays: texts.people.sectionStays
        case .detentions: texts.people.sectionDetentions
        }
    }

    func hint(_ texts: Texts) -> String? {
        switch self {
        case .circle: texts.people.circleHint
        case .places: texts.people.placesHint
        case .stays, .detentions: nil
        }
    }

    func addTitle(_ texts: Texts) -> String {
        switch self {
        case .circle: texts.people.addRelative
        case .places: texts.people.addPlace
        case .stays: texts.people.addStay
        case .detentions: texts.people.addDetention
        }
    }

    /// What a column is called.
    func title(of column: String, _ texts: Texts) -> String {
        switch (self, column) {
        case (.circle, "name"): texts.people.relativeName
        case (.circle, "relation"): texts.people.relation
        case (.circle, "phone"): texts.people.relativePhone
        case (.circle, "rule"): texts.people.disclosure
        case (.places, "kind"): texts.people.placeKind
        case (.places, "text"): texts.people.placeText
        case (.places, "purpose"): texts.people.placePurpose
        case (.places, "expiresOn"): texts.people.placeExpires
        case (.stays, "country"): texts.people.stayCountry
        case (.stays, "basis"): texts.people.stayBasis
        case (.stays, "enteredOn"): texts.people.enteredOn
        case (.stays, "registeredUntil"): texts.people.registeredUntil
        case (.stays, "permitUntil"): texts.people.permitUntil
        case (.stays, "bannedUntil"): texts.people.bannedUntil
        case (.stays, "onControlRegisterSince"): texts.people.controlRegisterSince
        case (.stays, "note"): texts.people.stayNote
        case (.detentions, "place"): texts.people.detentionPlace
        case (.detentions, "ground"): texts.people.detentionGround
        case (.detentions, "heldFrom"): texts.people.heldFrom
        case (.detentions, "heldUntil"): texts.people.heldUntil
        case (.detentions, "hadInterpreter"): texts.people.hadInterpreter
        case (.detentions, "hadLawyer"): texts.people.hadLawyer
        case (.detentions, "consul"): texts.people.consul
        case (.detentions, "transfers"): texts.people.transfers
        case (.detentions, "visits"): texts.people.visits
        case (.detentions, "papersTaken"): texts.people.papersTaken
        default: column
        }
    }

    /// What a code of a column is called; the code itself for an unknown one.
    func title(ofCode code: String, in column: String, _ texts: Texts) -> String {
        switch (self, column) {
        case (.circle, "relation"): Kinship(rawValue: code)?.title(texts) ?? code
        case (.circle, "rule"): DisclosureRule(rawValue: code)?.title(texts) ?? code
        case (.places, "kind"): PlaceKind(rawValue: code)?.title(texts) ?? code
        case (.stays, "basis"): StayBasis(rawValue: code)?.title(texts) ?? code
        case (.detentions, "consul"): ConsulWish(rawValue: code)?.title(texts) ?? code
        default: code
        }
    }
}
