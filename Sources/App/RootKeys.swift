import Domain
import Vault

/// Making the root key's file.
public enum RootKeys {
    /// Makes a new root key and returns its recovery sheet; an existing file is never overwritten.
    public static func new(at path: String) throws -> String {
        let secret = RootSecret.generate(.system)
        try secret.store(at: path)
        return secret.recoverySheet
    }

    /// Writes the root key that a recovery sheet holds.
    public static func recover(at path: String, sheet: String) throws {
        try RootSecret(recoverySheet: sheet).store(at: path)
    }
}
