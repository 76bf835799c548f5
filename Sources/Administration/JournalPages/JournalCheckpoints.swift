public import Domain
public import Journal

/// Signs a journal's present end on request, and names the key that proves the signature.
public struct JournalCheckpoints: Sendable {
    /// The signed end of a log; `nil` for a log without entries.
    public let sign: @Sendable (OrganizationID) async throws -> SignedCheckpoint?
    /// The public key in the form that other tools for signed notes read.
    public let verifierKey: @Sendable (OrganizationID) throws -> String

    public init(
        sign: @escaping @Sendable (OrganizationID) async throws -> SignedCheckpoint?,
        verifierKey: @escaping @Sendable (OrganizationID) throws -> String
    ) {
        self.sign = sign
        self.verifierKey = verifierKey
    }
}
