/// The program's texts in one language: what a page needs to speak.
///
/// The typed accessors, such as `texts.common.save`, are generated from `Content/locale/en.po`.
public struct Texts: Sendable {
    let table: LanguageTable
    let set: CatalogSet

    /// The language as a BCP 47 tag.
    public var language: String { table.language }

    /// Whether a person who speaks the language has reviewed the translation.
    public var isReviewed: Bool { table.isReviewed }

    /// Dates, numbers, money, lists and names in this language.
    public var formats: Formats { Formats(texts: self) }

    /// A message without values; placeholders stay visible.
    public func text(_ key: TextKey) -> String {
        text(key, [:])
    }

    /// A message with its placeholders filled by name.
    public func text(_ key: TextKey, _ values: KeyValuePairs<String, String>) -> String {
        guard table.messages.indices.contains(key.index) else { return "" }
        switch table.messages[key.index] {
        case .plain(let text): return text
        case .template(let template): return template.filled(values)
        case .plural(let message): return message.forms.last?.filled(values) ?? ""
        }
    }

    /// A message that depends on a count, which fills `{count}` with digits grouped as the language does.
    public func plural(_ key: TextKey, _ count: Int, _ values: KeyValuePairs<String, String> = [:]) -> String {
        guard table.messages.indices.contains(key.index) else { return "" }
        guard case .plural(let message) = table.messages[key.index] else {
            return text(key, values)
        }
        return message.text(count, digits: formats.number, values)
    }
}
