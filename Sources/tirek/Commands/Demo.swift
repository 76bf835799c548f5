import App
import ArgumentParser

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a demonstration network with fictional organisations, people and three years of their work.",
        discussion: """
            Everything lies in one folder, the key included, so it is for trying out only. A folder that has one
            already is left as it is. `tirek serve --demo DIR` serves it.
            """
    )

    @Option(help: "The folder to make it in.")
    var directory: String = "var/demo"

    @Option(help: "Another database than the folder's own SQLite file (TIREK_DATABASE_URL).")
    var databaseURL: String?

    @Option(help: "The number that the fictional names, dates and numbers come from.")
    var seed: UInt64 = 1

    @Option(help: "How many people to make in all (default: 1800).")
    var people: Int?

    @Option(help: "How many contacts to make (default: 3000, or as many as --people says).")
    var contacts: Int?

    @Option(help: "How many cases to make (default: three to ten contacts).")
    var cases: Int?

    @Flag(help: "Print one JSON line per account.")
    var json = false

    func run() async throws {
        try await running {
            let accounts = try await Demonstration.make(
                directory: directory,
                databaseURL: databaseURL,
                seed: seed,
                people: people,
                contacts: contacts,
                cases: cases
            )
            for account in accounts { say(json ? account.json : account.line) }
        }
    }
}
