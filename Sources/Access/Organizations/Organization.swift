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
    case other
    /// The pseudo-organisation of those who run the installation; there is exactly one.
    case installation
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
