import Access
import Casework
import Database
import Domain
@testable import Export
import Facts
import Guides
import Hotline
import Localization
import People
import Spreadsheets
import TestSupport
import Testing
import Vault

@Suite("What stands in exported lists")
struct ListTests {
    @Test("Contacts hold what was recorded, and nothing can become a formula", arguments: TestEngine.available)
    func contacts(engine: TestEngine) async throws {
        try await ExportHouse.run(on: engine) { house in
            let person = try await house.person("=cmd|' /C calc'!A0")
            let summary = "=HYPERLINK(\"http://example.org\",\"x\"),\nsecond; line"
            try await house.save(ExportHouse.draft(summary, persons: [person]))
            try await house.save(ExportHouse.draft("of others"), as: house.other)
            for format in ExportFormat.allCases {
                let rows = try await house.rows(.contacts, format)
                #expect(rows.count == 1)
                let row = try #require(rows.first)
                #expect(row[0].text == "1")
                #expect(row[1].text == "15.01.2027")
                #expect(row[2].text == "Phone")
                #expect(
                    row[4].text
                        == house.services.content.problems.name(
                            try #require(ProblemCode(rawValue: "unpaid_wages")),
                            "en"
                        )
                )
                #expect(row[5].text == "Russia")
                #expect(row[7].text.hasPrefix("'=cmd|"))
                #expect(row[8].text == "'+996700123456")
                #expect(row[9].text == "'" + summary)
                #expect(
                    row.cells.allSatisfy { cell in
                        guard case .text(let text) = cell else { return true }
                        return !text.hasPrefix("=") && !text.hasPrefix("+")
                    }
                )
            }
            let csv = try await house.build(.contacts, .csv)
            #expect(csv.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
            #expect(String(decoding: csv.bytes, as: UTF8.self).contains("\"'=HYPERLINK(\"\"http://example.org\"\""))
            let sheet = try #require(
                try SpreadsheetReader.read(try await house.build(.contacts, .xlsx).bytes, name: "").sheets.first
            )
            #expect(sheet.rows.first?[0].text == "Number")
            #expect(sheet.rows.last?[0] == .number(1))
            guard case .date = sheet.rows.last?[1] else {
                Issue.record("The day is not a date.")
                return
            }
        }
    }

    @Test("Parts follow each other without a gap, inside the period only", arguments: TestEngine.available)
    func parts(engine: TestEngine) async throws {
        try await ExportHouse.run(on: engine) { house in
            let (contacts, own) = (house.contacts, house.own)
            let now = house.clock.now
            try await house.write(as: own) { connection in
                for index in 0..<120 {
                    var draft = ExportHouse.draft("contact \(index)")
                    // Several at one instant, so that the order within it counts.
                    draft.occurredAt = now.advanced(bySeconds: -Int64(index / 4) * 3600)
                    try contacts.save(draft, by: own, on: connection)
                }
                for days in [32, 40] as [Int64] {
                    var old = ExportHouse.draft("long ago")
                    old.occurredAt = now.advanced(bySeconds: -days * 86_400)
                    try contacts.save(old, by: own, on: connection)
                }
            }
            let rows = try await house.rows(.contacts)
            #expect(rows.count == 120)
            #expect(Set(rows.map { $0[9].text }) == Set((0..<120).map { "contact \($0)" }))
            let (store, order) = (house.store, house.order())
            #expect(try await house.read(as: own) { try store.count(order, for: own, on: $0) } == 120)
        }
    }

    @Test("Whom another organization shared stays out of contacts and cases", arguments: TestEngine.available)
    func sharedStayOut(engine: TestEngine) async throws {
        try await ExportHouse.run(on: engine) { house in
            let foreign = try await house.person("Foreign", as: house.other)
            let mine = try await house.person("Mine")
            let (people, cases, own, other) = (house.people, house.cases, house.own, house.other)
            let expiry = house.clock.now.advanced(bySeconds: 86_400)
            try await house.write(as: other) { connection in
                _ = try people.share(
                    foreign,
                    GrantDraft(
                        record: foreign.retagged(),
                        recipient: own.organization,
                        groups: .full,
                        purpose: "legal_aid",
                        expiresAt: expiry,
                        createdBy: other.user
                    ),
                    by: other,
                    on: connection
                )
            }
            let seen = try await house.read(as: own) { try people.open(foreign, for: own, on: $0) }
            #expect(seen.details.displayName.contains("Foreign"))
            try await house.save(ExportHouse.draft("two people", persons: [foreign, mine]))
            try await house.write(as: own) { connection in
                for person in [foreign, mine] {
                    _ = try cases.create(
                        CaseDraft(
                            members: [CaseMember(person, .client)],
                            problems: [ProblemCode(rawValue: "unpaid_wages")].compactMap { $0 }
                        ),
                        by: own,
                        on: connection
                    )
                }
            }
            let contact = try #require(try await house.rows(.contacts).first)
            #expect(contact[7].text.contains("Mine") && !contact[7].text.contains("Foreign"))
            let clients = try await house.rows(.cases).map { $0[6].text }
            #expect(clients.count == 2)
            #expect(clients.contains { $0.contains("Mine") })
            #expect(!clients.contains { $0.contains("Foreign") })
        }
    }

    @Test(
        "Cases hold status, problems and amounts by currency; a barred one stays out",
        arguments: TestEngine.available
    )
    func cases(engine: TestEngine) async throws {
        try await ExportHouse.run(on: engine) { house in
            let person = try await house.person("Osmonova")
            let (cases, entries, own) = (house.cases, house.services.entries, house.own)
            let roubles = try #require(CurrencyCode("RUB"))
            let problems = [ProblemCode(rawValue: "unpaid_wages")].compactMap { $0 }
            try await house.write(as: own) { connection in
                let made = try cases.create(
                    CaseDraft(members: [CaseMember(person, .client)], problems: problems),
                    by: own,
                    on: connection
                )
                var claim = EntryBody(title: "Wages")
                claim.claim = EntryBody.ClaimPart(owed: Money(hundredths: 9_000_050, currency: roubles))
                try entries.add(EntryDraft(.claim, claim), to: made.id, by: own, on: connection)
                let barred = try cases.create(CaseDraft(problems: problems), by: own, on: connection)
                try connection.execute(
                    """
                    INSERT INTO case_bar (case_id, user_id, organization_id, barred_by, barred_at)
                    VALUES (\(barred.id), \(own.user), \(own.organization), \(own.user), \(1))
                    """
                )
                for _ in 0..<60 { _ = try cases.create(CaseDraft(problems: problems), by: own, on: connection) }
            }
            for format in ExportFormat.allCases {
                let rows = try await house.rows(.cases, format)
                #expect(rows.count == 61)
                let numbers = Set(rows.map { $0[0].text })
                #expect(numbers.count == 61)
                #expect(!numbers.contains("2027-0002"))
                let row = try #require(rows.first { $0[0].text == "2027-0001" })
                #expect(row[1].text == "15.01.2027")
                #expect(row[6].text.contains("Osmonova"))
                #expect(row[8].text == "90000.50 RUB")
                #expect(row[9].isBlank && row[10].isBlank)
            }
        }
    }

    @Test("Facts hold codes only, every fact once", arguments: TestEngine.available)
    func facts(engine: TestEngine) async throws {
        try await ExportHouse.run(on: engine) { house in
            let person = try await house.person("Osmonova")
            for _ in 0..<3 { try await house.save(ExportHouse.draft("words", persons: [person])) }
            try await house.save(ExportHouse.draft("words"), as: house.other)
            let own = house.own
            let stored = try await house.read(as: own) { connection in
                try connection.count("SELECT COUNT(*) FROM fact WHERE organization_id = \(own.organization)")
            }
            let built = try await house.build(.facts, .csv)
            #expect(built.rowCount == Int(stored) && stored >= 6)
            let text = String(decoding: built.bytes, as: UTF8.self)
            #expect(text.contains("unpaid_wages") && text.contains("phone"))
            #expect(!text.contains("Osmonova") && !text.contains("words") && !text.contains(person.text))
            #expect(FactList.columns.allSatisfy { !["link", "person", "network_token", "id"].contains($0) })
        }
    }

    @Test("A tampered contact is marked and reported, and doesn't stop the list", arguments: TestEngine.available)
    func damaged(engine: TestEngine) async throws {
        try await ExportHouse.run(on: engine) { house in
            let bad = try await house.save(ExportHouse.draft("forged"))
            try await house.save(ExportHouse.draft("sound"))
            _ = try await house.write(as: house.own) { connection in
                try connection.execute("UPDATE contact SET urgency = 'danger' WHERE id = \(bad.id)")
            }
            let built = try await house.build(.contacts, .csv)
            #expect(built.damaged == [bad.id.retagged()])
            #expect(built.rowCount == 2)
            let text = String(decoding: built.bytes, as: UTF8.self)
            #expect(text.contains("sound") && !text.contains("forged"))
            #expect(text.contains(house.texts.exports.cellDamaged))
        }
    }

    @Test("A file never has more rows than allowed")
    func capped() throws {
        var file = ListFile(.csv, title: "list", columns: ["a"])
        try file.append(Array(repeating: [.text("x")], count: ExportRules.mostRows))
        #expect(throws: ExportError.tooMany) { try file.append([[.text("x")]]) }
    }
}
