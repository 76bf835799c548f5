/// What somebody needs help with, as a code of the content's problem catalogue (`Content/problems`); checked against
/// the catalogue where it comes in, so that a network can add its own.
public struct ProblemCode: RawRepresentable, Hashable, Sendable, Comparable {
    public let rawValue: String

    /// Refuses anything but 2 to 40 lower-case letters and underscores.
    public init?(rawValue: String) {
        guard (2...40).contains(rawValue.utf8.count),
            rawValue.utf8.allSatisfy({ (97...122).contains($0) || $0 == 95 })
        else { return nil }
        self.rawValue = rawValue
    }

    private init(known rawValue: String) {
        self.rawValue = rawValue
    }

    /// A question that needs no case.
    public static let information = ProblemCode(known: "information")
    /// Nothing that the catalogue names.
    public static let other = ProblemCode(known: "other")

    public static func < (left: ProblemCode, right: ProblemCode) -> Bool { left.rawValue < right.rawValue }
}

/// How people and the network reached each other.
public enum Channel: String, CaseIterable, Sendable, Hashable {
    case phone, messenger, visit, letter, email, web, outreach
    /// An imported list doesn't say.
    case unknown

    /// What can be chosen.
    public static let allCases: [Channel] = [.phone, .messenger, .visit, .letter, .email, .web, .outreach]
}

/// Who began a contact.
public enum ContactDirection: String, CaseIterable, Sendable, Hashable {
    case incoming = "in"
    case outgoing = "out"
}

/// Who was at the other end.
public enum Counterpart: String, CaseIterable, Sendable, Hashable {
    case person, relative, employer, authority, partner, lawyer, journalist
}

/// What somebody is in a contact.
public enum ContactRole: String, CaseIterable, Sendable, Hashable {
    case caller, concerned, relative, witness, interpreter
}

public enum Urgency: String, CaseIterable, Sendable, Hashable {
    case normal, urgent, emergency
}

/// How a contact ended.
public enum ContactOutcome: String, CaseIterable, Sendable, Hashable {
    case advised, appointment
    case caseOpened = "case"
    case referred
    case callBack = "call_back"
    case noRequest = "no_request"
}

/// What became of an attempt to reach somebody.
public enum AttemptResult: String, CaseIterable, Sendable, Hashable {
    case reached
    case noAnswer = "no_answer"
    case wrongNumber = "wrong_number"
    case refused
    case unsafe
}

/// An answer to one of the questions that every contact beyond plain information offers.
public enum StandingAnswer: String, CaseIterable, Sendable, Hashable {
    case yes, no
    case notAsked = "not_asked"
    case notSafeToAsk = "not_safe_to_ask"
}

/// The five standing questions (design, safety rule 7).
public enum StandingQuestion: String, CaseIterable, Sendable, Hashable {
    case violence
    case treatmentByNationality = "treatment_nationality"
    case papersHeld = "papers_held"
    case freeToLeave = "free_to_leave"
    case childOrPregnant = "child_or_pregnant"
}
