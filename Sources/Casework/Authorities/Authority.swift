import Database
public import Domain

/// Who gave an authority.
public enum AuthorityGiver: String, CaseIterable, Sendable, Hashable {
    /// The person whom it is about.
    case person
    case guardian
    case representative
    /// A member of staff, where nobody could be asked.
    case staff
}

/// Why an authority ended before its day.
public enum AuthorityEnd: String, CaseIterable, Sendable, Hashable {
    case withdrawn
    /// Its time ran out, or nobody confirmed it.
    case lapsed
    /// The case went to another organisation, which asks anew.
    case transferred
}

/// The leave to pass a person's data to one recipient: for what, which parts, until when, and by whose word.
public struct Authority: Sendable, Hashable {
    public let id: AuthorityID
    /// The case's owner.
    public let owner: OrganizationID
    public let caseID: CaseID
    public let person: PersonID
    /// `nil` for a partner outside the network, whose name is among the sealed details.
    public let recipient: OrganizationID?
    public let basis: AuthorityBasis
    public let purpose: SharePurpose
    /// What the recipient may open once it has accepted.
    public let groups: FieldGroups
    /// BCP 47, the language in which the wording was read.
    public let language: String
    public let method: AuthorityMethod
    public let giver: AuthorityGiver
    /// The version of the wording that was read; see ``AuthorityWording``.
    public let wording: Int64
    public let givenAt: Instant
    /// The last day, in the owner's zone.
    public let expiresOn: CivilDate
    /// The end of that day.
    public let expiresAt: Instant
    /// When it really ends: earlier than `expiresAt` for an emergency that nobody confirmed.
    public let endsAt: Instant
    public let createdBy: UserID
    /// The second member of staff who was told.
    public let secondUser: UserID?
    /// Nothing may pass before another member of staff has confirmed it.
    public let needsConfirmation: Bool
    public let confirmedBy: UserID?
    public let confirmedAt: Instant?
    /// It was given for a recipient of a state, with the sentence that goes with it.
    public let isForState: Bool
    /// The person overrode their own marks, with a lawyer present.
    public let isOverridden: Bool
    public let endedAt: Instant?
    public let end: AuthorityEnd?

    /// Whether something may pass by it at this instant.
    public func isLive(at now: Instant) -> Bool {
        endedAt == nil && givenAt <= now && now < endsAt && (!needsConfirmation || confirmedAt != nil)
    }

    /// The same in SQL, for `authority` under an alias.
    static func isLive(_ alias: SQL, at now: Instant) -> SQL {
        """
        \(alias).ended_at IS NULL AND \(alias).given_at <= \(now) AND \(alias).ends_at > \(now)
            AND (\(alias).needs_confirmation = 0 OR \(alias).confirmed_at IS NOT NULL)
        """
    }

    static let columns: SQL = """
        a.id, a.organization_id, a.case_id, a.person_id, a.recipient_organization_id, a.basis, a.purpose,
        a.field_groups, a.language, a.method, a.given_by, a.wording, a.given_at, a.expires_on, a.expires_at, a.ends_at,
        a.created_by, a.second_user_id, a.needs_confirmation, a.confirmed_by, a.confirmed_at, a.is_state,
        a.is_overridden, a.ended_at, a.end_reason
        """

    init(from row: any Row) throws {
        id = try row.id(0)
        owner = try row.id(1)
        caseID = try row.id(2)
        person = try row.id(3)
        recipient = try row.idOrNil(4)
        basis = try row.sharingCode(5)
        purpose = try row.sharingCode(6)
        groups = FieldGroups(rawValue: try row.integer(7))
        language = try row.text(8)
        method = try row.sharingCode(9)
        giver = try row.sharingCode(10)
        wording = try row.integer(11)
        givenAt = try row.instant(12)
        guard let day = CivilDate(iso: try row.text(13)) else { throw DatabaseError.misuse("no day of expiry") }
        expiresOn = day
        expiresAt = try row.instant(14)
        endsAt = try row.instant(15)
        createdBy = try row.id(16)
        secondUser = try row.idOrNil(17)
        needsConfirmation = try row.bool(18)
        confirmedBy = try row.idOrNil(19)
        confirmedAt = try row.instantOrNil(20)
        isForState = try row.bool(21)
        isOverridden = try row.bool(22)
        endedAt = try row.instantOrNil(23)
        end = try row.textOrNil(24).flatMap(AuthorityEnd.init(rawValue:))
    }
}

/// What an authority says in words; sealed with the case's key.
public struct AuthorityDetails: Codable, Sendable, Hashable {
    /// The name of whoever gave it, when that is not the person.
    public var giverName = ""
    public var giverRelation = ""
    public var interpreter = ""
    /// Why nobody was asked, or which law asks for it.
    public var reason = ""
    /// Why it is best for the child.
    public var bestInterest = ""
    /// The lawyer who was there when the person overrode their marks.
    public var lawyer = ""
    /// The partner outside the network.
    public var outsideRecipient = ""
    /// In an emergency: whether the person was told, and if not, why it isn't safe.
    public var isPersonInformed = false

    public init() {}
}

/// Whom an authority is for.
public enum AuthorityRecipient: Sendable, Hashable {
    case organization(OrganizationID)
    /// A partner outside the network, by name; reached by letter.
    case outside(String)
}

/// An authority as it is about to be given.
public struct AuthorityDraft: Sendable, Hashable {
    /// `nil` for the case's client.
    public var person: PersonID?
    public var recipient: AuthorityRecipient
    public var basis: AuthorityBasis
    public var purpose: SharePurpose
    public var groups: FieldGroups
    public var language: String
    public var method: AuthorityMethod
    public var giver: AuthorityGiver
    public var expiresOn: CivilDate
    public var details: AuthorityDetails
    public var secondUser: UserID?
    /// The sentence about states was read aloud.
    public var isStateSentenceRead: Bool

    public init(
        person: PersonID? = nil,
        recipient: AuthorityRecipient,
        basis: AuthorityBasis = .consent,
        purpose: SharePurpose,
        groups: FieldGroups,
        language: String,
        method: AuthorityMethod,
        giver: AuthorityGiver = .person,
        expiresOn: CivilDate,
        details: AuthorityDetails = AuthorityDetails(),
        secondUser: UserID? = nil,
        isStateSentenceRead: Bool = false
    ) {
        self.person = person
        self.recipient = recipient
        self.basis = basis
        self.purpose = purpose
        // Whoever may see anything may see whose record it is.
        self.groups = groups.union(.summary)
        self.language = language
        self.method = method
        self.giver = giver
        self.expiresOn = expiresOn
        self.details = details
        self.secondUser = secondUser
        self.isStateSentenceRead = isStateSentenceRead
    }
}

extension Row {
    /// A column that holds a code of one of the lists.
    func sharingCode<Code: RawRepresentable>(_ column: Int) throws -> Code where Code.RawValue == String {
        guard let code = Code(rawValue: try text(column)) else {
            throw DatabaseError.misuse("column \(column) holds no code")
        }
        return code
    }
}
