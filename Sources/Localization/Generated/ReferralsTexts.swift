// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `referrals`.
public struct ReferralsTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 1230 + offset) }

    /// There is no live consent for this recipient.
    public var problemConsentMissing: String { texts.text(Self.key(0)) }

    /// This consent names another recipient.
    public var problemConsentOfOther: String { texts.text(Self.key(1)) }

    /// The case is with this organisation already.
    public var problemAlreadyReferred: String { texts.text(Self.key(2)) }

    /// The case is closed.
    public var problemCaseClosed: String { texts.text(Self.key(3)) }

    /// A child: record first with whom it is and who its guardian is.
    public var problemChildGuardian: String { texts.text(Self.key(4)) }

    /// A child: record first why this is best for it.
    public var problemChildNote: String { texts.text(Self.key(5)) }

    /// A child: a second colleague must read the note first.
    public var problemChildSecondPerson: String { texts.text(Self.key(6)) }

    /// A child: the state is recorded as the danger.
    public var problemChildState: String { texts.text(Self.key(7)) }

    /// This cannot be done any more: somebody was quicker, or it has ended.
    public var problemWrongState: String { texts.text(Self.key(8)) }

    /// Write on which basis you keep it.
    public var problemDecision: String { texts.text(Self.key(9)) }

    /// Inbox
    public var inbox: String { texts.text(Self.key(10)) }

    /// Sent
    public var outbox: String { texts.text(Self.key(11)) }

    /// Referral
    public var title: String { texts.text(Self.key(12)) }

    /// Referrals
    public var section: String { texts.text(Self.key(13)) }

    /// Refer
    public var refer: String { texts.text(Self.key(14)) }

    /// Refer to another organisation
    public var referTitle: String { texts.text(Self.key(15)) }

    /// Record a consent first: it names who may see what, and until when.
    public var referNeedConsent: String { texts.text(Self.key(16)) }

    /// To whom, by which consent
    public var referConsent: String { texts.text(Self.key(17)) }

    /// What they will see
    public var willSee: String { texts.text(Self.key(18)) }

    /// At once: the name and the summary. After they accept: {groups}.
    public func willSeeFirst(groups: String) -> String {
        texts.text(Self.key(19), ["groups": groups])
    }

    /// Urgency
    public var urgency: String { texts.text(Self.key(20)) }

    /// What they need to know and do
    public var note: String { texts.text(Self.key(21)) }

    /// No more than they need. They read it as soon as it is sent.
    public var noteHint: String { texts.text(Self.key(22)) }

    /// The person's wishes
    public var wishes: String { texts.text(Self.key(23)) }

    /// A woman lawyer
    public var wishWomanLawyer: String { texts.text(Self.key(24)) }

    /// An interpreter
    public var wishInterpreter: String { texts.text(Self.key(25)) }

    /// Nobody from the own village or kin
    public var wishNotVillage: String { texts.text(Self.key(26)) }

    /// Agreement or discount that holds here
    public var agreement: String { texts.text(Self.key(27)) }

    /// Send referral
    public var send: String { texts.text(Self.key(28)) }

    /// The referral is sent.
    public var sent: String { texts.text(Self.key(29)) }

    /// Who can help
    public var candidates: String { texts.text(Self.key(30)) }

    /// Ask for consent
    public var askConsent: String { texts.text(Self.key(31)) }

    /// Person
    public var columnPerson: String { texts.text(Self.key(32)) }

    /// From
    public var columnFrom: String { texts.text(Self.key(33)) }

    /// To
    public var columnTo: String { texts.text(Self.key(34)) }

    /// Problem
    public var columnProblem: String { texts.text(Self.key(35)) }

    /// State
    public var columnState: String { texts.text(Self.key(36)) }

    /// Time left
    public var columnClock: String { texts.text(Self.key(37)) }

    /// Sent
    public var columnSent: String { texts.text(Self.key(38)) }

    /// one person
    public var personHidden: String { texts.text(Self.key(39)) }

    /// answer until {date}
    public func clockDue(date: String) -> String {
        texts.text(Self.key(40), ["date": date])
    }

    /// overdue since {date}
    public func clockOverdue(date: String) -> String {
        texts.text(Self.key(41), ["date": date])
    }

    /// Waiting
    public var filterWaiting: String { texts.text(Self.key(42)) }

    /// In work
    public var filterWorking: String { texts.text(Self.key(43)) }

    /// Ended
    public var filterEnded: String { texts.text(Self.key(44)) }

    /// All
    public var filterAll: String { texts.text(Self.key(45)) }

    /// Nothing has come in.
    public var emptyIn: String { texts.text(Self.key(46)) }

    /// Nothing has been sent.
    public var emptyOut: String { texts.text(Self.key(47)) }

    /// Refer from the page of a case, once the person has agreed.
    public var emptyHint: String { texts.text(Self.key(48)) }

    /// Accept
    public var accept: String { texts.text(Self.key(49)) }

    /// Opens what the consent allows, and a case of your own.
    public var acceptHint: String { texts.text(Self.key(50)) }

    /// Accepted. Your own case is open.
    public var accepted: String { texts.text(Self.key(51)) }

    /// Decline
    public var decline: String { texts.text(Self.key(52)) }

    /// Reason
    public var declineReason: String { texts.text(Self.key(53)) }

    /// More for the sender
    public var declineText: String { texts.text(Self.key(54)) }

    /// Declined. The sender sees the reason.
    public var declined: String { texts.text(Self.key(55)) }

    /// No capacity now
    public var reasonNoCapacity: String { texts.text(Self.key(56)) }

    /// Not what we do
    public var reasonNotOurService: String { texts.text(Self.key(57)) }

    /// Another place is nearer
    public var reasonOtherPlace: String { texts.text(Self.key(58)) }

    /// Not in this language
    public var reasonLanguage: String { texts.text(Self.key(59)) }

    /// Conflict of interest
    public var reasonConflict: String { texts.text(Self.key(60)) }

    /// The person could not be reached
    public var reasonNotReached: String { texts.text(Self.key(61)) }

    /// Other
    public var reasonOther: String { texts.text(Self.key(62)) }

    /// taken back by the sender
    public var endRevoked: String { texts.text(Self.key(63)) }

    /// ended
    public var endEnded: String { texts.text(Self.key(64)) }

    /// the person withdrew
    public var endWithdrawn: String { texts.text(Self.key(65)) }

    /// not answered in time
    public var endUnanswered: String { texts.text(Self.key(66)) }

    /// the consent ran out
    public var endLapsed: String { texts.text(Self.key(67)) }

    /// the case has another owner
    public var endTransferred: String { texts.text(Self.key(68)) }

    /// erased
    public var endErased: String { texts.text(Self.key(69)) }

    /// Begin work
    public var start: String { texts.text(Self.key(70)) }

    /// Work has begun.
    public var started: String { texts.text(Self.key(71)) }

    /// Done
    public var complete: String { texts.text(Self.key(72)) }

    /// What was done, for the sender
    public var completeText: String { texts.text(Self.key(73)) }

    /// Done. The sender sees the outcome.
    public var completed: String { texts.text(Self.key(74)) }

    /// Take back
    public var revoke: String { texts.text(Self.key(75)) }

    /// Their access ends at once.
    public var revokeBody: String { texts.text(Self.key(76)) }

    /// Taken back. Their access has ended.
    public var revoked: String { texts.text(Self.key(77)) }

    /// Ask back
    public var ask: String { texts.text(Self.key(78)) }

    /// Question or answer
    public var askText: String { texts.text(Self.key(79)) }

    /// Sent.
    public var asked: String { texts.text(Self.key(80)) }

    /// Questions and answers
    public var messages: String { texts.text(Self.key(81)) }

    /// By whose leave
    public var byAuthority: String { texts.text(Self.key(82)) }

    /// And {count} more persons
    public func others(count: Int) -> String {
        texts.plural(Self.key(83), count)
    }

    /// The sender's record
    public var record: String { texts.text(Self.key(84)) }

    /// Nothing of the sender's record is open to you.
    public var recordShut: String { texts.text(Self.key(85)) }

    /// After you accept you will see what the consent allows.
    public var recordAfter: String { texts.text(Self.key(86)) }

    /// Summary
    public var summary: String { texts.text(Self.key(87)) }

    /// What happened
    public var situation: String { texts.text(Self.key(88)) }

    /// Your own case
    public var linkedCase: String { texts.text(Self.key(89)) }

    /// Answer
    public var answer: String { texts.text(Self.key(90)) }

    /// Outcome
    public var outcome: String { texts.text(Self.key(91)) }

    /// Who can see this case now
    public var whoSees: String { texts.text(Self.key(92)) }

    /// Only your own organisation.
    public var whoSeesNobody: String { texts.text(Self.key(93)) }

    /// The person has withdrawn
    public var withdrawnTitle: String { texts.text(Self.key(94)) }

    /// The sender's record is closed
    public var withdrawnEnded: String { texts.text(Self.key(95)) }

    /// Your own work stays with you until you decide what becomes of it, by {date}.
    public func withdrawnBody(date: String) -> String {
        texts.text(Self.key(96), ["date": date])
    }

    /// What becomes of your own work
    public var decision: String { texts.text(Self.key(97)) }

    /// Keep, with a basis
    public var decisionKeep: String { texts.text(Self.key(98)) }

    /// Hand back
    public var decisionHandBack: String { texts.text(Self.key(99)) }

    /// Erase
    public var decisionErase: String { texts.text(Self.key(100)) }

    /// Basis
    public var decisionBasis: String { texts.text(Self.key(101)) }

    /// Decided.
    public var decided: String { texts.text(Self.key(102)) }

    /// Answers an earlier referral
    public var counter: String { texts.text(Self.key(103)) }

    /// asked again
    public var escalated: String { texts.text(Self.key(104)) }
}
