import App
import ArgumentParser

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve the desk and the API until told to stop.")

    @OptionGroup var settings: SettingsOptions

    @Option(help: "The port to listen on (TIREK_PORT).")
    var port: Int?

    @Option(help: "The address to listen on (TIREK_HOST).")
    var host: String?

    func run() async throws {
        try await running {
            let configuration = try settings.appConfiguration([
                "TIREK_PORT": port.map(String.init), "TIREK_HOST": host,
            ])
            try await TirekServer.run(configuration) { say($0) }
        }
    }
}
