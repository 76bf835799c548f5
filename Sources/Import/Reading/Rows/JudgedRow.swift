public import Domain

/// Why a row is not taken.
public enum Rejection: String, Sendable, Hashable, CaseIterable, Codable {
    case dateImpossible = "date_impossible"
    case dateInFuture = "date_in_future"
    case dateLongPast = "date_long_past"
    case dateMissing = "date_missing"
    case dateUnreadable = "date_unreadable"
    /// Every cell stands one column beside its place.
    case shifted
    /// The same as another row in everything but the number.
    case exactCopy = "exact_copy"
    case test
    /// A number and an operator, and nothing else.
    case begun
}

/// Why a row is no contact at all.
public enum PassedOver: String, Sendable, Hashable, CaseIterable, Codable {
    case empty, heading, header, numbering, totals, signature
}

/// What a taken row needs somebody to look at, or what was done to read it.
public enum Remark: String, Sendable, Hashable, CaseIterable, Codable {
    case writtenTwice = "written_twice"
    case shiftRepaired = "shift_repaired"
    case nameAndPhoneSwapped = "name_and_phone_swapped"
    case otherYear = "other_year"
    case birthImpossible = "birth_impossible"
    case phoneIncomplete = "phone_incomplete"
    case amountUnclear = "amount_unclear"
    case currencyUnclear = "currency_unclear"
    case phoneRounded = "phone_rounded"
    case layoutRepaired = "layout_repaired"
    case dittoFilled = "ditto_filled"
    case problemUnknown = "problem_unknown"
    case placeUnknown = "place_unknown"
    case yearFromSheet = "year_from_sheet"

    /// True when a person should look at the row again; the others only tell how it was read.
    public var needsLook: Bool {
        switch self {
        case .phoneRounded, .layoutRepaired, .dittoFilled, .problemUnknown, .placeUnknown, .yearFromSheet: false
        default: true
        }
    }
}

/// Where a row stands in its file.
public struct RowPlace: Hashable, Sendable {
    public let sheet: String
    /// From 1, as programs show it.
    public let line: Int
}

/// What became of a row.
public enum Judgement: Sendable {
    case taken(ReadContact)
    /// `column` is the title of the column at fault, empty when it is the whole row.
    case rejected(Rejection, column: String)
    case passedOver(PassedOver)
}

/// One row with its judgement.
public struct JudgedRow: Sendable {
    public let place: RowPlace
    /// The cells as text, for the report.
    public let cells: [String]
    public let judgement: Judgement
}

/// A contact as a row tells it.
public struct ReadContact: Sendable {
    public var place: RowPlace
    /// The row's cells but for its number, as one text: equal texts are the same row.
    public var signature: String
    /// The row's number as the log counts, empty when it doesn't.
    public var number: String = ""
    /// Another row that this one says it goes on with.
    public var reference: RowReference?
    public var day: CivilDate
    /// Minutes from midnight.
    public var minute: Int?
    public var staff: String = ""
    public var channel: ReadChannel?
    public var isOutgoing = false
    public var language: String?
    public var name = ReadName(text: "")
    public var sex: Sex?
    public var birth: PartialDate?
    public var birthIsEstimated = false
    public var phones: [ReadPhone] = []
    public var citizenship: String?
    public var home: String = ""
    public var homeRegion: String?
    public var host = ReadPlace()
    public var hostText: String = ""
    public var work: String = ""
    public var documents: String = ""
    public var category: String = ""
    public var description: String = ""
    /// Codes, the primary one first; empty for a contact without request.
    public var problems: [ProblemCode] = []
    /// The codes that the category cell alone tells.
    public var categoryProblems: [ProblemCode] = []
    public var isNoRequest = false
    public var employer: ReadEmployer?
    public var owed: ReadAmount?
    public var paid: ReadAmount?
    public var actions: String = ""
    public var referredTo: String = ""
    public var result: String = ""
    public var outcome: ContactOutcome?
    public var followUpOn: CivilDate?
    public var hasChildren: Bool?
    public var isPregnant: Bool?
    /// As written.
    public var caseNumber: String = ""
    /// The same for every spelling of one number.
    public var caseKey: String?
    public var note: String = ""
    public var consent: Bool?
    public var heardFrom: String = ""
    public var isUrgent = false
    public var remarks: Set<Remark> = []

    /// The numbers at which the person can be reached, whole ones only.
    public var ownNumbers: [String] { phones.filter { $0.relation == nil }.compactMap(\.e164) }
    /// All whole numbers.
    public var numbers: [String] { phones.compactMap(\.e164) }
    /// Somebody who can be told from others by name or phone.
    public var isTellable: Bool { !name.isNameless || !numbers.isEmpty }
}
