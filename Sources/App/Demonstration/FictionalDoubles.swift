import Domain
import People

/// How one person comes to be written down a second time by somebody who did not find the first record.
enum SecondWriting: Sendable {
    /// In the letters of a passport.
    case otherScript
    /// By ear, as a colleague with another language writes it.
    case otherSpelling
    /// Day and month changed places.
    case turnedDate
    /// One digit of the phone is another.
    case slippedDigit
    /// Under the husband's name.
    case marriedName
    /// Nobody's second record but the twin's: the queue asks, and the answer is no.
    case twin

    /// The second record; `nil` for a person who can't be written so.
    func record(of person: PersonDetails) -> PersonDetails? {
        guard var name = person.identity.names.first, person.identity.names.count == 1,
            let born = person.identity.birth, let day = born.day,
            let month = born.month, let phone = person.phones?.first
        else { return nil }
        var second = PersonDetails(identity: person.identity, phones: [], documents: [], notes: "")
        switch self {
        case .otherScript:
            guard let other = FictionalSpelling.latin(name) else { return nil }
            name = other
        case .otherSpelling:
            guard let other = FictionalSpelling.byEar(name) else { return nil }
            name = other
            second.phones = [phone]
        case .turnedDate:
            guard day <= 12, day != month, let turned = PartialDate(year: born.year, month: day, day: month) else {
                return nil
            }
            second.identity.birthDate = turned.iso
        case .slippedDigit:
            guard let last = phone.number.last?.wholeNumberValue else { return nil }
            second.phones = [PersonPhone(number: phone.number.dropLast() + String((last + 3) % 10))]
        case .marriedName:
            guard person.identity.sex == Sex.female.rawValue, name.family.hasSuffix("ова"),
                name.family != Self.husbands
            else { return nil }
            name = PersonName(family: Self.husbands, given: name.given, patronymic: name.patronymic)
            second.phones = [phone]
        case .twin:
            guard let document = person.documents?.first, name.given == Self.twins.0,
                let last = document.number.last?.wholeNumberValue
            else { return nil }
            name.given = Self.twins.1
            second.phones = [phone]
            // Made out on one day, one after the other.
            second.documents = [
                PersonDocument(kind: .passport, number: document.number.dropLast() + String((last + 1) % 10))
            ]
        }
        second.identity.names = [name]
        return second
    }

    private static let husbands = "Байсалова"
    private static let twins = ("Нурзат", "Нуржан")

    /// The first twin of somebody who has a passport and a phone.
    static func firstTwin(_ person: PersonDetails) -> PersonDetails? {
        guard var name = person.identity.names.first, person.identity.citizenship == "KG",
            !name.family.hasSuffix("уулу"), !name.family.hasSuffix("кызы"), person.documents?.isEmpty == false
        else { return nil }
        var twin = person
        name.given = twins.0
        name.patronymic = person.identity.sex == Sex.female.rawValue ? "Бакытовна" : "Бакытович"
        twin.identity.names = [name]
        return SecondWriting.twin.record(of: twin) == nil ? nil : twin
    }
}

extension NetworkSchedule {
    /// Who wrote whom down twice, by the organisation's place in the plan.
    private static let doubles: [[SecondWriting]] = [
        [.otherScript, .otherSpelling, .turnedDate, .slippedDigit, .marriedName],
        [.otherSpelling, .turnedDate, .slippedDigit, .otherScript],
        [.otherScript, .marriedName, .turnedDate],
        [.slippedDigit, .otherScript, .turnedDate],
    ]
    /// Smaller networks are for tests of something else.
    private static let fewest = 100

    /// Makes later people second records of earlier ones, so that there is something to unite; their number stays.
    mutating func writeTwice() {
        guard people.count >= Self.fewest else { return }
        var free = withoutCases()
        var used: Set<Int> = []
        for (organization, writings) in Self.doubles.enumerated() {
            for writing in writings { pair(organization, organization, writing, &free, &used) { $0 } }
        }
        pair(0, 0, .twin, &free, &used) { SecondWriting.firstTwin($0) }
        let met = pair(0, 2, .otherSpelling, &free, &used) { $0 }
        for index in met ?? [] { letBeRecognized(index) }
    }

    /// Those who have no case, the latest first. Those whom the present shares with another organisation can't be the
    /// record that is hidden.
    private func withoutCases() -> [Int] {
        var busy: Set<Int> = []
        for timed in acts {
            if case .open(let opened) = timed.act { busy.insert(opened.person) }
        }
        return people.indices.reversed().filter { $0 % 6 > 0 && !busy.contains($0) }
    }

    /// Makes somebody of the second organisation the second record of somebody of the first.
    ///
    /// - Returns: both places; `nil` when nobody fits.
    @discardableResult
    private mutating func pair(
        _ first: Int,
        _ second: Int,
        _ writing: SecondWriting,
        _ free: inout [Int],
        _ used: inout Set<Int>,
        _ prepared: (PersonDetails) -> PersonDetails?
    ) -> [Int]? {
        guard let place = free.firstIndex(where: { owners[$0] == second && !used.contains($0) }) else { return nil }
        let later = free[place]
        for earlier in people.indices.prefix(later) where owners[earlier] == first && !used.contains(earlier) {
            guard let one = prepared(people[earlier]), let other = writing.record(of: one) else { continue }
            people[earlier] = one
            people[later] = other
            free.remove(at: place)
            used.formUnion([earlier, later])
            return [earlier, later]
        }
        return nil
    }

    /// The leave without which the network recognises nobody.
    private mutating func letBeRecognized(_ index: Int) {
        guard let arrival = acts.first(where: { if case .person(index) = $0.act { true } else { false } })?.at else {
            return
        }
        var safety = people[index].safety ?? PersonSafety()
        safety.recognition = RecognitionConsent(manner: .oral, givenOn: CivilDate(at: arrival, zone: "Asia/Bishkek"))
        people[index].safety = safety
        people[index].notes = "Согласие дано устно: можно спросить сеть, знают ли этого человека в другой организации."
    }
}
