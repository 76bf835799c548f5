import Domain
import People
import Testing

@Suite("Reaching and recognising people without danger")
struct SafetyRulesTests {
    private func instant(_ day: String, _ hour: Int, _ minute: Int = 0) throws -> Instant {
        let date = try #require(CivilDate(iso: day))
        return Instant(on: date, minuteOfDay: hour * 60 + minute, zone: "Europe/Moscow")
    }

    @Test("Hours of contact are on the person's clocks")
    func hours() throws {
        let contact = SafeContact(fromMinute: 20 * 60, untilMinute: 22 * 60, zone: "Europe/Moscow")
        #expect(contact.mayCall(at: try instant("2026-03-12", 20)) == .allowed)
        #expect(contact.mayCall(at: try instant("2026-03-12", 21, 59)) == .allowed)
        let tonight = try instant("2026-03-12", 20)
        #expect(contact.mayCall(at: try instant("2026-03-12", 19, 59)) == .notNow(until: tonight))
        #expect(contact.mayCall(at: try instant("2026-03-11", 22)) == .notNow(until: tonight))
    }

    @Test("Hours may go over midnight")
    func overMidnight() throws {
        let contact = SafeContact(fromMinute: 22 * 60, untilMinute: 6 * 60, zone: "Europe/Moscow")
        #expect(contact.mayCall(at: try instant("2026-03-12", 23)) == .allowed)
        #expect(contact.mayCall(at: try instant("2026-03-12", 5, 59)) == .allowed)
        #expect(contact.mayCall(at: try instant("2026-03-12", 6)) == .notNow(until: try instant("2026-03-12", 22)))
    }

    @Test("Some are never rung")
    func never() throws {
        let now = try instant("2026-03-12", 12)
        #expect(SafeContact(mustNotBeContacted: true).mayCall(at: now) == .never(.mustNotBeContacted))
        let letters = SafeContact(channel: .letter)
        #expect(letters.mayCall(at: now) == .never(.otherChannelOnly(.letter)))
        #expect(letters.mayReach(by: .letter, at: now) == .allowed)
        #expect(SafeContact().mayCall(at: now) == .allowed)
        #expect(SafeContact(neutralSender: true).sender(named: "Hotline", neutral: "Anna") == "Anna")
        #expect(SafeContact().sender(named: "Hotline", neutral: "Anna") == "Hotline")
    }

    @Test("Rule 4: a mark or a wish keeps the own state out")
    func ownState() {
        #expect(!PersonSafety().forbidsStateRecipient)
        for mark in [SafetyMark.asylum, .politicalDanger, .traffickingByOfficials] {
            #expect(PersonSafety(marks: [mark]).forbidsStateRecipient, "\(mark)")
        }
        #expect(PersonSafety(wishes: PersonWishes(doNotTellMyState: true)).forbidsStateRecipient)
        #expect(!PersonSafety(wishes: PersonWishes(womanLawyer: true)).forbidsStateRecipient)
    }

    @Test("Relatives hear what the rule allows, and strangers nothing")
    func disclosure() {
        var details = PeopleHouse.aijamal
        details.circle = [
            Relative(name: "Осмонов Нурлан", relation: .sibling, phone: "+996555000111", rule: .place),
            Relative(name: "Осмонов Нурлан Бекович", relation: .spouse, rule: .nothing),
            Relative(name: "Асанова Гүлнара", relation: .parent),
        ]
        #expect(details.disclosure(toCallerNamed: "Nurlan Osmonov", phone: "") == .nothing)
        #expect(details.disclosure(toCallerNamed: "", phone: "0555 000 111") == .place)
        #expect(details.disclosure(toCallerNamed: "Гүлнара Асанова") == .nothing)
        #expect(details.disclosure(toCallerNamed: "Кто-то") == .nothing)
        details.circle = nil
        #expect(details.disclosure(toCallerNamed: "", phone: "0555 000 111") == .nothing)
        #expect(DisclosureRule.nothing.answer.maySayKnown == false)
        #expect(DisclosureRule.aliveAndWell.answer.maySayAliveAndWell)
        #expect(DisclosureRule.aliveAndWell.answer.maySayPlace == false)
        #expect(DisclosureRule.place.answer.maySayEverything == false)
        #expect(DisclosureRule.everything.answer.maySayEverything)
    }

    @Test("In doubt somebody is a child")
    func children() throws {
        let day = try #require(CivilDate(iso: "2026-06-15"))
        func status(_ birth: String?, estimated: Bool = false) -> ChildStatus {
            var details = PeopleHouse.aijamal
            details.identity.birthDate = birth
            details.identity.isBirthEstimated = estimated
            return details.childStatus(on: day)
        }
        #expect(status("2008-06-15") == .adult)
        #expect(status("2008-06-16") == .child)
        #expect(status("2008-06") == .child)
        #expect(status("2008") == .child)
        #expect(status("2007") == .adult)
        #expect(status("2007", estimated: true) == .child)
        #expect(status("2006", estimated: true) == .adult)
        #expect(status(nil) == .unknown)
        var alone = PeopleHouse.aijamal
        alone.identity.birthDate = nil
        alone.vulnerability = PersonVulnerability(codes: [.childAlone])
        #expect(alone.childStatus(on: day) == .child)
    }
}

@Suite("Recognition is not identification")
struct IdentityCheckTests {
    private var details: PersonDetails { PersonDetailsTests.full }

    @Test("The code word, in any script and case")
    func codeWord() {
        #expect(IdentityCheck.check(IdentityClaim(codeWord: " ала-тоо "), against: details) == .confirmed(.codeWord))
        #expect(IdentityCheck.check(IdentityClaim(codeWord: "Ala-Too"), against: details) == .confirmed(.codeWord))
        #expect(IdentityCheck.check(IdentityClaim(codeWord: "Ала"), against: details) == .refused)
        let guess = IdentityClaim(codeWord: "Бишкек", birthDate: "1987", homePlace: "Кара-Суу")
        #expect(IdentityCheck.check(guess, against: details) == .refused)
    }

    @Test("Two facts of different kinds; one alone, or a wrong one among them, refuses")
    func facts() {
        func check(_ claim: IdentityClaim) -> IdentityCheckResult { IdentityCheck.check(claim, against: details) }
        #expect(
            check(IdentityClaim(birthDate: "1987", documentTail: "4567"))
                == .confirmed(.facts([.birthDate, .documentTail]))
        )
        #expect(
            check(IdentityClaim(homePlace: "kara-suu", familyMember: "Nurlan"))
                == .confirmed(.facts([.homePlace, .familyMember]))
        )
        #expect(check(IdentityClaim(birthDate: "1987")) == .refused)
        #expect(check(IdentityClaim(birthDate: "1987", documentTail: "567")) == .refused)
        #expect(check(IdentityClaim(birthDate: "1987", documentTail: "9999")) == .refused)
        #expect(check(IdentityClaim(birthDate: "1988", documentTail: "4567", phoneTail: "3456")) == .refused)
        #expect(check(IdentityClaim(phoneTail: "3456")) == .refused)
        #expect(check(IdentityClaim()) == .refused)
    }

    @Test("Where too little is recorded there is nothing to check by")
    func notPossible() {
        var bare = PersonDetails(
            identity: PersonIdentity(names: [], birthDate: nil, sex: .unknown, citizenship: nil, alias: "Айка")
        )
        #expect(IdentityCheck.check(IdentityClaim(homePlace: "Ош"), against: bare) == .notPossible)
        #expect(IdentityCheck.askable(bare).isEmpty)
        bare.phones = nil
        bare.documents = nil
        bare.circle = nil
        bare.safety = nil
        #expect(IdentityCheck.check(IdentityClaim(birthDate: "1987"), against: bare).code == "not_possible")
        #expect(Set(IdentityCheck.askable(details)) == Set(IdentityFact.allCases))
        #expect(IdentityCheck.hasCodeWord(details))
    }
}
