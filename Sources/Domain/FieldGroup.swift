/// The parts of a record that are sealed, shared and withheld separately; each has a key of its own.
///
/// The raw value enters key derivation and the database: it is never changed or used again.
public enum FieldGroup: Int, CaseIterable, Sendable, Hashable {
    case identity = 1
    case contact = 2
    case safeContact = 3
    case narrative = 4
    case health = 5
    case money = 6
    case documents = 7
    case files = 8

    /// The code used in APIs and forms.
    public var code: String {
        switch self {
        case .identity: "identity"
        case .contact: "contact"
        case .safeContact: "safe_contact"
        case .narrative: "narrative"
        case .health: "health"
        case .money: "money"
        case .documents: "documents"
        case .files: "files"
        }
    }

    public init?(code: String) {
        guard let group = FieldGroup.allCases.first(where: { $0.code == code }) else { return nil }
        self = group
    }
}

/// A set of field groups; `bits` is how the database keeps it (bit n for raw value n).
public struct FieldGroups: OptionSet, Sendable, Hashable {
    public let rawValue: Int64

    public init(rawValue: Int64) {
        self.rawValue = rawValue
    }

    public init(_ groups: some Sequence<FieldGroup>) {
        rawValue = groups.reduce(Int64(0)) { $0 | (1 << Int64($1.rawValue)) }
    }

    public func contains(_ group: FieldGroup) -> Bool {
        rawValue & (1 << Int64(group.rawValue)) != 0
    }

    /// The groups in the order of their numbers.
    public var groups: [FieldGroup] { FieldGroup.allCases.filter(contains) }

    /// What a recipient reads once a referral is sent and before it is accepted.
    public static let summary = FieldGroups([.identity])
    /// Every group.
    public static let full = FieldGroups(FieldGroup.allCases)
}
