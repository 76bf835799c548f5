import Foundation
import Testing

@Suite("The floors of the house")
struct FloorTests {
    /// From the ground up; a target may import only what stands before it, and targets of one register floor never
    /// each other. docs/decisions/0001-floors.md says why the platform has an order.
    static let order = [
        ["CLibZip", "CXLSXWriter", "Darwin"],
        ["Markup", "JSON", "Localization", "NameMatching", "DisclosureControl", "Spreadsheets"],
        ["Domain"], ["CLibPQ", "CArgon2"], ["Database"], ["Vault"], ["Journal"], ["Access"], ["Web"],
        ["Administration", "Facts", "People", "Directory", "Guides", "Calendar"],
        ["Hotline", "Casework"],
        ["Statistics"],
        ["Import", "Export"],
        ["App"],
        ["tirek", "generate-texts"],
    ]

    static func floor(of target: String) -> Int? {
        order.firstIndex { $0.contains(target) }
    }

    static func imports(of file: Repository.SourceFile) -> [String] {
        file.lines.compactMap { line in
            let words = line.split(separator: " ")
            guard let position = words.firstIndex(of: "import"), position + 1 < words.count,
                words[..<position].allSatisfy({
                    $0.hasPrefix("@") || ["public", "package", "internal", "private"].contains($0)
                })
            else { return nil }
            return String(words[position + 1])
        }
    }

    @Test("Every import goes down")
    func importsGoDown() throws {
        let files = try Repository.swiftFiles(under: "Sources")
        #expect(files.count > 50)
        for file in files {
            let own = try #require(Self.floor(of: file.target), "\(file.path): target without a floor")
            for name in Self.imports(of: file) {
                guard let other = Self.floor(of: name) else { continue }
                #expect(other < own, "\(file.path) imports \(name), which doesn't stand below it")
            }
        }
    }

    @Test("Engines import nothing of the house and no networking or database")
    func enginesStandAlone() throws {
        for target in ["Markup", "JSON", "Localization", "NameMatching", "DisclosureControl", "Spreadsheets"] {
            for file in try Repository.swiftFiles(under: "Sources/\(target)") {
                let foreign = Self.imports(of: file).filter {
                    !["Foundation", "FoundationXML", "Synchronization", "Glibc", "CLibZip", "CXLSXWriter", "Darwin"]
                        .contains($0)
                }
                #expect(foreign.isEmpty, "\(file.path) imports \(foreign)")
            }
        }
    }

    @Test("The map names every folder under Sources, and every import is declared there")
    func mapIsComplete() throws {
        let manifest = try Repository.text(of: "Package.swift")
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: Repository.root.appending(path: "Sources").path
        )
        for folder in folders {
            #expect(manifest.contains("\"\(folder)\""), "Sources/\(folder) is not in Package.swift")
            #expect(Self.floor(of: folder) != nil, "Sources/\(folder) has no floor")
        }
    }
}
