public import Domain

/// What the person said may be done towards authorities and the employer (safety rules 5 and 8).
public struct InstructionPart: Codable, Sendable, Hashable {
    /// Whether authorities may be given the person's name, address or papers.
    public var allowsAuthorities: Bool
    /// Whether the employer may be called or written to.
    public var allowsEmployer: Bool
    /// Whether the person may be named towards the employer.
    public var mayBeNamed: Bool
    /// Whether the person lives or works at the employer's now.
    public var isAtEmployer: Bool
    /// When something may be done, in the person's words; needed when they are at the employer's.
    public var timing: String

    public init(
        allowsAuthorities: Bool,
        allowsEmployer: Bool,
        mayBeNamed: Bool = false,
        isAtEmployer: Bool = false,
        timing: String = ""
    ) {
        self.allowsAuthorities = allowsAuthorities
        self.allowsEmployer = allowsEmployer
        self.mayBeNamed = mayBeNamed
        self.isAtEmployer = isAtEmployer
        self.timing = timing
    }
}

/// What was found out about the person's standing before going to an authority (safety rule 5).
public struct StatusCheckPart: Codable, Sendable, Hashable {
    public enum Answer: String, Codable, Sendable, Hashable, CaseIterable {
        case clear, problem, unknown
    }

    /// The right to stay, the control register, a warrant, an entry ban.
    public var stay: Answer
    public var register: Answer
    public var warrant: Answer
    public var ban: Answer

    public init(stay: Answer, register: Answer, warrant: Answer, ban: Answer) {
        self.stay = stay
        self.register = register
        self.warrant = warrant
        self.ban = ban
    }

    /// Whether something was found that an authority would act on.
    public var isDangerous: Bool { [stay, register, warrant, ban].contains(.problem) }
}

/// What is recorded in a case before an act towards an authority or an employer.
public struct ActFacts: Sendable, Hashable {
    /// The newest check, and when it was made.
    public var check: StatusCheckPart?
    public var checkedAt: Instant?
    /// The newest instruction.
    public var instruction: InstructionPart?

    public init(check: StatusCheckPart? = nil, checkedAt: Instant? = nil, instruction: InstructionPart? = nil) {
        self.check = check
        self.checkedAt = checkedAt
        self.instruction = instruction
    }
}

/// The rules that stand before a step is done or a letter sent (safety rules 5 and 8). Pure.
public enum ActRule {
    /// Why an act towards somebody may not happen; `nil` when it may.
    ///
    /// - Parameters:
    ///   - counterpart: to whom it goes; `nil` for an act that goes to nobody outside.
    ///   - facts: what is recorded for the person concerned.
    /// - Returns: the first rule that stands against it.
    public static func refusal(for counterpart: EntryCounterpart?, in facts: ActFacts) -> CaseRefusal? {
        guard let counterpart else { return nil }
        if counterpart.isAuthority {
            guard facts.check != nil else { return .statusCheckMissing }
            guard let instruction = facts.instruction else { return .instructionMissing }
            return instruction.allowsAuthorities ? nil : .instructionForbids
        }
        guard counterpart == .employer else { return nil }
        guard let instruction = facts.instruction else { return .instructionMissing }
        guard instruction.allowsEmployer else { return .instructionForbids }
        return instruction.isAtEmployer && instruction.timing.isEmpty ? .employerNotAgreed : nil
    }
}

/// What is recorded of a child in a case (safety rule 9).
public struct ChildNote: Codable, Sendable, Hashable {
    /// With whom the child is now.
    public var isWith: String
    /// Who decides for the child; why nobody, when there is nobody.
    public var guardian: String
    /// Why what is planned is best for the child.
    public var bestInterest: String
    /// Parents, or the state, are the danger and aren't contacted.
    public var parentsAreDanger: Bool
    public var stateIsDanger: Bool

    public init(
        isWith: String,
        guardian: String,
        bestInterest: String,
        parentsAreDanger: Bool = false,
        stateIsDanger: Bool = false
    ) {
        self.isWith = isWith
        self.guardian = guardian
        self.bestInterest = bestInterest
        self.parentsAreDanger = parentsAreDanger
        self.stateIsDanger = stateIsDanger
    }
}

/// A child note as it stands in a case.
public struct ChildNoteRecord: Sendable, Hashable {
    public let note: ChildNote
    public let entry: CaseEntryID
    public let writtenBy: UserID?
    /// Who read it as the second person; never whoever wrote it.
    public let secondPerson: UserID?

    public init(note: ChildNote, entry: CaseEntryID, writtenBy: UserID?, secondPerson: UserID?) {
        self.note = note
        self.entry = entry
        self.writtenBy = writtenBy
        self.secondPerson = secondPerson
    }
}

/// What must be recorded before a referral of somebody below 18, even estimated (safety rule 9). Pure.
public enum ChildRule {
    /// Whether somebody born then counts as a child on a day; with the year alone, anyone who may still be below 18
    /// does.
    public static func isChild(born birth: PartialDate?, on day: CivilDate) -> Bool {
        guard let birth else { return false }
        let years = day.date.year - birth.year
        guard years == 18 else { return years < 18 }
        // Eighteen this year: a child until the birthday, and until the year's or month's end when only that is known.
        let today = (day.date.month ?? 1, day.date.day ?? 1)
        guard let month = birth.month else { return true }
        return today < (month, birth.day ?? 31)
    }

    /// Why a person may not be referred yet; `nil` when they may.
    ///
    /// - Parameters:
    ///   - isChild: below 18, or recorded as probably so.
    ///   - record: what is recorded of the child in the case.
    ///   - toState: whether the recipient is a state body.
    /// - Returns: the first rule that stands against it.
    public static func refusal(isChild: Bool, record: ChildNoteRecord?, toState: Bool = false) -> CaseRefusal? {
        guard isChild else { return nil }
        guard let record, !record.note.guardian.isEmpty, !record.note.isWith.isEmpty else { return .guardianMissing }
        guard !record.note.bestInterest.isEmpty else { return .bestInterestMissing }
        guard let second = record.secondPerson, second != record.writtenBy else { return .secondPersonMissing }
        return toState && record.note.stateIsDanger ? .instructionForbids : nil
    }
}
