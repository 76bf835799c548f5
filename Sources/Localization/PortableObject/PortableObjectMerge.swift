extension PortableObject {
    /// This translation brought in line with the English catalogue: its messages in its order, nothing else.
    ///
    /// What is translated stays, with its comments. A message whose English text changed is marked fuzzy.
    /// The number of forms is that of this language's plurals.
    package func merged(with source: PortableObject, forms: Int) -> PortableObject {
        var known: [String: Entry] = [:]
        for entry in entries { known[entry.key] = entry }
        var result = self
        result.entries = source.entries.groupedBySection().map { template in
            var entry = template
            let count = template.englishPlural == nil ? 1 : forms
            entry.translations = Array(repeating: "", count: count)
            entry.translatorComments = []
            entry.flags = template.flags.filter { $0 != "fuzzy" }
            guard let old = known[template.key] else { return entry }
            entry.translatorComments = old.translatorComments
            if old.translations.count == count { entry.translations = old.translations }
            let changed = old.english != template.english || old.englishPlural != template.englishPlural
            let hasText = entry.translations.contains { !$0.isEmpty }
            if hasText, old.isFuzzy || changed { entry.flags.append("fuzzy") }
            return entry
        }
        return result
    }
}

extension [PortableObject.Entry] {
    /// The messages with those of one section together, sections and messages in the order of their first appearance.
    ///
    /// New messages may so be added at the end of the file whichever section they belong to.
    package func groupedBySection() -> [PortableObject.Entry] {
        var order: [Substring] = []
        var sections: [Substring: [PortableObject.Entry]] = [:]
        for entry in self {
            let section = entry.key.prefix { $0 != "." }
            if sections[section] == nil { order.append(section) }
            sections[section, default: []].append(entry)
        }
        return order.flatMap { sections[$0] ?? [] }
    }
}
