public import Access
public import Domain

/// Who may do what with a case. Pure: every answer follows from the principal, the owner and what is granted.
public struct CasePolicy: Sendable {
    private let organization: OrganizationID
    private let rights: RightSet

    public init(_ principal: Principal) {
        organization = principal.organization
        rights = principal.rights
    }

    /// The field groups that may be shown: all of one's own organisation's case, the granted ones of another's, none
    /// for a case that is answered like a missing one.
    public func readableGroups(owner: OrganizationID, granted: FieldGroups) -> FieldGroups {
        if owner == organization { return rights.allows(.casesRead, .organization) ? .full : [] }
        return rights.allows(.casesRead, .granted) ? granted : []
    }

    /// Whether cases may be opened and listed at all.
    public var mayList: Bool { rights.allows(.casesRead, .organization) }

    /// Whether cases of others that a live grant opens are listed too.
    public var maySeeGranted: Bool { rights.allows(.casesRead, .granted) }

    public var mayCreate: Bool { rights.allows(.casesWrite, .organization) }

    /// Whether the case may be changed; a grant lets others read, never write.
    public func mayWrite(owner: OrganizationID) -> Bool {
        owner == organization && rights.allows(.casesWrite, .organization)
    }

    /// Whether the case may be referred, transferred, and authorities be recorded.
    public func mayShare(owner: OrganizationID) -> Bool {
        owner == organization && rights.allows(.peopleShare, .organization)
    }
}
