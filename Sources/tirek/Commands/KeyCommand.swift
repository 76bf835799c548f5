import App
import ArgumentParser

struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Make the root key, or make it again from its recovery sheet.",
        subcommands: [New.self, Recover.self, Rotate.self, Replace.self]
    )

    struct New: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a root key and print its recovery sheet, once."
        )

        @Argument(help: "The file to write; not on the data's disk.") var file: String

        func run() async throws {
            try await running {
                let sheet = try RootKeys.new(at: file)
                say("The root key is in \(file). Print this sheet, keep it away from the machine, tell nobody:")
                say("")
                say(sheet)
            }
        }
    }

    struct Recover: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the root key again from its recovery sheet, read from the standard input."
        )

        @Argument(help: "The file to write; not on the data's disk.") var file: String

        func run() async throws {
            try await running {
                var sheet = ""
                while let line = readLine() { sheet += line + "\n" }
                try RootKeys.recover(at: file, sheet: sheet)
                say("The root key is in \(file).")
            }
        }
    }

    struct Replace: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Wrap everything under a new root key; afterwards only the new one opens the database.",
            discussion: """
                Make the new key first (`tirek key new`), print its sheet, and stop every server. All keys are wrapped
                anew in one transaction: cut off, the old key still fits. Backups made before need the old key.
                """
        )

        @OptionGroup var settings: SettingsOptions
        @Argument(help: "The file with the new root key.") var newKey: String

        func run() async throws {
            try await running {
                let count = try await Maintenance.replaceRoot(with: newKey, try settings.appConfiguration())
                say("Wrapped \(count) keys anew. From now on start Tirek with \(newKey).")
            }
        }
    }

    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give every organisation a new key and wrap its records' keys with it; may be interrupted."
        )

        @OptionGroup var settings: SettingsOptions

        func run() async throws {
            try await running {
                let count = try await Maintenance.rotateKeys(try settings.appConfiguration())
                say("Wrapped \(count) keys anew.")
            }
        }
    }
}
