import Foundation
import Vault

/// Settings by name: a flag beats the environment, the environment the file.
public struct Settings: Sendable {
    private let flags: [String: String]
    private let environment: [String: String]
    private let file: [String: String]

    /// - Parameters:
    ///   - flags: what was given on the command line, by the settings' names.
    ///   - environment: the process's environment.
    ///   - file: the path of a file of `NAME=value` lines; the environment's `TIREK_CONFIGURATION` when `nil`.
    /// - Throws: `ConfigurationError` when the file can't be read or a line isn't understood.
    public init(flags: [String: String], environment: [String: String], file: String? = nil) throws {
        self.flags = flags
        self.environment = environment
        guard let path = file ?? environment["TIREK_CONFIGURATION"] else {
            self.file = [:]
            return
        }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw ConfigurationError("The configuration file \(path) can't be read.")
        }
        self.file = try Self.parse(text, path: path)
    }

    public subscript(name: String) -> String? {
        flags[name] ?? environment[name] ?? file[name]
    }

    /// `NAME=value` lines; blank lines and lines that begin with `#` don't count.
    static func parse(_ text: String, path: String) throws -> [String: String] {
        var values: [String: String] = [:]
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.trimmingCharacters(in: .whitespaces)
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            guard let equals = line.firstIndex(of: "="), line.hasPrefix("TIREK_") else {
                throw ConfigurationError("\(path), line \(index + 1): expected TIREK_NAME=value.")
            }
            let value = line[line.index(after: equals)...].trimmingCharacters(in: .whitespaces)
            values[line[..<equals].trimmingCharacters(in: .whitespaces)] = value
        }
        return values
    }
}

extension AppConfiguration {
    /// Reads the configuration of a real installation.
    ///
    /// - Parameter settings: by the names that docs/operations.md lists.
    /// - Throws: `ConfigurationError` naming the setting and what it should be.
    public init(_ settings: Settings) throws {
        let database = try Self.database(settings["TIREK_DATABASE_URL"])
        let keyFile = settings["TIREK_KEY_FILE"]
        let state = settings["TIREK_STATE_DIRECTORY"] ?? Self.folderOf(database)
        self.init(
            database: database,
            rootSecret: try Self.rootSecret(keyFile, settings),
            checkpointDirectory: settings["TIREK_CHECKPOINT_DIRECTORY"],
            erasureRegister: try Self.erasureRegister(settings),
            stateDirectory: state,
            keepsSearchSnapshots: try Self.flag("TIREK_SEARCH_SNAPSHOT", settings) ?? true,
            contentDirectory: try Self.contentDirectory(settings),
            host: settings["TIREK_HOST"] ?? "127.0.0.1",
            port: try Self.number("TIREK_PORT", settings, 0...65535) ?? 8080,
            metricsPort: try Self.number("TIREK_METRICS_PORT", settings, 0...65535),
            secureCookies: try Self.flag("TIREK_SECURE_COOKIES", settings) ?? true,
            publicAddress: settings["TIREK_PUBLIC_ADDRESS"],
            trustedProxies: settings["TIREK_TRUSTED_PROXIES"]?.split(separator: ",").map(String.init) ?? ["127.0.0.1"],
            isDemonstration: false,
            isDevelopment: try Self.flag("TIREK_DEVELOPMENT", settings) ?? false,
            readers: try Self.number("TIREK_READERS", settings, 1...64) ?? 4
        )
    }

    /// The configuration of a demonstration whose files all lie in one folder.
    ///
    /// - Parameters:
    ///   - directory: the folder that `tirek demo` made.
    ///   - settings: may still set port, host, content directory and another database.
    /// - Throws: `ConfigurationError`.
    public init(demonstration directory: String, _ settings: Settings) throws {
        let database = try settings["TIREK_DATABASE_URL"].map { try Self.database($0) }
        let host = settings["TIREK_HOST"] ?? "127.0.0.1"
        let port = try Self.number("TIREK_PORT", settings, 0...65535) ?? 8080
        self.init(
            database: database ?? .sqlite(path: directory + "/tirek.sqlite"),
            rootSecret: .file(directory + "/root.key"),
            checkpointDirectory: directory + "/checkpoints",
            erasureRegister: directory + "/erasure-register",
            stateDirectory: settings["TIREK_STATE_DIRECTORY"] ?? directory,
            keepsSearchSnapshots: try Self.flag("TIREK_SEARCH_SNAPSHOT", settings) ?? true,
            contentDirectory: try Self.contentDirectory(settings),
            host: host,
            port: port,
            metricsPort: try Self.number("TIREK_METRICS_PORT", settings, 0...65535),
            secureCookies: false,
            publicAddress: settings["TIREK_PUBLIC_ADDRESS"] ?? "http://\(host):\(port)",
            trustedProxies: [],
            isDemonstration: true,
            isDevelopment: true,
            readers: try Self.number("TIREK_READERS", settings, 1...64) ?? 4
        )
    }

    private static func database(_ url: String?) throws -> DatabaseLocation {
        guard let url, !url.isEmpty else {
            throw ConfigurationError(
                "TIREK_DATABASE_URL is not set: give sqlite:///path/to/tirek.sqlite or postgres://user@host/database."
            )
        }
        if url.hasPrefix("sqlite://") {
            let path = String(url.dropFirst("sqlite://".count))
            guard path.hasPrefix("/") else {
                throw ConfigurationError("TIREK_DATABASE_URL: sqlite:// takes an absolute path: sqlite:///srv/tirek.")
            }
            return .sqlite(path: path)
        }
        if url.hasPrefix("postgres://") || url.hasPrefix("postgresql://") { return .postgres(url: url) }
        throw ConfigurationError("TIREK_DATABASE_URL begins with neither sqlite:// nor postgres://.")
    }

    private static func rootSecret(_ keyFile: String?, _ settings: Settings) throws -> RootSecretSource {
        if let keyFile { return .file(keyFile) }
        if let descriptor = settings["TIREK_KEY_DESCRIPTOR"] {
            guard let number = Int32(descriptor), number > 2 else {
                throw ConfigurationError("TIREK_KEY_DESCRIPTOR must be the number of an open file descriptor above 2.")
            }
            return .fileDescriptor(number)
        }
        if settings["CREDENTIALS_DIRECTORY"] != nil { return .systemdCredential(name: "tirek-root") }
        throw ConfigurationError(
            "No root key: set TIREK_KEY_FILE to a file made by `tirek key new`, or pass the systemd credential tirek-root."
        )
    }

    /// There is no default: beside the key it would lie in memory and be forgotten, beside the data it would be
    /// restored with them.
    private static func erasureRegister(_ settings: Settings) throws -> String {
        guard let path = settings["TIREK_ERASURE_REGISTER"], path.hasPrefix("/") else {
            throw ConfigurationError(
                """
                TIREK_ERASURE_REGISTER is not set: give the absolute path of a file on lasting storage that is not \
                restored with the database.
                """
            )
        }
        return path
    }

    private static func contentDirectory(_ settings: Settings) throws -> String {
        let candidates =
            settings["TIREK_CONTENT_DIRECTORY"].map { [$0] } ?? ["Content", "/usr/share/tirek/Content"]
        for candidate in candidates where FileManager.default.fileExists(atPath: candidate + "/locale/en.po") {
            return candidate
        }
        throw ConfigurationError(
            "The folder Content was not found: start Tirek where it lies, or set TIREK_CONTENT_DIRECTORY."
        )
    }

    private static func number(_ name: String, _ settings: Settings, _ range: ClosedRange<Int>) throws -> Int? {
        guard let text = settings[name] else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw ConfigurationError("\(name) must be a number from \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }

    private static func flag(_ name: String, _ settings: Settings) throws -> Bool? {
        switch settings[name] {
        case nil: nil
        case "1", "true", "yes", "on": true
        case "0", "false", "no", "off": false
        default: throw ConfigurationError("\(name) must be true or false.")
        }
    }

    private static func folderOf(_ database: DatabaseLocation) -> String {
        switch database {
        case .sqlite(let path): folder(of: path)
        case .postgres: "/var/lib/tirek"
        }
    }
}
