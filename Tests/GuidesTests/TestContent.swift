import Foundation
import Localization

@testable import Guides

/// The repository's content, loaded once.
enum TestContent {
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let directory = root.appending(path: "Content").path
    private static let loaded = Result { try ContentLibrary.load(directory: directory) }
    private static let catalogs = Result {
        try CatalogSet.load(directory: root.appending(path: "Content/locale").path)
    }

    static func library() throws -> ContentLibrary { try loaded.get() }

    static func texts(_ language: String) throws -> Texts { try catalogs.get().texts(language) }
}

/// A copy of the content in which a test breaks one file; removed when it goes out of use.
final class BrokenContent {
    let directory: URL

    init() throws {
        directory = FileManager.default.temporaryDirectory.appending(path: "content-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let folders = [
            "problems", "places", "guides", "rules", "services.json", "screening.json", "deadlines.json",
            "emergency.json",
        ]
        for name in folders {
            let source = TestContent.root.appending(path: "Content/\(name)")
            try FileManager.default.copyItem(at: source, to: directory.appending(path: name))
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: directory)
    }

    /// Replaces the first occurrence of a text in a file.
    func replace(_ old: String, _ new: String, in file: String) throws {
        let url = directory.appending(path: file)
        var text = try String(contentsOf: url, encoding: .utf8)
        guard let range = text.range(of: old) else { throw CocoaError(.formatting) }
        text.replaceSubrange(range, with: new)
        try text.write(to: url, atomically: true, encoding: .utf8)
    }

    /// What loading it throws.
    func failure() -> ContentError? {
        do {
            _ = try ContentLibrary.load(directory: directory.path)
            return nil
        } catch {
            return error as? ContentError
        }
    }
}
