import App
import ArgumentParser
import Foundation

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring an organization's own lists in.",
        subcommands: [Contacts.self, Mapping.self]
    )

    struct Contacts: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Import a log of contacts from a CSV or XLSX file.",
            discussion: """
                Columns are recognised by their titles in Russian, English and Kyrgyz; `tirek import mapping FILE` \
                writes what was recognised, to be edited and given back with --mapping. An import that was cut off goes \
                on when the same command is given again; a second run adds nothing. docs/import.md says more.
                """
        )

        @OptionGroup var settings: SettingsOptions
        @Argument(help: "The file.") var file: String
        @Option(help: "The organization's id; needed when there are several.") var organization: String?
        @Option(help: "A file that says which column is what.") var mapping: String?
        @Flag(help: "Read and judge, but write nothing.") var dryRun = false
        @Option(help: "Write the rows not taken to this CSV file, and beside it who may be one person.")
        var report: String?
        @Flag(help: "End with one line of JSON.") var json = false

        func run() async throws {
            try await running {
                var order = ContactImportOrder(file: file)
                order.organization = organization
                order.mapping = mapping
                order.isDryRun = dryRun
                order.report = report
                let result = try await ContactImports.run(order, try settings.appConfiguration())
                say(json ? result.json : result.line)
            }
        }
    }

    struct Mapping: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write which column of a file would be read as what."
        )

        @Argument(help: "The file.") var file: String

        func run() async throws {
            try await running { say(try ContactImports.mapping(for: file)) }
        }
    }
}
