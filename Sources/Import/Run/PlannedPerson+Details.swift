import Domain
import People

extension PlannedPerson {
    private static let mostNames = 8
    private static let mostPhones = 8

    /// The record that the rows make together: every spelling of the name, the exactest birth date, all numbers.
    var details: PersonDetails {
        PersonDetails(identity: identity, phones: phones, notes: "")
    }

    private var identity: PersonIdentity {
        let names = names
        let alias = names.isEmpty ? aliases.first ?? "" : ""
        let birth = contacts.compactMap { contact in
            contact.birth.map { (date: $0, isEstimated: contact.birthIsEstimated) }
        }
        .max { exactness($0.date, $0.isEstimated) < exactness($1.date, $1.isEstimated) }
        return PersonIdentity(
            names: names,
            birthDate: birth?.date,
            sex: commonest(contacts.compactMap(\.sex)) ?? .unknown,
            citizenship: commonest(contacts.compactMap(\.citizenship)).flatMap { CountryCode($0) },
            alias: alias,
            isNameless: names.isEmpty && alias.isEmpty,
            isBirthEstimated: birth?.isEstimated ?? false,
            homeRegion: commonest(contacts.compactMap(\.homeRegion)),
            homePlace: String((commonest(contacts.map(\.home).filter { !$0.isEmpty }) ?? "").prefix(200)),
            languages: commonest(contacts.compactMap(\.language)).map { [$0] } ?? []
        )
    }

    /// Full names first, the longest before the shorter; each spelling once.
    private var names: [PersonName] {
        var seen: Set<String> = []
        let full = contacts.map(\.name).filter { !$0.isNameless && $0.family != nil && $0.given != nil }
        return full.sorted { $0.text.count > $1.text.count }.filter { seen.insert(Words.fold($0.text)).inserted }
            .prefix(Self.mostNames)
            .map { name in
                PersonName(
                    family: String((name.family ?? "").prefix(80)),
                    given: String((name.given ?? "").prefix(80)),
                    patronymic: String((name.patronymic ?? "").prefix(80))
                )
            }
    }

    private var aliases: [String] {
        contacts.map(\.name.text).filter { !$0.isEmpty }.sorted { $0.count > $1.count }.map { String($0.prefix(200)) }
    }

    private var phones: [PersonPhone] {
        var seen: Set<String> = []
        var phones: [PersonPhone] = []
        for phone in contacts.flatMap(\.phones) where phones.count < Self.mostPhones {
            guard let number = phone.e164, seen.insert(number).inserted else { continue }
            phones.append(
                PersonPhone(
                    number: number,
                    note: phone.relation?.rawValue ?? "",
                    owner: phone.relation == nil ? .person : .relative
                )
            )
        }
        return phones
    }

    private func exactness(_ date: PartialDate, _ isEstimated: Bool) -> Int {
        (isEstimated ? 0 : 4) + (date.month == nil ? 0 : 1) + (date.day == nil ? 0 : 1)
            // The first of January is what offices write when they know the year only.
            - (date.month == 1 && date.day == 1 ? 1 : 0)
    }

    private func commonest<Value: Hashable & Comparable>(_ values: [Value]) -> Value? {
        Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +).max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    private func commonest(_ values: [Sex]) -> Sex? {
        commonest(values.map(\.rawValue)).flatMap { Sex(rawValue: $0) }
    }
}
