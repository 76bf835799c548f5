import App
import ArgumentParser

extension Bench {
    struct SearchData: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "search-data",
            abstract: "Make an installation with very many people in a folder; all accounts have one password."
        )

        @Option(help: "The folder to make it in.") var directory: String
        @Option(help: "Another database than the folder's own SQLite file; must be empty.") var databaseURL: String?
        @Option(help: "The number that names, dates and numbers come from.") var seed: UInt64 = 1
        @Option(help: "How many people.") var people: Int = 1_000_000

        func run() async throws {
            try await running {
                say(
                    try await SearchBenchmark.make(
                        directory: directory,
                        databaseURL: databaseURL,
                        seed: seed,
                        people: people
                    )
                )
            }
        }
    }
}
