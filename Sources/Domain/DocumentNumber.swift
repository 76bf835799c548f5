/// A document's number reduced to what identifies it, for exact look-up: letters and digits, upper case, Cyrillic
/// look-alikes of Latin letters as Latin ("АН 123" typed on a Russian keyboard equals "AH123").
public struct DocumentNumber: Hashable, Sendable {
    public let normalized: String

    /// `nil` when fewer than three letters or digits remain.
    public init?(_ text: some StringProtocol) {
        let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = [
            "А": "A", "В": "B", "С": "C", "Е": "E", "Н": "H", "К": "K", "М": "M", "О": "O", "Р": "P", "Т": "T",
            "Х": "X", "У": "Y", "І": "I", "Ѕ": "S", "Ј": "J",
        ]
        var scalars = String.UnicodeScalarView()
        for scalar in text.uppercased().unicodeScalars {
            let value = lookAlikes[scalar] ?? scalar
            if value.properties.isAlphabetic || value.properties.numericType != nil {
                scalars.append(value)
            }
        }
        guard (3...64).contains(scalars.count) else { return nil }
        normalized = String(scalars)
    }
}
