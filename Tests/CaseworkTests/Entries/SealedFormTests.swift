import Domain
import Foundation
import JSON
import Testing

@testable import Casework

/// What was sealed while Foundation's coders wrote it stays readable, and the other way round.
@Suite struct SealedFormTests {
    private func agrees<Value: Codable & Equatable>(_ value: Value) throws {
        let before = [UInt8](try JSONEncoder().encode(value))
        let now = try JSONCoding.encode(value)
        #expect(try JSONCoding.decode(Value.self, from: before) == value)
        #expect(try JSONCoding.decode(Value.self, from: now) == value)
        #expect(try JSONDecoder().decode(Value.self, from: Data(now)) == value)
    }

    @Test func entries() throws {
        var body = EntryBody(title: "Жалоба / «шикоят»", text: "First line\nsecond \"line\"")
        try agrees(body)
        body.claim = EntryBody.ClaimPart(
            owed: CurrencyCode("RUB").map { Money(hundredths: 4_500_000, currency: $0) },
            triggerDate: CivilDate(iso: "2026-03-01")
        )
        body.result = ""
        try agrees(body)
        let snapshot = EntrySnapshot(state: "open", dueOn: "2026-03-01", doneAt: .max, body: body)
        try agrees(snapshot)
        let undo = try JSONCoding.decode(UndoBody.self, from: try JSONCoding.encode(UndoBody(entry: snapshot)))
        #expect(undo.entry == snapshot && undo.snapshot == nil)
    }

    @Test func cases() throws {
        var narrative = CaseNarrative(situation: "Три месяца без зарплаты", importedNumber: "17/б")
        narrative.factCodes = ["sector": "construction", "channel": "phone"]
        try agrees(narrative)
        try agrees(CaseNarrative())
    }
}
