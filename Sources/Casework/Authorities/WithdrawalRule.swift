public import Domain

/// What a recipient does with its own work after the person withdrew (design, safety rule 3).
public enum WithdrawalDecision: String, CaseIterable, Sendable, Hashable {
    /// There is a basis of its own to keep it, which must be named.
    case keep
    case handBack = "hand_back"
    case erase
}

/// How somebody withdraws.
public struct WithdrawalDraft: Sendable, Hashable {
    /// The person heard which deadlines run, and what stops with the help.
    public var deadlinesWereSaid: Bool
    /// Whether the recipient learns that the person withdrew; otherwise it only sees that it ended.
    public var recipientLearnsWhy: Bool

    public init(deadlinesWereSaid: Bool, recipientLearnsWhy: Bool = false) {
        self.deadlinesWereSaid = deadlinesWereSaid
        self.recipientLearnsWhy = recipientLearnsWhy
    }
}

/// Withdrawing (design, safety rule 3). Pure.
public enum WithdrawalRule {
    /// Days in which the recipient decides what becomes of its own work.
    public static let decisionDays: Int64 = 14

    /// Whether the withdrawal may be carried out: running deadlines are said first. A person who wants to stop is never
    /// held up where nothing runs.
    public static func problem(_ draft: WithdrawalDraft, runningDeadlines: Int) -> SharingProblem? {
        runningDeadlines > 0 && !draft.deadlinesWereSaid ? .deadlinesNotSaid : nil
    }

    /// What the recipient is told.
    public static func reason(_ draft: WithdrawalDraft) -> String? {
        draft.recipientLearnsWhy ? AuthorityEnd.withdrawn.rawValue : nil
    }

    /// Whether the recipient has own work that waits for a decision.
    public static func needsDecision(_ state: ReferralState, linkedCase: CaseID?) -> Bool {
        linkedCase != nil && (state == .accepted || state == .inProgress || state == .done)
    }
}
