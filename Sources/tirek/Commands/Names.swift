import App
import ArgumentParser

struct Names: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "How records of people are compared.",
        subcommands: [Weights.self]
    )

    struct Weights: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Estimate the weights of comparing records on an organisation's own people.",
            discussion: """
                Prints each level of agreement with its weight in bits, set by hand, in use and estimated, and about how \
                many pairs of one person and of two were met at it; no names. Nothing is kept without --write. \
                docs/name-matching.md says what the weights mean.
                """
        )

        @OptionGroup var settings: SettingsOptions
        @Option(help: "The organisation's id or code.") var organization: String
        @Flag(help: "Use the estimated weights from now on.") var write = false
        @Flag(help: "Go back to the weights set by hand.") var reset = false
        @Flag(help: "Print one line of JSON.") var json = false

        func validate() throws {
            if write, reset { throw ValidationError("Give --write or --reset, not both.") }
        }

        func run() async throws {
            try await running {
                let configuration = try settings.appConfiguration()
                guard !reset else {
                    try await Maintenance.resetWeights(of: organization, configuration)
                    return say("The weights set by hand are in use.")
                }
                let report = try await Maintenance.estimateWeights(of: organization, keep: write, configuration)
                if json { return say(report.json) }
                for line in report.lines { say(line) }
                say(write ? "The estimated weights are in use." : "Nothing was changed; --write keeps the estimate.")
            }
        }
    }
}
