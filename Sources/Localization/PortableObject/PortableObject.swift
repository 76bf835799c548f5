/// A gettext PO file: a header and messages, each with what translators need to know about it.
public struct PortableObject: Sendable, Equatable {
    /// The comment lines above the header, without `#` and the space after it.
    public var headerComments: [String]
    /// The header's fields in their order, such as `Language` or `Plural-Forms`.
    public var header: [HeaderField]
    /// The messages in the file's order.
    public var entries: [Entry]

    public init(headerComments: [String] = [], header: [HeaderField] = [], entries: [Entry] = []) {
        self.headerComments = headerComments
        self.header = header
        self.entries = entries
    }

    /// One line of the header, `name: value`.
    public struct HeaderField: Sendable, Equatable {
        public var name: String
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// One message.
    public struct Entry: Sendable, Equatable {
        /// `msgctxt`: the stable key by which the program asks for the message.
        public var key: String
        /// `msgid`: the English text.
        public var english: String
        /// `msgid_plural`: the English text for other counts than one, when the message depends on a count.
        public var englishPlural: String?
        /// `msgstr`, or `msgstr[0]`, `msgstr[1]`, … in their order; an empty text is a missing translation.
        public var translations: [String]
        /// `# …`: what translators wrote.
        public var translatorComments: [String]
        /// `#. …`: what the program's authors tell translators.
        public var authorComments: [String]
        /// `#, …`, such as `fuzzy`.
        public var flags: [String]
        /// The number, from 1, of the line on which the message begins.
        public var line: Int

        public init(
            key: String,
            english: String,
            englishPlural: String? = nil,
            translations: [String] = [],
            translatorComments: [String] = [],
            authorComments: [String] = [],
            flags: [String] = [],
            line: Int = 0
        ) {
            self.key = key
            self.english = english
            self.englishPlural = englishPlural
            self.translations = translations
            self.translatorComments = translatorComments
            self.authorComments = authorComments
            self.flags = flags
            self.line = line
        }

        /// Whether the English text changed after the translation was made.
        public var isFuzzy: Bool { flags.contains("fuzzy") }

        /// Whether every form has a translation that belongs to the present English text.
        public var isTranslated: Bool {
            !isFuzzy && !translations.isEmpty && translations.allSatisfy { !$0.isEmpty }
        }
    }

    /// The value of the header's field of this name, whose case doesn't matter.
    public func headerValue(_ name: String) -> String? {
        let wanted = name.lowercased()
        return header.first { $0.name.lowercased() == wanted }?.value
    }
}

/// Why a catalogue cannot be used.
public struct CatalogError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file's name, when known.
    public var file: String?
    /// The number of the line, from 1; 0 when the fault is not in one line.
    public var line: Int
    /// What is wrong, in English.
    public var reason: String

    public init(file: String? = nil, line: Int, reason: String) {
        self.file = file
        self.line = line
        self.reason = reason
    }

    /// This error with the name of its file.
    package func inFile(_ name: String?) -> CatalogError {
        CatalogError(file: name, line: line, reason: reason)
    }

    /// `file:line: reason`, as compilers write it.
    public var description: String {
        "\(file ?? "catalogue"):\(line): \(reason)"
    }
}
