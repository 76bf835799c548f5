import Casework
import Domain
import Testing

@Suite("Before something goes to an authority or the employer (safety rules 5 and 8)")
struct ActRuleTests {
    private static let clear = StatusCheckPart(stay: .clear, register: .clear, warrant: .clear, ban: .unknown)
    private static let yes = InstructionPart(allowsAuthorities: true, allowsEmployer: true)

    @Test("An authority needs a status check and an instruction that allows it", arguments: EntryCounterpart.allCases)
    func authority(counterpart: EntryCounterpart) {
        guard counterpart.isAuthority else { return }
        #expect(ActRule.refusal(for: counterpart, in: ActFacts()) == .statusCheckMissing)
        #expect(ActRule.refusal(for: counterpart, in: ActFacts(instruction: Self.yes)) == .statusCheckMissing)
        #expect(ActRule.refusal(for: counterpart, in: ActFacts(check: Self.clear)) == .instructionMissing)
        let no = InstructionPart(allowsAuthorities: false, allowsEmployer: true)
        #expect(
            ActRule.refusal(for: counterpart, in: ActFacts(check: Self.clear, instruction: no)) == .instructionForbids
        )
        #expect(ActRule.refusal(for: counterpart, in: ActFacts(check: Self.clear, instruction: Self.yes)) == nil)
    }

    @Test("The employer needs an instruction, and a time while the person is there")
    func employer() {
        #expect(ActRule.refusal(for: .employer, in: ActFacts(check: Self.clear)) == .instructionMissing)
        let no = InstructionPart(allowsAuthorities: true, allowsEmployer: false)
        #expect(ActRule.refusal(for: .employer, in: ActFacts(instruction: no)) == .instructionForbids)
        var there = Self.yes
        there.isAtEmployer = true
        #expect(ActRule.refusal(for: .employer, in: ActFacts(instruction: there)) == .employerNotAgreed)
        there.timing = "После отъезда"
        #expect(ActRule.refusal(for: .employer, in: ActFacts(instruction: there)) == nil)
    }

    @Test("What goes to nobody outside, to a partner or the family needs neither")
    func others() {
        for counterpart in [nil, EntryCounterpart.partner, .family] {
            #expect(ActRule.refusal(for: counterpart, in: ActFacts()) == nil)
        }
    }

    @Test("The counterparts of the design's rule are authorities")
    func counterparts() {
        let authorities: Set<EntryCounterpart> = [.police, .inspectorate, .court, .migration, .hospital, .consulate]
        #expect(Set(EntryCounterpart.allCases.filter(\.isAuthority)) == authorities)
    }
}

@Suite("Before a child is referred (safety rule 9)")
struct ChildRuleTests {
    private static let writer = UserID(high: 1, low: 1)
    private static let reader = UserID(high: 1, low: 2)
    private static let note = ChildNote(isWith: "Тётя", guardian: "Мать в Оше", bestInterest: "Учёба")

    private static func record(_ note: ChildNote = note, second: UserID? = reader) -> ChildNoteRecord {
        ChildNoteRecord(note: note, entry: CaseEntryID(high: 2, low: 1), writtenBy: writer, secondPerson: second)
    }

    @Test("Guardian, best interest and a second person are all needed")
    func parts() {
        #expect(ChildRule.refusal(isChild: true, record: nil) == .guardianMissing)
        var note = Self.note
        note.guardian = ""
        #expect(ChildRule.refusal(isChild: true, record: Self.record(note)) == .guardianMissing)
        note = Self.note
        note.isWith = ""
        #expect(ChildRule.refusal(isChild: true, record: Self.record(note)) == .guardianMissing)
        note = Self.note
        note.bestInterest = ""
        #expect(ChildRule.refusal(isChild: true, record: Self.record(note)) == .bestInterestMissing)
        #expect(ChildRule.refusal(isChild: true, record: Self.record(second: nil)) == .secondPersonMissing)
        #expect(ChildRule.refusal(isChild: true, record: Self.record(second: Self.writer)) == .secondPersonMissing)
        #expect(ChildRule.refusal(isChild: true, record: Self.record()) == nil)
        #expect(ChildRule.refusal(isChild: false, record: nil) == nil)
    }

    @Test("Nothing goes to the state where it is the danger")
    func state() {
        var note = Self.note
        note.stateIsDanger = true
        #expect(ChildRule.refusal(isChild: true, record: Self.record(note), toState: true) == .instructionForbids)
        #expect(ChildRule.refusal(isChild: true, record: Self.record(note), toState: false) == nil)
        #expect(ChildRule.refusal(isChild: true, record: Self.record(), toState: true) == nil)
    }

    @Test("In doubt somebody is a child")
    func age() throws {
        let day = try #require(CivilDate(iso: "2026-06-15"))
        func isChild(_ iso: String) -> Bool { ChildRule.isChild(born: PartialDate(iso: iso), on: day) }
        #expect(isChild("2008-06-16"))
        #expect(!isChild("2008-06-15"))
        #expect(isChild("2008-06"))
        #expect(!isChild("2008-05"))
        #expect(isChild("2008"))
        #expect(!isChild("2007"))
        #expect(isChild("2015"))
        #expect(!ChildRule.isChild(born: nil, on: day))
    }
}
