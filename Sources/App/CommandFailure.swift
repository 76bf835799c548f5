import Access
import Database
import Journal
import Vault

/// An error as the command line tells it: one line for people and an exit code for scripts.
public struct CommandFailure: Sendable {
    public let message: String
    public let exitCode: Int32

    public init(_ error: any Error) {
        switch error {
        case let error as ConfigurationError: (message, exitCode) = (error.description, 78)
        case let error as RootSecretError: (message, exitCode) = (error.description, 78)
        case let error as RecoverySheetError: (message, exitCode) = (error.description, 65)
        case let error as ErasureRegisterError: (message, exitCode) = ("\(error)", 65)
        case let error as AccessError: (message, exitCode) = (error.words, 1)
        case ReserveError.inUse(let path):
            message = "\(path) belongs to another running server: give each a TIREK_STATE_DIRECTORY of its own."
            exitCode = 78
        case let error as BackupError: (message, exitCode) = (error.description, 65)
        case let error as OperationError: (message, exitCode) = (error.description, 1)
        case let error as DatabaseError:
            let codes: [DatabaseError.Kind: Int32] = [.inputOutput: 74, .corrupt: 65, .connectionLost: 69]
            (message, exitCode) = (error.description, codes[error.kind] ?? 1)
        default: (message, exitCode) = ("\(error)", 1)
        }
    }
}

/// Something that was asked for on the command line and can't be done.
public struct OperationError: Error, Sendable, Hashable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) {
        self.description = description
    }
}
