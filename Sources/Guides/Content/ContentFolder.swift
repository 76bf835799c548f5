import Foundation

/// Reads the files of the content's folder.
struct ContentFolder {
    let root: URL

    init(_ directory: String) {
        root = URL(fileURLWithPath: directory, isDirectory: true)
    }

    /// The names in a folder, sorted; hidden files are left out.
    func names(in folder: String) throws -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)
                .filter { !$0.hasPrefix(".") }
                .sorted()
        } catch {
            throw ContentError(file: folder, reason: "is no folder that can be read")
        }
    }

    /// The JSON files of a folder as `folder/name.json`; anything else in it is refused.
    func jsonFiles(in folder: String) throws -> [String] {
        let names = try names(in: folder)
        if let stranger = names.first(where: { !$0.hasSuffix(".json") }) {
            throw ContentError(file: "\(folder)/\(stranger)", reason: "does not belong here")
        }
        guard !names.isEmpty else { throw ContentError(file: folder, reason: "is empty") }
        return names.map { "\(folder)/\($0)" }
    }

    func bytes(_ file: String) throws -> [UInt8] {
        do {
            return [UInt8](try Data(contentsOf: root.appendingPathComponent(file)))
        } catch {
            throw ContentError(file: file, reason: "cannot be read")
        }
    }

    func json(_ file: String) throws -> ContentNode {
        try ContentNode(parsing: bytes(file), file: file)
    }
}
