import Foundation

/// A folder that is removed when the test lets it go.
final class Folder: Sendable {
    let path: String

    init(in parent: String = FileManager.default.temporaryDirectory.path) throws {
        path = parent + "/vault-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func file(_ name: String) -> String { path + "/" + name }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch {}
    }
}
