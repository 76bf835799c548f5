public import Domain
public import Guides

/// Why a contact can't be recorded; each names the member it stands at.
public enum ContactProblem: Sendable, Hashable {
    case channelMissing
    case languageUnknown
    case problemMissing
    case problemUnknown(index: Int)
    /// `information` and `other` go with nothing else.
    case problemStandsAlone
    case tooManyProblems
    case countryUnknown
    case regionUnknown
    case occurredInFuture
    case occurredTooLongAgo
    case tooManyPersons
    case personTwice(index: Int)
    case summaryTooLong
    case taskIDUnreadable
    case numberTooLong
    case callBackTimeMissing
    case callBackNumberMissing
    case callBackTimePast
    case codeUnknown(field: String)
    case outcomeMissing
    case appointmentTimeMissing

    /// The name of the member of the API's body, and of the form's field.
    public var field: String {
        switch self {
        case .channelMissing: "channel"
        case .languageUnknown: "language"
        case .problemMissing, .problemStandsAlone, .tooManyProblems: "problems"
        case .problemUnknown(let index): "problems.\(index)"
        case .countryUnknown: "hostCountry"
        case .regionUnknown: "region"
        case .occurredInFuture, .occurredTooLongAgo: "occurredAt"
        case .tooManyPersons: "persons"
        case .personTwice(let index): "persons.\(index)"
        case .summaryTooLong: "summary"
        case .taskIDUnreadable: "taskId"
        case .numberTooLong: "callerNumber"
        case .callBackTimeMissing, .callBackTimePast, .appointmentTimeMissing: "dueDay"
        case .callBackNumberMissing: "callBackNumber"
        case .codeUnknown(let field): field
        case .outcomeMissing: "outcome"
        }
    }
}

/// All that was wrong with a contact.
public struct ContactProblems: Error, Sendable, Hashable {
    public let all: [ContactProblem]

    public init(_ all: [ContactProblem]) {
        self.all = all
    }
}

/// The rules of what can be recorded of a contact. Pure.
public enum ContactRules {
    public static let longestSummary = 20_000
    public static let longestTaskID = 200
    static let longestNumber = 100
    public static let mostProblems = 12
    public static let mostPersons = 20

    /// Judges a draft.
    ///
    /// - Parameters:
    ///   - draft: what is to be recorded.
    ///   - catalog: the problems that there are; nothing is refused for its code without one.
    ///   - now: to refuse what hasn't happened yet.
    /// - Returns: everything that is wrong with it; nothing when it can be recorded.
    public static func problems(
        of draft: ContactDraft,
        catalog: ProblemCatalog? = nil,
        now: Instant
    ) -> [ContactProblem] {
        var found: [ContactProblem] = []
        judgeProblems(draft, catalog, &found)
        if !isLanguage(draft.language) { found.append(.languageUnknown) }
        if let country = draft.hostCountry, CountryCode(country) == nil { found.append(.countryUnknown) }
        if let region = draft.hostRegion, !isRegion(region, of: draft.hostCountry) { found.append(.regionUnknown) }
        judgeTimes(draft, now, &found)
        if draft.members.count > mostPersons { found.append(.tooManyPersons) }
        var seen: Set<PersonID> = []
        for (index, member) in draft.members.enumerated() {
            if let person = member.person, !seen.insert(person).inserted { found.append(.personTwice(index: index)) }
        }
        if draft.narrative.summary.unicodeScalars.count > longestSummary { found.append(.summaryTooLong) }
        if draft.caller.number.unicodeScalars.count > longestNumber { found.append(.numberTooLong) }
        if let task = draft.taskID, !isTaskID(task) { found.append(.taskIDUnreadable) }
        judgeCallBack(draft, now, &found)
        return found
    }

    /// The problems without repetitions; exactly the first is the primary one.
    public static func ranked(_ problems: [ProblemCode]) -> [ProblemCode] {
        var seen: Set<ProblemCode> = []
        return problems.filter { seen.insert($0).inserted }
    }

    private static func judgeProblems(
        _ draft: ContactDraft,
        _ catalog: ProblemCatalog?,
        _ found: inout [ContactProblem]
    ) {
        let problems = ranked(draft.problems)
        // Silence, a wrong number or abuse is a contact without a problem.
        if problems.isEmpty, draft.outcome != .noRequest { found.append(.problemMissing) }
        if problems.count > mostProblems { found.append(.tooManyProblems) }
        if let catalog {
            for (index, code) in draft.problems.enumerated() where catalog[code] == nil {
                found.append(.problemUnknown(index: index))
            }
        }
        let alone = problems.contains {
            $0 == .information || $0 == .other || catalog?[$0]?.standsAlone == true
        }
        // A list may say "information" beside a problem; on the screen and in the API it can't.
        if alone, problems.count > 1, !draft.isImported { found.append(.problemStandsAlone) }
    }

    private static func judgeTimes(_ draft: ContactDraft, _ now: Instant, _ found: inout [ContactProblem]) {
        guard let occurred = draft.occurredAt else { return }
        // Clocks differ; a quarter of an hour ahead is no mistake.
        if occurred > now.advanced(bySeconds: 900) { found.append(.occurredInFuture) }
        if occurred.milliseconds < earliest { found.append(.occurredTooLongAgo) }
    }

    private static func judgeCallBack(_ draft: ContactDraft, _ now: Instant, _ found: inout [ContactProblem]) {
        guard draft.outcome == .callBack else { return }
        guard let callBack = draft.callBack else {
            // The API and lists may say "call back" without a time; the console may not.
            return
        }
        if callBack.number.isEmpty { found.append(.callBackNumberMissing) }
        if callBack.number.unicodeScalars.count > longestNumber { found.append(.numberTooLong) }
        if callBack.dueAt < now.advanced(bySeconds: -60) { found.append(.callBackTimePast) }
    }

    /// 1950-01-01, before which no contact of this network was.
    private static let earliest: Int64 = -631_152_000_000

    /// Whether a text has the form of a BCP 47 tag: two or three letters, more parts after hyphens.
    public static func isLanguage(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.utf8.count), text.utf8.count <= 20,
            first.utf8.allSatisfy({ (97...122).contains($0) })
        else { return false }
        return parts.dropFirst().allSatisfy { part in
            (2...8).contains(part.utf8.count)
                && part.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) }
        }
    }

    /// Whether a text has the form of an ISO 3166-2 code, of this country where one is named.
    public static func isRegion(_ text: String, of country: String?) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, CountryCode(parts[0]) != nil, (1...3).contains(parts[1].utf8.count),
            parts[1].utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) })
        else { return false }
        return country == nil || parts[0] == country ?? ""
    }

    private static func isTaskID(_ text: String) -> Bool {
        (1...longestTaskID).contains(text.utf8.count) && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
}
