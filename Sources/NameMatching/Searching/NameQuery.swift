/// What somebody typed into the one box: names in any order, script and state of completeness, with years, dates, phones
/// and documents between them.
public struct NameQuery: Sendable {
    /// What was understood beside the names.
    public enum Facet: Hashable, Sendable {
        /// Also a phone's tail, when nothing of that year fits.
        case year(Int)
        case birth(BirthDate)
        /// Four digits or more, as typed, without separators.
        case phoneTail(String)
        /// Letters and digits, upper case.
        case document(String)
    }

    /// Longer texts are cut here.
    static let longest = 300

    /// The part of the text that is names.
    let nameText: String
    /// By reading (the likeliest first), then by word.
    let readings: [ParsedName]
    public let facets: [Facet]

    public init(_ text: String) {
        let parts = QueryParts(String(text.prefix(Self.longest)))
        self.init(nameText: parts.names.joined(separator: " "), facets: parts.facets)
    }

    init(nameText: String, facets: [Facet]) {
        self.nameText = nameText
        self.facets = facets
        let known = NameReader.reading(nameText)
        let first = known.name
        var readings = [first]
        for other in Spelling.alternatives(to: known.spelling, letters: known.letters) {
            let reading = NameReader.read(nameText, by: other)
            if reading.tokens.count == first.tokens.count, !readings.contains(reading) { readings.append(reading) }
        }
        self.readings = readings
    }

    /// Nothing in the text can be searched for.
    public var isEmpty: Bool { facets.isEmpty && (readings.first?.tokens.isEmpty ?? true) }

    /// The query as it would read had the keyboard been set to the other layout; nil when that makes no sense.
    var onOtherKeyboard: NameQuery? {
        guard let turned = KeyboardLayout.turned(nameText) else { return nil }
        return NameQuery(nameText: turned, facets: facets)
    }
}

/// The box cut into names and facets.
struct QueryParts {
    private(set) var names: [String] = []
    private(set) var facets: [NameQuery.Facet] = []
    /// Digit groups that stand side by side and may be one phone.
    private var groups: [String] = []
    private var isPhone = false

    init(_ text: String) {
        for part in text.split(whereSeparator: \.isWhitespace) { take(String(part)) }
        closeGroups()
    }

    private mutating func take(_ part: String) {
        let digits = part.unicodeScalars.filter { $0.value &- 48 < 10 }.count
        let letters = part.unicodeScalars.filter { $0.properties.isAlphabetic }.count
        if digits == 0 {
            guard letters > 0 else { return }
            closeGroups()
            names.append(part)
        } else if letters > 0 {
            closeGroups()
            if digits >= 3 { facets.append(.document(Self.letterDigits(part))) } else { names.append(part) }
        } else {
            if groups.isEmpty, digits > 4 || part.contains("."), let date = BirthDate(part), digits != 4,
                date.month != nil
            {
                return facets.append(.birth(date))
            }
            if part.hasPrefix("+") || part.hasPrefix("(") {
                if part.hasPrefix("+") { closeGroups() }
                isPhone = true
            }
            groups.append(String(String.UnicodeScalarView(part.unicodeScalars.filter { $0.value &- 48 < 10 })))
        }
    }

    private static func letterDigits(_ part: String) -> String {
        String(
            String.UnicodeScalarView(part.unicodeScalars.filter { $0.properties.isAlphabetic || $0.value &- 48 < 10 })
        )
        .uppercased()
    }

    /// Groups of which one alone could be a year stay apart; others are one phone.
    private mutating func closeGroups() {
        defer {
            groups = []
            isPhone = false
        }
        guard !groups.isEmpty else { return }
        let total = groups.reduce(0) { $0 + $1.utf8.count }
        if let date = BirthDate(groups.joined(separator: " ")), groups.count == 3, !isPhone {
            return facets.append(.birth(date))
        }
        let hasYear = groups.contains { Self.year($0) != nil }
        if groups.count > 1, total >= 6, isPhone || !hasYear {
            return facets.append(.phoneTail(groups.joined()))
        }
        for group in groups {
            if let year = Self.year(group) {
                facets.append(.year(year))
            } else if group.utf8.count >= 4 {
                facets.append(.phoneTail(group))
            }
        }
    }

    private static func year(_ group: String) -> Int? {
        guard group.utf8.count == 4, let year = Int(group), (1900...2030).contains(year) else { return nil }
        return year
    }
}

/// The keys of the two layouts that share a keyboard here.
enum KeyboardLayout {
    private static let latin = Array("qwertyuiop[]asdfghjkl;'zxcvbnm,.`")
    private static let cyrillic = Array("йцукенгшщзхъфывапролджэячсмитьбюё")

    private static let toCyrillic = Dictionary(zip(latin, cyrillic)) { first, _ in first }
    private static let toLatin = Dictionary(zip(cyrillic, latin)) { first, _ in first }

    /// The text as the same keys give it in the other layout; nil when nothing would change.
    static func turned(_ text: String) -> String? {
        let lower = text.lowercased()
        let isLatin = lower.contains { $0.isASCII && $0.isLetter }
        let isCyrillic = lower.contains { toLatin[$0] != nil }
        guard isLatin != isCyrillic else { return nil }
        let table = isLatin ? toCyrillic : toLatin
        return String(lower.map { table[$0] ?? $0 })
    }
}
