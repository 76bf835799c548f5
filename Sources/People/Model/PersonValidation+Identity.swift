import Domain

extension PersonRules {
    /// Who somebody is; a name, an alias, or that none is recorded.
    static func identity(
        _ input: PersonInput,
        now: Instant,
        _ problems: inout [PersonProblem]
    ) -> PersonIdentity? {
        let names = input.names.map(cleaned).filter { !$0.isEmpty }
        let alias = text(input.alias, "alias", &problems)
        if names.isEmpty, alias.isEmpty, !input.isNameless { problems.append(.nameMissing) }
        for (index, name) in names.enumerated() where name.display.unicodeScalars.count > longestName {
            problems.append(.nameTooLong(index: index))
        }
        let birth = birthDate(input, now: now, &problems)
        let sex = input.sex.isEmpty ? Sex.unknown : Sex(rawValue: input.sex)
        if sex == nil { problems.append(.sexUnknown) }
        let citizenship = CountryCode(input.citizenship)
        if citizenship == nil, !input.citizenship.isEmpty { problems.append(.citizenshipUnknown) }
        let region = TypedText.trimmed(input.homeRegion)
        if !region.isEmpty, !TypedText.isRegion(region) { problems.append(.choiceUnknown(field: "homeRegion")) }
        let place = text(input.homePlace, "homePlace", &problems)
        let languages = input.languages.filter { !$0.isEmpty }
        if languages.count > mostEntries || !languages.allSatisfy(TypedText.isLanguage) {
            problems.append(.choiceUnknown(field: "languages"))
        }
        guard let sex else { return nil }
        return PersonIdentity(
            names: names,
            birthDate: birth,
            sex: sex,
            citizenship: citizenship,
            alias: alias,
            isNameless: names.isEmpty && alias.isEmpty,
            isBirthEstimated: birth != nil && input.isBirthEstimated,
            homeRegion: region.isEmpty ? nil : region,
            homePlace: place,
            languages: languages
        )
    }

    private static func birthDate(
        _ input: PersonInput,
        now: Instant,
        _ problems: inout [PersonProblem]
    ) -> PartialDate? {
        let parts = [input.birthYear, input.birthMonth, input.birthDay].map(TypedText.trimmed)
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

    private static func cleaned(_ name: PersonName) -> PersonName {
        PersonName(
            family: TypedText.trimmed(name.family),
            given: TypedText.trimmed(name.given),
            patronymic: TypedText.trimmed(name.patronymic)
        )
    }
}
