public import Domain

/// One question of a screening; a yes raises the risk.
public struct ScreeningQuestion: Sendable, Hashable {
    public let key: String
    /// How to ask it.
    public let text: LocalizedName
    public let raises: RiskLevel
}

/// A set of questions by which danger is noticed that nobody complains of.
public struct Screening: Sendable, Hashable {
    public enum Kind: String, CaseIterable, Sendable, Hashable {
        /// The five questions that everybody is asked.
        case standing
        case trafficking, violence, child, detention
    }

    public let id: String
    public let kind: Kind
    public let names: LocalizedName
    public let questions: [ScreeningQuestion]
    /// How to ask, and what follows from a yes.
    public let advice: LocalizedName

    /// The risk after the answers.
    ///
    /// - Parameter keys: the keys of the questions answered with yes; unknown ones are passed over.
    /// - Returns: the highest risk that one of them raises to; three that raise it together make it high.
    public func risk(answeredYes keys: Set<String>) -> RiskLevel {
        let raised = questions.filter { keys.contains($0.key) }.map(\.raises)
        guard let highest = raised.max() else { return .normal }
        return raised.filter { $0 >= .raised }.count >= 3 ? .high : highest
    }
}

/// The screenings of the content.
public struct ScreeningCatalog: Sendable {
    public let all: [Screening]
    /// The five questions that every contact beyond plain information offers.
    public let standing: Screening

    init(_ folder: ContentFolder) throws {
        let node = try folder.json("screening.json")
        all = try node.array().map { try Screening($0) }
        guard Set(all.map(\.id)).count == all.count else { throw node.failure("has an id twice") }
        guard let standing = all.first(where: { $0.kind == .standing }) else {
            throw node.failure("lacks the standing questions")
        }
        let keys = standing.questions.map(\.key)
        guard Set(keys) == Set(StandingQuestion.allCases.map(\.rawValue)) else {
            throw node.failure("has other standing questions than the program: \(keys.joined(separator: ", "))")
        }
        self.standing = standing
    }

    public subscript(id: String) -> Screening? { all.first { $0.id == id } }

    /// The screenings that some problems call for, each once.
    public func screenings(for codes: [ProblemCode], in problems: ProblemCatalog) -> [Screening] {
        let ids = Set(codes.flatMap { problems[$0]?.screening ?? [] })
        return all.filter { ids.contains($0.id) }
    }

    /// How to ask a standing question.
    public func question(_ question: StandingQuestion) -> ScreeningQuestion? {
        standing.questions.first { $0.key == question.rawValue }
    }
}

extension Screening {
    init(_ node: ContentNode) throws {
        try node.object(["id", "kind", "names", "questions", "advice"])
        id = try node.required("id").string()
        kind = try node.required("kind").code()
        names = try node.required("names").names(ContentLanguages.all)
        questions = try node.required("questions").array().map { item in
            try item.object(["key", "text", "raises"])
            return ScreeningQuestion(
                key: try item.required("key").string(),
                text: try item.required("text").names(ContentLanguages.all),
                raises: try item.required("raises").code()
            )
        }
        guard Set(questions.map(\.key)).count == questions.count, !questions.isEmpty else {
            throw node.failure("has a key twice or no question")
        }
        advice = try node.required("advice").names(ContentLanguages.all)
    }
}
