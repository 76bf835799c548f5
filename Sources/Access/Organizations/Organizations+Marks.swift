public import Database
public import Domain
import Journal

/// How an organisation stands in the network.
public struct OrganizationMarks: Sendable, Hashable {
    public var admission: OrganizationAdmission
    /// Offices of a state have the mark whatever is set here.
    public var isStateRecipient: Bool
    public var isPractice: Bool

    public init(admission: OrganizationAdmission, isStateRecipient: Bool, isPractice: Bool) {
        self.admission = admission
        self.isStateRecipient = isStateRecipient
        self.isPractice = isPractice
    }
}

extension Organizations {
    /// Sets how an organisation stands in the network. Takes effect with the next request.
    ///
    /// - Throws: `AccessError.noSuchOrganization`.
    public func set(
        _ marks: OrganizationMarks,
        of id: OrganizationID,
        by actor: ActingUser,
        on connection: any Connection
    ) throws {
        guard id != .installation, let organization = try find(id, on: connection) else {
            throw AccessError.noSuchOrganization
        }
        try connection.execute(
            """
            UPDATE organization SET admission = \(marks.admission.rawValue),
                is_state = \(marks.isStateRecipient || organization.kind.isOfState), is_practice = \(marks.isPractice)
            WHERE id = \(id)
            """
        )
        try record(.organizationChanged, id, by: actor, on: connection)
    }
}
