/// An account of the demonstration network, with the password that was made for it.
public struct DemonstrationAccount: Sendable, Codable, Hashable {
    public let email: String
    public let password: String
    public let role: String
    public let organization: String
    public let organizationId: String

    /// One JSON object on one line, as scripts read it.
    public var json: String { JSONLine.encode(self) }

    /// One line for people.
    public var line: String { "\(email)  \(password)  \(role), \(organization)" }
}
