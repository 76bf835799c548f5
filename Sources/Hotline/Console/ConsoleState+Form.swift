import Domain
import Web

extension ConsoleState {
    /// Takes over what a form sent, exactly as typed; who was picked and how they were checked is not in the form.
    mutating func read(_ form: FormData) {
        channel = form["channel"]
        messenger = form["messenger"]
        direction = form["direction"]
        counterpart = form["counterpart"]
        relation = form["relation"]
        heardFrom = form["heardFrom"]
        if form.has("language") { language = form["language"] }
        problems = form.values("problems")
        problemQuery = form["problemQuery"]
        place = form["place"]
        hostCountry = form["hostCountry"]
        who = form["who"]
        callerNumber = form["callerNumber"]
        callerName = form["callerName"]
        returnCode = form["returnCode"]
        for question in StandingQuestion.allCases where form.has("answer." + question.rawValue) {
            answers[question.rawValue] = form["answer." + question.rawValue]
        }
        screening = form.values("screening")
        summary = form["summary"]
        urgency = form["urgency"]
        if form.has("outcome") { outcome = form["outcome"] }
        dueDay = form["dueDay"]
        dueTime = form["dueTime"]
        dueZone = form["dueZone"]
        callBackNumber = form["callBackNumber"]
        callBackNote = form["callBackNote"]
        advice = form.values("advice")
        joinsThread = form.has("joinsThread")
        newPerson = NewPerson(
            family: form.trimmed("new.family"),
            given: form.trimmed("new.given"),
            birthYear: form.trimmed("new.birthYear"),
            sex: form["new.sex"],
            citizenship: form["new.citizenship"],
            role: form["new.role"]
        )
        for index in members.indices where form.has("role." + members[index].person) {
            members[index].role = form["role." + members[index].person]
        }
    }

    /// The role that the next person usually has: who calls for themselves is the caller, of whom a relative speaks is
    /// the one concerned.
    var usualRole: ContactRole {
        let isOwn = counterpart == Counterpart.person.rawValue || counterpart.isEmpty
        let first: ContactRole = isOwn ? .caller : .concerned
        return members.contains { $0.role == first.rawValue } ? .relative : first
    }
}

/// What a button of the console asks for.
enum ConsoleAction: Equatable {
    case save, park, discard, autosave
    /// Shows the page again with what follows from what was typed.
    case update
    /// As ``update`` without keeping anything: while somebody types.
    case look
    case pickProblem(ProblemCode)
    case pick(PersonID)
    case drop(PersonID)
    case check(PersonID)
    case staffOnly(PersonID)
    case useThread(ContactID)
    case giveCode

    init(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        let argument = parts.count == 2 ? parts[1] : ""
        let person = PersonID(argument)
        switch (parts.first ?? "save", person) {
        case ("save", _): self = .save
        case ("park", _): self = .park
        case ("discard", _): self = .discard
        case ("autosave", _): self = .autosave
        case ("look", _): self = .look
        case ("code", _): self = .giveCode
        case ("pick", let person?): self = .pick(person)
        case ("drop", let person?): self = .drop(person)
        case ("check", let person?): self = .check(person)
        case ("staff", let person?): self = .staffOnly(person)
        case ("thread", _):
            if let contact = ContactID(argument) { self = .useThread(contact) } else { self = .update }
        case ("problem", _):
            if let code = ProblemCode(rawValue: argument) { self = .pickProblem(code) } else { self = .update }
        default: self = .update
        }
    }
}
