// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `official`.
public struct OfficialTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 2236 + offset) }

    /// Requests by authorities
    public var title: String { texts.text(Self.key(0)) }

    /// The police, the migration service, a court or a foreign office asks about somebody? Say nothing, not even
    /// whether you know the person. Take the paper and the name of whoever asks, write both down here, and tell your
    /// manager. Only a manager decides, in writing. There is no quick look.
    public var rule: String { texts.text(Self.key(1)) }

    /// No request is recorded
    public var empty: String { texts.text(Self.key(2)) }

    /// Record a request
    public var record: String { texts.text(Self.key(3)) }

    /// Request {number}
    public func number(number: String) -> String {
        texts.text(Self.key(4), ["number": number])
    }

    /// Number
    public var columnNumber: String { texts.text(Self.key(5)) }

    /// Authority
    public var authority: String { texts.text(Self.key(6)) }

    /// Police
    public var authorityPolice: String { texts.text(Self.key(7)) }

    /// Migration service
    public var authorityMigration: String { texts.text(Self.key(8)) }

    /// Court
    public var authorityCourt: String { texts.text(Self.key(9)) }

    /// Prosecutor or investigator
    public var authorityProsecutor: String { texts.text(Self.key(10)) }

    /// Security service
    public var authoritySecurity: String { texts.text(Self.key(11)) }

    /// Office of another state, consulate
    public var authorityForeign: String { texts.text(Self.key(12)) }

    /// Another authority
    public var authorityOther: String { texts.text(Self.key(13)) }

    /// How it came
    public var channel: String { texts.text(Self.key(14)) }

    /// Received
    public var received: String { texts.text(Self.key(15)) }

    /// Answer is due
    public var due: String { texts.text(Self.key(16)) }

    /// As the paper says. Left empty: five days from receipt, so that it isn't forgotten.
    public var dueHint: String { texts.text(Self.key(17)) }

    /// State
    public var state: String { texts.text(Self.key(18)) }

    /// Waits for a decision
    public var stateReceived: String { texts.text(Self.key(19)) }

    /// Refused
    public var stateRefused: String { texts.text(Self.key(20)) }

    /// Answered
    public var stateAnswered: String { texts.text(Self.key(21)) }

    /// Withdrawn by the authority
    public var stateWithdrawn: String { texts.text(Self.key(22)) }

    /// Who asks
    public var asker: String { texts.text(Self.key(23)) }

    /// Name, rank, office, telephone.
    public var askerHint: String { texts.text(Self.key(24)) }

    /// What they ask for
    public var wanted: String { texts.text(Self.key(25)) }

    /// In their words. This opens no record, links none and searches for nobody.
    public var wantedHint: String { texts.text(Self.key(26)) }

    /// On which paper
    public var paper: String { texts.text(Self.key(27)) }

    /// Number, date, signature. Write “none” when none was shown.
    public var paperHint: String { texts.text(Self.key(28)) }

    /// Decision
    public var decide: String { texts.text(Self.key(29)) }

    /// Refuse
    public var decideRefuse: String { texts.text(Self.key(30)) }

    /// Answer
    public var decideAnswer: String { texts.text(Self.key(31)) }

    /// The authority withdrew it
    public var decideWithdrawn: String { texts.text(Self.key(32)) }

    /// Reason
    public var reason: String { texts.text(Self.key(33)) }

    /// Which law, which advice, why so.
    public var reasonHint: String { texts.text(Self.key(34)) }

    /// What is given
    public var told: String { texts.text(Self.key(35)) }

    /// Word for word. Leave it empty when nothing is given.
    public var toldHint: String { texts.text(Self.key(36)) }

    /// Record the decision
    public var saveDecision: String { texts.text(Self.key(37)) }

    /// Recorded by
    public var recordedBy: String { texts.text(Self.key(38)) }

    /// Decided by
    public var decidedBy: String { texts.text(Self.key(39)) }

    /// You
    public var you: String { texts.text(Self.key(40)) }

    /// A colleague
    public var colleague: String { texts.text(Self.key(41)) }

    /// A manager decides. Until then nobody says anything.
    public var waits: String { texts.text(Self.key(42)) }

    /// You recorded this request yourself. You may refuse it; another manager has to decide an answer that gives
    /// anything.
    public var secondPerson: String { texts.text(Self.key(43)) }

    /// Only a manager of your organisation decides this.
    public var problemNotNamed: String { texts.text(Self.key(44)) }

    /// Write the reason.
    public var problemReason: String { texts.text(Self.key(45)) }

    /// Only an answer gives something: choose “Answer”, or leave this empty.
    public var problemTold: String { texts.text(Self.key(46)) }

    /// A decision is recorded already.
    public var problemDecided: String { texts.text(Self.key(47)) }

    /// Give a day of the calendar; receipt isn't in the future, the answer isn't before it.
    public var problemDate: String { texts.text(Self.key(48)) }

    /// At most {count} characters.
    public func problemLong(count: String) -> String {
        texts.text(Self.key(49), ["count": count])
    }

    /// The request is recorded. Tell your manager now.
    public var newsRecorded: String { texts.text(Self.key(50)) }

    /// The decision is recorded.
    public var newsDecided: String { texts.text(Self.key(51)) }
}
