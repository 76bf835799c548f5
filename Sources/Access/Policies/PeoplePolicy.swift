public import Database
public import Domain
import Vault

/// Which people's records a principal sees in lists: the one source for the query and for the check of one record.
public enum PeopleFilter: Sendable, Hashable {
    case none
    /// Records that this organisation owns.
    case owned(by: OrganizationID)
    /// The same, and records that a live grant opens to it.
    case ownedOrGranted(to: OrganizationID)

    /// The check of one record, by its owner and by whether a live grant opens it to the principal's organisation.
    public func matches(owner: OrganizationID, hasLiveGrant: Bool) -> Bool {
        switch self {
        case .none: false
        case .owned(let organization): owner == organization
        case .ownedOrGranted(let organization): owner == organization || hasLiveGrant
        }
    }

    /// The same as a condition of a query, from the columns with the owning organisation and the record's id. Grants
    /// that start later than `now` or have ended are dead.
    public func condition(owner: SQL, record: SQL, at now: Instant) -> SQL {
        switch self {
        case .none: "1 = 0"
        case .owned(let organization): "\(owner) = \(organization)"
        case .ownedOrGranted(let organization):
            """
            (\(owner) = \(organization) OR EXISTS (
                SELECT 1 FROM record_grant live WHERE live.record_id = \(record)
                    AND live.owner_organization_id = \(owner)
                    AND live.recipient_organization_id = \(organization) AND \(Grant.isLive("live", at: now))))
            """
        }
    }
}

/// Who may do what with a person's record. Pure: every answer follows from the principal and the record's owner.
public struct PeoplePolicy: Sendable {
    private let organization: OrganizationID
    private let rights: RightSet
    private let steppedUpUntil: Instant?

    public init(_ principal: Principal) {
        self.init(
            organization: principal.organization,
            rights: principal.rights,
            steppedUpUntil: principal.steppedUpUntil
        )
    }

    /// For a principal that is known only by organisation and rights.
    public init(organization: OrganizationID, rights: RightSet, steppedUpUntil: Instant? = nil) {
        self.organization = organization
        self.rights = rights
        self.steppedUpUntil = steppedUpUntil
    }

    /// What lists show.
    public var filter: PeopleFilter {
        switch rights.reach(of: .peopleRead) {
        case .granted, .network: .ownedOrGranted(to: organization)
        case .organization: .owned(by: organization)
        // People have no owner within an organisation yet, so narrower reaches open none.
        case .own, .team, nil: .none
        }
    }

    /// Whether there is anything to list.
    public var mayList: Bool { filter != .none }

    /// The field groups that may be shown: all of one's own organisation's record, the granted ones of another's,
    /// none for a record that is answered like a missing one. `granted` are the groups that live grants open to the
    /// principal's organisation.
    public func readableGroups(owner: OrganizationID, granted: FieldGroups) -> FieldGroups {
        guard filter.matches(owner: owner, hasLiveGrant: !granted.isEmpty) else { return [] }
        return owner == organization ? .full : granted
    }

    /// Whether the record is there for the principal at all.
    public func mayRead(owner: OrganizationID, granted: FieldGroups) -> Bool {
        !readableGroups(owner: owner, granted: granted).isEmpty
    }

    /// Whether new people may be added.
    public var mayCreate: Bool { rights.allows(.peopleWrite, .organization) }

    /// Whether the record may be changed; a grant lets others read, never write.
    public func mayWrite(owner: OrganizationID) -> Bool {
        owner == organization && rights.allows(.peopleWrite, .organization)
    }

    /// Whether the record may be granted to others and grants be taken back.
    public func mayShare(owner: OrganizationID) -> Bool {
        owner == organization && rights.allows(.peopleShare, .organization)
    }

    /// Whether the person may be erased.
    public func mayErase(owner: OrganizationID, at now: Instant) -> Permission {
        guard owner == organization, rights.allows(.peopleErase, .organization) else { return .denied }
        guard let steppedUpUntil, steppedUpUntil > now else { return .needsStepUp }
        return .allowed
    }
}

/// An answer of a policy about an act that wants the password again.
public enum Permission: Sendable, Hashable {
    case allowed
    /// Allowed once the password has been entered again.
    case needsStepUp
    case denied
}
