import Foundation
import Localization

/// The repository that these tests stand in.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()
    static let locale = root.appendingPathComponent("Content/locale", isDirectory: true)
    static let generated = root.appendingPathComponent("Sources/Localization/Generated", isDirectory: true)
    static let translations = ["ru", "ky", "tg", "uz", "ro", "kk"]

    static func bytes(_ file: URL) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: file))
    }

    static func catalog(_ language: String) throws -> PortableObject {
        try PortableObject(parsing: bytes(locale.appendingPathComponent("\(language).po")))
    }

    static func texts(_ language: String) throws -> Texts {
        try CatalogSet.load(directory: locale).texts(language)
    }

    /// Every Swift file of the program that was written by hand.
    static func sources() -> [URL] {
        let all = FileManager.default.enumerator(
            at: root.appendingPathComponent("Sources", isDirectory: true),
            includingPropertiesForKeys: nil
        )
        return (all?.compactMap { $0 as? URL } ?? []).filter {
            $0.pathExtension == "swift" && !$0.path.hasPrefix(generated.path)
        }
    }
}
