/// What was typed about a person, before anything was judged; kept whole so that a form can show it again.
public struct PersonInput: Sendable, Hashable {
    public struct Phone: Sendable, Hashable {
        public var number = ""
        public var note = ""

        public init(number: String = "", note: String = "") {
            self.number = number
            self.note = note
        }
    }

    public struct Document: Sendable, Hashable {
        public var kind = ""
        public var number = ""
        public var state = ""

        public init(kind: String = "", number: String = "", state: String = "") {
            self.kind = kind
            self.number = number
            self.state = state
        }
    }

    public var names: [PersonName] = []
    public var birthYear = ""
    public var birthMonth = ""
    public var birthDay = ""
    public var sex = ""
    public var citizenship = ""
    public var phones: [Phone] = []
    public var documents: [Document] = []
    public var notes = ""

    public init() {}
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
        }
    }
}
