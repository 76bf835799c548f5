import Crypto
public import Domain

/// What a password link is for.
public enum TicketPurpose: String, CaseIterable, Sendable, Hashable {
    /// A new colleague chooses the first password.
    case invitation
    /// A colleague who forgot it chooses another.
    case reset
}

/// A link's secret: 32 random bytes, good once, within seven days. Whoever handed it over learns no password.
public struct TicketToken: Sendable, Hashable {
    private let bytes: [UInt8]

    init(surroundings: Surroundings) {
        bytes = surroundings.randomBytes(32)
    }

    /// Reads what the link carries; `nil` for anything but 43 characters of base64url.
    public init?(_ text: some StringProtocol) {
        guard let bytes = Base64URL.decode(text.utf8), bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// What goes into the link.
    public var text: String { Base64URL.encode(bytes) }

    var hash: [UInt8] { Array(SHA256.hash(data: bytes)) }
}

/// A link that was just made; the token is shown once.
public struct IssuedTicket: Sendable {
    public let token: TicketToken
    public let purpose: TicketPurpose
    public let expiresAt: Instant
}

/// Whom a link is for.
public struct TicketHolder: Sendable, Hashable {
    public let user: UserID
    public let purpose: TicketPurpose
    public let names: StaffNames
    public let email: String
    public let language: String?
}
