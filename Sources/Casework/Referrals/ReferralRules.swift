public import Domain

/// How long a referral waits for an answer, by its urgency; and when it expires.
public enum ReferralClock {
    /// Seconds until an answer is due.
    public static func answerSeconds(_ urgency: Urgency) -> Int64 {
        switch urgency {
        case .emergency: 3600
        case .urgent: 8 * 3600
        case .normal: 3 * 86_400
        }
    }

    /// How often it escalates before it expires.
    public static let escalations = 4

    public static func due(_ urgency: Urgency, sentAt: Instant) -> Instant {
        sentAt.advanced(bySeconds: answerSeconds(urgency))
    }

    /// When a referral that nobody answered expires, so that the sender looks for somebody else.
    public static func expiry(_ urgency: Urgency, sentAt: Instant) -> Instant {
        sentAt.advanced(bySeconds: answerSeconds(urgency) * Int64(escalations + 1))
    }

    /// How often the clock of an unanswered referral has run out by an instant.
    public static func escalation(_ urgency: Urgency, sentAt: Instant, at now: Instant) -> Int {
        let waited = (now.milliseconds - sentAt.milliseconds) / 1000
        return Int(max(0, min(Int64(escalations), waited / answerSeconds(urgency))))
    }
}

/// When a case may be referred. Pure.
public enum ReferralRules {
    /// What is known where a referral is sent.
    public struct Circumstances: Sendable, Hashable {
        public var owner: OrganizationID
        public var isOwnerPractice: Bool
        public var recipient: RecipientFacts?
        public var status: CaseStatus
        /// The authority that the sender named, if it is one of this case.
        public var authority: Authority?
        /// A referral of the case to the same recipient is live.
        public var isReferred: Bool
        /// What stands against passing on the children among those shown.
        public var childRefusals: [CaseRefusal]
        /// A mark or wish of somebody who would be shown stands against a state, and wasn't overridden for it; see
        /// ``StateRecipientRule/stillCarries(_:isState:forbidsState:)``.
        public var forbidsState: Bool
        public var now: Instant

        public init(
            owner: OrganizationID,
            isOwnerPractice: Bool = false,
            recipient: RecipientFacts?,
            status: CaseStatus = .open,
            authority: Authority?,
            isReferred: Bool = false,
            childRefusals: [CaseRefusal] = [],
            forbidsState: Bool = false,
            now: Instant
        ) {
            self.owner = owner
            self.isOwnerPractice = isOwnerPractice
            self.recipient = recipient
            self.status = status
            self.authority = authority
            self.isReferred = isReferred
            self.childRefusals = childRefusals
            self.forbidsState = forbidsState
            self.now = now
        }
    }

    /// Everything that stands against the referral; empty when it may be sent.
    public static func problems(to recipient: OrganizationID, _ known: Circumstances) -> [SharingProblem] {
        if let problem = RecipientRule.problem(
            recipient,
            known.recipient,
            owner: known.owner,
            isOwnerPractice: known.isOwnerPractice
        ) {
            return [problem]
        }
        var problems: [SharingProblem] = []
        if !known.status.isOpen { problems.append(.caseClosed) }
        problems += consent(known.authority, recipient, known)
        if known.isReferred { problems.append(.alreadyReferred) }
        problems += known.childRefusals.compactMap(child)
        return problems
    }

    /// A live authority that names this recipient; for a state one of its own that its marks don't stand against.
    static func consent(
        _ authority: Authority?,
        _ recipient: OrganizationID,
        _ known: Circumstances
    ) -> [SharingProblem] {
        guard let authority, authority.isLive(at: known.now) else { return [.consentMissing] }
        guard authority.recipient == recipient else { return [.consentOfOtherRecipient] }
        guard known.recipient?.isState == true else { return [] }
        if !authority.isForState { return [.stateSentenceMissing] }
        if known.forbidsState { return [.stateForbidden] }
        return []
    }

    private static func child(_ refusal: CaseRefusal) -> SharingProblem? {
        switch refusal {
        case .guardianMissing: .childGuardianMissing
        case .bestInterestMissing: .childNoteMissing
        case .secondPersonMissing: .childSecondPersonMissing
        case .instructionForbids: .childStateIsDanger
        default: nil
        }
    }

    /// Whether a move is in the table of moves.
    public static func move(from state: ReferralState, to next: ReferralState) -> SharingProblem? {
        state.next.contains(next) ? nil : .wrongState
    }
}
