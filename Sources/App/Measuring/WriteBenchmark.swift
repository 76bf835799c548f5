import Access
import Database
import Domain
import Foundation
import Journal
import People
import Vault

/// Counts one user's changes per second, each with its leaf and its event, on a fresh database.
public enum WriteBenchmark {
    /// Runs for so many seconds and returns one line of JSON.
    public static func run(databaseURL: String, seconds: Int) async throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tirek-bench-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { _ = try? FileManager.default.removeItem(atPath: folder) }
        try RootSecret.generate(.system).store(at: folder + "/root.key")
        let settings = try Settings(flags: ["TIREK_DATABASE_URL": databaseURL], environment: [:])
        let configuration = try AppConfiguration(demonstration: folder, settings)
        return try await Maintenance.with(configuration) { installation in
            let rate = try await measure(installation, seconds: seconds)
            return "{\"writesPerSecond\":\(Int(rate))}"
        }
    }

    private static func measure(_ installation: Installation, seconds: Int) async throws -> Double {
        let surroundings = installation.surroundings
        let organization = try await installation.database.write(.installation) { connection in
            try installation.access.organizations.create(
                OrganizationDraft(
                    code: "bench",
                    kind: .other,
                    language: .english,
                    timeZone: "UTC",
                    names: [OrganizationName(language: "en", text: "Bench")]
                ),
                by: .program,
                on: connection
            )
        }
        let principal = Principal(
            user: surroundings.newID(),
            organization: organization,
            role: .caseworker,
            session: surroundings.newID(),
            csrfToken: "",
            dutyName: ""
        )
        var fiction = FictionalPeople(seed: 1)
        let details = fiction.next()
        let clock = ContinuousClock()
        let start = clock.now
        var count = 0
        while clock.now - start < .seconds(seconds) {
            _ = try await installation.database.write(.organization(organization)) { connection in
                try installation.rooms.people.create(details, by: principal, on: connection)
            }
            count += 1
        }
        let elapsed = clock.now - start
        return Double(count) / (Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18)
    }
}
