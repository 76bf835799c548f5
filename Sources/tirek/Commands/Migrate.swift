import App
import ArgumentParser

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring the database's schema up to this program's.",
        discussion: "Safe to repeat; a run that was killed midway is finished by the next one."
    )

    @OptionGroup var settings: SettingsOptions

    func run() async throws {
        try await running {
            let applied = try await Maintenance.migrate(try settings.appConfiguration())
            say(applied.isEmpty ? "The schema is up to date." : "Applied \(applied.count) migrations.")
        }
    }
}
