public import Domain
public import People

/// A letter to a partner outside the network.
public struct LetterDraft: Sendable, Hashable {
    public var addressee: EntryCounterpart
    /// To whom, by name; also the recipient that an authority must name.
    public var recipient: String
    public var subject: String
    public var text: String
    /// Whom of several persons it concerns; `nil` for the client.
    public var person: PersonID?
    /// Contact with this addressee may endanger, so the sender stays neutral (design, safety rule 10).
    public var mayEndanger: Bool

    public init(
        addressee: EntryCounterpart,
        recipient: String,
        subject: String,
        text: String,
        person: PersonID? = nil,
        mayEndanger: Bool = false
    ) {
        self.addressee = addressee
        self.recipient = recipient
        self.subject = subject
        self.text = text
        self.person = person
        self.mayEndanger = mayEndanger
    }
}

/// What may stand in a letter (design, safety rules 5, 8 and 10). Pure.
public enum LetterRules {
    /// The longest letter, in Unicode scalars.
    public static let longestText = 20_000

    /// Everything that stands against a letter as typed; empty when it may be written. It is held against what is
    /// recorded of the person, against the status check and instruction in the case, and against the names of partners
    /// outside for whom a live authority of the person is recorded.
    public static func problems(
        _ letter: LetterDraft,
        _ details: PersonDetails,
        _ facts: ActFacts,
        outside: [String]
    ) -> [SharingProblem] {
        var problems: [SharingProblem] = []
        if letter.recipient.isEmpty { problems.append(.recipientMissing) }
        if letter.text.isEmpty || letter.subject.isEmpty { problems.append(.textMissing) }
        if letter.text.unicodeScalars.count > longestText { problems.append(.textTooLong) }
        if tellsContact(letter, details) { problems.append(.contactInLetter) }
        if let refusal = ActRule.refusal(for: letter.addressee, in: facts) { problems += problem(refusal) }
        if tellsName(letter, details, facts) {
            let wanted = folded(letter.recipient)
            if !outside.contains(where: { folded($0) == wanted }) { problems.append(.consentMissing) }
        }
        return problems
    }

    /// Whether a phone or address of the person stands in the letter, however the number is spaced.
    static func tellsContact(_ letter: LetterDraft, _ details: PersonDetails) -> Bool {
        let all = letter.subject + "\n" + letter.text
        let digits = all.unicodeScalars.filter { ("0"..."9").contains($0) }.map { Character($0) }
        let typed = String(digits)
        for phone in details.phones ?? [] {
            let number = String(phone.number.filter { ("0"..."9").contains($0) }.suffix(9))
            if number.count >= 6, typed.contains(number) { return true }
        }
        let text = folded(all)
        return (details.places ?? []).contains { place in
            let address = folded(place.text)
            return address.count >= 5 && text.contains(address)
        }
    }

    /// Whether the letter names the person: by a name of at least three letters. An employer reads no name unless the
    /// person allowed it, so an instruction that allows it stands for the authority there.
    static func tellsName(_ letter: LetterDraft, _ details: PersonDetails, _ facts: ActFacts) -> Bool {
        if letter.addressee == .employer, facts.instruction?.mayBeNamed == true { return false }
        let text = folded(letter.subject + "\n" + letter.text)
        let names = details.identity.names.flatMap { [$0.family, $0.given] } + [details.identity.alias]
        return names.contains { name in
            let name = folded(name)
            return name.count >= 3 && text.contains(name)
        }
    }

    private static func folded(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func problem(_ refusal: CaseRefusal) -> [SharingProblem] {
        switch refusal {
        case .statusCheckMissing: [.statusCheckMissing]
        case .instructionMissing: [.instructionMissing]
        case .instructionForbids: [.instructionForbids]
        case .employerNotAgreed: [.employerNotAgreed]
        default: []
        }
    }
}
