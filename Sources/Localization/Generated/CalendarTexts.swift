// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `calendar`.
public struct CalendarTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 2002 + offset) }

    /// Appointments
    public var title: String { texts.text(Self.key(0)) }

    /// New appointment
    public var new: String { texts.text(Self.key(1)) }

    /// Planned appointments
    public var caption: String { texts.text(Self.key(2)) }

    /// When
    public var when: String { texts.text(Self.key(3)) }

    /// Who
    public var who: String { texts.text(Self.key(4)) }

    /// What for
    public var what: String { texts.text(Self.key(5)) }

    /// State
    public var state: String { texts.text(Self.key(6)) }

    /// Day
    public var day: String { texts.text(Self.key(7)) }

    /// As in 2026-03-12
    public var dayHint: String { texts.text(Self.key(8)) }

    /// Time
    public var time: String { texts.text(Self.key(9)) }

    /// As in 14:30
    public var timeHint: String { texts.text(Self.key(10)) }

    /// There is no such day.
    public var dayWrong: String { texts.text(Self.key(11)) }

    /// Write the time as 14:30.
    public var timeWrong: String { texts.text(Self.key(12)) }

    /// This day is over.
    public var past: String { texts.text(Self.key(13)) }

    /// The appointment is planned.
    public var saved: String { texts.text(Self.key(14)) }

    /// Changed.
    public var changed: String { texts.text(Self.key(15)) }

    /// A colleague changed this appointment meanwhile. Look at it again.
    public var stale: String { texts.text(Self.key(16)) }

    /// No appointments
    public var emptyTitle: String { texts.text(Self.key(17)) }

    /// Plan one from a case or from the hotline.
    public var emptyBody: String { texts.text(Self.key(18)) }

    /// Nobody named
    public var nobody: String { texts.text(Self.key(19)) }

    /// Open the case
    public var openCase: String { texts.text(Self.key(20)) }
}
