import App
import ArgumentParser

struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "Prove that the journals are whole.",
        subcommands: [Verify.self]
    )

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Compute every journal anew and compare records with what their last leaf says.",
            discussion: """
                Without --against a journal can only be shown to be consistent in itself: whoever cut its end off
                together with its checkpoints leaves no trace inside. A checkpoint kept elsewhere proves the rest.
                """
        )

        @OptionGroup var settings: SettingsOptions
        @Option(help: "A checkpoint file that was kept elsewhere; may be given several times.")
        var against: [String] = []

        func run() async throws {
            try await running {
                let report = try await Maintenance.verifyJournals(
                    against: against,
                    try settings.appConfiguration()
                )
                for line in report.lines { say(line) }
                guard report.isSound else { throw ExitCode(65) }
            }
        }
    }
}
