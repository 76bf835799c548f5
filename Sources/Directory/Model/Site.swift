public import Domain

/// Who may see a field of the directory.
public enum FieldVisibility: String, CaseIterable, Sendable, Hashable, Comparable {
    /// Everybody, the public door too.
    case everyone = "public"
    /// Staff of every organisation of the network.
    case member
    /// Staff of admitted organisations.
    case vetted
    /// The organisation's own staff; others see that there is a front gate.
    case owner

    public static func < (left: FieldVisibility, right: FieldVisibility) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// A place where an organisation works.
public struct Site: Sendable, Hashable {
    public let id: SiteID
    public let organization: OrganizationID
    public var name: String
    /// ISO 3166-1 alpha-2.
    public var country: String
    /// ISO 3166-2, when known.
    public var region: String?
    public var city: String
    public var address: String
    public var addressVisibility: FieldVisibility
    /// The duty number, as it is dialled.
    public var phone: String
    public var phoneVisibility: FieldVisibility
    /// The IANA zone of its hours.
    public var zone: String
    public var isRoundTheClock: Bool
    public var hours: [OpeningHours]

    public init(
        id: SiteID,
        organization: OrganizationID,
        name: String,
        country: String,
        region: String? = nil,
        city: String,
        address: String = "",
        addressVisibility: FieldVisibility = .member,
        phone: String = "",
        phoneVisibility: FieldVisibility = .everyone,
        zone: String,
        isRoundTheClock: Bool = false,
        hours: [OpeningHours] = []
    ) {
        self.id = id
        self.organization = organization
        self.name = name
        self.country = country
        self.region = region
        self.city = city
        self.address = address
        self.addressVisibility = addressVisibility
        self.phone = phone
        self.phoneVisibility = phoneVisibility
        self.zone = zone
        self.isRoundTheClock = isRoundTheClock
        self.hours = hours
    }

    /// The site without what a reader of this standing may not see.
    public func shown(to reader: FieldVisibility) -> Site {
        var site = self
        if addressVisibility > reader { site.address = "" }
        if phoneVisibility > reader { site.phone = "" }
        return site
    }
}

/// A span of a weekday in which a site is open.
public struct OpeningHours: Sendable, Hashable {
    /// 1 for Monday to 7 for Sunday (ISO 8601).
    public var weekday: Int
    /// Minutes since midnight.
    public var opens: Int
    /// Minutes since the same midnight; more than 1440 when it closes on the next day.
    public var closes: Int

    public init(weekday: Int, opens: Int, closes: Int) {
        self.weekday = weekday
        self.opens = opens
        self.closes = closes
    }
}

/// Whether a site is open, and what follows.
public enum OpenState: Sendable, Hashable {
    case open(until: Instant?)
    case closed(until: Instant?)

    public var isOpen: Bool {
        if case .open = self { true } else { false }
    }
}

extension Site {
    /// Whether the site is open at an instant, on the clocks of its own zone.
    public func state(at now: Instant) -> OpenState {
        if isRoundTheClock { return .open(until: nil) }
        let today = CivilDate(at: now, zone: zone)
        var next: Instant?
        for offset in Int64(-1)...7 {
            let day = today.advanced(byDays: offset)
            for span in hours where span.weekday == Self.weekday(day) {
                let opens = Instant(on: day, minuteOfDay: span.opens, zone: zone)
                let closes = Instant(on: day, minuteOfDay: span.closes, zone: zone)
                if opens <= now, now < closes { return .open(until: closes) }
                if opens > now, next.map({ opens < $0 }) ?? true { next = opens }
            }
        }
        return .closed(until: next)
    }

    /// 1 for Monday to 7 for Sunday; 1 January 1970 was a Thursday.
    static func weekday(_ day: CivilDate) -> Int {
        Int(((day.daysSince1970 + 3) % 7 + 7) % 7) + 1
    }
}
