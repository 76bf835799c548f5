// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `transfers`.
public struct TransfersTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 1335 + offset) }

    /// Transfer of a case
    public var title: String { texts.text(Self.key(0)) }

    /// Transfer
    public var offer: String { texts.text(Self.key(1)) }

    /// The case changes its owner once they accept. You will no longer see it.
    public var offerBody: String { texts.text(Self.key(2)) }

    /// To whom
    public var to: String { texts.text(Self.key(3)) }

    /// Every client must have agreed that everything goes to this organisation.
    public var needConsent: String { texts.text(Self.key(4)) }

    /// Deadlines
    public var sheetDeadlines: String { texts.text(Self.key(5)) }

    /// Where the originals are
    public var sheetOriginals: String { texts.text(Self.key(6)) }

    /// What was promised
    public var sheetPromises: String { texts.text(Self.key(7)) }

    /// Dangers
    public var sheetDangers: String { texts.text(Self.key(8)) }

    /// Offer transfer
    public var send: String { texts.text(Self.key(9)) }

    /// The transfer is offered.
    public var offered: String { texts.text(Self.key(10)) }

    /// Take over
    public var accept: String { texts.text(Self.key(11)) }

    /// The case is yours now.
    public var accepted: String { texts.text(Self.key(12)) }

    /// Decline
    public var decline: String { texts.text(Self.key(13)) }

    /// Declined.
    public var declined: String { texts.text(Self.key(14)) }

    /// Take the offer back
    public var revoke: String { texts.text(Self.key(15)) }

    /// The offer is taken back.
    public var revoked: String { texts.text(Self.key(16)) }

    /// offered
    public var stateOffered: String { texts.text(Self.key(17)) }

    /// taken over
    public var stateAccepted: String { texts.text(Self.key(18)) }

    /// declined
    public var stateDeclined: String { texts.text(Self.key(19)) }

    /// taken back
    public var stateRevoked: String { texts.text(Self.key(20)) }

    /// Handover sheet
    public var sheet: String { texts.text(Self.key(21)) }

    /// The case is offered to somebody already.
    public var problemAlreadyOffered: String { texts.text(Self.key(22)) }

    /// Every client must have a live consent for this organisation that covers everything.
    public var problemNotEveryMember: String { texts.text(Self.key(23)) }
}
