import Domain
import People

/// Makes people who don't exist: names from common parts, phones from ranges, documents with made-up numbers.
struct FictionalPeople: Sendable {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// The next person of the series.
    mutating func next() -> PersonDetails {
        let stock = random.weighted(FictionalStock.all, or: .kyrgyz)
        let isWoman = random.chance(38)
        let name = name(stock, isWoman: isWoman)
        var identity = PersonIdentity(
            names: [name],
            birthDate: birthDate(),
            sex: isWoman ? .female : .male,
            citizenship: CountryCode(stock.citizenship),
            homeRegion: stock.regions.isEmpty ? nil : random.pick(stock.regions, or: ""),
            languages: stock.languages
        )
        // Papers, messengers and relatives spell a name in their own ways.
        if random.chance(22), let other = FictionalSpelling.latin(name) { identity.names.append(other) }
        var details = PersonDetails(
            identity: identity,
            phones: phones(stock),
            documents: documents(stock),
            notes: ""
        )
        if random.chance(30) { details.stays = stays() }
        if random.chance(12) { details.safety = safety(isWoman: isWoman) }
        if random.chance(15) { details.circle = [relative(stock)] }
        if isWoman, random.chance(6) { details.vulnerability = PersonVulnerability(codes: [.pregnant]) }
        return details
    }

    private mutating func name(_ stock: FictionalStock, isWoman: Bool) -> PersonName {
        let family = random.pick(stock.families, or: "")
        let given = random.pick(isWoman ? stock.women : stock.men, or: "")
        let father = random.pick(stock.men, or: "")
        guard stock.citizenship != "MD" else { return PersonName(family: family, given: given) }
        // A third of the younger Kyrgyz carry the father's name with uulu or kyzy in place of a family name.
        if stock.citizenship == "KG", random.number(0...2) == 0 {
            return PersonName(family: "\(father) \(isWoman ? "кызы" : "уулу")", given: given)
        }
        let isCyrillic = family.unicodeScalars.allSatisfy { $0.value >= 0x400 }
        let ending = isWoman ? (isCyrillic ? "а" : "a") : ""
        guard isCyrillic, random.chance(35), let last = father.last, !"аеёиоуыэюяӣӯүө".contains(last) else {
            return PersonName(family: family + ending, given: given)
        }
        return PersonName(family: family + ending, given: given, patronymic: father + (isWoman ? "овна" : "ович"))
    }

    private mutating func birthDate() -> PartialDate? {
        // A few are children; most are between twenty and forty-five.
        let year =
            random.chance(2) ? random.number(2011...2020) : random.number(random.chance(80) ? 1980...2005 : 1956...1985)
        switch random.number(0...9) {
        case 0: return nil
        case 1...2: return PartialDate(year: year)
        default: return PartialDate(year: year, month: random.number(1...12), day: random.number(1...28))
        }
    }

    private mutating func phones(_ stock: FictionalStock) -> [PersonPhone] {
        guard random.number(0...7) > 0 else { return [] }
        var phones = [PersonPhone(number: stock.phonePrefix + String(random.number(100_000...999_999)))]
        if random.chance(35) {
            phones.append(
                PersonPhone(
                    number: "+7900" + String(random.number(1_000_000...9_999_999)),
                    owner: random.chance(20) ? .shared : .person,
                    messenger: random.chance(60) ? "WhatsApp" : ""
                )
            )
        }
        return phones
    }

    private mutating func documents(_ stock: FictionalStock) -> [PersonDocument] {
        guard random.number(0...2) > 0 else { return [] }
        let number = stock.passportPrefix + String(random.number(1_000_000...9_999_999))
        let state = random.pick([DocumentState.held, .held, .held, .withheld, .lost, .expired], or: .held)
        return [
            PersonDocument(kind: .passport, number: number, state: state, heldBy: state == .withheld ? "Бригадир" : "")
        ]
    }

    private mutating func stays() -> PersonStays {
        let entered = "20\(random.number(22...25))-0\(random.number(1...9))"
        return PersonStays(stays: [
            Stay(country: "RU", enteredOn: entered, basis: random.pick(StayBasis.allCases, or: .unknown))
        ])
    }

    private mutating func safety(isWoman: Bool) -> PersonSafety {
        PersonSafety(
            contact: SafeContact(
                channel: random.chance(40) ? .messenger : nil,
                fromMinute: 19 * 60,
                untilMinute: 22 * 60,
                zone: "Europe/Moscow",
                codeWord: random.pick(["тюльпан", "арча", "комуз", "лимон", "чинар", "бешик"], or: ""),
                neverLeaveMessage: random.chance(50),
                neutralSender: random.chance(50)
            ),
            wishes: PersonWishes(
                womanLawyer: isWoman && random.chance(50),
                notFromOwnVillage: random.chance(20),
                doNotTellMyState: random.chance(20)
            ),
            marks: random.chance(10) ? [.asylum] : []
        )
    }

    private mutating func relative(_ stock: FictionalStock) -> Relative {
        Relative(
            name: random.pick(stock.women, or: ""),
            relation: random.pick([Kinship.spouse, .parent, .sibling, .otherRelative], or: .parent),
            phone: stock.phonePrefix + String(random.number(100_000...999_999)),
            rule: random.pick([DisclosureRule.nothing, .aliveAndWell, .everything], or: .nothing)
        )
    }
}
