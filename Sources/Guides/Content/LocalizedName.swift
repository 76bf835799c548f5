import Localization

/// A name or sentence of the content in several languages.
public struct LocalizedName: Sendable, Hashable {
    /// By BCP 47 tag.
    public let all: [String: String]

    public init(_ all: [String: String]) {
        self.all = all
    }

    /// The text in exactly this language.
    public subscript(language: String) -> String? { all[language] }

    /// The text in a language, or in the first of its chain that there is; empty when there is none at all.
    public func text(_ language: String) -> String {
        for candidate in LanguageChain.of(language) {
            if let text = all[candidate] { return text }
        }
        return all.min { $0.key < $1.key }?.value ?? ""
    }
}

/// Which languages stand in for another.
enum LanguageChain {
    /// The language itself, those that its readers usually read, English, Russian.
    static func of(_ language: String) -> [String] {
        var chain = [language]
        for further in (CatalogSet.usualFallbacks[language] ?? []) + ["en", "ru"] where !chain.contains(further) {
            chain.append(further)
        }
        return chain
    }
}
