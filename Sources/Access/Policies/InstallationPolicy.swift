/// Who may run the installation.
public struct InstallationPolicy: Sendable {
    private let rights: RightSet

    public init(_ principal: Principal) {
        rights = principal.rights
    }

    /// Whether settings may be seen and changed.
    public var mayManageSettings: Bool { rights.allows(.installationManage, .network) }

    /// Whether organisations may be added, renamed and closed.
    public var mayManageOrganizations: Bool { rights.allows(.installationManage, .network) }
}
