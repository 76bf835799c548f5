import Domain
import Foundation
import JSON
import Testing

@testable import Hotline

/// What was sealed while Foundation's coders wrote it stays readable, and the other way round.
@Suite struct SealedFormTests {
    private func agrees<Value: Codable & Equatable>(_ value: Value) throws {
        let before = [UInt8](try JSONEncoder().encode(value))
        let now = try JSONCoding.encode(value)
        #expect(try JSONCoding.decode(Value.self, from: before) == value)
        #expect(try JSONCoding.decode(Value.self, from: now) == value)
        #expect(try JSONDecoder().decode(Value.self, from: Data(now)) == value)
    }

    @Test func contacts() throws {
        var narrative = ContactNarrative()
        try agrees(narrative)
        narrative.summary = "Забрали паспорт / \"документы\"\n"
        narrative.answers = ["passport": "yes", "wage": "no"]
        narrative.screening = ["a", "b"]
        narrative.advice = [AdviceGiven(guide: "wages/ru/3")]
        narrative.returnCode = "7K2"
        try agrees(narrative)
        try agrees(ContactCaller(number: "+996700123456"))
    }

    @Test func drafts() throws {
        var state = ConsoleState(
            startedAt: Instant(milliseconds: 1_763_768_041_123),
            language: "ky",
            zone: "Asia/Bishkek"
        )
        try agrees(state)
        state.problems = ["wage"]
        state.members = [ConsoleState.Member(person: "p", role: "caller", check: RecognitionCheck.allCases[0])]
        try agrees(state)
    }
}
