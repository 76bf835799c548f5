public import Access
public import Domain

/// Requests by authorities (design, safety rule 11): anybody who works on cases writes them down, only named people
/// decide, in writing, and what gives anything away takes two persons. Pure.
public enum OfficialRequestRule {
    /// Days until an answer is due when the paper names no day.
    public static let answerDays: Int64 = 5
    /// The longest text of a request, in Unicode scalars.
    public static let longestText = 5000

    /// Who may write a request down and read the register.
    public static func mayRecord(_ principal: Principal) -> Bool { principal.may(.casesWrite, .organization) }

    /// Who is named to decide: the organisation's managers, and nobody from outside it.
    public static func mayDecide(_ principal: Principal) -> Bool {
        mayRecord(principal) && principal.may(.membersManage, .organization)
    }

    /// Everything that stands against recording a request; empty when it may be recorded.
    public static func problems(_ draft: OfficialRequestDraft, today: CivilDate) -> [OfficialRequestProblem] {
        var problems: [OfficialRequestProblem] = []
        if draft.body.asker.isEmpty { problems.append(.askerMissing) }
        if draft.body.wanted.isEmpty { problems.append(.wantedMissing) }
        if draft.body.paper.isEmpty { problems.append(.paperMissing) }
        if draft.receivedOn > today { problems.append(.receivedInFuture) }
        if let due = draft.dueOn, due < draft.receivedOn { problems.append(.dueBeforeReceipt) }
        if isTooLong([draft.body.asker, draft.body.wanted, draft.body.paper]) { problems.append(.textTooLong) }
        return problems
    }

    /// Everything that stands against a decision; empty when it may be recorded.
    ///
    /// - Parameters:
    ///   - decision: what shall be decided.
    ///   - state: where the request stands.
    ///   - recordedBy: who wrote it down.
    ///   - decider: who decides.
    ///   - isNamed: whether the decider is one of those who may; see ``mayDecide(_:)``.
    /// - Returns: the problems.
    public static func problems(
        _ decision: OfficialDecision,
        on state: OfficialRequestState,
        recordedBy: UserID,
        decider: UserID,
        isNamed: Bool
    ) -> [OfficialRequestProblem] {
        guard isNamed else { return [.notNamed] }
        guard state == .received else { return [.alreadyDecided] }
        var problems: [OfficialRequestProblem] = []
        if decision.state == .received { problems.append(.notADecision) }
        if decision.reason.isEmpty { problems.append(.reasonMissing) }
        if decision.state != .answered, !decision.told.isEmpty { problems.append(.toldWithoutAnswer) }
        // An answer without words is an answer too: that somebody isn't known is also something.
        if decision.state == .answered, decider == recordedBy { problems.append(.samePerson) }
        if isTooLong([decision.reason, decision.told]) { problems.append(.textTooLong) }
        return problems
    }

    private static func isTooLong(_ texts: [String]) -> Bool {
        texts.contains { $0.unicodeScalars.count > longestText }
    }
}
