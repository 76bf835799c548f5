import Domain

/// Reads a guide's file: lines of facts between two lines `---`, then sections headed `## danger`, `## now`, `## law`,
/// `## who`, whose text is paragraphs, lists (`1.` and `-`), `**strong**` and `[links](https://…)`.
struct GuideParser {
    let file: String
    private let lines: [Substring]

    init(_ bytes: [UInt8], file: String) throws {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ContentError(file: file, reason: "is no UTF-8")
        }
        self.file = file
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasSuffix("\r") ? line.dropLast() : line
        }
    }

    private func failure(_ line: Int, _ reason: String) -> ContentError {
        ContentError(file: file, path: "line \(line + 1)", reason: reason)
    }

    func guide(_ problem: ProblemCode, language: String) throws -> Guide {
        guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
            throw failure(0, "does not begin with facts between two lines “---”")
        }
        let facts = try facts(1..<end)
        return Guide(
            problem: problem,
            language: language,
            title: try facts.one("title"),
            countries: try countries(try facts.one("countries")),
            checked: try checked(try facts.one("checked")),
            version: try version(try facts.one("version")),
            sources: try facts.all("source").map { try source($0) },
            blocks: try sections(from: end + 1)
        )
    }

    // MARK: - Facts

    private struct Facts {
        let file: String
        var values: [(name: String, value: String)] = []

        func one(_ name: String) throws -> String {
            let found = all(name)
            guard let value = found.first, found.count == 1 else {
                throw ContentError(file: file, path: name, reason: "must be there once")
            }
            return value
        }

        func all(_ name: String) -> [String] {
            values.filter { $0.name == name }.map(\.value)
        }
    }

    private func facts(_ range: Range<Int>) throws -> Facts {
        var facts = Facts(file: file)
        let known: Set = ["title", "countries", "checked", "version", "source"]
        for index in range {
            let line = lines[index]
            guard let colon = line.firstIndex(of: ":") else { throw failure(index, "is no fact such as “title: …”") }
            let name = String(line[..<colon])
            let value = Self.trimmed(line[line.index(after: colon)...])
            guard known.contains(name), !value.isEmpty else { throw failure(index, "“\(name)” is unknown or empty") }
            facts.values.append((name, value))
        }
        guard !facts.all("source").isEmpty else { throw failure(0, "names no source") }
        return facts
    }

    private func countries(_ text: String) throws -> [String] {
        try text.split(separator: ",").map { piece in
            guard let country = CountryCode(Self.trimmed(piece)) else {
                throw ContentError(file: file, path: "countries", reason: "“\(piece)” is no country code")
            }
            return country.code
        }
    }

    private func checked(_ text: String) throws -> CivilDate {
        guard let date = CivilDate(iso: text) else {
            throw ContentError(file: file, path: "checked", reason: "is no day such as 2026-11-21")
        }
        return date
    }

    private func version(_ text: String) throws -> Int {
        guard let version = Int(text), version > 0 else {
            throw ContentError(file: file, path: "version", reason: "is no number from 1")
        }
        return version
    }

    /// `title | publisher | date | address?`
    private func source(_ text: String) throws -> GuideSource {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(Self.trimmed)
        guard (3...4).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }), PartialDate(iso: parts[2]) != nil else {
            throw ContentError(
                file: file,
                path: "source",
                reason: "“\(text)” is not “title | publisher | date | address”"
            )
        }
        let url = parts.count == 4 ? parts[3] : nil
        if let url, !url.hasPrefix("https://"), !url.hasPrefix("http://") {
            throw ContentError(file: file, path: "source", reason: "“\(url)” is no address of the web")
        }
        return GuideSource(title: parts[0], publisher: parts[1], date: parts[2], url: url)
    }

    // MARK: - Sections

    private func sections(from start: Int) throws -> [GuideSection: [GuideBlock]] {
        var sections: [GuideSection: [GuideBlock]] = [:]
        var current: GuideSection?
        var body: [(index: Int, line: Substring)] = []
        func finish() throws {
            guard let section = current else { return }
            let blocks = try blocks(body)
            guard !blocks.isEmpty else { throw ContentError(file: file, path: section.rawValue, reason: "is empty") }
            sections[section] = blocks
        }
        for index in start..<lines.count {
            let line = lines[index]
            if line.hasPrefix("## ") {
                try finish()
                let heading = Self.trimmed(line.dropFirst(3))
                guard let section = GuideSection(rawValue: heading), sections[section] == nil else {
                    throw failure(index, "“\(heading)” is no section, or is there twice")
                }
                current = section
                body = []
            } else if current == nil, !Self.trimmed(line).isEmpty {
                throw failure(index, "stands before the first section")
            } else {
                body.append((index, line))
            }
        }
        try finish()
        if let missing = GuideSection.allCases.first(where: { sections[$0] == nil }) {
            throw ContentError(file: file, path: missing.rawValue, reason: "is missing")
        }
        return sections
    }

    private func blocks(_ body: [(index: Int, line: Substring)]) throws -> [GuideBlock] {
        var blocks: [GuideBlock] = []
        var paragraph: [String] = []
        func endParagraph() {
            if !paragraph.isEmpty { blocks.append(.paragraph(Self.spans(paragraph.joined(separator: " ")))) }
            paragraph = []
        }
        for (index, line) in body {
            let text = Self.trimmed(line)
            guard !text.hasPrefix("#"), !text.hasPrefix("<"), !text.hasPrefix("|") else {
                throw failure(index, "is no paragraph and no list")
            }
            if text.isEmpty {
                endParagraph()
            } else if let (isNumbered, item) = Self.listItem(text) {
                endParagraph()
                if case .list(isNumbered, var items) = blocks.last {
                    items.append(Self.spans(item))
                    blocks[blocks.count - 1] = .list(isNumbered: isNumbered, items)
                } else {
                    blocks.append(.list(isNumbered: isNumbered, [Self.spans(item)]))
                }
            } else {
                paragraph.append(text)
            }
        }
        endParagraph()
        return blocks
    }

    /// `- something` or `12. something`.
    private static func listItem(_ text: String) -> (isNumbered: Bool, String)? {
        if text.hasPrefix("- ") { return (false, trimmed(text.dropFirst(2))) }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.count), text.dropFirst(digits.count).hasPrefix(". ") else { return nil }
        return (true, trimmed(text.dropFirst(digits.count + 2)))
    }

    /// Cuts a line at `**` and links; what is not closed is plain text.
    static func spans(_ text: String) -> [GuideSpan] {
        var spans: [GuideSpan] = []
        var rest = text[...]
        var plain = ""
        func endPlain() {
            if !plain.isEmpty { spans.append(.text(plain)) }
            plain = ""
        }
        while let character = rest.first {
            if rest.hasPrefix("**"), let (strong, after) = between("**", "**", in: rest) {
                endPlain()
                spans.append(.strong(String(strong)))
                rest = after
            } else if character == "[", let (label, after) = between("[", "]", in: rest), after.hasPrefix("("),
                let (address, end) = between("(", ")", in: after), address.hasPrefix("https://")
            {
                endPlain()
                spans.append(.link(String(label), address: String(address)))
                rest = end
            } else {
                plain.append(character)
                rest = rest.dropFirst()
            }
        }
        endPlain()
        return spans
    }

    private static func between(
        _ opening: String,
        _ closing: String,
        in text: Substring
    ) -> (inside: Substring, after: Substring)? {
        let inside = text.dropFirst(opening.count)
        var end = inside.startIndex
        while end < inside.endIndex {
            if inside[end...].hasPrefix(closing) {
                guard end > inside.startIndex else { return nil }
                return (inside[..<end], inside[end...].dropFirst(closing.count))
            }
            end = inside.index(after: end)
        }
        return nil
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        let front = text.drop { $0.isWhitespace }
        guard let last = front.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(front[...last])
    }
}
