// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `day`.
public struct DayTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 1683 + offset) }

    /// My day
    public var title: String { texts.text(Self.key(0)) }

    /// Now
    public var now: String { texts.text(Self.key(1)) }

    /// This week
    public var thisWeek: String { texts.text(Self.key(2)) }

    /// Waiting for others
    public var waiting: String { texts.text(Self.key(3)) }

    /// Nothing is urgent. Look at this week, or take a case without a worker.
    public var nowEmpty: String { texts.text(Self.key(4)) }

    /// Nothing is due this week.
    public var weekEmpty: String { texts.text(Self.key(5)) }

    /// You wait for nobody.
    public var waitingEmpty: String { texts.text(Self.key(6)) }

    /// Open
    public var act: String { texts.text(Self.key(7)) }

    /// Task
    public var kindTask: String { texts.text(Self.key(8)) }

    /// Step
    public var kindStep: String { texts.text(Self.key(9)) }

    /// Deadline
    public var kindDeadline: String { texts.text(Self.key(10)) }

    /// Aid
    public var kindAid: String { texts.text(Self.key(11)) }

    /// Claim
    public var kindClaim: String { texts.text(Self.key(12)) }

    /// Payment to confirm
    public var kindPayment: String { texts.text(Self.key(13)) }

    /// Child: second person
    public var kindChildNote: String { texts.text(Self.key(14)) }

    /// Case without a worker
    public var kindCase: String { texts.text(Self.key(15)) }

    /// Referral
    public var kindReferral: String { texts.text(Self.key(16)) }

    /// Call back
    public var kindCallBack: String { texts.text(Self.key(17)) }

    /// Appointment
    public var kindAppointment: String { texts.text(Self.key(18)) }

    /// Consent
    public var kindAuthority: String { texts.text(Self.key(19)) }

    /// Transfer
    public var kindTransfer: String { texts.text(Self.key(20)) }

    /// Waiting
    public var kindWaiting: String { texts.text(Self.key(21)) }

    /// Who
    public var who: String { texts.text(Self.key(22)) }

    /// What
    public var what: String { texts.text(Self.key(23)) }

    /// Why now
    public var why: String { texts.text(Self.key(24)) }

    /// Due today
    public var dueToday: String { texts.text(Self.key(25)) }

    /// Overdue since {date}
    public func overdueSince(date: String) -> String {
        texts.text(Self.key(26), ["date": date])
    }

    /// Due {date}
    public func dueOn(date: String) -> String {
        texts.text(Self.key(27), ["date": date])
    }

    /// New
    public var newNow: String { texts.text(Self.key(28)) }
}
