import App
import ArgumentParser

@main
struct Tirek: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tirek",
        abstract: "The working system of a network that helps labour migrants.",
        discussion: """
            Settings come from flags, then from the environment (TIREK_DATABASE_URL, TIREK_KEY_FILE, …), then from
            the file that --configuration or TIREK_CONFIGURATION names. docs/operations.md lists them.

            Exit codes: 0 done; 1 failed; 64 wrong usage; 65 damaged data or a failed verification; 69 the database
            can't be reached; 74 a write to the disk failed; 78 wrong configuration.
            """,
        version: "0.1.0",
        subcommands: [
            Serve.self, Migrate.self, Demo.self, User.self, Organization.self, Names.self, ImportCommand.self,
            JournalCommand.self,
            BackupCommand.self, RestoreCommand.self, KeyCommand.self, Bench.self, DrillCommand.self,
        ]
    )
}
