import Access
import Database
import Journal
import JSON
import Vault

/// What errors from below mean to whoever sent the request.
enum ErrorMapping {
    /// Seconds after which a full disk, a lost connection or a queue may be over.
    private static let retryAfter = 5

    static func webError(for error: any Error) -> WebError {
        switch error {
        case let error as WebError: error
        case let error as DatabaseError: webError(for: error.kind)
        case JournalError.journalUnavailable, JournalError.stopped: .unavailable(retryAfter: retryAfter)
        case is PasswordHasher.Busy: .unavailable(retryAfter: retryAfter)
        case VaultError.missingKey: .notFound
        case is JSONError: .badRequest(.json)
        case is CancellationError: .unavailable(retryAfter: retryAfter)
        default: .internal
        }
    }

    private static func webError(for kind: DatabaseError.Kind) -> WebError {
        switch kind {
        case .diskFull, .timeout, .connectionLost, .retryable: .unavailable(retryAfter: retryAfter)
        case .uniqueViolation: .conflict()
        case .foreignKeyViolation, .constraintViolation, .forbidden, .corrupt, .inputOutput, .misuse, .other: .internal
        }
    }

    /// Whether a sealed value was found that nobody of this program wrote there; that belongs into the journal.
    static func isForgery(_ error: any Error) -> Bool {
        switch error {
        case VaultError.forged, VaultError.unknownFormat, VaultError.incompleteFile: true
        default: false
        }
    }

    /// What the log may say: the kinds below never quote a value; of others only the type is named.
    static func loggable(_ error: any Error) -> String {
        switch error {
        case let error as WebError: error.code
        case let error as DatabaseError: error.description
        case is VaultError, is JournalError: "\(error)"
        default: String(reflecting: type(of: error))
        }
    }
}
