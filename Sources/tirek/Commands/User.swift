import App
import ArgumentParser

struct User: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Add and list staff accounts, or end one.",
        subcommands: [Add.self, List.self, Disable.self, Reset.self, Erase.self]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Invite somebody; prints the address where they set their password."
        )

        @OptionGroup var settings: SettingsOptions
        @Option(help: "Their e-mail address.") var email: String
        @Option(help: "Their name as colleagues see it.") var name: String
        @Option(help: "The organisation's id or code; leave out for an administrator of the installation.")
        var organization: String?
        @Option(help: "operator, caseworker, lawyer, coordinator, manager, auditor, researcher or administrator.")
        var role: String

        func run() async throws {
            try await running {
                let link = try await Maintenance.inviteUser(
                    email: email,
                    name: name,
                    organization: organization,
                    role: role,
                    try settings.appConfiguration()
                )
                say("Invited. They set their password at \(link) within seven days.")
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List accounts with their organisations and roles.")

        @OptionGroup var settings: SettingsOptions
        @Flag(help: "Print one JSON line per account.") var json = false

        func run() async throws {
            try await running {
                let users = try await Maintenance.listUsers(try settings.appConfiguration())
                if users.isEmpty, !json { say("There are no accounts yet: `tirek user add` makes one.") }
                for user in users { say(json ? user.json : user.line) }
            }
        }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Bar an account and end its sessions.")

        @OptionGroup var settings: SettingsOptions
        @Option(help: "The account's e-mail address.") var email: String

        func run() async throws {
            try await running {
                try await Maintenance.disableUser(email: email, try settings.appConfiguration())
                say("The account is barred and its sessions are ended.")
            }
        }
    }

    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let somebody set a new password; prints the address where they do."
        )

        @OptionGroup var settings: SettingsOptions
        @Option(help: "The account's e-mail address.") var email: String
        @Flag(help: "Take the second factor away too, for somebody who lost the phone and the recovery codes.")
        var secondFactor = false

        func run() async throws {
            try await running {
                let link = try await Maintenance.resetUser(
                    email: email,
                    secondFactor: secondFactor,
                    try settings.appConfiguration()
                )
                let factor = secondFactor ? "is taken away" : "stays as it is"
                say("They set a new password at \(link) within seven days. Their second factor \(factor).")
            }
        }
    }

    struct Erase: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Erase an account for good by destroying its keys; what it did stays in the journals as an id."
        )

        @OptionGroup var settings: SettingsOptions
        @Option(help: "The account's e-mail address.") var email: String
        @Flag(help: "Really do it; there is no way back.") var confirm = false

        func run() async throws {
            try await running {
                guard confirm else { throw ValidationError("Erasing can't be undone: add --confirm.") }
                let id = try await Maintenance.eraseUser(email: email, try settings.appConfiguration())
                say("The account \(id) is erased.")
            }
        }
    }
}
