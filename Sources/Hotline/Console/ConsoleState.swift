import Domain

/// Everything of a contact that is being written: what was typed, exactly as it was, and what the program knows of it.
/// Sealed as one value every few seconds.
struct ConsoleState: Codable, Equatable, Sendable {
    /// Somebody who was picked from the hits, or is being recorded now.
    struct Member: Codable, Equatable, Sendable {
        var person: String
        /// A ``Domain/ContactRole`` code.
        var role: String
        /// Never taken from a form: only the program judges what was said.
        var check: RecognitionCheck

        var id: PersonID? { PersonID(person) }
    }

    /// Somebody who isn't recorded yet.
    struct NewPerson: Codable, Equatable, Sendable {
        var family = ""
        var given = ""
        var birthYear = ""
        var sex = ""
        var citizenship = ""
        var role = ""

        var isEmpty: Bool { family.isEmpty && given.isEmpty }
    }

    var startedAt: Int64 = 0
    var channel = ""
    var messenger = ""
    var direction = ""
    var counterpart = ""
    var relation = ""
    var heardFrom = ""
    var language = ""
    var problems: [String] = []
    var problemQuery = ""
    var place = ""
    var hostCountry = ""
    var who = ""
    var callerNumber = ""
    var callerName = ""
    var returnCode = ""
    var answers: [String: String] = [:]
    var screening: [String] = []
    var summary = ""
    var urgency = ""
    var outcome = ""
    var dueDay = ""
    var dueTime = ""
    var dueZone = ""
    var callBackNumber = ""
    var callBackNote = ""
    var advice: [String] = []
    var newPerson = NewPerson()
    var members: [Member] = []
    /// A code that was handed out in this contact.
    var givenCode = ""
    var thread = ""
    var joinsThread = false

    /// A fresh contact, with what is usual.
    init(startedAt: Instant, language: String, channel: Channel = .phone, zone: String) {
        self.startedAt = startedAt.milliseconds
        self.language = language
        self.channel = channel.rawValue
        direction = ContactDirection.incoming.rawValue
        counterpart = Counterpart.person.rawValue
        urgency = Urgency.normal.rawValue
        outcome = ContactOutcome.advised.rawValue
        dueZone = zone
    }

    /// The problems whose codes have the right form, in their order.
    var problemCodes: [ProblemCode] { ContactRules.ranked(problems.compactMap { ProblemCode(rawValue: $0) }) }
}
