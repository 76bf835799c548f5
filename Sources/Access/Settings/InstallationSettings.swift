public import Database
public import Domain

/// What the installation as a whole is set to. Every call needs the installation's scope.
public struct InstallationSettings: Sendable, Hashable {
    /// The network's name, shown on the sign-in page and in authenticator apps.
    public var networkName = "Tirek"
    /// The language of pages for somebody whose browser names none of ours.
    public var defaultLanguage = InterfaceLanguage.russian
    /// Whether everybody needs a second factor to sign in.
    public var requiresSecondFactor = true

    public init() {}

    /// Reads the settings; what was never set has its default.
    public static func read(on connection: any Connection) throws -> InstallationSettings {
        var settings = InstallationSettings()
        try connection.forEachRow("SELECT key, value FROM installation_setting") { row in
            let value = try row.text(1)
            switch Key(rawValue: try row.text(0)) {
            case .networkName: settings.networkName = value
            case .defaultLanguage:
                settings.defaultLanguage = InterfaceLanguage(rawValue: value) ?? settings.defaultLanguage
            case .requiresSecondFactor: settings.requiresSecondFactor = value == "1"
            // A newer version's setting is none of ours.
            case nil: break
            }
        }
        return settings
    }

    /// Writes all settings.
    public func write(at now: Instant, on connection: any Connection) throws {
        for key in Key.allCases {
            let value =
                switch key {
                case .networkName: networkName
                case .defaultLanguage: defaultLanguage.rawValue
                case .requiresSecondFactor: requiresSecondFactor ? "1" : "0"
                }
            try connection.execute(
                """
                INSERT INTO installation_setting (key, value, updated_at) VALUES (\(key.rawValue), \(value), \(now))
                ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at
                """
            )
        }
    }

    private enum Key: String, CaseIterable {
        case networkName = "network_name"
        case defaultLanguage = "default_language"
        case requiresSecondFactor = "second_factor_required"
    }
}
