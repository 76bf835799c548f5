import App
import ArgumentParser

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write a backup of the running installation into a new folder.",
        discussion: """
            The data part (DIR/data) holds no keys and may be kept as long as wished. The key part (DIR/keys) opens
            it, must be kept apart and for 30 days at most. Neither holds the root key.
            """
    )

    @OptionGroup var settings: SettingsOptions
    @Argument(help: "A folder that doesn't exist yet.") var directory: String

    func run() async throws {
        try await running {
            let configuration = try settings.appConfiguration()
            for line in try await Backups.make(at: directory, configuration) { say(line) }
        }
    }
}

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Restore a backup into an empty database.",
        discussion: """
            Erasures that happened after the backup are done again from the register of erasures. Without the
            register restore refuses, unless --without-register gives a reason, which goes into the journal.
            """
    )

    @OptionGroup var settings: SettingsOptions
    @Argument(help: "The folder that `tirek backup` wrote.") var directory: String
    @Option(help: "Restore without the register of erasures, for this reason.") var withoutRegister: String?

    func run() async throws {
        try await running {
            let configuration = try settings.appConfiguration()
            for line in try await Backups.restore(
                from: directory,
                withoutRegister: withoutRegister,
                configuration
            ) {
                say(line)
            }
        }
    }
}
