public import Database
public import Domain

/// One sharing of a record with another organisation.
public struct Grant: Sendable, Hashable {
    public let id: GrantID
    public let record: RecordID
    public let owner: OrganizationID
    public let recipient: OrganizationID
    /// The groups of fields that the recipient can open.
    public let groups: FieldGroups
    /// Why, as a code from the content's list of purposes.
    public let purpose: String
    public let startsAt: Instant
    /// From this instant on the grant is dead. Every grant has an end: one that nobody remembers ends by itself.
    public let expiresAt: Instant
    public let revokedAt: Instant?
    /// Who shared it.
    public let createdBy: UserID?

    public func isLive(at instant: Instant) -> Bool {
        revokedAt == nil && startsAt <= instant && instant < expiresAt
    }

    /// The same in SQL, for `record_grant` under an alias.
    public static func isLive(_ alias: SQL, at instant: Instant) -> SQL {
        """
        \(alias).revoked_at IS NULL AND \(alias).starts_at <= \(instant)
            AND \(alias).expires_at > \(instant)
        """
    }

    static let columns: SQL = """
        g.id, g.record_id, g.owner_organization_id, g.recipient_organization_id, g.field_groups, g.purpose,
        g.starts_at, g.expires_at, g.revoked_at, g.created_by
        """

    init(from row: any Row) throws {
        id = try row.id(0)
        record = try row.id(1)
        owner = try row.id(2)
        recipient = try row.id(3)
        groups = FieldGroups(rawValue: try row.integer(4))
        purpose = try row.text(5)
        startsAt = try row.instant(6)
        expiresAt = try row.instant(7)
        revokedAt = try row.instantOrNil(8)
        createdBy = try row.idOrNil(9)
    }

    init(_ draft: GrantDraft, id: GrantID, owner: OrganizationID, startsAt: Instant) {
        self.id = id
        self.owner = owner
        self.startsAt = startsAt
        record = draft.record
        recipient = draft.recipient
        groups = draft.groups
        purpose = draft.purpose
        expiresAt = draft.expiresAt
        revokedAt = nil
        createdBy = draft.createdBy
    }
}

/// What a new grant shall be.
public struct GrantDraft: Sendable {
    public var record: RecordID
    public var recipient: OrganizationID
    /// ``Domain/FieldGroups/summary`` while a referral is only sent; the rest follows with
    /// ``Sharing/extend(_:to:by:on:)`` when it is accepted.
    public var groups: FieldGroups
    public var purpose: String
    /// `nil` for at once.
    public var startsAt: Instant?
    public var expiresAt: Instant
    public var createdBy: UserID?

    public init(
        record: RecordID,
        recipient: OrganizationID,
        groups: FieldGroups,
        purpose: String,
        startsAt: Instant? = nil,
        expiresAt: Instant,
        createdBy: UserID? = nil
    ) {
        self.record = record
        self.recipient = recipient
        self.groups = groups
        self.purpose = purpose
        self.startsAt = startsAt
        self.expiresAt = expiresAt
        self.createdBy = createdBy
    }
}
