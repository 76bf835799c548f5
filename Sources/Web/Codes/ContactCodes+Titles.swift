public import Domain
public import Localization

// What people read for each code that rooms share. One switch per list, so that a new code does not compile untitled.

extension Channel {
    /// The code in the words of the reader's language.
    public func title(_ texts: Texts) -> String {
        switch self {
        case .phone: texts.codes.channelPhone
        case .messenger: texts.codes.channelMessenger
        case .visit: texts.codes.channelVisit
        case .letter: texts.codes.channelLetter
        case .email: texts.codes.channelEmail
        case .web: texts.codes.channelWeb
        case .outreach: texts.codes.channelOutreach
        case .unknown: texts.common.notRecorded
        }
    }
}

extension ContactDirection {
    /// The code in the words of the reader's language.
    public func title(_ texts: Texts) -> String {
        switch self {
        case .incoming: texts.codes.directionIn
        case .outgoing: texts.codes.directionOut
        }
    }
}

extension Counterpart {
    /// The code in the words of the reader's language.
    public func title(_ texts: Texts) -> String {
        switch self {
        case .person: texts.codes.counterpartPerson
        case .relative: texts.codes.counterpartRelative
        case .employer: texts.codes.counterpartEmployer
        case .authority: texts.codes.counterpartAuthority
        case .partner: texts.codes.counterpartPartner
        case .lawyer: texts.codes.counterpartLawyer
        case .journalist: texts.codes.counterpartJournalist
        }
    }
}

extension ContactRole {
    /// The code in the words of the reader's language.
    public func title(_ texts: Texts) -> String {
        switch self {
        case .caller: texts.codes.contactRoleCaller
        case .concerned: texts.codes.contactRoleConcerned
        case .relative: texts.codes.contactRoleRelative
        case .witness: texts.codes.contactRoleWitness
        case .interpreter: texts.codes.contactRoleInterpreter
        }
    }
}

extension Urgency {
    /// The code in the words of the reader's language.
    public func title(_ texts: Texts) -> String {
        switch self {
        case .normal: texts.codes.urgencyNormal
        case .urgent: texts.codes.urgencyUrgent
        case .emergency: texts.codes.urgencyEmergency
        }
    }
}

extension ContactOutcome {
    /// The code in the words of the reader's language.
    public func title(_ texts: Texts) -> String {
        switch self {
        case .advised: texts.codes.contactOutcomeAdvised
        case .appointment: texts.codes.contactOutcomeAppointment
        case .caseOpened: texts.codes.contactOutcomeCase
        case .referred: texts.codes.contactOutcomeReferred
        case .callBack: texts.codes.contactOutcomeCallBack
        case .noRequest: texts.codes.contactOutcomeNoRequest
        }
    }
}

extension AttemptResult {
    /// The code in the words of the reader's language.
    public func title(_ texts: Texts) -> String {
        switch self {
        case .reached: texts.codes.attemptReached
        case .noAnswer: texts.codes.attemptNoAnswer
        case .wrongNumber: texts.codes.attemptWrongNumber
        case .refused: texts.codes.attemptRefused
        case .unsafe: texts.codes.attemptUnsafe
        }
    }
}

extension StandingAnswer {
    /// The code in the words of the reader's language.
    public func title(_ texts: Texts) -> String {
        switch self {
        case .yes: texts.codes.answerYes
        case .no: texts.codes.answerNo
        case .notAsked: texts.codes.answerNotAsked
        case .notSafeToAsk: texts.codes.answerNotSafeToAsk
        }
    }
}
