import Access
import Casework
import Database
import Domain
import TestSupport
import Testing

@Suite("Taking one's own act back")
struct UndoTests {
    private func undo(_ id: CaseID, _ house: SharingHouse, as principal: Principal? = nil) async throws {
        let (entries, principal) = (house.entries, principal ?? house.home)
        try await house.write(as: principal) { try entries.undo(in: id, by: principal, on: $0) }
    }

    private func note(_ text: String, _ id: CaseID, _ house: SharingHouse) async throws -> CaseEntryID {
        let (entries, home) = (house.entries, house.home)
        return try await house.write(as: home) {
            try entries.add(EntryDraft(.note, EntryBody(text: text)), to: id, by: home, on: $0)
        }
    }

    private func notes(_ id: CaseID, _ house: SharingHouse) async throws -> [String] {
        let (entries, home) = (house.entries, house.home)
        return try await house.read(as: home) {
            try entries.entries(of: id, for: home, kinds: [.note], on: $0).compactMap { $0.body?.text }.sorted()
        }
    }

    @Test("The latest act goes first; then there is nothing left", arguments: TestEngine.available)
    func order(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let made = try await house.openCase()
            _ = try await note("1", made.id, house)
            house.clock.advance(seconds: 1)
            _ = try await note("2", made.id, house)
            try await undo(made.id, house)
            #expect(try await notes(made.id, house) == ["1"])
            try await undo(made.id, house)
            #expect(try await notes(made.id, house).isEmpty)
            await #expect(throws: CaseError.refused(.nothingToUndo)) { try await undo(made.id, house) }
        }
    }

    @Test("Neither a colleague's act nor one of half an hour ago", arguments: TestEngine.available)
    func limits(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let made = try await house.openCase()
            _ = try await note("1", made.id, house)
            await #expect(throws: CaseError.refused(.nothingToUndo)) {
                try await undo(made.id, house, as: house.colleague)
            }
            house.clock.advance(seconds: 30 * 60 + 1)
            await #expect(throws: CaseError.refused(.nothingToUndo)) { try await undo(made.id, house) }
            #expect(try await notes(made.id, house) == ["1"])
        }
    }

    @Test("A change comes back with every field, unless somebody built upon it", arguments: TestEngine.available)
    func fields(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let made = try await house.openCase()
            let (cases, home, colleague) = (house.cases, house.home, house.colleague)
            func patch(_ risk: RiskLevel, as principal: Principal) async throws {
                var change = CaseChange()
                change.risk = risk
                let asked = change
                try await house.write(as: principal) { connection in
                    let present = try cases.head(made.id, for: principal, on: connection).fieldVersions
                    _ = try cases.patch(made.id, asked, from: present, by: principal, on: connection)
                }
            }
            func risk() async throws -> RiskLevel {
                try await house.read(as: home) { try cases.open(made.id, for: home, on: $0).head.risk }
            }
            let first = try await risk()
            try await patch(.high, as: home)
            try await undo(made.id, house)
            #expect(try await risk() == first)
            house.clock.advance(seconds: 1)
            try await patch(.high, as: home)
            try await patch(.raised, as: colleague)
            await #expect(throws: CaseError.refused(.undoChangedSince)) { try await undo(made.id, house) }
            #expect(try await risk() == .raised)
        }
    }

    @Test("A closing taken back leaves no trace in the outcomes", arguments: TestEngine.available)
    func closing(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let made = try await house.openCase()
            let (cases, entries, home) = (house.cases, house.entries, house.home)
            try await house.write(as: home) {
                try cases.close(made.id, CaseClosing(outcome: .solved, told: "Всё"), by: home, on: $0)
            }
            try await undo(made.id, house)
            let (file, lines) = try await house.read(as: home) { connection in
                (
                    try cases.open(made.id, for: home, on: connection),
                    try entries.entries(of: made.id, for: home, kinds: [.closing], on: connection)
                )
            }
            #expect(file.head.status == .open)
            #expect(file.head.outcome == nil)
            #expect(file.problems.allSatisfy { $0.outcome == nil })
            #expect(lines.isEmpty)
        }
    }

    @Test("A step that was done too early is open again", arguments: TestEngine.available)
    func done(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let made = try await house.openCase()
            let (entries, home) = (house.entries, house.home)
            let task = try await house.write(as: home) {
                try entries.add(EntryDraft(.task, EntryBody(title: "Позвонить")), to: made.id, by: home, on: $0)
            }
            house.clock.advance(seconds: 1)
            try await house.write(as: home) { try entries.finish(task, in: made.id, by: home, on: $0) }
            try await undo(made.id, house)
            let entry = try await house.read(as: home) { try entries.entry(task, in: made.id, for: home, on: $0) }
            #expect(entry.state == .open)
            #expect(entry.doneAt == nil)
        }
    }
}
