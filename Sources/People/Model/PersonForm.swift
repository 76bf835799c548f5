/// What was typed about a person, before anything was judged; kept whole so that a form can show it again.
public struct PersonInput: Sendable, Hashable {
    public struct Phone: Sendable, Hashable {
        public var number = ""
        public var note = ""
        public var owner = ""
        public var messenger = ""

        public init(number: String = "", note: String = "", owner: String = "", messenger: String = "") {
            self.number = number
            self.note = note
            self.owner = owner
            self.messenger = messenger
        }
    }

    public struct Document: Sendable, Hashable {
        public var kind = ""
        public var number = ""
        public var state = ""
        public var heldBy = ""
        public var since = ""

        public init(
            kind: String = "",
            number: String = "",
            state: String = "",
            heldBy: String = "",
            since: String = ""
        ) {
            self.kind = kind
            self.number = number
            self.state = state
            self.heldBy = heldBy
            self.since = since
        }
    }

    /// How the person may be reached, as typed.
    public struct Safety: Sendable, Hashable {
        public var mustNotBeContacted = false
        public var channel = ""
        public var from = ""
        public var until = ""
        public var zone = ""
        public var codeWord = ""
        public var neverLeaveMessage = false
        public var neutralSender = false
        public var note = ""
        public var womanLawyer = false
        public var notFromOwnVillage = false
        public var doNotTellMyState = false
        public var interpreter = ""
        public var marks: Set<String> = []
        /// How the leave to be recognised in the network was given, when, and when it was withdrawn.
        public var recognition = ""
        public var recognitionGivenOn = ""
        public var recognitionWithdrawnOn = ""

        public init() {}
    }

    public var names: [PersonName] = []
    public var alias = ""
    public var isNameless = false
    public var birthYear = ""
    public var birthMonth = ""
    public var birthDay = ""
    public var isBirthEstimated = false
    public var sex = ""
    public var citizenship = ""
    public var homeRegion = ""
    public var homePlace = ""
    public var languages: [String] = []
    public var phones: [Phone] = []
    public var documents: [Document] = []
    public var notes = ""
    public var safety = Safety()
    public var vulnerabilities: Set<String> = []
    public var vulnerabilityNote = ""
    /// The rows of the sections that repeat.
    public var rows: [PersonSection: [PersonRow]] = [:]

    public init() {}

    /// The rows of one section.
    public subscript(section: PersonSection) -> [PersonRow] {
        get { rows[section] ?? [] }
        set { rows[section] = newValue.isEmpty ? nil : newValue }
    }
}

/// One row of a section that repeats, by the names of its columns.
public struct PersonRow: Sendable, Hashable {
    private var values: [String: String]

    public init(_ values: [String: String] = [:]) {
        self.values = values.filter { !$0.value.isEmpty }
    }

    public subscript(column: String) -> String {
        get { values[column] ?? "" }
        set { values[column] = newValue.isEmpty ? nil : newValue }
    }
}

/// Why a typed value can't be taken; each names the field it stands at.
public enum PersonProblem: Sendable, Hashable {
    case nameMissing
    case nameTooLong(index: Int)
    case birthDateImpossible
    case birthDateInFuture
    case sexUnknown
    case citizenshipUnknown
    case phoneUnreadable(index: Int)
    case documentKindUnknown(index: Int)
    case documentNumberUnreadable(index: Int)
    case documentStateUnknown(index: Int)
    case notesTooLong
    case tooMany
    /// A value that a row can't do without.
    case missing(field: String)
    case choiceUnknown(field: String)
    case dateImpossible(field: String)
    case timeImpossible(field: String)
    case numberUnreadable(field: String)
    case textTooLong(field: String)
    /// Hours of which only one end was given.
    case hoursIncomplete
    case zoneUnknown

    /// The name of the form field that the problem belongs to.
    public var field: String {
        switch self {
        case .nameMissing: "names.0.family"
        case .nameTooLong(let index): "names.\(index).family"
        case .birthDateImpossible, .birthDateInFuture: "birthYear"
        case .sexUnknown: "sex"
        case .citizenshipUnknown: "citizenship"
        case .phoneUnreadable(let index): "phones.\(index).number"
        case .documentKindUnknown(let index): "documents.\(index).kind"
        case .documentNumberUnreadable(let index): "documents.\(index).number"
        case .documentStateUnknown(let index): "documents.\(index).state"
        case .notesTooLong: "notes"
        case .tooMany: "names.0.family"
        case .missing(let field), .choiceUnknown(let field), .dateImpossible(let field), .timeImpossible(let field),
            .numberUnreadable(let field), .textTooLong(let field):
            field
        case .hoursIncomplete: "safety.from"
        case .zoneUnknown: "safety.zone"
        }
    }
}
