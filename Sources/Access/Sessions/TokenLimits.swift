/// What the owner of a token asked for when it was made: fewer rights and a shorter life than the account has.
public struct TokenLimits: Sendable, Hashable {
    /// The rights that the token may use; `nil` for all of its user's.
    public var scopes: Set<Right>?
    /// How long it lives, when shorter than usual.
    public var seconds: Int64?

    public init(scopes: Set<Right>? = nil, seconds: Int64? = nil) {
        self.scopes = scopes
        self.seconds = seconds
    }

    /// The scopes as the database keeps them: codes in their order, separated by spaces.
    var stored: String? {
        scopes.map { scopes in Right.allCases.filter { scopes.contains($0) }.map(\.rawValue).joined(separator: " ") }
    }

    /// Reads what ``stored`` wrote. A code that no right has any more gives nothing.
    static func scopes(stored: String?) -> Set<Right>? {
        stored.map { Set($0.split(separator: " ").compactMap { Right(rawValue: String($0)) }) }
    }
}
