public import Database
public import Domain
public import Journal

/// Who works for which organisation, and as what. Every call needs the installation's scope; each change leaves a
/// leaf in the organisation's log, and in the actor's when that is another.
public struct Memberships: Sendable {
    let accounts: Accounts
    let recorder: Recorder
    let surroundings: Surroundings

    public init(accounts: Accounts, recorder: Recorder, surroundings: Surroundings) {
        self.accounts = accounts
        self.recorder = recorder
        self.surroundings = surroundings
    }

    /// Makes a user a member.
    ///
    /// - Throws: ``AccessError/alreadyAMember``, ``AccessError/roleNotOfOrganization``.
    public func add(
        _ user: UserID,
        to organization: OrganizationID,
        as role: Role,
        team: String? = nil,
        by actor: ActingUser,
        on connection: any Connection
    ) throws {
        try check(role, of: organization)
        guard try find(user, in: organization, on: connection) == nil else { throw AccessError.alreadyAMember }
        try connection.execute(
            """
            INSERT INTO membership (organization_id, user_id, role, team, state, created_at)
            VALUES (\(organization), \(user), \(role.rawValue), \(team), \(MembershipState.active.rawValue),
                \(surroundings.now()))
            """
        )
        try record(.memberAdded, user, in: organization, by: actor, on: connection)
    }

    /// Changes role and team. It holds from the member's next request; their sessions there get no new token but no
    /// old right either.
    public func change(
        _ user: UserID,
        in organization: OrganizationID,
        to role: Role,
        team: String? = nil,
        by actor: ActingUser,
        on connection: any Connection
    ) throws {
        try check(role, of: organization)
        guard let old = try find(user, in: organization, on: connection) else { throw AccessError.notAMember }
        if role != old.role { try keepManager(old, on: connection) }
        try connection.execute(
            """
            UPDATE membership SET role = \(role.rawValue), team = \(team)
            WHERE organization_id = \(organization) AND user_id = \(user)
            """
        )
        // A session that was stepped up as one role isn't stepped up as another.
        try connection.execute(
            """
            UPDATE session SET stepped_up_until = NULL WHERE organization_id = \(organization) AND user_id = \(user)
            """
        )
        try record(.memberChanged, user, in: organization, by: actor, on: connection)
    }

    /// Ends a membership, and with it the sessions for this organisation, or takes it up again.
    ///
    /// - Throws: ``AccessError/lastManager``.
    public func setActive(
        _ isActive: Bool,
        _ user: UserID,
        in organization: OrganizationID,
        by actor: ActingUser,
        on connection: any Connection
    ) throws {
        guard let old = try find(user, in: organization, on: connection) else { throw AccessError.notAMember }
        if !isActive { try keepManager(old, on: connection) }
        let state: MembershipState = isActive ? .active : .disabled
        try connection.execute(
            """
            UPDATE membership SET state = \(state.rawValue)
            WHERE organization_id = \(organization) AND user_id = \(user)
            """
        )
        if !isActive {
            try connection.execute(
                "DELETE FROM session WHERE organization_id = \(organization) AND user_id = \(user)"
            )
        }
        try record(isActive ? .memberEnabled : .memberDisabled, user, in: organization, by: actor, on: connection)
    }

    /// Whether somebody else could let others in when this member no longer did.
    private func keepManager(_ member: Membership, on connection: any Connection) throws {
        guard member.state == .active, member.role == .manager || member.role == .installationAdministrator else {
            return
        }
        let others = try connection.count(
            """
            SELECT COUNT(*) FROM membership m JOIN user_account u ON u.id = m.user_id
            WHERE m.organization_id = \(member.organization) AND m.user_id <> \(member.user)
                AND m.role = \(member.role.rawValue) AND m.state = \(MembershipState.active.rawValue)
                AND u.state = \(AccountState.active.rawValue)
            """
        )
        guard others > 0 else { throw AccessError.lastManager }
    }

    private func check(_ role: Role, of organization: OrganizationID) throws(AccessError) {
        guard (role == .installationAdministrator) == (organization == .installation) else {
            throw .roleNotOfOrganization
        }
    }

    func record(
        _ kind: LeafKind,
        _ user: UserID,
        in organization: OrganizationID,
        by actor: ActingUser,
        on connection: any Connection
    ) throws {
        var leaf = LeafDraft(
            log: organization,
            kind: kind,
            actor: actor.user,
            actorOrganization: actor.organization,
            subject: user.retagged()
        )
        guard let other = actor.organization, other != organization else {
            try recorder.record(leaf, on: connection)
            return
        }
        leaf.counterpart = other
        var theirs = leaf
        theirs.log = other
        theirs.counterpart = organization
        try recorder.record(leaf, and: [theirs], on: connection)
    }
}
