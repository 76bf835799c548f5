public import Domain

/// How a person may be reached without danger.
public struct SafeContact: Sendable, Hashable, Codable {
    /// The person gets in touch; nobody rings or writes.
    public var mustNotBeContacted: Bool
    /// A ``Domain/Channel`` code when only one channel is safe.
    private var channelCode: String?
    /// Minutes since midnight on the clocks of ``zone`` from which on contact is safe; `nil` together with
    /// ``untilMinute`` for any time.
    public var fromMinute: Int?
    /// Minutes since midnight before which contact must end; smaller than ``fromMinute`` over midnight.
    public var untilMinute: Int?
    /// The IANA zone of the hours; UTC where it is unknown.
    public var zone: String
    /// What both sides say to be sure of each other.
    public var codeWord: String
    public var neverLeaveMessage: Bool
    /// Messages, letters and call-backs must not show who sends them (safety rule 10).
    public var neutralSender: Bool
    public var note: String

    public init(
        mustNotBeContacted: Bool = false,
        channel: Channel? = nil,
        fromMinute: Int? = nil,
        untilMinute: Int? = nil,
        zone: String = "",
        codeWord: String = "",
        neverLeaveMessage: Bool = false,
        neutralSender: Bool = false,
        note: String = ""
    ) {
        self.mustNotBeContacted = mustNotBeContacted
        channelCode = channel?.rawValue
        self.fromMinute = fromMinute
        self.untilMinute = untilMinute
        self.zone = zone
        self.codeWord = codeWord
        self.neverLeaveMessage = neverLeaveMessage
        self.neutralSender = neutralSender
        self.note = note
    }

    /// The only safe channel; `nil` when any is.
    public var channel: Channel? {
        get { channelCode.flatMap { Channel(rawValue: $0) } }
        set { channelCode = newValue?.rawValue }
    }

    public var isEmpty: Bool { self == SafeContact() }
}

/// Whether somebody may be reached now.
public enum CallPermission: Sendable, Hashable {
    /// Why nobody may try at any hour.
    public enum NeverReason: Sendable, Hashable {
        case mustNotBeContacted
        case otherChannelOnly(Channel)
    }

    case allowed
    case notNow(until: Instant)
    case never(NeverReason)
}

extension SafeContact {
    /// Whether the person may be rung at an instant.
    public func mayCall(at instant: Instant) -> CallPermission { mayReach(by: .phone, at: instant) }

    /// Whether the person may be reached over a channel at an instant; a channel that the person didn't name as the
    /// only safe one is never right.
    public func mayReach(by channel: Channel, at instant: Instant) -> CallPermission {
        if mustNotBeContacted { return .never(.mustNotBeContacted) }
        if let only = self.channel, only != channel { return .never(.otherChannelOnly(only)) }
        guard let from = fromMinute, let until = untilMinute, from != until else { return .allowed }
        let minute = instant.minuteOfDay(zone: zone)
        let isInside = from < until ? (from..<until).contains(minute) : minute >= from || minute < until
        guard !isInside else { return .allowed }
        let today = CivilDate(at: instant, zone: zone)
        let start = Instant(on: today, minuteOfDay: from, zone: zone)
        if start > instant { return .notNow(until: start) }
        return .notNow(until: Instant(on: today.advanced(byDays: 1), minuteOfDay: from, zone: zone))
    }

    /// Who a message may say it comes from.
    ///
    /// - Parameters:
    ///   - organization: the sender's name.
    ///   - neutral: what stands there when the name would endanger.
    /// - Returns: one of the two.
    public func sender(named organization: String, neutral: String) -> String {
        neutralSender ? neutral : organization
    }
}
