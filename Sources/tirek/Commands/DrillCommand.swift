import App
import ArgumentParser

/// For the crash drill in Tests/commandline; not shown, since it changes records of its own choice.
struct DrillCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drill",
        abstract: "One operation of the crash drill on a demonstration network, or a check of one.",
        shouldDisplay: false
    )

    @OptionGroup var settings: SettingsOptions
    @Argument(help: "An operation, or `check`.") var operation: String

    func run() async throws {
        try await running {
            let configuration = try settings.appConfiguration()
            guard configuration.isDemonstration else { throw ValidationError("A drill takes a demonstration only.") }
            if operation == "check" { return say(try await Drill.check(configuration)) }
            guard let operation = DrillOperation(rawValue: operation) else {
                throw ValidationError("There is no drill \(operation).")
            }
            try await Drill.run(operation, configuration)
        }
    }
}
