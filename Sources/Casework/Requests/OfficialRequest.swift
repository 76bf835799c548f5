public import Domain
public import Journal

/// A request by an authority for data about somebody.
public enum OfficialRequestEntity {}
public typealias OfficialRequestID = Identifier<OfficialRequestEntity>

/// Who asks for data about somebody. The raw value is kept in the database and never changes.
public enum RequestingAuthority: String, CaseIterable, Sendable, Hashable {
    case police, migration, court, prosecutor, security, foreign, other
}

/// Where a request stands. The raw value is kept in the database and never changes.
public enum OfficialRequestState: String, CaseIterable, Sendable, Hashable {
    case received, refused, answered, withdrawn
}

/// What is said of a request in words; sealed with a key of its own. It names nobody by id: a request is never linked
/// to a person's record (design, safety rule 11).
public struct OfficialRequestBody: Codable, Sendable, Hashable {
    /// Name, rank and office of whoever asks.
    public var asker: String
    /// What they want to know, in their words.
    public var wanted: String
    /// On which paper, or that none was shown.
    public var paper: String
    /// Why it was decided so; empty until then.
    public var reason: String
    /// What was told, word for word; empty when nothing was.
    public var told: String

    public init(asker: String, wanted: String, paper: String = "", reason: String = "", told: String = "") {
        self.asker = asker
        self.wanted = wanted
        self.paper = paper
        self.reason = reason
        self.told = told
    }
}

/// A request as whoever received it writes it down.
public struct OfficialRequestDraft: Sendable, Hashable {
    public var receivedOn: CivilDate
    /// `nil` for ``OfficialRequestRule/answerDays`` from receipt.
    public var dueOn: CivilDate?
    public var authority: RequestingAuthority
    public var channel: Channel
    public var body: OfficialRequestBody

    public init(
        receivedOn: CivilDate,
        dueOn: CivilDate? = nil,
        authority: RequestingAuthority,
        channel: Channel,
        body: OfficialRequestBody
    ) {
        self.receivedOn = receivedOn
        self.dueOn = dueOn
        self.authority = authority
        self.channel = channel
        self.body = body
    }
}

/// What is decided on a request.
public struct OfficialDecision: Sendable, Hashable {
    /// Any state but `received`.
    public var state: OfficialRequestState
    public var reason: String
    /// What is given; only an answer gives something.
    public var told: String

    public init(_ state: OfficialRequestState, reason: String, told: String = "") {
        self.state = state
        self.reason = reason
        self.told = told
    }
}

/// The coded columns of a request, which lists show.
public struct OfficialRequestHead: Sendable, Hashable {
    public let id: OfficialRequestID
    public let owner: OrganizationID
    /// Counted by organisation, from 1.
    public let number: Int64
    public let receivedOn: CivilDate
    public let dueOn: CivilDate
    public let authority: RequestingAuthority
    public let channel: Channel
    public var state: OfficialRequestState
    public let recordedBy: UserID
    public var decidedBy: UserID?
    public var decidedAt: Instant?
}

/// A request that was opened.
public struct OfficialRequest: Sendable, Hashable {
    public let head: OfficialRequestHead
    public let body: OfficialRequestBody
}

/// Why a request can't be recorded or decided so.
public enum OfficialRequestProblem: String, CaseIterable, Sendable, Hashable {
    case askerMissing = "asker_missing"
    case wantedMissing = "wanted_missing"
    case paperMissing = "paper_missing"
    case receivedInFuture = "received_in_future"
    case dueBeforeReceipt = "due_before_receipt"
    case textTooLong = "too_long"
    /// Only the people whom the organisation named decide.
    case notNamed = "not_named"
    case reasonMissing = "reason_missing"
    /// Whoever recorded the request doesn't alone decide an answer that gives anything.
    case samePerson = "same_person"
    case alreadyDecided = "already_decided"
    /// `received` is no decision.
    case notADecision = "not_a_decision"
    /// Something is given although the decision isn't an answer.
    case toldWithoutAnswer = "told_without_answer"
}

/// Why an act on the register failed.
public enum OfficialRequestError: Error, Sendable, Hashable {
    /// There is no such request for this organisation; a foreign one is answered in the same way.
    case notFound
    /// Rules stand against it; at least one.
    case refused([OfficialRequestProblem])
}

extension LeafKind {
    public static let officialRequestRecorded = LeafKind(rawValue: "official_request.recorded")
    public static let officialRequestDecided = LeafKind(rawValue: "official_request.decided")
    /// One request or their list was looked at.
    public static let officialRequestOpened = LeafKind(rawValue: "official_request.opened")
}
