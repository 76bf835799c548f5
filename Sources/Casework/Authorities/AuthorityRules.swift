public import Domain
import Vault

/// What is known of an organisation that something may be passed to.
public struct RecipientFacts: Sendable, Hashable {
    public var id: OrganizationID
    public var isActive: Bool
    public var isAdmitted: Bool
    public var isPractice: Bool
    /// It belongs to a state (design, safety rule 4).
    public var isState: Bool

    public init(
        id: OrganizationID,
        isActive: Bool = true,
        isAdmitted: Bool = true,
        isPractice: Bool = false,
        isState: Bool = false
    ) {
        self.id = id
        self.isActive = isActive
        self.isAdmitted = isAdmitted
        self.isPractice = isPractice
        self.isState = isState
    }
}

/// What is known where an authority is given.
public struct AuthorityCircumstances: Sendable, Hashable {
    public var today: CivilDate
    public var owner: OrganizationID
    /// The owner is for training only.
    public var isOwnerPractice: Bool
    public var staff: UserID
    /// `nil` for a partner outside the network, and for an organisation that nobody knows.
    public var recipient: RecipientFacts?
    public var isMember: Bool
    /// Below 18, even estimated.
    public var isChild: Bool
    /// A mark or wish of the person stands against any state (design, safety rule 4).
    public var forbidsState: Bool

    public init(
        today: CivilDate,
        owner: OrganizationID,
        isOwnerPractice: Bool = false,
        staff: UserID,
        recipient: RecipientFacts?,
        isMember: Bool = true,
        isChild: Bool = false,
        forbidsState: Bool = false
    ) {
        self.today = today
        self.owner = owner
        self.isOwnerPractice = isOwnerPractice
        self.staff = staff
        self.recipient = recipient
        self.isMember = isMember
        self.isChild = isChild
        self.forbidsState = forbidsState
    }
}

/// When an authority may be recorded. Pure: each rule is a function of its own.
public enum AuthorityRules {
    /// An authority lasts for so many days at most.
    public static let longestDays: Int64 = 5 * 366

    /// Everything that stands against an authority; empty when it may be given.
    public static func problems(_ draft: AuthorityDraft, _ known: AuthorityCircumstances) -> [SharingProblem] {
        var problems = recipient(draft.recipient, known)
        if !known.isMember { problems.append(.notAMember) }
        problems += period(draft.expiresOn, today: known.today)
        if draft.language.isEmpty { problems.append(.languageMissing) }
        problems += giver(draft, isChild: known.isChild)
        problems += EmergencyRule.problems(draft, staff: known.staff)
        problems += StateRecipientRule.problems(
            isState: known.recipient?.isState == true,
            isSentenceRead: draft.isStateSentenceRead,
            forbidsState: known.forbidsState,
            lawyer: draft.details.lawyer
        )
        return problems
    }

    /// An admitted, working organisation other than one's own, or a partner outside by name.
    static func recipient(_ recipient: AuthorityRecipient, _ known: AuthorityCircumstances) -> [SharingProblem] {
        switch recipient {
        case .outside(let name): return name.isEmpty ? [.recipientMissing] : []
        case .organization(let id):
            return RecipientRule.problem(
                id,
                known.recipient,
                owner: known.owner,
                isOwnerPractice: known.isOwnerPractice
            )
            .map { [$0] } ?? []
        }
    }

    /// Every authority has an end, which lies ahead and not too far.
    static func period(_ end: CivilDate, today: CivilDate) -> [SharingProblem] {
        if end < today { return [.endPassed] }
        return end > today.advanced(byDays: longestDays) ? [.endTooFar] : []
    }

    /// Who may give it on which basis: a child doesn't consent alone, and whoever speaks for another has a name.
    static func giver(_ draft: AuthorityDraft, isChild: Bool) -> [SharingProblem] {
        let details = draft.details
        var problems: [SharingProblem] = []
        switch draft.basis {
        case .consent:
            if isChild || draft.giver == .staff { problems.append(.giverMissing) }
            if draft.giver != .person, details.giverName.isEmpty { problems.append(.giverMissing) }
        case .guardian:
            if draft.giver != .guardian || details.giverName.isEmpty { problems.append(.giverMissing) }
        case .representative:
            if draft.giver != .representative || details.giverName.isEmpty { problems.append(.giverMissing) }
        case .childBestInterest:
            if details.bestInterest.isEmpty { problems.append(.bestInterestMissing) }
        case .vitalInterest, .legalDuty:
            if details.reason.isEmpty { problems.append(.reasonMissing) }
        }
        return problems
    }
}

/// To whom nothing is ever passed: oneself, organisations that aren't admitted or closed, and practice organisations,
/// which neither send nor receive (design, safety rule 12).
public enum RecipientRule {
    public static func problem(
        _ id: OrganizationID,
        _ recipient: RecipientFacts?,
        owner: OrganizationID,
        isOwnerPractice: Bool
    ) -> SharingProblem? {
        if isOwnerPractice { return .practice }
        if id == owner { return .ownOrganization }
        guard let recipient, recipient.isActive, id != .installation else { return .unknownRecipient }
        if recipient.isPractice { return .practice }
        return recipient.isAdmitted ? nil : .notAdmitted
    }
}

/// Emergencies (design, safety rule 1): only the fields needed, a second member of staff told, a lapse after 72 hours
/// unless somebody confirms, and never to a state without two people.
public enum EmergencyRule {
    /// Hours after which an emergency's authority lapses unless another member of staff has confirmed it.
    public static let hours: Int64 = 72
    /// What an emergency may open at most: who, where, how to reach them safely, what they need medically.
    public static let groups = FieldGroups([.identity, .contact, .safeContact, .health])

    static func problems(_ draft: AuthorityDraft, staff: UserID) -> [SharingProblem] {
        guard draft.basis == .vitalInterest else { return [] }
        var problems: [SharingProblem] = []
        if !draft.groups.isSubset(of: groups) { problems.append(.tooManyFields) }
        if let second = draft.secondUser {
            if second == staff { problems.append(.samePerson) }
        } else {
            problems.append(.secondPersonMissing)
        }
        return problems
    }

    /// Whether nothing may pass before the second person has confirmed.
    public static func needsConfirmation(_ basis: AuthorityBasis, isForState: Bool) -> Bool {
        basis == .vitalInterest && isForState
    }

    /// When an authority really ends.
    public static func end(
        _ basis: AuthorityBasis,
        givenAt: Instant,
        asked: Instant,
        isConfirmed: Bool
    ) -> Instant {
        guard basis == .vitalInterest, !isConfirmed else { return asked }
        return min(asked, givenAt.advanced(bySeconds: hours * 3600))
    }

    /// Who may confirm: somebody else than the one who gave it, once.
    public static func confirmation(of authority: Authority, by staff: UserID) -> SharingProblem? {
        if authority.confirmedAt != nil { return .alreadyConfirmed }
        return staff == authority.createdBy ? .samePerson : nil
    }
}

/// Recipients of a state (design, safety rule 4): an authority of its own, read aloud with its sentence, and none at all
/// while a mark or wish of the person stands against it, unless the person overrides it with a lawyer present.
public enum StateRecipientRule {
    public static func problems(
        isState: Bool,
        isSentenceRead: Bool,
        forbidsState: Bool,
        lawyer: String
    ) -> [SharingProblem] {
        guard isState else { return [] }
        var problems: [SharingProblem] = []
        if !isSentenceRead { problems.append(.stateSentenceMissing) }
        if forbidsState, lawyer.isEmpty { problems.append(.stateForbidden) }
        return problems
    }

    /// Whether a recipient may be chosen for anybody without being asked for by name: never one of a state.
    public static func mayBeDefault(_ recipient: RecipientFacts) -> Bool { !recipient.isState }

    /// Whether an authority that was given still carries, now that the person's marks are what they are.
    public static func stillCarries(_ authority: Authority, isState: Bool, forbidsState: Bool) -> Bool {
        guard isState else { return true }
        return authority.isForState && (!forbidsState || authority.isOverridden)
    }
}

/// Which persons of a matter a recipient sees (design, safety rule 2).
public enum MembersRule {
    /// Those with a live authority for the recipient, by person; everybody else is only counted.
    public static func shown(
        _ members: [PersonID],
        authorities: [Authority],
        to recipient: OrganizationID,
        at now: Instant
    ) -> (shown: [PersonID], others: Int) {
        let covered = Set(
            authorities.filter { $0.recipient == recipient && $0.isLive(at: now) }.map(\.person)
        )
        let shown = members.filter { covered.contains($0) }
        return (shown, members.count - shown.count)
    }
}

/// What an imported list brought in is never offered for sharing until somebody was asked (design, safety rule 12).
public enum OfferRule {
    public static func isOffered(isImported: Bool, isPractice: Bool, liveAuthorities: Int) -> Bool {
        if isPractice { return false }
        return !isImported || liveAuthorities > 0
    }
}

/// Whose name stands on what goes to a partner or a person: where contact may endanger, none that tells
/// (design, safety rule 10).
public enum SenderRule {
    public static func sender(
        named name: String,
        neutral: String,
        recipientMayEndanger: Bool,
        personWantsNeutral: Bool
    ) -> String {
        recipientMayEndanger || personWantsNeutral ? neutral : name
    }
}
