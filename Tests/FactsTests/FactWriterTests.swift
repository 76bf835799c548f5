import Database
import Domain
import Facts
import TestSupport
import Testing
import Vault

@Suite("Facts")
struct FactWriterTests {
    private static let parts = [DatabaseSchema.part, VaultSchema.part, FactsSchema.part]

    private func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

    private func run(
        _ engine: TestEngine,
        isCounted: @escaping @Sendable (OrganizationID) -> Bool = { _ in true },
        _ body: (Database, FactWriter, OrganizationID) async throws -> Void
    ) async throws {
        try await engine.withDatabase(Self.parts, surroundings: .system) { database in
            let vault = Vault(root: .generate(.system), surroundings: .system)
            let organization: OrganizationID = Surroundings.system.newID()
            for id in [.installation, organization] {
                try await database.write(.system) { try vault.createKeys(for: id, on: $0) }
            }
            let writer = FactWriter(vault: vault, surroundings: .system, isCounted: isCounted)
            try await body(database, writer, organization)
        }
    }

    @Test("A record's facts are replaced, not added to", arguments: TestEngine.available)
    func replaces(engine: TestEngine) async throws {
        let first = Fact(.contact, on: try day("2026-03-12"), codes: [.problem: "unpaid_wages", .sex: ""])
        let second = Fact(.contact, on: try day("2026-03-13"), codes: [.problem: "detention"])
        try await run(engine) { database, writer, organization in
            let record: RecordID = Surroundings.system.newID()
            try await database.write(.organization(organization)) { connection in
                try writer.replace(subject: record, with: [first, first], of: organization, on: connection)
                try writer.replace(subject: record, with: [second], of: organization, on: connection)
            }
            let rows = try await database.read(.organization(organization)) { connection in
                try connection.rows("SELECT problem, month, sex FROM fact") {
                    "\(try $0.text(0)) \(try $0.text(1)) \(try $0.textOrNil(2) ?? "-")"
                }
            }
            #expect(rows == ["detention 2026-03 -"])
        }
    }

    @Test("No id of a record or person stands in a fact", arguments: TestEngine.available)
    func namesNobody(engine: TestEngine) async throws {
        let record: RecordID = Surroundings.system.newID()
        let person: PersonID = Surroundings.system.newID()
        let fact = Fact(.caseFile, on: try day("2026-03-12"), person: person)
        try await run(engine) { database, writer, organization in
            try await database.write(.organization(organization)) {
                try writer.replace(subject: record, with: [fact], of: organization, on: $0)
            }
            let stored = try await database.read(.organization(organization)) { connection in
                try connection.first("SELECT id, link, person FROM fact") { row in
                    (id: try row.text(0), link: try row.blob(1), person: try row.blob(2))
                }
            }
            let row = try #require(stored)
            #expect(row.link != Array(record.bytes) && row.person != Array(person.bytes))
            #expect(row.link.count == 16 && row.person.count == 16)
            #expect(row.id.split(separator: "-")[2].hasPrefix("4"), "the id tells no time")
        }
    }

    @Test("Erasing cuts the link and keeps the figure", arguments: TestEngine.available)
    func unlinks(engine: TestEngine) async throws {
        let person: PersonID = Surroundings.system.newID()
        let record: RecordID = Surroundings.system.newID()
        let fact = Fact(.contact, on: try day("2026-03-12"), person: person)
        try await run(engine) { database, writer, organization in
            @Sendable func links() async throws -> [[UInt8]] {
                try await database.read(.organization(organization)) { connection in
                    try connection.rows("SELECT link, person FROM fact") { try $0.blob(0) + $0.blob(1) }
                }
            }
            try await database.write(.organization(organization)) {
                try writer.replace(subject: record, with: [fact], of: organization, on: $0)
            }
            let before = try await links()
            try await database.write(.organization(organization)) { connection in
                try writer.unlink(record, of: organization, on: connection)
                try writer.unlink(person.retagged(), of: organization, on: connection)
            }
            let after = try await links()
            #expect(after.count == 1)
            #expect(before[0].prefix(16) != after[0].prefix(16))
            #expect(before[0].suffix(16) != after[0].suffix(16))
        }
    }

    @Test("Practice enters no figure", arguments: TestEngine.available)
    func practiceIsNotCounted(engine: TestEngine) async throws {
        let fact = Fact(.contact, on: try day("2026-03-12"))
        try await run(engine, isCounted: { _ in false }) { database, writer, organization in
            try await database.write(.organization(organization)) {
                try writer.replace(subject: Surroundings.system.newID(), with: [fact], of: organization, on: $0)
            }
            let count = try await database.read(.system) { try $0.count("SELECT COUNT(*) FROM fact") }
            #expect(count == 0)
        }
    }

    @Test("Age groups follow the day, and the year alone counts as its end")
    func ageGroups() throws {
        let today = try day("2026-03-12")
        #expect(FactRules.ageGroup(PartialDate(year: 2008, month: 3, day: 12), on: today) == "18-24")
        #expect(FactRules.ageGroup(PartialDate(year: 2008, month: 3, day: 13), on: today) == "14-17")
        #expect(FactRules.ageGroup(PartialDate(year: 1971), on: today) == "55+")
        #expect(FactRules.ageGroup(nil, on: today) == nil)
        #expect(FactRules.ageGroup(PartialDate(year: 2030), on: today) == nil)
        #expect(FactRules.isChild("0-13") && FactRules.isChild("14-17") && !FactRules.isChild("18-24"))
    }
}
