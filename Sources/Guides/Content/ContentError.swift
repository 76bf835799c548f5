/// What is wrong with a file of the content, so that whoever wrote it finds the place.
public struct ContentError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file below the content's folder: `problems/unpaid_wages.json`.
    public let file: String
    /// The place inside, such as `plan[2].title.ky`; empty for the whole file. In a guide, the line.
    public let path: String
    /// What is wrong, as a part of a sentence.
    public let reason: String

    public init(file: String, path: String = "", reason: String) {
        self.file = file
        self.path = path
        self.reason = reason
    }

    public var description: String {
        path.isEmpty ? "\(file): \(reason)" : "\(file), \(path): \(reason)"
    }
}
