import Access
import Casework
import Database
import Domain
import People
import TestSupport
import Testing

@Suite("Letters to partners outside")
struct LetterTests {
    private func letter(
        _ addressee: EntryCounterpart = .partner,
        text: String = "Просим принять человека.",
        _ change: (inout LetterDraft) -> Void = { _ in }
    ) -> LetterDraft {
        var letter = LetterDraft(addressee: addressee, recipient: "Адвокат Ким", subject: "Просьба", text: text)
        change(&letter)
        return letter
    }

    private func problems(
        _ letter: LetterDraft,
        _ facts: ActFacts = ActFacts(),
        outside: [String] = []
    ) -> [SharingProblem] {
        var details = SharingHouse.details()
        details.places = [PersonPlace(kind: .address, text: "ул. Ленина, 5, кв. 12")]
        return LetterRules.problems(letter, details, facts, outside: outside)
    }

    @Test("Rule 8: no phone and no address of the person stands in a letter, however it is written")
    func contact() {
        #expect(problems(letter()).isEmpty)
        #expect(problems(letter(text: "Звоните 0700 12-34-56.")) == [.contactInLetter])
        #expect(problems(letter(text: "Живёт: УЛ.  ЛЕНИНА, 5, кв. 12")) == [.contactInLetter])
        #expect(problems(letter { $0.recipient = "" }) == [.recipientMissing])
        #expect(problems(letter(text: "")) == [.textMissing])
    }

    @Test("Rule 5: to an authority only after the status check and the person's instruction")
    func authorities() {
        let clear = StatusCheckPart(stay: .clear, register: .clear, warrant: .clear, ban: .clear)
        var facts = ActFacts()
        #expect(problems(letter(.police), facts) == [.statusCheckMissing])
        facts.check = clear
        #expect(problems(letter(.police), facts) == [.instructionMissing])
        facts.instruction = InstructionPart(allowsAuthorities: false, allowsEmployer: false)
        #expect(problems(letter(.police), facts) == [.instructionForbids])
        facts.instruction = InstructionPart(allowsAuthorities: true, allowsEmployer: false)
        #expect(problems(letter(.police), facts).isEmpty)
    }

    @Test("Rule 8: to the employer only as the person allowed, at a time agreed when they live there")
    func employer() {
        var facts = ActFacts()
        #expect(problems(letter(.employer), facts) == [.instructionMissing])
        facts.instruction = InstructionPart(allowsAuthorities: true, allowsEmployer: true, isAtEmployer: true)
        #expect(problems(letter(.employer), facts) == [.employerNotAgreed])
        facts.instruction?.timing = "после отъезда"
        #expect(problems(letter(.employer), facts).isEmpty)
        let named = letter(.employer, text: "Осмонова не получила зарплату.")
        #expect(problems(named, facts) == [.consentMissing])
        facts.instruction?.mayBeNamed = true
        #expect(problems(named, facts).isEmpty)
    }

    @Test("A name goes out only with an authority for this addressee")
    func names() {
        let named = letter(text: "Осмонова Айжамал просит о встрече.")
        #expect(problems(named) == [.consentMissing])
        #expect(problems(named, outside: ["Другой"]) == [.consentMissing])
        #expect(problems(named, outside: ["адвокат ким"]).isEmpty)
    }

    @Test("A letter is kept with the case and tells no sender where that endangers", arguments: TestEngine.available)
    func kept(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            var details = SharingHouse.details()
            details.safety = PersonSafety(contact: SafeContact(neutralSender: true))
            let (id, _) = try await house.openCase([details])
            _ = try await house.give(
                house.draft(to: house.clinic) { $0.recipient = .outside("Адвокат Ким") },
                in: id
            )
            let named = letter(text: "Осмонова Айжамал просит о встрече.")
            let (letters, home, clinic) = (house.letters, house.home, house.clinic)
            _ = try await house.write(as: home) { try letters.write(named, in: id, by: home, on: $0) }
            let kept = try await house.read(as: home) { try letters.list(of: id, for: home, on: $0) }
            #expect(kept.map(\.body.text) == ["Осмонова Айжамал просит о встрече."])
            #expect(kept.first?.isNeutral == true)
            #expect(try await house.leaves(home, "letter.") == ["letter.written"])
            await #expect(throws: SharingError.notFound) {
                try await house.read(as: clinic) { _ = try letters.list(of: id, for: clinic, on: $0) }
            }
            #expect(try await house.findings().isEmpty)
        }
    }
}
