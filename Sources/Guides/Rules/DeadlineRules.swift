public import Domain

/// How long a deadline is.
public enum DeadlinePeriod: Sendable, Hashable {
    case hours(Int), days(Int), months(Int), years(Int)

    /// The last day of the period after a day. A period of hours ends on the day on which as many whole days are over;
    /// one of months on the same day of the month, or on its last.
    public func end(after date: CivilDate) -> CivilDate {
        switch self {
        case .hours(let hours): date.advanced(byDays: Int64(hours / 24))
        case .days(let days): date.advanced(byDays: Int64(days))
        case .months(let months): Self.monthsLater(date, months)
        case .years(let years): Self.monthsLater(date, years * 12)
        }
    }

    private static func monthsLater(_ date: CivilDate, _ months: Int) -> CivilDate {
        let count = date.date.year * 12 + (date.date.month ?? 1) - 1 + months
        for day in stride(from: date.date.day ?? 1, through: 28, by: -1) {
            guard let partial = PartialDate(year: count / 12, month: count % 12 + 1, day: day) else { continue }
            if let later = CivilDate(partial) { return later }
        }
        guard let partial = PartialDate(year: count / 12, month: count % 12 + 1, day: date.date.day ?? 1),
            let later = CivilDate(partial)
        else { return date.advanced(byDays: Int64(months) * 30) }
        return later
    }
}

/// A time limit that begins with something that happens.
public struct DeadlineRule: Sendable, Hashable {
    public let code: String
    public let country: String
    /// The citizenship it is for; `nil` when it is for everybody.
    public let nationality: String?
    public let problems: [ProblemCode]
    /// What it runs from: `entry`, `dismissal`, `wage_due`, `decision`, …
    public let trigger: String
    public let period: DeadlinePeriod
    public let text: LocalizedName
    public let source: ContentSource
    public let checked: CivilDate
    public let certainty: Certainty
}

/// A deadline of a case: the rule and the last day.
public struct DueDate: Sendable, Hashable {
    public let rule: DeadlineRule
    public let due: CivilDate
}

/// The deadlines of the content.
public struct DeadlineRules: Sendable {
    public let all: [DeadlineRule]

    init(_ folder: ContentFolder, problems: ProblemCatalog) throws {
        let node = try folder.json("deadlines.json")
        all = try node.array().map { try DeadlineRule($0, problems: problems) }
        guard Set(all.map(\.code)).count == all.count else { throw node.failure("has a code twice") }
    }

    public subscript(code: String) -> DeadlineRule? { all.first { $0.code == code } }

    /// What deadlines run from, as the rules name it.
    public var triggers: [String] { Set(all.map(\.trigger)).sorted() }

    /// The deadlines that something sets running, soonest first.
    ///
    /// - Parameters:
    ///   - country: whose law.
    ///   - problem: only those of this problem; `nil` for all.
    ///   - trigger: only those that this sets running; `nil` for all.
    ///   - citizenship: the person's; rules for other citizenships are left out, `nil` leaves out all of them.
    ///   - date: the day on which it happened.
    /// - Returns: each rule with its last day.
    public func deadlines(
        country: String,
        problem: ProblemCode?,
        trigger: String? = nil,
        citizenship: String? = nil,
        date: CivilDate
    ) -> [DueDate] {
        all.filter { rule in
            rule.country == country && (problem.map { rule.problems.contains($0) } ?? true)
                && (trigger == nil || rule.trigger == trigger)
                && (rule.nationality == nil || rule.nationality == citizenship)
        }
        .map { DueDate(rule: $0, due: $0.period.end(after: date)) }
        .sorted { ($0.due, $0.rule.code) < ($1.due, $1.rule.code) }
    }
}

extension DeadlineRule {
    init(_ node: ContentNode, problems catalog: ProblemCatalog) throws {
        try node.object([
            "code", "country", "nationality", "problems", "trigger", "hours", "days", "months", "years", "text",
            "source", "checked", "certainty",
        ])
        code = try node.required("code").string()
        country = try node.required("country").country()
        nationality = try node.optional("nationality")?.country()
        problems = try node.required("problems").array().map { item in
            let problem: ProblemCode = try item.code()
            guard catalog[problem] != nil else { throw item.failure("is no problem of the catalogue") }
            return problem
        }
        trigger = try node.required("trigger").string()
        period = try Self.period(node)
        text = try node.required("text").names(ContentLanguages.main)
        source = try ContentSource(node.required("source"))
        checked = try node.required("checked").date()
        certainty = try node.required("certainty").code()
    }

    private static func period(_ node: ContentNode) throws -> DeadlinePeriod {
        var periods: [DeadlinePeriod] = []
        if let hours = node.optional("hours") { periods.append(.hours(try hours.integer(1...240))) }
        if let days = node.optional("days") { periods.append(.days(try days.integer(1...3660))) }
        if let months = node.optional("months") { periods.append(.months(try months.integer(1...120))) }
        if let years = node.optional("years") { periods.append(.years(try years.integer(1...10))) }
        guard let period = periods.first, periods.count == 1 else {
            throw node.failure("needs exactly one of hours, days, months, years")
        }
        return period
    }
}
