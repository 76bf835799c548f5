public import Domain

/// Advice as it was given: which guide, in which language and version.
public struct AdviceGiven: Sendable, Hashable, Codable {
    /// `problem/language/version`, as the guide names itself.
    public var guide: String

    public init(guide: String) {
        self.guide = guide
    }
}

/// Everything of a contact that is said in words or is too telling for a code; sealed as one value.
public struct ContactNarrative: Sendable, Hashable, Codable {
    public var summary = ""
    /// The place as it was said.
    public var place = ""
    /// A ``Domain/StandingAnswer`` code by ``Domain/StandingQuestion`` code.
    public var answers: [String: String] = [:]
    /// The keys of the screening questions that were answered with yes.
    public var screening: [String] = []
    public var advice: [AdviceGiven] = []
    /// The code by which an unnamed caller finds back to this contact.
    public var returnCode: String?
    /// A name or handle that is not a record's.
    public var callerName = ""

    public init() {}

    /// The answer to a standing question; not asked when nothing is recorded.
    public func answer(_ question: StandingQuestion) -> StandingAnswer {
        answers[question.rawValue].flatMap { StandingAnswer(rawValue: $0) } ?? .notAsked
    }
}

/// From where a contact came; sealed apart from the words, in the group of addresses and numbers.
public struct ContactCaller: Sendable, Hashable, Codable {
    /// E.164, or a messenger's handle.
    public var number = ""

    public init(number: String = "") {
        self.number = number
    }
}
