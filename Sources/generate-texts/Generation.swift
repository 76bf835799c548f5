import Foundation
import Localization

/// One run of the program.
struct Generation {
    private let options: Options
    private let locale: URL
    private let sources: URL
    private let generated: URL

    init(_ options: Options) {
        self.options = options
        let root = URL(fileURLWithPath: options.root, isDirectory: true)
        locale = root.appendingPathComponent("Content/locale", isDirectory: true)
        sources = root.appendingPathComponent("Sources", isDirectory: true)
        generated = sources.appendingPathComponent("Localization/Generated", isDirectory: true)
    }

    /// Does what was asked for; `false` when a check failed.
    func run() throws -> Bool {
        let english = try read("en.po")
        if options.listsUnused { return try listUnused(english) }
        var isCurrent = try writeAccessors(english)
        if options.merges { isCurrent = try merge(english) && isCurrent }
        return isCurrent || !options.checks
    }

    private func writeAccessors(_ english: PortableObject) throws -> Bool {
        let files = try Self.files(for: english)
        var isCurrent = true
        for file in files {
            isCurrent = try update(generated.appendingPathComponent(file.name), file.text) && isCurrent
        }
        let wanted = Set(files.map(\.name))
        for name in try FileManager.default.contentsOfDirectory(atPath: generated.path) where !wanted.contains(name) {
            isCurrent = false
            print("\(name) is left over")
            if !options.checks { try FileManager.default.removeItem(at: generated.appendingPathComponent(name)) }
        }
        return isCurrent
    }

    private static func files(for english: PortableObject) throws(CatalogError) -> [AccessorGenerator.File] {
        do throws(CatalogError) {
            return try AccessorGenerator.files(for: english)
        } catch {
            throw error.inFile("en.po")
        }
    }

    private func merge(_ english: PortableObject) throws -> Bool {
        var isCurrent = true
        let names = try FileManager.default.contentsOfDirectory(atPath: locale.path).sorted()
        for name in names where name.hasSuffix(".po") && name != "en.po" {
            let old = try read(name)
            let rule = try PluralRule(parsing: old.headerValue("Plural-Forms") ?? "")
            let merged = old.merged(with: english, forms: rule.forms)
            isCurrent = try update(locale.appendingPathComponent(name), merged.serialized()) && isCurrent
            // Read again, so that the problems have the numbers of the lines as they now are.
            let written = try PortableObject(parsing: merged.serialized())
            for problem in CatalogCheck.problems(source: english, translation: written, rule: rule) {
                print("\(name):\(problem.line): \(problem.reason)")
            }
        }
        return isCurrent
    }

    private func listUnused(_ english: PortableObject) throws -> Bool {
        var uses = AccessorUses()
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift", !file.path.hasPrefix(generated.path) else { continue }
            uses.add(source: [UInt8](try Data(contentsOf: file)))
        }
        let unused = uses.unused(in: english)
        for key in unused { print(key) }
        return unused.isEmpty
    }

    private func read(_ name: String) throws -> PortableObject {
        let bytes = [UInt8](try Data(contentsOf: locale.appendingPathComponent(name)))
        do throws(CatalogError) {
            return try PortableObject(parsing: bytes)
        } catch {
            throw error.inFile(name)
        }
    }

    /// Writes a file when its text changed; says whether it was as it should be.
    private func update(_ file: URL, _ text: String) throws -> Bool {
        let data = Data(text.utf8)
        if (try? Data(contentsOf: file)) == data { return true }
        if options.checks {
            print("\(file.lastPathComponent) is out of date: run script/texts")
        } else {
            try data.write(to: file, options: .atomic)
        }
        return false
    }
}
