public import Domain
public import Vault

/// What a line of a case is. The raw value is kept and never changed.
public enum EntryKind: String, CaseIterable, Sendable, Hashable {
    /// A step of the plan.
    case step
    case task
    /// A day that must not be missed, with the rule that it comes from.
    case deadline
    case note
    /// A note that only those who may open the health group read.
    case healthNote = "health_note"
    case letter
    /// What the person wants and forbids, in their own words (safety rules 5 and 8).
    case instruction
    /// Stay, control register, warrant, ban: looked up before anything goes to an authority (safety rule 5).
    case statusCheck = "status_check"
    case screening
    case mandate
    case aid
    case claim
    case payment
    case episode
    case attachment
    /// Guardian and best interest of a child (safety rule 9).
    case childNote = "child_note"
    /// How the case was closed and what the person was told.
    case closing
    /// What the program itself notes: referred, accepted, reopened.
    case event

    /// The group whose key seals it.
    public var group: FieldGroup { sealedField.group }

    /// What it is sealed as.
    var sealedField: SealedField {
        switch self {
        case .claim, .payment, .aid: .entryMoney
        case .healthNote, .screening: .entryHealth
        case .mandate: .entryDocuments
        case .attachment: .fileName
        default: .entryNarrative
        }
    }

    /// Whether it waits to be done from the start.
    public var isWork: Bool { self == .step || self == .task || self == .deadline || self == .aid }

    /// What may be written by hand with the composer.
    public static let composed: [EntryKind] = [
        .note, .task, .step, .deadline, .statusCheck, .instruction, .screening, .claim, .payment, .episode, .mandate,
        .aid, .childNote, .healthNote,
    ]
}

/// Where an entry stands.
public enum EntryState: String, CaseIterable, Sendable, Hashable {
    /// To be done; of a claim: not settled; of a payment: not confirmed by the worker.
    case open
    /// Aid that another person than the requester approved.
    case approved
    case refused
    case done
    case cancelled
    /// Taken back by undoing; not shown.
    case undone

    public var isOpen: Bool { self == .open || self == .approved }
}

/// To whom a step or letter goes; what tells which rules stand before it.
public enum EntryCounterpart: String, CaseIterable, Sendable, Hashable {
    case police, inspectorate, court, migration, hospital, consulate, employer, partner, family

    /// Whether it is an authority in the sense of safety rule 5.
    public var isAuthority: Bool {
        switch self {
        case .police, .inspectorate, .court, .migration, .hospital, .consulate: true
        case .employer, .partner, .family: false
        }
    }
}

/// What a new entry shall be.
public struct EntryDraft: Sendable {
    public var kind: EntryKind
    public var body: EntryBody
    /// The plan's key, the deadline rule's code, the screening's id.
    public var code: String?
    public var problem: ProblemCode?
    public var counterpart: EntryCounterpart?
    /// Whom of several persons it concerns.
    public var person: PersonID?
    /// The claim of a payment, the instruction of a letter.
    public var parent: CaseEntryID?
    /// `nil` for the case's worker.
    public var assignee: UserID?
    public var dueOn: CivilDate?
    /// When it happened; `nil` for now.
    public var eventAt: Instant?
    /// `nil` for what follows from the kind.
    public var state: EntryState?
    public var file: EntryFile?
    public var importID: ImportID?

    public init(
        _ kind: EntryKind,
        _ body: EntryBody = EntryBody(),
        code: String? = nil,
        problem: ProblemCode? = nil,
        counterpart: EntryCounterpart? = nil,
        person: PersonID? = nil,
        parent: CaseEntryID? = nil,
        assignee: UserID? = nil,
        dueOn: CivilDate? = nil,
        eventAt: Instant? = nil,
        state: EntryState? = nil,
        file: EntryFile? = nil,
        importID: ImportID? = nil
    ) {
        self.kind = kind
        self.body = body
        self.code = code
        self.problem = problem
        self.counterpart = counterpart
        self.person = person
        self.parent = parent
        self.assignee = assignee
        self.dueOn = dueOn
        self.eventAt = eventAt
        self.state = state
        self.file = file
        self.importID = importID
    }
}

/// The sealed files behind an attachment.
public struct EntryFile: Sendable, Hashable {
    /// As it was handed in; of pictures with everything that the camera wrote. Never leaves the organisation.
    public var original: SealedFileID
    /// The copy that others may see; of pictures without what tells where and when. The original itself when nothing
    /// had to be taken out.
    public var shared: SealedFileID
    /// By its content, not by what the sender said.
    public var mediaType: String
    public var byteCount: Int64

    public init(original: SealedFileID, shared: SealedFileID, mediaType: String, byteCount: Int64) {
        self.original = original
        self.shared = shared
        self.mediaType = mediaType
        self.byteCount = byteCount
    }
}

/// A line of a case as far as the reader may see it.
public struct CaseEntry: Sendable, Identifiable {
    public let id: CaseEntryID
    public let caseID: CaseID
    public let owner: OrganizationID
    public let version: Int64
    public let kind: EntryKind
    public let state: EntryState
    public let code: String?
    public let problem: ProblemCode?
    public let counterpart: EntryCounterpart?
    public let person: PersonID?
    public let parent: CaseEntryID?
    public let assignee: UserID?
    public let dueOn: CivilDate?
    public let eventAt: Instant
    public let createdAt: Instant
    public let createdBy: UserID?
    public let doneAt: Instant?
    public let doneBy: UserID?
    public let file: EntryFile?
    /// `nil` when its group isn't open to the reader.
    public let body: EntryBody?
}
