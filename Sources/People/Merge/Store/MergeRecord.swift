public import Domain
public import Journal
import Vault

extension LeafKind {
    /// Two records of one person were united; the leaf stands in the story of both.
    public static let personMerged = LeafKind(rawValue: "person.merged")
    /// A uniting was taken back.
    public static let personMergeUndone = LeafKind(rawValue: "person.merge_undone")
    /// Somebody said that two records are of two persons.
    public static let personDistinct = LeafKind(rawValue: "person.distinct")
    /// That was taken back.
    public static let personDistinctTakenBack = LeafKind(rawValue: "person.distinct_taken_back")
    /// The list of records that may be of one person was shown.
    public static let duplicatesListed = LeafKind(rawValue: "people.duplicates_listed")
}

/// What shall become one.
public struct MergePlan: Sendable, Hashable {
    /// The record that stays, and the version from which the choice started.
    public var kept: PersonID
    public var keptVersion: Int64
    /// The record that is hidden.
    public var hidden: PersonID
    public var hiddenVersion: Int64
    /// With the kept record as the first.
    public var choices: MergeChoices

    public init(
        kept: PersonID,
        keptVersion: Int64,
        hidden: PersonID,
        hiddenVersion: Int64,
        choices: MergeChoices = MergeChoices()
    ) {
        self.kept = kept
        self.keptVersion = keptVersion
        self.hidden = hidden
        self.hiddenVersion = hiddenVersion
        self.choices = choices
    }
}

/// Why two records are not united.
public enum MergeRefusal: String, Sendable, CaseIterable {
    case sameRecord = "same_record"
    /// Both are open to other organisations; one sharing has to end first.
    case bothShared = "both_shared"
    /// One is open to another organisation, so that one has to stay.
    case sharedMustStay = "shared_must_stay"
    /// The principal may not open a case of one of them.
    case barred
    /// One names the other as somebody around them.
    case relatives
    /// Somebody said that they are two persons.
    case markedDistinct = "marked_distinct"
    /// The united record would hold more than a record can.
    case tooMuch = "too_much"
}

public enum MergeError: Error, Sendable, Hashable {
    case refused(MergeRefusal)
    /// There is no such uniting any more, or a later one has to be taken back first.
    case nothingToUndo
}

/// A uniting as the kept record's page names it.
public struct MergeBrief: Sendable, Hashable {
    public let id: MergeID
    public let hidden: PersonID
    /// What the hidden record's lists showed.
    public let name: String
    public let at: Instant
}

/// Two records in the order of their ids.
struct PersonPair: Hashable, Sendable {
    let first: PersonID
    let second: PersonID

    init(_ one: PersonID, _ other: PersonID) {
        (first, second) = one < other ? (one, other) : (other, one)
    }
}

/// What is kept to take a uniting back; sealed with the hidden record's key, which no other organisation holds.
struct MergeBody: Codable {
    /// The kept record before and after.
    var before: MergedDetails
    var after: MergedDetails
    var wasImported: Bool
    var moved: [MovedReference]

    func sealed(with key: RecordKey) throws -> [UInt8] {
        try key.sealValue(self, .personMerge)
    }

    init(before: PersonDetails, after: PersonDetails, wasImported: Bool, moved: [MovedReference]) {
        self.before = MergedDetails(before)
        self.after = MergedDetails(after)
        self.wasImported = wasImported
        self.moved = moved
    }

    init(sealed: [UInt8], with key: RecordKey) throws {
        self = try key.openValue(sealed, .personMerge)
    }
}

/// All details of a record as one value.
struct MergedDetails: Codable {
    var identity: PersonIdentity
    var phones: [PersonPhone]
    var documents: [PersonDocument]
    var notes: String
    var safety: PersonSafety
    var circle: [Relative]
    var stays: PersonStays
    var vulnerability: PersonVulnerability
    var places: [PersonPlace]

    init(_ details: PersonDetails) {
        identity = details.identity
        phones = details.phones ?? []
        documents = details.documents ?? []
        notes = details.notes ?? ""
        safety = details.safety ?? PersonSafety()
        circle = details.circle ?? []
        stays = details.stays ?? PersonStays()
        vulnerability = details.vulnerability ?? PersonVulnerability()
        places = details.places ?? []
    }

    var details: PersonDetails {
        PersonDetails(
            identity: identity,
            phones: phones,
            documents: documents,
            notes: notes,
            safety: safety,
            circle: circle,
            stays: stays,
            vulnerability: vulnerability,
            places: places
        )
    }
}
