public import Domain
public import Markup

/// The parts that every guide has, in the order in which they are read.
public enum GuideSection: String, CaseIterable, Sendable, Hashable {
    /// What is dangerous now.
    case danger
    /// What to do now, in numbered steps.
    case now
    /// What the law says, with its date.
    case law
    /// Who can help.
    case who
}

/// Where a guide's facts come from.
public struct GuideSource: Sendable, Hashable {
    public let title: String
    public let publisher: String
    /// The date of what is cited, as precisely as it is known.
    public let date: String
    public let url: String?
}

/// What somebody with a problem should know and do, in one language.
public struct Guide: Sendable {
    public let problem: ProblemCode
    public let language: String
    public let title: String
    /// The countries it is written for.
    public let countries: [String]
    /// The day on which its facts were last checked.
    public let checked: CivilDate
    public let version: Int
    public let sources: [GuideSource]
    let blocks: [GuideSection: [GuideBlock]]

    /// What a contact notes as the advice given: `unpaid_wages/ru/1`.
    public var reference: String { "\(problem.rawValue)/\(language)/\(version)" }

    /// A section's markup; `nil` when the guide doesn't have it.
    public func section(_ section: GuideSection) -> HTML? {
        blocks[section].map { blocks in HTML.each(blocks) { $0.html } }
    }

    /// The numbered steps of ``GuideSection/now``, one by one.
    public var steps: [HTML] {
        (blocks[.now] ?? []).flatMap { block -> [HTML] in
            guard case .list(let isNumbered, let items) = block, isNumbered else { return [] }
            return items.map { GuideSpan.html($0) }
        }
    }
}

/// A guide for a reader, perhaps in another language than the reader's.
public struct FoundGuide: Sendable {
    public let guide: Guide
    public let isOtherLanguage: Bool
}
