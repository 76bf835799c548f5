public import Domain
public import Facts

/// Somebody in a contact, with what they are in it.
public struct ContactMember: Sendable, Hashable {
    /// The record; `nil` for somebody who was not named.
    public var person: PersonID?
    public var role: ContactRole
    public var check: RecognitionCheck
    /// Whether nobody has confirmed yet that it is this person; imported links are.
    public var isProvisional: Bool

    public init(
        _ person: PersonID?,
        _ role: ContactRole,
        check: RecognitionCheck = .notDone,
        isProvisional: Bool = false
    ) {
        self.person = person
        self.role = role
        self.check = check
        self.isProvisional = isProvisional
    }
}

/// Who waits to be called, when and with what care.
public struct CallBackRequest: Sendable, Hashable {
    public var dueAt: Instant
    /// The IANA zone of the clock that the caller named.
    public var zone: String
    /// E.164, or whatever reaches them.
    public var number: String
    public var note: String
    /// Whether nothing may show who calls (design, safety rule 10).
    public var isNeutral: Bool

    public init(dueAt: Instant, zone: String, number: String, note: String = "", isNeutral: Bool = false) {
        self.dueAt = dueAt
        self.zone = zone
        self.number = number
        self.note = note
        self.isNeutral = isNeutral
    }
}

/// What is to be recorded of a contact; ``ContactRules`` judges it, ``ContactStore`` keeps it.
public struct ContactDraft: Sendable {
    /// The id it was taken under while it was being written; `nil` for a new one.
    public var id: ContactID?
    /// A name that its sender gave it; the same one makes no second contact.
    public var taskID: String?
    public var direction: ContactDirection
    public var channel: Channel
    /// Which messenger, as a short code such as `whatsapp`.
    public var messenger: String?
    public var counterpart: Counterpart
    public var relation: CallerRelation?
    public var heardFrom: HeardFrom?
    /// BCP 47.
    public var language: String
    /// When it happened, which may be before it is written down; `nil` for now.
    public var occurredAt: Instant?
    public var endedAt: Instant?
    /// ISO 3166-1 alpha-2 and ISO 3166-2 of where the person is.
    public var hostCountry: String?
    public var hostRegion: String?
    public var settlement: Settlement?
    public var urgency: Urgency
    /// The first is the primary one.
    public var problems: [ProblemCode]
    public var members: [ContactMember]
    /// `nil` when a list doesn't say.
    public var outcome: ContactOutcome?
    /// What became of an attempt to reach somebody; `nil` for contacts that came in.
    public var attempt: AttemptResult?
    public var narrative: ContactNarrative
    public var caller: ContactCaller
    public var callBack: CallBackRequest?
    /// An earlier contact of the same unnamed caller, found by return code.
    public var thread: ContactID?
    /// Whether the earlier contacts of the thread get this contact's caller too; somebody said so.
    public var joinsThread: Bool
    public var importID: ImportID?
    /// Coded facts that a list gives and no person's record says, such as sector or citizenship.
    public var codes: [FactDimension: String]
    public var groupSize: Int?

    public init(channel: Channel, language: String, problems: [ProblemCode]) {
        self.channel = channel
        self.language = language
        self.problems = problems
        direction = .incoming
        counterpart = .person
        urgency = .normal
        members = []
        narrative = ContactNarrative()
        caller = ContactCaller()
        joinsThread = false
        codes = [:]
    }

    /// Whether the contact comes from a list. Nothing of such a contact is offered for sharing without an authority
    /// recorded here (design, safety rule 12).
    public var isImported: Bool { importID != nil }
}
