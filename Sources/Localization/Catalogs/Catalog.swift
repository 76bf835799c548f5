/// The messages of one language.
public struct Catalog: Sendable {
    /// The BCP 47 tag in the header's field `Language`.
    public let language: String
    /// Whether a person who speaks the language has reviewed it: the header's field `X-Reviewed: yes`.
    public let isReviewed: Bool
    /// Which form of a message goes with a count.
    public let pluralRule: PluralRule
    /// The translated messages by key.
    let messages: [String: Message]

    /// Compiles a PO file.
    ///
    /// Messages without a translation or with an outdated one are left out, so that a lookup goes on to the next
    /// language of the chain. In the source language the English texts themselves are the translations.
    ///
    /// - Parameters:
    ///   - file: The file as parsed.
    ///   - source: The language of the `msgid` texts.
    /// - Throws: ``CatalogError`` for a header or a message that cannot be used.
    public init(_ file: PortableObject, source: String = "en") throws(CatalogError) {
        guard let language = file.headerValue("Language"), !language.isEmpty else {
            throw CatalogError(line: 1, reason: "the header has no Language")
        }
        guard let plurals = file.headerValue("Plural-Forms") else {
            throw CatalogError(line: 1, reason: "the header has no Plural-Forms")
        }
        self.language = language
        isReviewed = file.headerValue("X-Reviewed") == "yes"
        let rule = try PluralRule(parsing: plurals)
        pluralRule = rule
        var messages: [String: Message] = [:]
        messages.reserveCapacity(file.entries.count)
        for entry in file.entries {
            let forms: [String]
            if entry.isTranslated {
                forms = entry.translations
            } else if language == source {
                forms = [entry.english] + (entry.englishPlural.map { [$0] } ?? [])
            } else {
                continue
            }
            do throws(CatalogError) {
                messages[entry.key] = try Message(forms: forms, isPlural: entry.englishPlural != nil, rule: rule)
            } catch {
                throw CatalogError(line: entry.line, reason: "'\(entry.key)': \(error.reason)")
            }
        }
        self.messages = messages
    }

    /// Parses and compiles a PO file's text.
    ///
    /// - Parameters:
    ///   - bytes: The file's content in UTF-8.
    ///   - name: The file's name for errors.
    ///   - source: The language of the `msgid` texts.
    /// - Throws: ``CatalogError`` for a file that cannot be used.
    public init(parsing bytes: [UInt8], name: String? = nil, source: String = "en") throws(CatalogError) {
        do throws(CatalogError) {
            try self.init(PortableObject(parsing: bytes), source: source)
        } catch {
            throw error.inFile(name)
        }
    }
}
