public import Domain
public import Markup

/// Every address of this room.
public enum CalendarURL {
    case list
    case new(CaseID)
    case state(AppointmentID)

    public var url: URLAttribute {
        switch self {
        case .list: .path("appointments")
        case .new(let id): .path("cases", id.text, "appointments", "new")
        case .state(let id): .path("appointments", id.text, "state")
        }
    }
}
