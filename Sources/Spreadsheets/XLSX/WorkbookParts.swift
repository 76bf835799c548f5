/// The sheets of `workbook.xml`, in order, and the date system.
final class WorkbookListener: XMLListener {
    struct Entry {
        let name: String
        let relation: String
        let isHidden: Bool
    }

    private(set) var entries: [Entry] = []
    private(set) var startsIn1904 = false

    func begin(_ element: String, _ attributes: [String: String]) {
        switch element {
        case "sheet":
            let relation = attributes.first { $0.key == "r:id" || $0.key == "id" || $0.key.hasSuffix(":id") }?.value
            let isHidden = attributes["state"].map { $0 != "visible" } ?? false
            entries.append(Entry(name: attributes["name"] ?? "", relation: relation ?? "", isHidden: isHidden))
        case "workbookPr":
            startsIn1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
        default: break
        }
    }

    func text(_ text: String) {}
    func end(_ element: String) {}
}

/// Which relation means which part.
final class RelationsListener: XMLListener {
    private(set) var targets: [String: String] = [:]

    func begin(_ element: String, _ attributes: [String: String]) {
        guard element == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
        guard attributes["TargetMode"] != "External" else { return }
        targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }

    func text(_ text: String) {}
    func end(_ element: String) {}
}

/// The strings that cells refer to by number; runs of rich text are joined, reading aids for Japanese left out.
final class SharedStringsListener: XMLListener {
    private(set) var strings: [String] = []
    private var current = ""
    private var isInText = false
    private var phonetic = 0

    func begin(_ element: String, _ attributes: [String: String]) {
        switch element {
        case "si": current = ""
        case "t": isInText = phonetic == 0
        case "rPh": phonetic += 1
        default: break
        }
    }

    func text(_ text: String) {
        if isInText { current += text }
    }

    func end(_ element: String) {
        switch element {
        case "si": strings.append(EscapedText.decoded(current))
        case "t": isInText = false
        case "rPh": phonetic -= 1
        default: break
        }
    }
}

/// Which cell styles show a number as a date or time.
final class StylesListener: XMLListener {
    private(set) var isDate: [Bool] = []
    private var dateFormats: Set<Int> = Set(14...22).union(27...36).union(45...47).union(50...58)
    private var isInCellFormats = false

    func begin(_ element: String, _ attributes: [String: String]) {
        switch element {
        case "numFmt":
            guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
            if StylesListener.showsDate(attributes["formatCode"] ?? "") {
                dateFormats.insert(id)
            } else {
                dateFormats.remove(id)
            }
        case "cellXfs": isInCellFormats = true
        case "xf" where isInCellFormats:
            isDate.append(dateFormats.contains(attributes["numFmtId"].flatMap { Int($0) } ?? 0))
        default: break
        }
    }

    func text(_ text: String) {}

    func end(_ element: String) {
        if element == "cellXfs" { isInCellFormats = false }
    }

    /// A format shows a date when year, month, day, hour or second stands outside quotes, escapes and brackets.
    static func showsDate(_ format: String) -> Bool {
        var isQuoted = false
        var isBracketed = false
        var isEscaped = false
        for character in format.prefix(while: { $0 != ";" }) {
            if isEscaped {
                isEscaped = false
            } else if character == "\\" || character == "_" || character == "*" {
                isEscaped = true
            } else if character == "\"" {
                isQuoted.toggle()
            } else if character == "[" {
                isBracketed = true
            } else if character == "]" {
                isBracketed = false
            } else if !isQuoted, !isBracketed, "ymdhsYMDHSдгДГ".contains(character) {
                return true
            }
        }
        // Elapsed time is written with brackets alone, such as [h]:mm, which has its minutes outside.
        return false
    }
}

/// Control characters in workbooks are written as `_x000D_`.
enum EscapedText {
    static func decoded(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        var result = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "_x") {
            result += rest[..<start.lowerBound]
            let code = rest[start.upperBound...].prefix(4)
            let after = rest[start.upperBound...].dropFirst(4)
            if code.count == 4, after.first == "_", let value = UInt32(code, radix: 16),
                let scalar = Unicode.Scalar(value)
            {
                result.unicodeScalars.append(scalar)
                rest = after.dropFirst()
            } else {
                result += "_x"
                rest = rest[start.upperBound...]
            }
        }
        return result + rest
    }
}
