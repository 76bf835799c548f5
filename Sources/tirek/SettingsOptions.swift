import App
import ArgumentParser
import Foundation

/// The settings that every command takes.
struct SettingsOptions: ParsableArguments {
    @Option(help: "sqlite:///path or postgres://user@host/database (TIREK_DATABASE_URL).")
    var databaseURL: String?

    @Option(help: "The file with the root key (TIREK_KEY_FILE).")
    var keyFile: String?

    @Option(help: "A file with TIREK_NAME=value lines (TIREK_CONFIGURATION).")
    var configuration: String?

    @Option(help: "Use the demonstration network in this folder (TIREK_DEMO_DIRECTORY).")
    var demo: String?

    /// The program's configuration; flags beat the environment, the environment the file. `flags` are settings that
    /// the command itself takes.
    func appConfiguration(_ flags: [String: String?] = [:]) throws -> AppConfiguration {
        let environment = ProcessInfo.processInfo.environment
        var given = flags.compactMapValues { $0 }
        given["TIREK_DATABASE_URL"] = databaseURL
        given["TIREK_KEY_FILE"] = keyFile
        let settings = try Settings(flags: given, environment: environment, file: configuration)
        if let directory = demo ?? environment["TIREK_DEMO_DIRECTORY"] {
            return try AppConfiguration(demonstration: directory, settings)
        }
        return try AppConfiguration(settings)
    }
}
