import Crypto
import Foundation
public import Markup
import NIOCore

/// Why the assets could not be loaded.
public struct AssetError: Error, Sendable, CustomStringConvertible {
    public let description: String
}

/// The stylesheet, scripts, fonts and pictures of the pages, in memory, each under a name that contains its hash, so
/// that browsers may keep it for ever.
public struct AssetStore: Sendable {
    struct Asset: Sendable {
        /// The name it is served under, such as `app.0123456789ab.css`.
        let name: String
        let type: String
        let body: ByteBuffer
        let tag: String
    }

    private let served: [String: Asset]
    private let names: [String: String]

    /// None at all; for tests and the command line.
    public static let empty = AssetStore(files: [:])

    /// - Parameter files: content by name, such as `app.css`.
    public init(files: [String: [UInt8]]) {
        var served: [String: Asset] = [:]
        var names: [String: String] = [:]
        for (file, bytes) in files {
            let hash = SHA256.hash(data: bytes).prefix(6).map { byte in
                let digits = String(byte, radix: 16)
                return byte < 16 ? "0" + digits : digits
            }.joined()
            let flat = file.split(separator: "/").joined(separator: "-")
            let dot = flat.utf8.lastIndex(of: UInt8(ascii: ".")) ?? flat.endIndex
            let name = flat[..<dot] + "." + hash + flat[dot...]
            let type = AssetStore.type(of: flat[dot...].dropFirst())
            served[String(name)] = Asset(
                name: String(name),
                type: type,
                body: ByteBuffer(bytes: bytes),
                tag: "\"\(hash)\""
            )
            names[file] = String(name)
        }
        self.served = served
        self.names = names
    }

    /// Reads every file of a folder and of the folders in it; names that begin with a dot are left out.
    public static func load(directory: String) throws -> AssetStore {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: directory, isDirectory: &isFolder), isFolder.boolValue,
            let names = FileManager.default.enumerator(atPath: directory)
        else {
            throw AssetError(description: "cannot read the folder of assets at \(directory)")
        }
        var files: [String: [UInt8]] = [:]
        for case let name as String in names where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
            let url = URL(fileURLWithPath: directory).appendingPathComponent(name)
            guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
            files[name] = slim(Array(try Data(contentsOf: url)), name)
        }
        return AssetStore(files: files)
    }

    /// Scripts and stylesheets without what only their authors read: indents, empty lines, lines of comment.
    static func slim(_ bytes: [UInt8], _ name: String) -> [UInt8] {
        guard name.hasSuffix(".js") || name.hasSuffix(".css") else { return bytes }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
            line.drop { $0 == " " }
        }
        let kept = lines.filter { line in
            !line.isEmpty && !line.hasPrefix("//") && !(line.hasPrefix("/*") && line.hasSuffix("*/"))
        }
        return Array(kept.joined(separator: "\n").utf8)
    }

    /// The address of a file by its name in the folder; one that isn't there leads nowhere.
    public func url(_ file: String) -> URLAttribute {
        guard let name = names[file] else { return .nowhere }
        return .path("assets", name)
    }

    /// The names of the files in the folder.
    public var fileNames: [String] { names.keys.sorted() }

    func asset(_ name: String) -> Asset? { served[name] }

    private static func type(of ending: Substring) -> String {
        switch ending {
        case "css": "text/css; charset=utf-8"
        case "js", "mjs": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "webp": "image/webp"
        case "ico": "image/x-icon"
        case "woff2": "font/woff2"
        case "json": "application/json"
        case "webmanifest": "application/manifest+json"
        case "txt": "text/plain; charset=utf-8"
        default: "application/octet-stream"
        }
    }
}
