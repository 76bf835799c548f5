import Domain
import Testing

@testable import People

@Suite("Two records as one")
struct PersonMergeTests {
    private func merge(
        _ first: PersonDetails,
        _ second: PersonDetails,
        _ choices: [MergeField: MergeSide] = [:],
        isSecondNewer: Bool = false
    ) -> PersonMerge {
        PersonMerge(
            first: first,
            second: second,
            isSecondNewer: isSecondNewer,
            choices: MergeChoices(choices),
            today: CivilDate(iso: "2026-11-21") ?? CivilDate(at: Instant(milliseconds: 0), zone: "UTC")
        )
    }

    private var other: PersonDetails {
        var other = PeopleHouse.named("Осмонова", "Айжан", born: 1988)
        other.phones = [
            PersonPhone(number: "+996700123456", note: "муж", owner: .shared), PersonPhone(number: "+996555000111"),
        ]
        other.documents = [
            PersonDocument(kind: .passport, number: "an 1234567"), PersonDocument(kind: .other, number: "V1"),
        ]
        other.notes = "Звонила утром"
        return other
    }

    @Test("Lists are joined without doubles; single values are asked for, and the fuller or newer is offered")
    func lists() {
        let united = merge(PeopleHouse.aijamal, other, [.birth: .second, .notes: .first])
        #expect(united.asked == [.name, .birth, .notes])
        let made = united.united
        #expect(made.identity.names.map(\.display) == ["Осмонова Айжамал", "Осмонова Айжан"])
        #expect(made.identity.birthDate == "1988")
        #expect(made.identity.sex == "female")
        #expect(made.identity.citizenship == "KG")
        #expect(made.phones?.map(\.number) == ["+996700123456", "+996555000111"])
        #expect(made.phones?.first?.owner == .shared)
        #expect(made.phones?.first?.note == "муж")
        #expect(made.documents?.map(\.number) == ["AN1234567", "V1"])
        #expect(made.notes == "Вечером не звонить")
        #expect(merge(PeopleHouse.aijamal, other).united.notes == "Вечером не звонить\n\nЗвонила утром")
        #expect(merge(PeopleHouse.aijamal, other, isSecondNewer: true).side(.birth) == .second)
        var fuller = PeopleHouse.aijamal
        fuller.identity.birthDate = "1987-05-12"
        #expect(merge(fuller, other, isSecondNewer: true).side(.birth) == .first)
    }

    @Test("An empty value never wins, even if it was chosen")
    func emptyNeverWins() {
        var without = other
        without.identity.birthDate = nil
        #expect(merge(PeopleHouse.aijamal, without, [.birth: .second]).united.identity.birthDate == "1987")
    }

    @Test("What is forbidden, endangers or protects in either record stays so")
    func stricter() {
        var first = PeopleHouse.aijamal
        var second = other
        first.safety = PersonSafety(contact: SafeContact(channel: .messenger, codeWord: "алма"))
        second.safety = PersonSafety(
            contact: SafeContact(mustNotBeContacted: true, fromMinute: 600, untilMinute: 660, neverLeaveMessage: true),
            wishes: PersonWishes(womanLawyer: true, doNotTellMyState: true),
            marks: [.asylum],
            recognition: (CivilDate(iso: "2026-01-02")).map { RecognitionConsent(manner: .oral, givenOn: $0) }
        )
        first.circle = [Relative(name: "Нурлан", relation: .spouse, rule: .everything)]
        second.circle = [Relative(name: "Нурлан", relation: .spouse, rule: .nothing)]
        first.vulnerability = PersonVulnerability(codes: [.pregnant])
        second.vulnerability = PersonVulnerability(codes: [.violence])
        for united in [merge(first, second).united, merge(second, first).united] {
            let contact = united.safety?.contact
            #expect(contact?.mustNotBeContacted == true)
            #expect(contact?.neverLeaveMessage == true)
            #expect(contact?.channel == .messenger)
            #expect(contact?.fromMinute == 600 && contact?.untilMinute == 660)
            #expect(contact?.codeWord == "алма")
            #expect(united.safety?.wishes.womanLawyer == true)
            #expect(united.safety?.forbidsStateRecipient == true)
            #expect(united.safety?.marks == [.asylum])
            #expect(united.safety?.recognition == nil, "who was asked in one record alone is asked again")
            #expect(united.circle?.map(\.rule) == [.nothing])
            #expect(Set(united.vulnerability?.codes ?? []) == [.pregnant, .violence])
        }
    }

    @Test("A child stays a child, whichever date was chosen")
    func child() {
        var child = other
        child.identity.birthDate = "2012"
        for united in [
            merge(PeopleHouse.aijamal, child, [.birth: .first]).united,
            merge(child, PeopleHouse.aijamal, [.birth: .second]).united,
        ] { #expect(united.identity.birthDate == "2012") }
    }

    @Test("Undoing gives back what was there, and keeps what was changed since")
    func undoing() {
        let before = PeopleHouse.aijamal
        let after = merge(before, other, [.birth: .second]).united
        #expect(MergeUndoing(before: before, after: after, now: after).restored == before)
        var now = after
        now.identity.birthDate = "1989"
        now.phones?.append(PersonPhone(number: "+996777000222"))
        now.safety?.contact.neutralSender = true
        let undoing = MergeUndoing(before: before, after: after, now: now)
        #expect(undoing.changed == [.birth, .phones, .safety])
        #expect(undoing.restored.identity.birthDate == "1989")
        #expect(undoing.restored.identity.names == before.identity.names)
        #expect(undoing.restored.phones?.map(\.number) == ["+996777000222", "+996700123456"])
        #expect(undoing.restored.safety?.contact.neutralSender == true)
        #expect(undoing.restored.notes == before.notes)
        #expect(undoing.restored.documents == before.documents)
    }
}
