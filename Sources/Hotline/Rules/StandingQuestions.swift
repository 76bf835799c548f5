public import Domain

/// Safety rule 7: every contact beyond plain information offers five standing questions. Pure.
public enum StandingQuestions {
    /// Whether the questions are offered for these problems.
    public static func areOffered(_ problems: [ProblemCode]) -> Bool {
        problems.contains { $0 != .information }
    }

    /// The answers as they are kept: all five for a contact beyond plain information, "not asked" where nobody
    /// answered, so that it shows what was left out; none for plain information.
    public static func recorded(_ answers: [String: String], for problems: [ProblemCode]) -> [String: String] {
        guard areOffered(problems) else { return [:] }
        var recorded: [String: String] = [:]
        for question in StandingQuestion.allCases {
            let given = answers[question.rawValue].flatMap { StandingAnswer(rawValue: $0) }
            recorded[question.rawValue] = (given ?? .notAsked).rawValue
        }
        return recorded
    }

    /// The screenings that an answer of "yes" raises, by the kinds of the content's screenings.
    public static func raised(by answers: [String: String]) -> Set<String> {
        var raised: Set<String> = []
        func isYes(_ question: StandingQuestion) -> Bool { answers[question.rawValue] == StandingAnswer.yes.rawValue }
        if isYes(.violence) { raised.insert("violence") }
        if isYes(.papersHeld) || isYes(.freeToLeave) { raised.insert("trafficking") }
        if isYes(.childOrPregnant) { raised.insert("child") }
        return raised
    }

    /// Whether an answer means danger, so that the contact is at least urgent.
    public static func isDanger(_ answers: [String: String]) -> Bool {
        [StandingQuestion.violence, .freeToLeave].contains {
            answers[$0.rawValue] == StandingAnswer.yes.rawValue
        }
    }
}
