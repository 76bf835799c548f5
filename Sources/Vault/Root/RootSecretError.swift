/// Why the root secret could not be had; the text tells the operator what to do.
public enum RootSecretError: Error, Sendable, Hashable, CustomStringConvertible {
    case missing(path: String)
    case unreadable(path: String, code: Int32)
    case notAFile(path: String)
    case wrongSize(found: Int)
    case readableByOthers(path: String, mode: UInt32)
    case ownedBySomebodyElse(path: String)
    case onDataFilesystem(path: String, dataDirectory: String)
    case noCredentialsDirectory(name: String)
    case alreadyExists(path: String)
    case notWritten(path: String, code: Int32)

    public var description: String {
        switch self {
        case .missing(let path):
            "There is no key file at \(path). Restore it from the recovery sheet, or name the right file."
        case .unreadable(let path, let code):
            "The key file \(path) can't be read (error \(code)). It must be readable by the service's account."
        case .notAFile(let path):
            "\(path) is no regular file. Name a file of 32 bytes."
        case .wrongSize(let found):
            "The root secret must be 32 bytes; here are \(found). The file may be cut short or be another one."
        case .readableByOthers(let path, let mode):
            "The key file \(path) has mode \(String(mode, radix: 8)): others can read it. Run: chmod 600 \(path)"
        case .ownedBySomebodyElse(let path):
            "The key file \(path) belongs to another account. Give it to the service's account or to root."
        case .onDataFilesystem(let path, let dataDirectory):
            "The key file \(path) is on the filesystem of the data directory \(dataDirectory): who takes the disk "
                + "takes both. Use a systemd credential, a file descriptor or a file on tmpfs."
        case .noCredentialsDirectory(let name):
            "There is no systemd credential \(name): CREDENTIALS_DIRECTORY is not set. Start the service by its unit."
        case .alreadyExists(let path):
            "\(path) exists already and is left as it is. Name another file."
        case .notWritten(let path, let code):
            "The key file \(path) could not be written (error \(code))."
        }
    }
}
