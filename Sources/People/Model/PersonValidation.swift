public import Domain

/// The rules of what can be recorded of a person.
public enum PersonRules {
    /// Longer names exist nowhere; longer input is a mistake or an attack.
    static let longestName = 200
    static let longestText = 2_000
    static let longestNotes = 20_000
    static let mostEntries = 20

    /// Judges what was typed.
    ///
    /// - Parameters:
    ///   - input: as typed.
    ///   - now: to refuse births in the future.
    /// - Returns: the details, or every problem at once.
    public static func details(of input: PersonInput, now: Instant) -> Result<PersonDetails, PersonProblems> {
        var problems: [PersonProblem] = []
        let identity = identity(input, now: now, &problems)
        let phones = phones(input, &problems)
        let documents = documents(input, &problems)
        let safety = safety(input.safety, now: now, &problems)
        let vulnerability = vulnerability(input, &problems)
        let rows = PersonRowRules.judged(input, &problems)
        if input.notes.unicodeScalars.count > longestNotes { problems.append(.notesTooLong) }
        if max(identity?.names.count ?? 0, phones.count, documents.count) > mostEntries { problems.append(.tooMany) }
        guard problems.isEmpty, let identity else { return .failure(PersonProblems(problems)) }
        return .success(
            PersonDetails(
                identity: identity,
                phones: phones,
                documents: documents,
                notes: TypedText.trimmed(input.notes),
                safety: safety,
                circle: rows[.circle]?.map { Relative($0) } ?? [],
                stays: PersonStays(
                    stays: rows[.stays]?.map { Stay($0) } ?? [],
                    detentions: rows[.detentions]?.map { Detention($0) } ?? []
                ),
                vulnerability: vulnerability,
                places: rows[.places]?.map { PersonPlace($0) } ?? []
            )
        )
    }

    /// A text of at most so many characters.
    static func text(
        _ text: String,
        _ field: String,
        atMost limit: Int = longestName,
        _ problems: inout [PersonProblem]
    ) -> String {
        let value = TypedText.trimmed(text)
        if value.unicodeScalars.count > limit { problems.append(.textTooLong(field: field)) }
        return value
    }

    /// A code of a list; nothing typed means the usual one.
    static func choice<Code: RawRepresentable>(
        _ typed: String,
        _ field: String,
        usual: Code,
        _ problems: inout [PersonProblem]
    ) -> Code where Code.RawValue == String {
        guard !typed.isEmpty else { return usual }
        guard let code = Code(rawValue: typed) else {
            problems.append(.choiceUnknown(field: field))
            return usual
        }
        return code
    }

    private static func phones(_ input: PersonInput, _ problems: inout [PersonProblem]) -> [PersonPhone] {
        var result: [PersonPhone] = []
        for (index, phone) in input.phones.enumerated() where !TypedText.trimmed(phone.number).isEmpty {
            guard let number = PhoneNumber(TypedText.trimmed(phone.number)) else {
                problems.append(.phoneUnreadable(index: index))
                continue
            }
            let field = "phones.\(index)"
            result.append(
                PersonPhone(
                    number: number.e164,
                    note: text(phone.note, "\(field).note", &problems),
                    owner: choice(phone.owner, "\(field).owner", usual: PhoneOwner.person, &problems),
                    messenger: text(phone.messenger, "\(field).messenger", &problems)
                )
            )
        }
        return result
    }

    private static func documents(_ input: PersonInput, _ problems: inout [PersonProblem]) -> [PersonDocument] {
        var result: [PersonDocument] = []
        for (index, document) in input.documents.enumerated() where !TypedText.trimmed(document.number).isEmpty {
            let kind = document.kind.isEmpty ? DocumentKind.other : DocumentKind(rawValue: document.kind)
            let state = document.state.isEmpty ? DocumentState.held : DocumentState(rawValue: document.state)
            if kind == nil { problems.append(.documentKindUnknown(index: index)) }
            if state == nil { problems.append(.documentStateUnknown(index: index)) }
            if DocumentNumber(document.number) == nil { problems.append(.documentNumberUnreadable(index: index)) }
            let holder = text(document.heldBy, "documents.\(index).heldBy", &problems)
            let since = TypedText.date(document.since)
            if since == nil, !TypedText.trimmed(document.since).isEmpty {
                problems.append(.dateImpossible(field: "documents.\(index).since"))
            }
            guard let kind, let state else { continue }
            result.append(
                PersonDocument(
                    kind: kind,
                    number: TypedText.trimmed(document.number),
                    state: state,
                    heldBy: holder,
                    since: since
                )
            )
        }
        return result
    }

    private static func vulnerability(
        _ input: PersonInput,
        _ problems: inout [PersonProblem]
    ) -> PersonVulnerability {
        let codes = input.vulnerabilities.sorted().compactMap { code in
            let known = Vulnerability(rawValue: code)
            if known == nil { problems.append(.choiceUnknown(field: "vulnerabilities")) }
            return known
        }
        return PersonVulnerability(
            codes: codes,
            note: text(input.vulnerabilityNote, "vulnerabilityNote", atMost: longestText, &problems)
        )
    }
}

/// All that was wrong with what was typed.
public struct PersonProblems: Error, Sendable, Hashable {
    public let all: [PersonProblem]

    public init(_ all: [PersonProblem]) {
        self.all = all
    }
}
