extension PortableObject {
    /// The file's text, the same for the same content.
    public func serialized() -> String {
        var blocks = [Self.headerBlock(headerComments, header)]
        blocks += entries.map { Self.block($0) }
        return blocks.joined(separator: "\n")
    }

    private static func headerBlock(_ comments: [String], _ fields: [HeaderField]) -> String {
        let value = fields.map { "\($0.name): \($0.value)\n" }.joined()
        return comments.map { comment("#", $0) }.joined() + "msgid \"\"\n" + line("msgstr", value)
    }

    private static func block(_ entry: Entry) -> String {
        var text = entry.translatorComments.map { comment("#", $0) }.joined()
        text += entry.authorComments.map { comment("#.", $0) }.joined()
        if !entry.flags.isEmpty { text += comment("#,", entry.flags.joined(separator: ", ")) }
        text += line("msgctxt", entry.key)
        text += line("msgid", entry.english)
        guard let plural = entry.englishPlural else {
            return text + line("msgstr", entry.translations.first ?? "")
        }
        text += line("msgid_plural", plural)
        for (index, translation) in entry.translations.enumerated() {
            text += line("msgstr[\(index)]", translation)
        }
        return text
    }

    private static func comment(_ sign: String, _ text: String) -> String {
        text.isEmpty ? "\(sign)\n" : "\(sign) \(text)\n"
    }

    /// A keyword and its text; texts of several lines have each on its own.
    private static func line(_ keyword: String, _ text: String) -> String {
        guard text.dropLast().contains("\n") else { return "\(keyword) \"\(escaped(text))\"\n" }
        var parts = text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped($0) + "\\n" }
        let last = parts.removeLast().dropLast(2)
        if !last.isEmpty { parts.append(String(last)) }
        return "\(keyword) \"\"\n" + parts.map { "\"\($0)\"\n" }.joined()
    }

    private static func escaped(_ text: some StringProtocol) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
