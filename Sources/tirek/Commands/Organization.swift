import App
import ArgumentParser

struct Organization: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Add and list the network's organisations.",
        subcommands: [Add.self, List.self]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Add an organisation; prints its id.")

        @OptionGroup var settings: SettingsOptions
        @Option(help: "A short code in Latin letters, digits and hyphens, such as ural-house.") var code: String
        @Option(help: "Its name.") var name: String
        @Option(help: "The language of the name (BCP 47).") var language: String = "ru"
        @Option(help: "Its time zone (IANA), such as Asia/Bishkek.") var zone: String = "Asia/Bishkek"
        @Option(help: "association, shelter, legal, consulate, health, union or other.")
        var kind: String = "association"

        func run() async throws {
            try await running {
                let id = try await Maintenance.addOrganization(
                    code: code,
                    name: name,
                    language: language,
                    zone: zone,
                    kind: kind,
                    try settings.appConfiguration()
                )
                say(id)
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the organisations.")

        @OptionGroup var settings: SettingsOptions
        @Flag(help: "Print one JSON line per organisation.") var json = false

        func run() async throws {
            try await running {
                let organizations = try await Maintenance.listOrganizations(try settings.appConfiguration())
                if organizations.isEmpty, !json { say("There are none yet: `tirek organization add` makes one.") }
                for organization in organizations { say(json ? organization.json : organization.line) }
            }
        }
    }
}
