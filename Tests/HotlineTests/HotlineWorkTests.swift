import Access
import Database
import Domain
import Hotline
import TestSupport
import Testing

@Suite("Call-backs, calls, shifts, alarms")
struct HotlineWorkTests {
    private static func waiting(_ house: HotlineHouse) async throws -> [CallBack] {
        let (store, own) = (CallBackStore(contacts: house.store), house.own)
        return try await house.read(as: own) { try store.waiting(for: own, on: $0) }
    }

    @Test("Somebody waits until they are reached, and then the contact is finished", arguments: TestEngine.available)
    func callBacks(engine: TestEngine) async throws {
        try await HotlineHouse.run(on: engine) { house in
            var draft = try HotlineHouse.wages()
            draft.outcome = .callBack
            draft.callBack = CallBackRequest(
                dueAt: house.clock.surroundings.now().advanced(bySeconds: 600),
                zone: "Europe/Moscow",
                number: "+79991234567",
                note: "ask for Aijamal",
                isNeutral: true
            )
            let saved = try await house.save(draft)
            #expect(try await house.open(saved.id).state == .waiting)
            let first = try #require(try await Self.waiting(house).first)
            #expect(first.number == "+79991234567" && first.isNeutral && first.note == "ask for Aijamal")
            let (queue, own) = (CallBackStore(contacts: house.store), house.own)
            try await house.write(as: own) { try queue.tried(first.id, .noAnswer, note: "", by: own, on: $0) }
            let again = try #require(try await Self.waiting(house).first)
            #expect(again.attempts == 1 && again.lastResult == .noAnswer && again.dueAt > first.dueAt)
            try await house.write(as: own) { try queue.tried(first.id, .reached, note: "ok", by: own, on: $0) }
            #expect(try await Self.waiting(house).isEmpty)
            #expect(try await house.open(saved.id).state == .closed)
            await #expect(throws: HotlineError.notFound) {
                try await house.write(as: own) { try queue.tried(first.id, .reached, note: "", by: own, on: $0) }
            }
        }
    }

    @Test("A call is announced once, moves forward only, and warns of a marked number", arguments: TestEngine.available)
    func calls(engine: TestEngine) async throws {
        try await HotlineHouse.run(on: engine) { house in
            let (store, marks, own) = (
                CallStore(contacts: house.store), NumberMarkStore(contacts: house.store), house.own
            )
            let now = house.clock.surroundings.now()
            func announce(_ event: CallState, as principal: Principal) async throws -> ContactID {
                let call = CallAnnouncement(callID: "17", from: "+996555123456", to: "100", event: event, at: now)
                return try await house.write(as: principal) { try store.announce(call, by: principal, on: $0) }
            }
            let id = try await announce(.ringing, as: own)
            #expect(try await announce(.answered, as: own) == id)
            #expect(try await announce(.ringing, as: own) == id)
            var shown = try await house.read(as: own) { try store.recent(for: own, on: $0) }
            #expect(shown.map(\.state) == [.answered] && shown.first?.from == "+996555123456")
            #expect(shown.first?.isMarked == false)
            try await house.write(as: own) {
                _ = try marks.mark("+996555123456", .abuse, days: 1, note: "", by: own, on: $0)
            }
            shown = try await house.read(as: own) { try store.recent(for: own, on: $0) }
            #expect(shown.first?.isMarked == true)
            let foreign = try await announce(.ringing, as: house.other)
            #expect(foreign != id)
            house.clock.advance(seconds: 86_400)
            #expect(try await house.read(as: own) { try store.recent(for: own, on: $0) }.isEmpty)
            #expect(try await house.read(as: own) { try marks.list(for: own, on: $0) }.isEmpty)
        }
    }

    @Test("A contact saved under a call's id keeps that id", arguments: TestEngine.available)
    func callBecomesContact(engine: TestEngine) async throws {
        try await HotlineHouse.run(on: engine) { house in
            let (store, own) = (CallStore(contacts: house.store), house.own)
            let call = CallAnnouncement(
                callID: "18",
                from: "",
                to: "100",
                event: .ringing,
                at: house.clock.surroundings.now()
            )
            let id = try await house.write(as: own) { try store.announce(call, by: own, on: $0) }
            var draft = try HotlineHouse.wages()
            draft.id = id
            #expect(try await house.save(draft).id == id)
            #expect(try await house.save(draft).isNew == false)
            #expect(try await house.count("SELECT COUNT(*) FROM contact") == 1)
        }
    }

    @Test("A handover note is read by the next shift, not by its writer", arguments: TestEngine.available)
    func handover(engine: TestEngine) async throws {
        try await HotlineHouse.run(on: engine) { house in
            let (notes, own, colleague) = (ShiftNoteStore(contacts: house.store), house.own, house.colleague)
            let id = try await house.write(as: own) { try notes.write("Перезвонить Айжамал", by: own, on: $0) }
            try await house.write(as: own) { try notes.read(id, by: own, on: $0) }
            #expect(try await house.read(as: own) { try notes.list(unreadOnly: true, for: own, on: $0) }.count == 1)
            try await house.write(as: colleague) { try notes.read(id, by: colleague, on: $0) }
            let all = try await house.read(as: own) { try notes.list(for: own, on: $0) }
            #expect(all.first?.readBy == colleague.user && all.first?.text == "Перезвонить Айжамал")
            let other = house.other
            #expect(try await house.read(as: other) { try notes.list(for: other, on: $0) }.isEmpty)
        }
    }

    @Test(
        "The red key rings one after the other and keeps who was rung and what they said",
        arguments: TestEngine.available
    )
    func alarm(engine: TestEngine) async throws {
        try await HotlineHouse.run(on: engine) { house in
            let (store, own) = (OnCallStore(contacts: house.store), house.own)
            let id = try await house.write(as: own) { connection in
                for name in ["Гүлнара", "Азамат"] {
                    let person = DutyPerson(name: name, phone: "+996555000000")
                    _ = try store.addStep(person, waitMinutes: 3, by: own, on: connection)
                }
                return try store.raise(reason: "confinement", contact: nil, by: own, on: connection)
            }
            try await house.write(as: own) { try store.answer(id, .noAnswer, by: own, on: $0) }
            try await house.write(as: own) { try store.answer(id, .answered, by: own, on: $0) }
            let alarm = try #require(try await house.read(as: own) { try store.alarms(for: own, on: $0) }.first)
            #expect(alarm.rings.map(\.person.name) == ["Гүлнара", "Азамат"])
            #expect(alarm.rings.map(\.answer) == [.noAnswer, .answered])
            #expect(alarm.isAnswered && alarm.reason == "confinement")
            try await house.write(as: own) { try store.close(id, by: own, on: $0) }
            await #expect(throws: HotlineError.notFound) {
                try await house.write(as: own) { try store.ring(id, by: own, on: $0) }
            }
        }
    }

    @Test("The rota knows who is on duty now, whatever their zone", arguments: TestEngine.available)
    func rota(engine: TestEngine) async throws {
        try await HotlineHouse.run(on: engine) { house in
            let (store, own) = (RotaStore(contacts: house.store), house.own)
            let now = house.clock.surroundings.now()
            for (zone, name) in [("Asia/Bishkek", "Айгүл"), ("Europe/Moscow", "Рустам")] {
                let day = CivilDate(at: now, zone: zone)
                let minute = now.minuteOfDay(zone: zone)
                // One is on duty this hour by their clock; the other's hour begins when the first one's ends.
                let from = name == "Айгүл" ? minute : minute + 60
                let duty = DutyHours(day: day, fromMinute: from, untilMinute: from + 60, zone: zone)
                _ = try await house.write(as: own) {
                    try store.add(duty, DutyPerson(name: name), isOnCall: false, by: own, on: $0)
                }
            }
            #expect(
                try await house.read(as: own) { try store.onDuty(for: own, on: $0) }.map(\.person.name) == ["Айгүл"]
            )
            house.clock.advance(seconds: 3600)
            #expect(
                try await house.read(as: own) { try store.onDuty(for: own, on: $0) }.map(\.person.name) == ["Рустам"]
            )
        }
    }
}
