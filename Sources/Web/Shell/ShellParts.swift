public import Markup

/// An entry of the rail: a place of the desk.
public struct RailEntry: Sendable, Equatable {
    /// The letter that leads there after `g`.
    public var key: Character
    /// The name shown.
    public var title: String
    /// Where it leads.
    public var url: URLAttribute
    /// A drawing beside the words.
    public var icon: Icon
    /// What waits there; shown when above 0.
    public var count: Int?
    /// Below the line: settings and the like.
    public var isSecondary: Bool

    public init(
        key: Character,
        title: String,
        url: URLAttribute,
        icon: Icon,
        count: Int? = nil,
        isSecondary: Bool = false
    ) {
        self.key = key
        self.title = title
        self.url = url
        self.icon = icon
        self.count = count
        self.isSecondary = isSecondary
    }
}

/// A language that the pages can be read in.
public struct LanguageChoice: Sendable, Equatable {
    /// The BCP 47 tag.
    public var code: String
    /// Whether a person has reviewed the translation.
    public var isReviewed: Bool

    public init(_ code: String, isReviewed: Bool) {
        self.code = code
        self.isReviewed = isReviewed
    }
}

/// Who is signed in, as the top bar says it.
public struct SignedInUser: Sendable, Equatable {
    /// The name under which the form sends it.
    public var name: String
    /// The organisation one acts for.
    public var organization: String

    public init(name: String, organization: String) {
        self.name = name
        self.organization = organization
    }

    /// The first letters of the first two words, for the narrow button.
    var initials: String {
        let words = name.split(whereSeparator: \.isWhitespace).prefix(2)
        return words.compactMap { $0.first.map { String($0) } }.joined().uppercased()
    }
}

/// Addresses of the files that every page needs, with the hash of their content in the name.
public struct ShellAssets: Sendable, Equatable {
    /// The style sheet.
    public var stylesheet: URLAttribute
    /// The script.
    public var script: URLAttribute
    /// A drawing beside the words.
    public var icon: URLAttribute

    public init(stylesheet: URLAttribute, script: URLAttribute, icon: URLAttribute) {
        self.stylesheet = stylesheet
        self.script = script
        self.icon = icon
    }
}

/// Where the shell's own links and forms lead.
public struct ShellAddresses: Sendable, Equatable {
    /// The start page.
    public var home: URLAttribute = "/"
    /// The page of one's own account.
    public var account: URLAttribute = "/account"
    /// The page for signing in.
    public var signIn: URLAttribute = "/sign-in"
    /// POST without further fields.
    public var signOut: URLAttribute = "/sign-out"
    /// POST without further fields.
    public var lock: URLAttribute = "/lock"
    /// POST with `language` and `return`, the path to come back to.
    public var language: URLAttribute = "/language"
    /// POST with `q`; answers with a page.
    public var search: URLAttribute = "/search"
    /// POST with `q`; answers with ``Suggestion/list(_:_:)``.
    public var suggestions: URLAttribute = "/search/suggestions"
    /// Server-sent events that say only that something changed.
    public var events: URLAttribute = "/events"

    public init() {}

    /// The addresses as they are here; made once, since each is checked.
    public static let usual = ShellAddresses()
}
