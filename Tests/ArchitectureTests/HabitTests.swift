import Foundation
import Testing

@Suite("Habits that are easily lost")
struct HabitTests {
    private func findings(_ needles: [String], except: (String) -> Bool = { _ in false }) throws -> [String] {
        try Repository.swiftFiles(under: "Sources").filter { !except($0.path) }.flatMap { file in
            file.lines.enumerated().compactMap { number, line in
                let code = line.trimmingCharacters(in: .whitespaces)
                guard !code.hasPrefix("//"), needles.contains(where: code.contains) else { return nil }
                return "\(file.path):\(number + 1): \(code)"
            }
        }
    }

    @Test("Nothing traps")
    func nothingTraps() throws {
        #expect(try findings(["try!", "as! ", "fatalError(", "preconditionFailure("]).isEmpty)
    }

    @Test("SQL comes from literals only")
    func noStringBuiltSQL() throws {
        #expect(try findings(["SQL(stringLiteral"]).isEmpty)
        #expect(
            try findings(["execute(sql:", "cachedStatement("], except: { $0.hasPrefix("Sources/Database/SQLite/") })
                .isEmpty
        )
    }

    @Test("Unescaped HTML stays inside Markup")
    func rawStaysInMarkup() throws {
        #expect(try findings(["\\(raw:", "(raw:"], except: { $0.hasPrefix("Sources/Markup/") }).isEmpty)
    }

    @Test("Only named places make tenant scopes")
    func scopesAreRare() throws {
        let allowed = ["Sources/Domain/", "Sources/Web/Requests/", "Sources/App/"]
        let found = try findings(["@_spi(TenantScopes)"], except: { path in allowed.contains { path.hasPrefix($0) } })
        #expect(found.isEmpty)
    }

    @Test("Only the platform's own rooms act in another organisation's scope")
    func actingIsRare() throws {
        let allowed = ["Sources/Database/", "Sources/Vault/", "Sources/Journal/", "Sources/Access/"]
        let found = try findings(["acting(as:"], except: { path in allowed.contains { path.hasPrefix($0) } })
        #expect(found.isEmpty)
    }

    @Test("Wraps of records' keys are destroyed in one place, which thinks of snapshots")
    func wrapsAreDestroyedInOnePlace() throws {
        let found = try findings(
            ["DELETE FROM record_key_wrap"],
            except: { $0 == "Sources/Vault/Keys/RecordWraps.swift" }
        )
        #expect(found.isEmpty)
    }

    @Test("A file is short enough to hold in the head")
    func filesAreShort() throws {
        for file in try Repository.swiftFiles(under: "Sources") where !file.path.contains("/Generated/") {
            #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines")
        }
    }
}
