public import Domain

/// What the caller is to the person a contact is about.
public enum CallerRelation: String, CaseIterable, Sendable, Hashable {
    case own = "self"
    case spouse, parent, child, sibling
    case otherRelative = "other_relative"
    case friend, colleague, other
}

/// Where somebody heard of the hotline.
public enum HeardFrom: String, CaseIterable, Sendable, Hashable {
    case friends, internet
    case socialMedia = "social_media"
    case leaflet, media, organization, consulate, airport, other
}

/// Whether a place is a town.
public enum Settlement: String, CaseIterable, Sendable, Hashable {
    case urban, rural
}

/// Whether something is still to be done about a contact.
public enum ContactState: String, CaseIterable, Sendable, Hashable {
    /// Somebody waits to be called back.
    case waiting
    case closed
}

/// How sure it is that the caller is the recorded person (design, safety rule 6).
public enum RecognitionCheck: String, CaseIterable, Sendable, Hashable, Codable {
    /// A number or a name matched, nothing more.
    case notDone = "not_done"
    /// The code word was right.
    case codeWord = "code_word"
    /// Two facts were right.
    case twoFacts = "two_facts"
    /// What was said didn't fit the record.
    case failed
    /// Staff looked at the record; nothing was said to the caller.
    case staffOnly = "staff_only"
    /// The person was first recorded in this very contact.
    case newlyRecorded = "newly_recorded"
}

/// How far a call-back got.
public enum CallBackState: String, CaseIterable, Sendable, Hashable {
    case waiting, done, cancelled
}

/// Why a number is marked.
public enum NumberMarkReason: String, CaseIterable, Sendable, Hashable {
    case abuse, silent, prank, threat
}

/// What became of ringing somebody of the on-call ladder.
public enum AlarmAnswer: String, CaseIterable, Sendable, Hashable {
    case answered
    case noAnswer = "no_answer"
    case refused
}

/// Where a call announced by a telephone exchange stands.
public enum CallState: String, CaseIterable, Sendable, Hashable {
    case ringing, answered, ended
}

/// Somebody who waits to be called.
public enum CallBackEntity {}
/// A note from one shift to the next.
public enum ShiftNoteEntity {}
/// Somebody's hours on duty.
public enum RotaEntryEntity {}
/// A place in the order in which people on call are rung.
public enum OnCallStepEntity {}
/// One press of the red key.
public enum AlarmEntity {}
/// A number that is marked as abusive.
public enum NumberMarkEntity {}

public typealias CallBackID = Identifier<CallBackEntity>
public typealias ShiftNoteID = Identifier<ShiftNoteEntity>
public typealias RotaEntryID = Identifier<RotaEntryEntity>
public typealias OnCallStepID = Identifier<OnCallStepEntity>
public typealias AlarmID = Identifier<AlarmEntity>
public typealias NumberMarkID = Identifier<NumberMarkEntity>
