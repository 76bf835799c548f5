import Access
import Database
import Domain
import Export
import TestSupport
import Testing

@Suite("Exports asked for, decided, downloaded")
struct ExportStoreTests {
    @Test("A small export is ready for its requester alone, for 24 hours", arguments: TestEngine.available)
    func smallIsReady(engine: TestEngine) async throws {
        try await ExportHouse.run(on: engine) { house in
            let run = try await house.ask(rows: 500)
            #expect(run.state == .ready)
            #expect(run.order == house.order())
            #expect(try await house.download(run.id) == run)
            await #expect(throws: ExportError.notFound) { try await house.download(run.id, as: house.colleague) }
            await #expect(throws: ExportError.notFound) { try await house.download(run.id, as: house.other) }
            #expect(try await house.leave(run.id, rows: 7))
            #expect(try await house.state(run.id) == .done)
            #expect(try await house.download(run.id).rowCount == 7)
            #expect(try await house.leaves() == ["export.requested", "records.exported"])
            house.clock.advance(hours: 24)
            #expect(try await house.state(run.id) == .expired)
            await #expect(throws: ExportError.notReady) { try await house.download(run.id) }
            await #expect(throws: ExportError.notReady) { try await house.leave(run.id, rows: 7) }
        }
    }

    @Test("A large export waits for somebody else; one's own approval is refused", arguments: TestEngine.available)
    func largeWaits(engine: TestEngine) async throws {
        try await ExportHouse.run(on: engine) { house in
            let run = try await house.ask(rows: 501)
            #expect(run.state == .requested)
            await #expect(throws: ExportError.notReady) { try await house.download(run.id) }
            await #expect(throws: ExportError.ownRequest) { try await house.decide(run.id, true, as: house.own) }
            #expect(try await house.state(run.id) == .requested)
            house.clock.advance(hours: 30)
            try await house.decide(run.id, true, as: house.colleague)
            #expect(try await house.download(run.id).decidedBy == house.colleague.user)
            await #expect(throws: ExportError.decided) { try await house.decide(run.id, false, as: house.colleague) }
            #expect(try await house.leave(run.id, rows: 502))
            house.clock.advance(hours: 24)
            await #expect(throws: ExportError.notReady) { try await house.download(run.id) }
            #expect(try await house.leaves() == ["export.requested", "export.approved", "records.exported"])
        }
    }

    @Test("A declined export never leaves", arguments: TestEngine.available)
    func declinedStays(engine: TestEngine) async throws {
        try await ExportHouse.run(on: engine) { house in
            let run = try await house.ask(rows: 2000)
            try await house.decide(run.id, false, as: house.colleague)
            #expect(try await house.state(run.id) == .declined)
            await #expect(throws: ExportError.notReady) { try await house.download(run.id) }
            await #expect(throws: ExportError.decided) { try await house.decide(run.id, true, as: house.colleague) }
            #expect(try await house.leaves() == ["export.requested", "export.declined"])
        }
    }

    @Test("A foreign export is answered like a missing one", arguments: TestEngine.available)
    func foreignIsMissing(engine: TestEngine) async throws {
        try await ExportHouse.run(on: engine) { house in
            let run = try await house.ask(rows: 900)
            let missing: ExportID = house.clock.surroundings.newID()
            for id in [run.id, missing] {
                await #expect(throws: ExportError.notFound) { try await house.decide(id, true, as: house.other) }
                await #expect(throws: ExportError.notFound) { try await house.download(id, as: house.other) }
            }
            let (store, other, own) = (house.store, house.other, house.own)
            #expect(try await house.read(as: other) { try store.list(for: other, on: $0).items }.isEmpty)
            let page = try await house.read(as: own) { try store.list(for: own, on: $0) }
            #expect(page.items.map(\.id) == [run.id])
            let researcher = ExportHouse.principal(own.organization, house.clock.surroundings, .researcher)
            #expect(try await house.read(as: own) { try store.list(for: researcher, on: $0).items }.isEmpty)
        }
    }

    @Test("A long list can't leave in short pieces, nor one that grew since", arguments: TestEngine.available)
    func piecesCount(engine: TestEngine) async throws {
        try await ExportHouse.run(on: engine) { house in
            let first = try await house.ask(rows: 300)
            #expect(first.state == .ready)
            #expect(try await house.ask(rows: 201).state == .requested)
            #expect(try await house.ask(rows: 200, as: house.colleague).state == .ready)
            #expect(try await !house.leave(first.id, rows: 501))
            #expect(try await house.state(first.id) == .requested)
            #expect(try await !house.leaves().contains("records.exported"))
            try await house.decide(first.id, true, as: house.colleague)
            #expect(try await house.leave(first.id, rows: 501))
            house.clock.advance(hours: 25)
            #expect(try await house.ask(rows: 500).state == .ready)
            await #expect(throws: ExportError.tooMany) { try await house.ask(rows: 50_001) }
        }
    }

    @Test("The reason is sealed, and the list is paged from the newest on", arguments: TestEngine.available)
    func sealsAndPages(engine: TestEngine) async throws {
        try await ExportHouse.run(on: engine) { house in
            var ids: [ExportID] = []
            for _ in 0..<5 {
                ids.append(try await house.ask(rows: 1).id)
                house.clock.advance(hours: 1)
            }
            let reasons = try await house.database.read(.system) { connection in
                try connection.rows("SELECT reason FROM export_run") { try $0.blob(0) }
            }
            #expect(reasons.count == 5)
            for reason in reasons { #expect(!String(decoding: reason, as: UTF8.self).contains("Quarterly")) }
            let (store, own) = (house.store, house.own)
            let newest = try await house.read(as: own) { try store.list(limit: 3, for: own, on: $0) }
            #expect(newest.items.map(\.id) == ids.reversed().prefix(3).map { $0 })
            #expect(newest.hasOlder)
            let oldest = try await house.read(as: own) { [third = ids[2]] in
                try store.list(before: third, limit: 3, for: own, on: $0)
            }
            #expect(oldest.items.map(\.id) == [ids[1], ids[0]])
            #expect(!oldest.hasOlder)
        }
    }
}
