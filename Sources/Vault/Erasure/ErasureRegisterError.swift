/// Why the register of erasures can't be used; the text tells the operator what to do.
public enum ErasureRegisterError: Error, Sendable, Hashable, CustomStringConvertible {
    case notOpened(path: String, code: Int32)
    case missing(path: String)
    case damaged(path: String, line: Int)

    public var description: String {
        switch self {
        case .notOpened(let path, let code):
            "The register of erasures \(path) can't be opened (error \(code)). Its folder must exist and be writable "
                + "for the service."
        case .missing(let path):
            "There is no register of erasures at \(path). Without it a restored database could show erased people "
                + "again: copy it here from where it was kept."
        case .damaged(let path, let line):
            "The register of erasures \(path) was changed or is damaged at line \(line). Restore a copy of it."
        }
    }
}
