/// Why a backup was not made or not restored, in words for the operator. The command line ends with 65.
public struct BackupError: Error, CustomStringConvertible, Sendable {
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
