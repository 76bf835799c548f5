public import Domain
public import Markup

/// Every address of this room.
public enum HotlineURL {
    case home
    case contacts
    case newContact
    case contact(ContactID)
    case draft(ContactID)
    case take(ContactID)
    case takeCall(ContactID)
    case callBacks
    case callBack(CallBackID)
    case handover
    case noteRead(ShiftNoteID)
    case rota
    case rotaRemove(RotaEntryID)
    case onCall
    case stepRemove(OnCallStepID)
    case raise
    case alarm(AlarmID)
    case numbers
    case numberEnd(NumberMarkID)

    public var url: URLAttribute {
        switch self {
        case .home: .path("hotline")
        case .contacts: .path("hotline", "contacts")
        case .newContact: .path("hotline", "contacts", "new")
        case .contact(let id): .path("hotline", "contacts", id.text)
        case .draft(let id): .path("hotline", "drafts", id.text)
        case .take(let id): .path("hotline", "drafts", id.text, "take")
        case .takeCall(let id): .path("hotline", "calls", id.text, "take")
        case .callBacks: .path("hotline", "call-backs")
        case .callBack(let id): .path("hotline", "call-backs", id.text)
        case .handover: .path("hotline", "handover")
        case .noteRead(let id): .path("hotline", "handover", id.text, "read")
        case .rota: .path("hotline", "rota")
        case .rotaRemove(let id): .path("hotline", "rota", id.text, "remove")
        case .onCall: .path("hotline", "on-call")
        case .stepRemove(let id): .path("hotline", "on-call", "steps", id.text, "remove")
        case .raise: .path("hotline", "on-call", "alarm")
        case .alarm(let id): .path("hotline", "on-call", "alarms", id.text)
        case .numbers: .path("hotline", "numbers")
        case .numberEnd(let id): .path("hotline", "numbers", id.text, "end")
        }
    }

    /// The list of contacts with these parameters.
    static func contacts(_ parameters: [(name: String, value: String)]) -> URLAttribute {
        parameters.reduce(HotlineURL.contacts.url) { $0.adding(query: $1.name, $1.value) }
    }
}
