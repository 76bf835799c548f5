public import Domain

/// What a relative or friend may be told about a person; nothing unless the person allowed more.
public enum DisclosureRule: String, CaseIterable, Sendable, Codable, Comparable {
    case nothing
    case aliveAndWell = "alive_and_well"
    case place
    case everything

    public static func < (left: DisclosureRule, right: DisclosureRule) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }

    /// What may be said under the rule.
    public var answer: DisclosureAnswer {
        DisclosureAnswer(
            maySayKnown: self >= .aliveAndWell,
            maySayAliveAndWell: self >= .aliveAndWell,
            maySayPlace: self >= .place,
            maySayEverything: self == .everything
        )
    }
}

/// What may be said to somebody who asks.
public struct DisclosureAnswer: Sendable, Hashable {
    /// Even that the person is known is a piece of news.
    public let maySayKnown: Bool
    public let maySayAliveAndWell: Bool
    public let maySayPlace: Bool
    public let maySayEverything: Bool
}

/// What somebody is to a person.
public enum Kinship: String, CaseIterable, Sendable, Codable {
    case spouse, parent, child, sibling, grandparent
    case otherRelative = "other_relative"
    case friend, employer, representative, other
}

/// Somebody around a person: a relative, an emergency contact, somebody who asks.
public struct Relative: Sendable, Hashable, Codable {
    private var personText: String?
    public var name: String
    public var relation: Kinship
    public var phone: String
    public var rule: DisclosureRule

    public init(
        person: PersonID? = nil,
        name: String,
        relation: Kinship = .other,
        phone: String = "",
        rule: DisclosureRule = .nothing
    ) {
        personText = person?.text
        self.name = name
        self.relation = relation
        self.phone = phone
        self.rule = rule
    }

    /// The relative's own record, when there is one.
    public var person: PersonID? {
        get { personText.flatMap { PersonID($0) } }
        set { personText = newValue?.text }
    }
}

extension PersonDetails {
    /// What may be said to somebody who gives a name or rings from a number.
    ///
    /// Whoever isn't in the circle hears nothing, and so does everybody while the circle can't be read. Where several
    /// entries fit, the strictest counts.
    public func disclosure(toCallerNamed name: String, phone: String = "") -> DisclosureRule {
        let number = PhoneNumber(phone)
        let fitting = (circle ?? []).filter { relative in
            if let number, PhoneNumber(relative.phone) == number { return true }
            return FoldedNames.agree(name, relative.name)
        }
        return fitting.map(\.rule).min() ?? .nothing
    }
}
