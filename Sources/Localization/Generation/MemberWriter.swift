/// Writes one accessor in the project's format.
enum MemberWriter {
    private static let width = 120
    private static let indent = "    "

    static func member(
        _ name: String,
        of entry: PortableObject.Entry,
        offset: Int
    ) throws(CatalogError) -> String {
        var placeholders = try Template(parsing: entry.english).placeholders
        if let plural = entry.englishPlural {
            for placeholder in try Template(parsing: plural).placeholders where !placeholders.contains(placeholder) {
                placeholders.append(placeholder)
            }
            placeholders.removeAll { $0 == "count" }
        }
        guard !placeholders.contains("texts") else {
            throw CatalogError(line: 0, reason: "'texts' cannot be a placeholder's name")
        }
        let isPlural = entry.englishPlural != nil
        let declared = AccessorName.declared(name)
        let comment = documentation(entry.englishPlural ?? entry.english)
        let method = isPlural ? "plural" : "text"
        var arguments = ["Self.key(\(offset))"]
        if isPlural { arguments.append("count") }
        if !placeholders.isEmpty {
            arguments.append(
                "[" + placeholders.map { "\"\($0)\": \(AccessorName.declared($0))" }.joined(separator: ", ") + "]"
            )
        }
        let parameters = (isPlural ? ["count: Int"] : []) + placeholders.map { "\(AccessorName.declared($0)): String" }
        guard !parameters.isEmpty else {
            return comment + property(declared, call(method, arguments, depth: 2))
        }
        return comment + signature(declared, parameters) + call(method, arguments, depth: 2) + "\(indent)}\n"
    }

    private static func property(_ name: String, _ body: String) -> String {
        let trimmed = body.drop { $0 == " " }.dropLast()
        let line = "\(indent)public var \(name): String { \(trimmed) }"
        if line.count <= width { return line + "\n" }
        return "\(indent)public var \(name): String {\n\(body)\(indent)}\n"
    }

    private static func signature(_ name: String, _ parameters: [String]) -> String {
        let line = "\(indent)public func \(name)(\(parameters.joined(separator: ", "))) -> String {"
        if line.count <= width { return line + "\n" }
        let lines = parameters.map { indent + indent + $0 }.joined(separator: ",\n")
        return "\(indent)public func \(name)(\n\(lines)\n\(indent)) -> String {\n"
    }

    private static func call(_ method: String, _ arguments: [String], depth: Int) -> String {
        let margin = String(repeating: indent, count: depth)
        let line = "\(margin)texts.\(method)(\(arguments.joined(separator: ", ")))"
        if line.count <= width { return line + "\n" }
        let lines = arguments.map { margin + indent + $0 }.joined(separator: ",\n")
        return "\(margin)texts.\(method)(\n\(lines)\n\(margin))\n"
    }

    /// The English text as a comment, in lines of the project's width.
    private static func documentation(_ text: String) -> String {
        var lines: [String] = []
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = ""
            for word in paragraph.split(separator: " ") {
                if !line.isEmpty, line.count + word.count + 1 > width - 8 {
                    lines.append(line)
                    line = ""
                }
                line += line.isEmpty ? String(word) : " " + word
            }
            lines.append(line)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { $0.isEmpty ? "\(indent)///\n" : "\(indent)/// \($0)\n" }.joined()
    }
}
