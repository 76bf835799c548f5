/// All languages of a program, every message resolved through its chain of languages.
///
/// A lookup is an array access. The set is built once at start and shared.
public final class CatalogSet: Sendable {
    /// The languages as BCP 47 tags, in the order given.
    public let languages: [String]
    /// The language of the keys' original texts, which ends every chain.
    public let source: String
    let tables: [String: LanguageTable]
    let sourceTable: LanguageTable
    let zones = ZoneOffsets()
    let names = PlaceNames()

    /// Where a language's missing messages are looked for before the source language.
    ///
    /// People who read Kyrgyz, Tajik, Uzbek or Kazakh mostly read Russian too.
    public static let usualFallbacks: [String: [String]] = ["ky": ["ru"], "tg": ["ru"], "uz": ["ru"], "kk": ["ru"]]

    /// Resolves catalogues.
    ///
    /// - Parameters:
    ///   - catalogs: One for each language.
    ///   - keys: The keys in the order of their indexes.
    ///   - fallbacks: The further languages of a language's chain.
    ///   - source: The last language of every chain.
    public init(
        _ catalogs: [Catalog],
        keys: [String] = TextKey.keyNames,
        fallbacks: [String: [String]] = CatalogSet.usualFallbacks,
        source: String = "en"
    ) {
        let byLanguage = Dictionary(catalogs.map { ($0.language, $0) }) { first, _ in first }
        var tables: [String: LanguageTable] = [:]
        for catalog in catalogs where tables[catalog.language] == nil {
            let further = (fallbacks[catalog.language] ?? []) + [source]
            let chain = [catalog] + further.compactMap { byLanguage[$0] }
            tables[catalog.language] = LanguageTable(chain: chain, language: catalog.language, keys: keys)
        }
        languages = catalogs.map(\.language)
        self.source = source
        self.tables = tables
        sourceTable = tables[source] ?? LanguageTable(chain: [], language: source, keys: keys)
    }

    /// The texts of a language; `ky-KG` finds `ky`, and a language that is not there gets the source language.
    public func texts(_ language: String) -> Texts {
        Texts(table: match(language).flatMap { tables[$0] } ?? sourceTable, set: self)
    }

    /// The language of the set that serves a BCP 47 tag, found by dropping subtags from its end (RFC 4647, 3.4).
    public func match(_ tag: some StringProtocol) -> String? {
        if tables[String(tag)] != nil { return String(tag) }
        var rest = tag.lowercased()[...]
        while !rest.isEmpty {
            if tables[String(rest)] != nil { return String(rest) }
            guard let hyphen = rest.lastIndex(of: "-") else { return nil }
            rest = rest[..<hyphen]
        }
        return nil
    }

    /// The language that a browser's `Accept-Language` prefers among those of the set; `nil` when none fits.
    public func bestLanguage(acceptLanguage header: String) -> String? {
        var best: (language: String, quality: Double)?
        for range in header.prefix(1000).split(separator: ",").prefix(30) {
            let parts = range.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            guard let tag = parts.first, let language = match(tag) else { continue }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }
            let quality = weight.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            if quality > (best?.quality ?? 0) { best = (language, quality) }
        }
        return best?.language
    }
}

/// One language's messages by index, resolved through its chain.
final class LanguageTable: Sendable {
    let language: String
    let isReviewed: Bool
    let messages: [Message]
    let conventions: Conventions

    init(chain: [Catalog], language: String, keys: [String]) {
        self.language = language
        isReviewed = chain.first?.isReviewed ?? false
        conventions = Conventions(language: language)
        messages = keys.map { key in
            for catalog in chain {
                if let message = catalog.messages[key] { return message }
            }
            return .plain(key)
        }
    }
}
