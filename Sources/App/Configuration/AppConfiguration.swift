public import Vault

/// Everything that the program is told from outside, as values; built from flags, environment and a file.
public struct AppConfiguration: Sendable {
    /// Where the rows are.
    public enum DatabaseLocation: Sendable, Hashable {
        case sqlite(path: String)
        case postgres(url: String)
    }

    public var database: DatabaseLocation
    public var rootSecret: RootSecretSource
    /// Where checkpoints of the journals are written; outside the data directory.
    public var checkpointDirectory: String?
    /// The list of erased records; outside the database and its backups.
    public var erasureRegister: String
    /// Where the read journal's reserve file lies.
    public var stateDirectory: String
    /// Whether the indexes of names are also kept as sealed snapshots there, so that a start takes less time.
    public var keepsSearchSnapshots: Bool
    /// `Content/` of the program: translations, assets, code lists.
    public var contentDirectory: String
    public var host: String
    public var port: Int
    /// The port of metrics, on the loopback address only; `nil` for none.
    public var metricsPort: Int?
    /// Off only where the browser reaches Tirek without TLS, as in the demonstration.
    public var secureCookies: Bool
    /// Scheme and host under which staff reach the site, for links that are handed over; `nil` shows paths alone.
    public var publicAddress: String?
    /// Addresses whose `X-Forwarded-For` is believed.
    public var trustedProxies: [String]
    /// A demonstration may keep its key beside its data and shows a notice on every page.
    public var isDemonstration: Bool
    /// Shows the gallery of components.
    public var isDevelopment: Bool
    /// Connections for reading.
    public var readers: Int

    /// The folder that the data lies in, when it lies on this machine.
    public var dataDirectory: String? {
        switch database {
        case .sqlite(let path): folder(of: path)
        case .postgres: nil
        }
    }
}

/// The part of a path before its last component.
func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}
