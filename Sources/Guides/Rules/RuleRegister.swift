public import Domain

/// What holds for people of one nationality in one country, from a day on.
public struct Rule: Sendable, Hashable {
    public let id: String
    /// What it is about: a problem's code or a word of the register.
    public let topic: String
    /// A country's code; `nil` when it holds for everybody.
    public let nationality: String?
    public let destination: String
    public let from: CivilDate
    /// The last day, when it has ended or will.
    public let until: CivilDate?
    public let text: LocalizedName
    public let source: ContentSource
    public let checked: CivilDate
    public let certainty: Certainty
}

/// The register of rules: nationality × destination × date, with source and the day of the last check.
public struct RuleRegister: Sendable {
    public let all: [Rule]

    init(_ folder: ContentFolder) throws {
        var rules: [Rule] = []
        for file in try folder.jsonFiles(in: "rules") {
            rules += try folder.json(file).array().map { try Rule($0) }
        }
        var ids: Set<String> = []
        for rule in rules where !ids.insert(rule.id).inserted {
            throw ContentError(file: "rules", path: rule.id, reason: "is there twice")
        }
        all = rules
    }

    /// The rules in force on a day, those for the nationality before those for everybody.
    ///
    /// - Parameters:
    ///   - nationality: a country's code; `nil` gives only what holds for everybody.
    ///   - destination: the country where the person is or goes.
    ///   - date: the day.
    ///   - topic: only rules about this; `nil` for all.
    /// - Returns: the rules, in the order of the register.
    public func rules(
        nationality: String?,
        destination: String,
        on date: CivilDate,
        topic: String? = nil
    ) -> [Rule] {
        let inForce = all.filter { rule in
            rule.destination == destination && rule.from <= date && rule.until.map { date <= $0 } ?? true
                && (rule.nationality == nil || rule.nationality == nationality)
                && (topic == nil || rule.topic == topic)
        }
        return inForce.filter { $0.nationality != nil } + inForce.filter { $0.nationality == nil }
    }

    /// The countries that the register has rules for.
    public var destinations: [String] { Set(all.map(\.destination)).sorted() }
}

extension Rule {
    init(_ node: ContentNode) throws {
        try node.object([
            "id", "topic", "nationality", "destination", "from", "until", "text", "source", "checked", "certainty",
        ])
        id = try node.required("id").string()
        topic = try node.required("topic").string()
        let nationality = try node.required("nationality")
        self.nationality = try nationality.string() == "*" ? nil : nationality.country()
        destination = try node.required("destination").country()
        from = try node.required("from").date()
        until = try node.optional("until")?.date()
        text = try node.required("text").names(ContentLanguages.main)
        source = try ContentSource(node.required("source"))
        checked = try node.required("checked").date()
        certainty = try node.required("certainty").code()
        if let until, until < from { throw try node.required("until").failure("is before “from”") }
    }
}
