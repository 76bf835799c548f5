public import Domain

/// The folder outside the data directory with each log's newest checkpoint.
public struct CheckpointDirectory: Sendable {
    /// Where the folder is.
    public let path: String

    /// - Parameter path: an existing folder.
    public init(path: String) {
        self.path = path
    }

    /// The newest checkpoint of a log; `nil` when there is none.
    ///
    /// - Throws: ``NoteError`` when the file is no checkpoint, ``FileError`` when it can't be read.
    public func read(_ log: OrganizationID) throws -> SignedCheckpoint? {
        guard let file = try SystemFile.ifPresent(file(log), readOnly: true) else { return nil }
        return try SignedCheckpoint(parsing: String(decoding: try file.readAll(), as: UTF8.self))
    }

    /// Puts a checkpoint in place of the log's older one.
    func write(_ checkpoint: SignedCheckpoint, of log: OrganizationID) throws {
        try SystemFile.replace(file(log), with: Array(checkpoint.note.description.utf8))
    }

    private func file(_ log: OrganizationID) -> String {
        "\(path)/\(log).checkpoint"
    }
}
