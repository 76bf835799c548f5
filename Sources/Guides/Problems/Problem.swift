public import Domain

/// The families in which problems are listed.
public enum ProblemFamily: String, CaseIterable, Sendable, Hashable {
    case status, labour, freedom, safety, health, family, social, journey
}

/// One kind of problem that people come with.
public struct Problem: Sendable, Hashable {
    public let code: ProblemCode
    /// The wider problem that this one counts under as well.
    public let parent: ProblemCode?
    public let family: ProblemFamily
    /// Whether it never stands beside another one, as a mere question.
    public let standsAlone: Bool
    /// The risk that a case of it starts with.
    public let risk: RiskLevel
    /// Ids of the screenings that it calls for.
    public let screening: [String]
    /// Codes of the services that answer it, best first.
    public let services: [String]
    public let names: LocalizedName
    /// What people call it, by language.
    public let words: [String: [String]]
    /// What is usually done, by day.
    public let plan: [PlanStep]
    let signs: [ProblemSign]
}

/// One step of a problem's usual plan.
public struct PlanStep: Sendable, Hashable {
    public enum Kind: String, CaseIterable, Sendable, Hashable {
        case task, letter, authority, appointment, referral
    }

    /// To whom a step gives a name, an address or a document, so that it begins with a status check and the person's
    /// recorded instruction.
    public enum Authority: String, CaseIterable, Sendable, Hashable {
        case police, inspectorate, court, migration, hospital, employer, consulate
    }

    /// The same step has the same key in the plans of several problems.
    public let key: String
    public let title: LocalizedName
    /// Days after the plan begins.
    public let offsetDays: Int
    public let kind: Kind
    public let authority: Authority?
}

/// A problem found while typing.
public struct ProblemHit: Sendable, Hashable {
    public let problem: Problem
    /// The problem's name in the reader's language.
    public let name: String
    /// The word or phrase that fitted.
    public let matched: String
    /// 0…1; 1 is an exact word.
    public let score: Double
}

/// A problem recognised in a text.
public struct ProblemMatch: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// A problem's name or one of its words.
        case word
        /// Words of a note that together point to it.
        case sign
    }

    public let code: ProblemCode
    /// What of the text it was, folded to small plain letters.
    public let text: String
    public let kind: Kind
}

/// What a text says and what of it was not understood.
public struct ProblemRecognition: Sendable, Hashable {
    /// In the order of the text.
    public let matches: [ProblemMatch]
    /// The rest: runs of words between the matches, without numbers and conjunctions.
    public let unknown: [String]

    /// The problems in the order of the text, each once; a mere question is left out beside a problem.
    public var codes: [ProblemCode] {
        var codes: [ProblemCode] = []
        for match in matches where !codes.contains(match.code) { codes.append(match.code) }
        let real = codes.filter { $0 != .information && $0 != .other }
        return real.isEmpty ? Array(codes.prefix(1)) : real
    }
}
