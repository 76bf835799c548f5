public import Domain
import Synchronization

/// The organisations' public names and time zones, in memory: they stand on every page and name nobody.
///
/// Filled at start and again after each event about an organisation; a list is never judged by it.
public final class OrganizationDirectory: Sendable {
    /// What pages need to know of an organisation.
    public struct Entry: Sendable, Hashable {
        public let id: OrganizationID
        public let code: String
        /// By BCP 47 language tag.
        public let names: [String: String]
        public let defaultLanguage: String
        /// An IANA time zone.
        public let zone: String
        /// Whether somebody acts for it; a closed one is named in what is past and offered for nothing new.
        public let isActive: Bool
        /// What it does, as the code of an ``Access/OrganizationKind``.
        public let kind: String
        /// It belongs to a state; see ``Access/Organization/isStateRecipient``.
        public let isStateRecipient: Bool
        /// It is for training only.
        public let isPractice: Bool
        /// It may be offered to others.
        public let isAdmitted: Bool

        public init(
            id: OrganizationID,
            code: String,
            names: [String: String],
            defaultLanguage: String,
            zone: String,
            isActive: Bool = true,
            kind: String = "other",
            isStateRecipient: Bool = false,
            isPractice: Bool = false,
            isAdmitted: Bool = true
        ) {
            self.id = id
            self.code = code
            self.names = names
            self.defaultLanguage = defaultLanguage
            self.zone = zone
            self.isActive = isActive
            self.kind = kind
            self.isStateRecipient = isStateRecipient
            self.isPractice = isPractice
            self.isAdmitted = isAdmitted
        }

        /// The name in a language, else in Russian, English or the organisation's own, else its code.
        public func name(_ language: String) -> String {
            names[language] ?? names[defaultLanguage] ?? names["ru"] ?? names["en"] ?? code
        }
    }

    private let entries = Mutex<[OrganizationID: Entry]>([:])

    public init() {}

    /// Replaces everything that is known.
    public func replace(_ organizations: [Entry]) {
        let byID = Dictionary(organizations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        entries.withLock { $0 = byID }
    }

    /// What is known of an organisation.
    public subscript(id: OrganizationID) -> Entry? {
        entries.withLock { $0[id] }
    }

    /// All of them by code.
    public var all: [Entry] {
        entries.withLock { Array($0.values) }.sorted { $0.code < $1.code }
    }

    /// The name in a language; for an unknown one the end of its id.
    public func name(_ id: OrganizationID, _ language: String) -> String {
        self[id]?.name(language) ?? String(id.text.suffix(8))
    }

    /// Whether the organisation belongs to a state.
    public func isStateRecipient(_ id: OrganizationID) -> Bool { self[id]?.isStateRecipient ?? false }

    /// Whether the organisation is for training only.
    public func isPractice(_ id: OrganizationID) -> Bool { self[id]?.isPractice ?? false }

    /// The organisation's time zone; UTC for an unknown one.
    public func zone(_ id: OrganizationID) -> String {
        self[id]?.zone ?? "UTC"
    }
}
