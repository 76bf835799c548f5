import Foundation
import Synchronization

/// A country's ISO 3166-1 code and its name in some language.
public struct CountryName: Sendable, Hashable {
    /// The alpha-2 code.
    public let code: String
    public let name: String
}

/// Names of countries and languages from Foundation, each asked for once and kept.
///
/// Nothing is loaded before the first question.
final class PlaceNames: Sendable {
    private struct Known {
        var countries: [String: String] = [:]
        var languages: [String: String] = [:]
        var lists: [String: [CountryName]] = [:]
    }

    private let known = Mutex(Known())

    func country(_ code: String, locale: String) -> String {
        if let own = OwnNames.countries[locale]?[code] { return own }
        // What is no code is not remembered, so that a stranger's input cannot fill the memory.
        guard Self.isLetters(code, 2...2) else { return code }
        return known.withLock { known in
            let key = locale + code
            if let name = known.countries[key] { return name }
            let name = Self.countryName(code, locale: locale)
            known.countries[key] = name
            return name
        }
    }

    func language(_ tag: String, locale: String) -> String {
        if let own = OwnNames.languages[locale]?[tag] { return own }
        guard Self.isLetters(tag, 2...3) else { return tag }
        return known.withLock { known in
            let key = locale + tag
            if let name = known.languages[key] { return name }
            let name = Self.tidied(Locale(identifier: locale).localizedString(forLanguageCode: tag) ?? tag)
            known.languages[key] = name
            return name
        }
    }

    func countries(locale: String) -> [CountryName] {
        if let list = known.withLock({ $0.lists[locale] }) { return list }
        let foundation = Locale(identifier: locale)
        let list = CountryCodes.all.map { CountryName(code: $0, name: country($0, locale: locale)) }
            .sorted { $0.name.compare($1.name, options: [], range: nil, locale: foundation) == .orderedAscending }
        known.withLock { $0.lists[locale] = list }
        return list
    }

    private static func countryName(_ code: String, locale: String) -> String {
        tidied(Locale(identifier: locale).localizedString(forRegionCode: code) ?? code)
    }

    /// Foundation's Uzbek has quotation marks in places where the letters oʻ and gʻ belong.
    private static func tidied(_ name: String) -> String {
        String(name.map { $0 == "\u{2018}" ? "\u{2BB}" : $0 })
    }

    private static func isLetters(_ text: String, _ length: ClosedRange<Int>) -> Bool {
        length.contains(text.utf8.count) && text.utf8.allSatisfy { (0x41...0x5A).contains($0 & 0xDF) }
    }
}

extension Formats {
    /// A country's name by its ISO 3166-1 alpha-2 code; the code itself when nobody knows the name.
    public func country(_ code: String) -> String {
        texts.set.names.country(code, locale: conventions.localeIdentifier)
    }

    /// All countries in the order of this language's alphabet.
    public var countries: [CountryName] {
        texts.set.names.countries(locale: conventions.localeIdentifier)
    }

    /// A language's name in this language by its BCP 47 tag.
    public func languageName(_ tag: String) -> String {
        texts.set.names.language(tag, locale: conventions.localeIdentifier)
    }

    /// A language's name for itself, as lists of languages show it.
    public func ownLanguageName(_ tag: String) -> String {
        OwnNames.endonyms[tag] ?? texts.set.names.language(tag, locale: tag)
    }
}
