/// What is wrong with a translation when it is held against the English catalogue.
package enum CatalogCheck {
    /// The faults in the order of the English messages: missing, outdated, unlike placeholders, unlike white space.
    package static func problems(
        source: PortableObject,
        translation: PortableObject,
        rule: PluralRule
    ) -> [CatalogError] {
        var known: [String: PortableObject.Entry] = [:]
        for entry in translation.entries { known[entry.key] = entry }
        var problems: [CatalogError] = []
        for original in source.entries {
            guard let entry = known.removeValue(forKey: original.key) else {
                problems.append(CatalogError(line: 0, reason: "'\(original.key)' is missing"))
                continue
            }
            problems += reasons(original, entry, rule).map {
                CatalogError(line: entry.line, reason: "'\(original.key)' \($0)")
            }
        }
        for entry in translation.entries where known[entry.key] != nil {
            problems.append(CatalogError(line: entry.line, reason: "'\(entry.key)' is not in the English catalogue"))
        }
        return problems
    }

    private static func reasons(
        _ original: PortableObject.Entry,
        _ entry: PortableObject.Entry,
        _ rule: PluralRule
    ) -> [String] {
        if entry.isFuzzy { return ["is marked fuzzy: compare it with the English text"] }
        guard entry.isTranslated else { return ["is not translated"] }
        let isPlural = original.englishPlural != nil
        guard isPlural == (entry.englishPlural != nil) else { return ["depends on a count in one language only"] }
        let forms = isPlural ? rule.forms : 1
        guard entry.translations.count == forms else {
            return ["has \(entry.translations.count) forms where \(forms) are needed"]
        }
        var expected = names(original.english).union(original.englishPlural.map { names($0) } ?? [])
        if isPlural { expected.insert("count") }
        var reasons: [String] = []
        for (index, text) in entry.translations.enumerated() {
            var found = names(text)
            if isPlural, rule.isOnlyCountOfForm(index) { found.insert("count") }
            if found != expected {
                reasons.append("has the placeholders \(found.sorted()) where \(expected.sorted()) are expected")
            }
            if edges(text) != edges(original.english) {
                reasons.append("begins or ends with other white space than the English text")
            }
        }
        return reasons
    }

    private static func names(_ text: String) -> Set<String> {
        Set((try? Template(parsing: text).placeholders) ?? ["malformed"])
    }

    private static func edges(_ text: String) -> [Character?] {
        [text.first, text.last].map { $0?.isWhitespace == true ? $0 : nil }
    }
}
