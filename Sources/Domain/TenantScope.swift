/// The right to touch one organisation's rows, as a value.
///
/// Every store call takes one. Only the request context, the command line and the installation's own jobs can make
/// one: the initialiser is behind the `TenantScopes` SPI, and an architecture test names the files that may use it.
public struct TenantScope: Hashable, Sendable {
    /// The organisation whose rows this scope opens.
    public let organization: OrganizationID

    @_spi(TenantScopes)
    public init(organization: OrganizationID) {
        self.organization = organization
    }
}
