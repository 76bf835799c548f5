import App
import ArgumentParser

extension Bench {
    struct DeskData: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "desk-data",
            abstract: "Make a large desk in a folder, as tirek demo makes a small one; all accounts have one password."
        )

        @Option(help: "The folder to make it in.") var directory: String
        @Option(help: "Another database than the folder's own SQLite file; must be empty.") var databaseURL: String?
        @Option(help: "The number that names, dates and numbers come from.") var seed: UInt64 = 1
        @Option(help: "How many organisations, up to twelve.") var organizations: Int = 12
        @Option(help: "How many users.") var users: Int = 750
        @Option(help: "How many people.") var people: Int = 50_000
        @Option(help: "How many contacts.") var contacts: Int = 100_000
        @Option(help: "How many cases.") var cases: Int = 50_000

        func run() async throws {
            let sizes = DeskBenchmark.Sizes(
                organizations: organizations,
                users: users,
                people: people,
                contacts: contacts,
                cases: cases
            )
            try await running {
                say(try await DeskBenchmark.make(directory: directory, databaseURL: databaseURL, seed: seed, sizes))
            }
        }
    }
}
