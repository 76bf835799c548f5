import Database
public import Domain
import Vault

/// Why a referral was declined; what the sender can act on.
public enum DeclineReason: String, CaseIterable, Sendable, Hashable {
    case noCapacity = "no_capacity"
    case notOurService = "not_our_service"
    case otherPlace = "other_place"
    case language
    case conflict
    case notReached = "not_reached"
    case other
}

/// How a referral ended before it was done.
public enum ReferralEnd: String, CaseIterable, Sendable, Hashable {
    /// The sender took it back.
    case revoked
    /// It ended; the recipient isn't told more.
    case ended
    /// The person withdrew and lets the recipient know.
    case withdrawn
    /// Nobody answered in time.
    case unanswered
    /// The authority ran out.
    case lapsed
    /// The case went to another owner.
    case transferred
    /// The person or the case was erased.
    case erased
}

/// The handing over of a case's work to another organisation's inbox.
public struct Referral: Sendable, Hashable {
    public let id: ReferralID
    public let from: OrganizationID
    public let to: OrganizationID
    /// The teams on both sides at the time.
    public let fromTeam: String?
    public let toTeam: String?
    public let caseID: CaseID
    /// The authority that the sender named.
    public let authority: AuthorityID
    public let service: ServiceID?
    /// The referral that this one answers.
    public let counterOf: ReferralID?
    public let purpose: SharePurpose
    public let urgency: Urgency
    public let problem: ProblemCode?
    public let state: ReferralState
    public let version: Int64
    /// Travels with the person through the network, so that statistics count them once.
    public let token: [UInt8]
    public let createdBy: UserID
    public let sentAt: Instant
    /// Until when it wants an answer.
    public let dueAt: Instant
    /// When it expires unanswered.
    public let expiresAt: Instant
    /// How often its clock has run out.
    public let escalation: Int
    public let seenAt: Instant?
    public let answeredAt: Instant?
    public let answeredBy: UserID?
    public let endedAt: Instant?
    /// A ``DeclineReason`` or ``ReferralEnd``.
    public let reason: String?
    public let outcome: CaseOutcome?
    /// The recipient's own case.
    public let linkedCase: CaseID?

    static let columns: SQL = """
        r.id, r.from_organization_id, r.to_organization_id, r.from_team, r.to_team, r.case_id, r.authority_id,
        r.service_id, r.counter_of, r.purpose, r.urgency, r.problem, r.state, r.version, r.token, r.created_by,
        r.sent_at, r.due_at, r.expires_at, r.escalation, r.seen_at, r.answered_at, r.answered_by, r.ended_at, r.reason,
        r.outcome, r.linked_case_id
        """
    static let columnCount = 27
    /// The states in which the recipient holds something.
    static let liveStates = ReferralState.allCases.filter(\.isLive).map(\.rawValue)

    init(from row: any Row) throws {
        id = try row.id(0)
        from = try row.id(1)
        to = try row.id(2)
        fromTeam = try row.textOrNil(3)
        toTeam = try row.textOrNil(4)
        caseID = try row.id(5)
        authority = try row.id(6)
        service = try row.idOrNil(7)
        counterOf = try row.idOrNil(8)
        purpose = try row.sharingCode(9)
        urgency = try row.sharingCode(10)
        problem = try row.textOrNil(11).flatMap { ProblemCode(rawValue: $0) }
        state = try row.sharingCode(12)
        version = try row.integer(13)
        token = try row.blob(14)
        createdBy = try row.id(15)
        sentAt = try row.instant(16)
        dueAt = try row.instant(17)
        expiresAt = try row.instant(18)
        escalation = Int(try row.integer(19))
        seenAt = try row.instantOrNil(20)
        answeredAt = try row.instantOrNil(21)
        answeredBy = try row.idOrNil(22)
        endedAt = try row.instantOrNil(23)
        reason = try row.textOrNil(24)
        outcome = try row.textOrNil(25).flatMap(CaseOutcome.init(rawValue:))
        linkedCase = try row.idOrNil(26)
    }
}

/// What travels with a referral in words; sealed with the referral's own key, which the recipient holds while it is
/// live.
public struct ReferralNote: Codable, Sendable, Hashable {
    public var text = ""
    public var wantsWomanLawyer = false
    public var wantsInterpreter = false
    public var notFromOwnVillage = false
    /// An agreement or discount between the two organisations that holds here.
    public var agreement = ""
    /// Codes for the figures of both sides, by ``Facts/FactDimension``.
    public var codes: [String: String] = [:]

    public init() {}
}

/// What the recipient answered in words.
public struct ReferralAnswer: Codable, Sendable, Hashable {
    public var text = ""

    public init(_ text: String = "") {
        self.text = text
    }
}

/// A referral as it is about to be sent.
public struct ReferralDraft: Sendable, Hashable {
    public var recipient: OrganizationID
    public var service: ServiceID?
    public var authority: AuthorityID
    public var urgency: Urgency
    public var note: ReferralNote

    public init(
        recipient: OrganizationID,
        service: ServiceID? = nil,
        authority: AuthorityID,
        urgency: Urgency,
        note: ReferralNote = ReferralNote()
    ) {
        self.recipient = recipient
        self.service = service
        self.authority = authority
        self.urgency = urgency
        self.note = note
    }
}

/// A question or answer between the two sides of a referral.
public struct ReferralMessage: Sendable, Hashable {
    public let author: OrganizationID
    public let at: Instant
    public let text: String
}
