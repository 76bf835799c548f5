/// Writes the typed accessors of `Texts` from the English catalogue.
package struct AccessorGenerator {
    /// A Swift file to be written.
    package struct File: Equatable, Sendable {
        package let name: String
        package let text: String
    }

    private struct Section {
        let typeName: String
        let name: String
        let first: Int
        var members: [String] = []
    }

    private static let notice = """
        // Generated from Content/locale/en.po by `script/texts`; change that file instead.

        """

    /// The files for a catalogue, always the same for the same catalogue.
    ///
    /// - Throws: ``CatalogError`` for keys that make no Swift names or make one twice, and for malformed texts.
    package static func files(for source: PortableObject) throws(CatalogError) -> [File] {
        let entries = source.entries.groupedBySection()
        var sections: [Section] = []
        var taken: Set<AccessorName> = []
        for (index, entry) in entries.enumerated() {
            do throws(CatalogError) {
                let name = try AccessorName(key: entry.key)
                guard taken.insert(name).inserted else {
                    throw CatalogError(line: 0, reason: "'\(entry.key)' has the Swift name of another key")
                }
                if sections.last?.name != name.section {
                    guard !sections.contains(where: { $0.name == name.section }) else {
                        throw CatalogError(line: 0, reason: "'\(entry.key)' has the section of other keys spelt anew")
                    }
                    sections.append(Section(typeName: name.typeName, name: name.section, first: index))
                }
                let last = sections.count - 1
                let offset = index - sections[last].first
                sections[last].members.append(try MemberWriter.member(name.accessor, of: entry, offset: offset))
            } catch {
                throw CatalogError(line: entry.line, reason: error.reason)
            }
        }
        return [indexFile(entries.map(\.key), sections)] + sections.map { sectionFile($0) }
    }

    private static func indexFile(_ keys: [String], _ sections: [Section]) -> File {
        var text = notice
        text += "\nextension TextKey {\n    /// The keys in the order of their indexes.\n"
        text += "    public static let keyNames: [String] = [\n"
        text += keys.map { "        \"\($0)\",\n" }.joined()
        text += "    ]\n}\n\nextension Texts {\n"
        text += sections.map { section in
            let property = AccessorName.declared(section.name)
            return "    /// Texts whose keys begin with `\(section.name)`.\n"
                + "    public var \(property): \(section.typeName) { \(section.typeName)(texts: self) }\n"
        }.joined(separator: "\n")
        return File(name: "Texts+Keys.swift", text: text + "}\n")
    }

    private static func sectionFile(_ section: Section) -> File {
        var text = notice
        text += "\n/// Texts whose keys begin with `\(section.name)`.\n"
        text += "public struct \(section.typeName): Sendable {\n    let texts: Texts\n\n"
        text +=
            "    private static func key(_ offset: Int) -> TextKey { TextKey(index: \(section.first) + offset) }\n\n"
        text += section.members.joined(separator: "\n")
        return File(name: "\(section.typeName).swift", text: text + "}\n")
    }
}
