import Domain
import Testing

@testable import Casework

@Suite("The stage of a case")
struct StageRuleTests {
    private static let open = [CaseProblem(.other)]
    private static let ended = [CaseProblem(.other, outcome: .solved)]

    @Test("It follows from what is recorded")
    func stages() {
        #expect(StageRule.stage(.open, EntryTally(), problems: Self.open) == .new)
        #expect(StageRule.stage(.open, EntryTally(notes: 1), problems: Self.open) == .assessment)
        #expect(StageRule.stage(.open, EntryTally(plans: 1, notes: 1), problems: Self.open) == .plan)
        #expect(StageRule.stage(.open, EntryTally(acts: 1, plans: 1), problems: Self.open) == .action)
        #expect(StageRule.stage(.open, EntryTally(acts: 1), problems: Self.ended) == .closing)
    }

    @Test("The status comes before it")
    func statuses() {
        #expect(StageRule.stage(.waiting, EntryTally(acts: 1), problems: Self.ended) == .waiting)
        #expect(StageRule.stage(.reopened, EntryTally(acts: 1), problems: Self.ended) == .reopened)
        for status in CaseStatus.allCases where !status.isOpen {
            #expect(StageRule.stage(status, EntryTally(acts: 1), problems: Self.open) == .closed)
        }
    }
}
