public import Domain

/// What an organisation does in the network.
public enum OrganizationKind: String, CaseIterable, Sendable, Hashable {
    /// A civil-society organisation.
    case association
    /// A shelter or another place to stay.
    case shelter
    /// A law office or legal clinic.
    case legal
    /// A consulate or another office of the migrants' own state.
    case consulate
    /// A clinic or another health service.
    case health
    /// A trade union.
    case union
    /// An association of people from one country.
    case diaspora
    /// An authority of a state other than a consulate.
    case government
    /// An intergovernmental organisation.
    case international
    /// A research group.
    case research
    /// A labour exchange or another office that places people in work.
    case employment
    case other
    /// The pseudo-organisation of those who run the installation; there is exactly one.
    case installation
}

extension OrganizationKind {
    /// Whether it is an office of a state: such an organisation is always a state recipient (design, safety rule 4).
    public var isOfState: Bool { self == .consulate || self == .government }
}

/// Whether an organisation may be offered to others as one that helps.
public enum OrganizationAdmission: String, CaseIterable, Sendable, Hashable {
    case admitted
    /// Known, and not yet assessed.
    case pending
    /// Was admitted; is offered for nothing until somebody looked into it.
    case suspended
}

public enum OrganizationState: String, CaseIterable, Sendable, Hashable {
    case active
    /// Nobody acts for it any more; its records stay sealed and its own.
    case closed
}

/// How far a text's translation has come.
public enum TextStatus: String, CaseIterable, Sendable, Hashable {
    case original, machine, reviewed, outdated
}

/// An organisation's name in one language. Names of organisations are public.
public struct OrganizationName: Sendable, Hashable {
    /// A BCP 47 tag.
    public let language: String
    public let text: String
    public let status: TextStatus

    public init(language: String, text: String, status: TextStatus = .original) {
        self.language = language
        self.text = text
        self.status = status
    }
}

/// A tenant: what belongs to one organisation is seen by its members and by those it grants.
public struct Organization: Sendable, Hashable {
    public let id: OrganizationID
    /// A short readable code, unique in the installation: lower-case letters, digits and hyphens.
    public let code: String
    public let kind: OrganizationKind
    /// The language it works in, a BCP 47 tag.
    public let language: String
    /// The IANA zone in which its days begin.
    public let timeZone: String
    public let state: OrganizationState
    public let admission: OrganizationAdmission
    /// It belongs to a state: people's data go there only with an authority of its own.
    public let isStateRecipient: Bool
    /// It is for training: its work enters no figure, and nothing goes to it or comes from it.
    public let isPractice: Bool
    /// In the order of their languages' tags.
    public let names: [OrganizationName]

    /// The name for a reader: the first of `languages` there is one for, else the working language's, else the code.
    public func name(for languages: [String]) -> String {
        for language in languages + [self.language] {
            if let name = names.first(where: { $0.language == language }) { return name.text }
        }
        return names.first?.text ?? code
    }
}
