public import Domain

/// A meeting that was agreed: a civil day and time on the clocks of a zone.
public struct Appointment: Sendable, Hashable {
    public let id: AppointmentID
    public let version: Int64
    public let state: AppointmentState
    public let details: AppointmentDetails

    /// When it is, as a point on the time line.
    public var startsAt: Instant {
        Instant(on: details.day, minuteOfDay: details.minute, zone: details.zone)
    }
}

/// What can be agreed of an appointment.
public struct AppointmentDetails: Sendable, Hashable {
    public var day: CivilDate
    /// Minutes since midnight.
    public var minute: Int
    /// An IANA zone.
    public var zone: String
    /// How long it takes.
    public var minutes: Int
    /// A service code, when it is for one.
    public var service: String?
    /// Which member of staff it is with.
    public var staff: UserID?
    public var person: PersonID?
    public var caseFile: CaseID?
    public var contact: ContactID?
    /// What it is for and where; sealed.
    public var note: String

    public init(
        day: CivilDate,
        minute: Int,
        zone: String,
        minutes: Int = 30,
        service: String? = nil,
        staff: UserID? = nil,
        person: PersonID? = nil,
        caseFile: CaseID? = nil,
        contact: ContactID? = nil,
        note: String = ""
    ) {
        self.day = day
        self.minute = minute
        self.zone = zone
        self.minutes = minutes
        self.service = service
        self.staff = staff
        self.person = person
        self.caseFile = caseFile
        self.contact = contact
        self.note = note
    }
}

/// The rules of appointments.
public enum AppointmentRules {
    /// The states that may follow one; what is over stays over.
    public static func next(_ state: AppointmentState) -> Set<AppointmentState> {
        switch state {
        case .required: [.planned, .notRequired, .cancelled]
        case .planned: [.inProgress, .completed, .missed, .cancelled, .required]
        case .inProgress: [.completed, .cancelled]
        case .missed: [.planned, .required]
        case .completed, .cancelled, .notRequired: []
        }
    }
}

/// Why an appointment could not be worked on.
public enum CalendarError: Error, Sendable, Hashable {
    /// There is no such appointment for this organisation.
    case notFound
    /// Somebody changed it since it was read.
    case stale
    /// The state can't follow the present one.
    case impossibleState
}
