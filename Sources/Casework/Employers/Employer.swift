public import Domain

/// What an organisation knows of an employer or intermediary across its cases.
public struct Employer: Sendable, Hashable {
    public let id: EmployerID
    public let version: Int64
    public let standing: EmployerStanding
    public let country: CountryCode?
    public let name: EmployerNames
    public let notes: EmployerNotes
    public let caseCount: Int
}

/// Whether what is said of an employer is proven. Until it is, everything shown says "alleged", with the source.
public enum EmployerStanding: String, CaseIterable, Sendable, Hashable {
    case alleged, proven
}

/// All names in one place: the brand, the firm, the site, the person who hires.
public struct EmployerNames: Codable, Sendable, Hashable {
    public var main: String
    public var others: [String]

    public init(_ main: String, others: [String] = []) {
        self.main = main
        self.others = others
    }

    /// Whether one of the names is this one, in any case and spacing.
    public func has(_ name: String) -> Bool {
        let wanted = Self.folded(name)
        return !wanted.isEmpty && ([main] + others).contains { Self.folded($0) == wanted }
    }

    /// A name without quotation marks, legal forms' points and doubled spaces, in lower case.
    static func folded(_ name: String) -> String {
        let kept = name.lowercased().unicodeScalars.map { scalar -> Character in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? Character(scalar) : " "
        }
        return String(kept).split(separator: " ").joined(separator: " ")
    }
}

/// What is alleged or known, and who says so.
public struct EmployerNotes: Codable, Sendable, Hashable {
    public var text: String
    /// Who says so: workers' accounts, a court's judgment, an inspection.
    public var source: String

    public init(text: String = "", source: String = "") {
        self.text = text
        self.source = source
    }
}

/// One link of the chain of those who may have to answer for work.
public enum EmployerRole: String, CaseIterable, Sendable, Hashable {
    case hirer, brigadier
    case formalEmployer = "formal_employer"
    case nominalHolder = "nominal_holder"
    case subcontractor, customer, intermediary
}

/// An employer as it stands in a case.
public struct CaseEmployer: Sendable, Hashable {
    public let employer: Employer
    public let role: EmployerRole
    /// Other cases of the same employer, as a number.
    public var otherCases: Int { max(0, employer.caseCount - 1) }
}
