public import Domain

/// The rules of what can be recorded of a person.
public enum PersonRules {
    /// Longer names exist nowhere; longer input is a mistake or an attack.
    static let longestName = 200
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
        let names = input.names.map(cleaned).filter { !$0.isEmpty }
        if names.isEmpty { problems.append(.nameMissing) }
        for (index, name) in names.enumerated() where name.display.unicodeScalars.count > longestName {
            problems.append(.nameTooLong(index: index))
        }
        let birth = birthDate(input, now: now, &problems)
        let sex = input.sex.isEmpty ? Sex.unknown : Sex(rawValue: input.sex)
        if sex == nil { problems.append(.sexUnknown) }
        let citizenship = CountryCode(input.citizenship)
        if citizenship == nil, !input.citizenship.isEmpty { problems.append(.citizenshipUnknown) }
        let phones = phones(input, &problems)
        let documents = documents(input, &problems)
        if input.notes.unicodeScalars.count > longestNotes { problems.append(.notesTooLong) }
        if max(names.count, phones.count, documents.count) > mostEntries { problems.append(.tooMany) }
        guard problems.isEmpty, let sex else { return .failure(PersonProblems(problems)) }
        return .success(
            PersonDetails(
                identity: PersonIdentity(names: names, birthDate: birth, sex: sex, citizenship: citizenship),
                phones: phones,
                documents: documents,
                notes: trimmed(input.notes)
            )
        )
    }

    private static func birthDate(
        _ input: PersonInput,
        now: Instant,
        _ problems: inout [PersonProblem]
    ) -> PartialDate? {
        let parts = [input.birthYear, input.birthMonth, input.birthDay].map(trimmed)
        guard parts.contains(where: { !$0.isEmpty }) else { return nil }
        let numbers = parts.map { $0.isEmpty ? nil : Int($0) }
        let unreadable = zip(parts, numbers).contains { !$0.isEmpty && $1 == nil }
        guard !unreadable, let year = numbers[0],
            let date = PartialDate(year: year, month: numbers[1], day: numbers[2])
        else {
            problems.append(.birthDateImpossible)
            return nil
        }
        guard isPast(date, now: now) else {
            problems.append(.birthDateInFuture)
            return nil
        }
        return date
    }

    /// A day's tolerance covers every time zone.
    private static func isPast(_ date: PartialDate, now: Instant) -> Bool {
        let days = now.milliseconds / 86_400_000 + 1
        guard let today = PartialDate(daysSince1970: days) else { return true }
        return (date.year, date.month ?? 1, date.day ?? 1)
            <= (today.year, today.month ?? 1, today.day ?? 1)
    }

    private static func phones(_ input: PersonInput, _ problems: inout [PersonProblem]) -> [PersonPhone] {
        var result: [PersonPhone] = []
        for (index, phone) in input.phones.enumerated() where !trimmed(phone.number).isEmpty {
            guard let number = PhoneNumber(trimmed(phone.number)) else {
                problems.append(.phoneUnreadable(index: index))
                continue
            }
            result.append(PersonPhone(number: number.e164, note: String(trimmed(phone.note).prefix(longestName))))
        }
        return result
    }

    private static func documents(_ input: PersonInput, _ problems: inout [PersonProblem]) -> [PersonDocument] {
        var result: [PersonDocument] = []
        for (index, document) in input.documents.enumerated() where !trimmed(document.number).isEmpty {
            let kind = document.kind.isEmpty ? DocumentKind.other : DocumentKind(rawValue: document.kind)
            let state = document.state.isEmpty ? DocumentState.held : DocumentState(rawValue: document.state)
            if kind == nil { problems.append(.documentKindUnknown(index: index)) }
            if state == nil { problems.append(.documentStateUnknown(index: index)) }
            if DocumentNumber(document.number) == nil { problems.append(.documentNumberUnreadable(index: index)) }
            guard let kind, let state else { continue }
            result.append(PersonDocument(kind: kind, number: trimmed(document.number), state: state))
        }
        return result
    }

    private static func cleaned(_ name: PersonName) -> PersonName {
        PersonName(family: trimmed(name.family), given: trimmed(name.given), patronymic: trimmed(name.patronymic))
    }

    /// Without white space around it and without control characters inside, which no keyboard means to write.
    private static func trimmed(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars
        where scalar.properties.generalCategory != .control || scalar == "\n" || scalar == "\t" {
            scalars.append(scalar)
        }
        var slice = String(scalars)[...]
        while let first = slice.first, first.isWhitespace { slice.removeFirst() }
        while let last = slice.last, last.isWhitespace { slice.removeLast() }
        return String(slice)
    }
}

/// All that was wrong with what was typed.
public struct PersonProblems: Error, Sendable, Hashable {
    public let all: [PersonProblem]

    public init(_ all: [PersonProblem]) {
        self.all = all
    }
}
