/// Why a contact was put to a person whom earlier rows tell of, or is thought to be theirs.
public enum LinkReason: Hashable, Sendable {
    /// What names, birth dates and telephone numbers tell.
    case match(MatchReasonCode)
    case sameCaseNumber, sameHome, sameHostPlace, sameEmployer, sameDebt, sameProblem, closeInTime
    /// The row itself says that it goes on with another one.
    case refersBack
    /// A person said so before the import was written.
    case chosen

    /// Those that the name engine does not tell.
    static let own: [LinkReason] = [
        .sameCaseNumber, .sameHome, .sameHostPlace, .sameEmployer, .sameDebt, .sameProblem,
        .closeInTime, .refersBack, .chosen,
    ]

    /// For reports.
    public var code: String {
        switch self {
        case .match(let code): code.rawValue
        case .sameCaseNumber: "same_case_number"
        case .sameHome: "same_home"
        case .sameHostPlace: "same_host_place"
        case .sameEmployer: "same_employer"
        case .sameDebt: "same_debt"
        case .sameProblem: "same_problem"
        case .closeInTime: "close_in_time"
        case .refersBack: "refers_back"
        case .chosen: "chosen"
        }
    }
}

/// A reason of the name engine, by its code.
public struct MatchReasonCode: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
}

/// `sameFamilyName` as `same_family_name`.
enum Snake {
    static func text(_ name: String) -> String {
        var result = ""
        for character in name {
            if character.isUppercase { result += "_" }
            result += character.lowercased()
        }
        return result
    }
}
