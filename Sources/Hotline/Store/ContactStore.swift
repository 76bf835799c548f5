public import Access
import Database
public import Domain
public import Facts
public import Journal
public import People
public import Vault

/// The log of contacts: everything that touches the tables `contact`, `contact_person`, `contact_problem`.
///
/// Functions run inside a transaction and take its connection; each change writes its leaf, its event and its facts
/// there too.
public struct ContactStore: Sendable {
    let vault: Vault
    let recorder: Recorder
    let people: PeopleStore
    let facts: FactWriter
    let surroundings: Surroundings
    let zone: @Sendable (OrganizationID) -> String

    /// - Parameters:
    ///   - vault: keys of contacts.
    ///   - recorder: leaves and events.
    ///   - people: persons whom contacts name.
    ///   - facts: what statistics count.
    ///   - surroundings: the clock and chance.
    ///   - zone: an organisation's IANA zone, in which the day of a fact is counted.
    public init(
        vault: Vault,
        recorder: Recorder,
        people: PeopleStore,
        facts: FactWriter,
        surroundings: Surroundings,
        zone: @escaping @Sendable (OrganizationID) -> String
    ) {
        self.vault = vault
        self.recorder = recorder
        self.people = people
        self.facts = facts
        self.surroundings = surroundings
        self.zone = zone
    }

    /// A leaf about a record of the hotline in the log of the principal's organisation.
    public func leaf(
        _ kind: LeafKind,
        _ id: RecordID?,
        by principal: Principal,
        state: [UInt8]? = nil
    ) -> LeafDraft {
        LeafDraft(
            log: principal.organization,
            kind: kind,
            actor: principal.user,
            actorOrganization: principal.organization,
            subject: id,
            state: state
        )
    }

    /// What a name from outside is kept as: an exchange's call or a client's task may be named after a number.
    static func hash(_ purpose: String, _ name: String, of organization: OrganizationID) -> Blob {
        var state = RecordState()
        state.add(organization.text)
        state.add(purpose)
        state.add(name)
        return Blob(state.finish())
    }

    /// How a caller's number is noted in the blind index, apart from the numbers of people.
    static func callerEntry(_ number: String) -> String { "caller:" + (PhoneNumber(number)?.e164 ?? number) }

    /// How a return code is noted in the blind index.
    static func codeEntry(_ code: String) -> String { "return:" + code }

    /// How a marked number is noted in the blind index.
    static func markEntry(_ number: String) -> String { "mark:" + (PhoneNumber(number)?.e164 ?? number) }
}

extension LeafKind {
    public static let contactCreated = LeafKind(rawValue: "contact.created")
    public static let contactImported = LeafKind(rawValue: "contact.imported")
    public static let contactChanged = LeafKind(rawValue: "contact.changed")
    /// It is another person's contact from now on than was thought.
    public static let contactRelinked = LeafKind(rawValue: "contact.relinked")
    /// Somebody said that the person is the right one.
    public static let contactLinkConfirmed = LeafKind(rawValue: "contact.link_confirmed")
    public static let contactOpened = LeafKind(rawValue: "contact.opened")
    public static let contactErased = LeafKind(rawValue: "contact.erased")
    public static let contactsListed = LeafKind(rawValue: "contacts.listed")
    public static let contactDraftStarted = LeafKind(rawValue: "contact_draft.started")
    public static let contactDraftParked = LeafKind(rawValue: "contact_draft.parked")
    public static let contactDraftTaken = LeafKind(rawValue: "contact_draft.taken")
    public static let contactDraftDiscarded = LeafKind(rawValue: "contact_draft.discarded")
    public static let callBackTried = LeafKind(rawValue: "call_back.tried")
    public static let callBackEnded = LeafKind(rawValue: "call_back.ended")
    public static let shiftNoteWritten = LeafKind(rawValue: "shift_note.written")
    public static let shiftNoteRead = LeafKind(rawValue: "shift_note.read")
    public static let rotaChanged = LeafKind(rawValue: "rota.changed")
    public static let alarmRaised = LeafKind(rawValue: "alarm.raised")
    public static let alarmRung = LeafKind(rawValue: "alarm.rung")
    public static let alarmAnswered = LeafKind(rawValue: "alarm.answered")
    public static let alarmClosed = LeafKind(rawValue: "alarm.closed")
    public static let numberMarked = LeafKind(rawValue: "number_mark.made")
    public static let numberUnmarked = LeafKind(rawValue: "number_mark.removed")
    public static let callAnnounced = LeafKind(rawValue: "call.announced")
    public static let callTaken = LeafKind(rawValue: "call.taken")
}
