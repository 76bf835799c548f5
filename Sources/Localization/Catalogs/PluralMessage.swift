/// A message that depends on a count.
struct PluralMessage: Sendable {
    /// The forms in the order of the rule's indexes.
    let forms: [Template]
    let rule: PluralRule
    /// The finished texts for the counts from 0, when nothing but the count has to be filled in.
    ///
    /// Lists say "5 min ago" in every row; the counts of minutes, hours and days are all below 60.
    private let finished: [String]

    private static let finishedCounts = 60

    init(_ forms: [Template], _ rule: PluralRule) {
        self.forms = forms
        self.rule = rule
        let needsMore = forms.contains { form in form.placeholders.contains { $0 != "count" } }
        finished =
            needsMore ? [] : (0..<Self.finishedCounts).map { forms[rule.form(for: $0)].filled(["count": String($0)]) }
    }

    /// The text for a count.
    ///
    /// - Parameters:
    ///   - count: What the form goes by.
    ///   - digits: The count as the language writes it; asked for only when it is needed.
    ///   - values: What fills the other placeholders.
    /// - Returns: The form for the count with its values in place.
    func text(_ count: Int, digits: (Int) -> String, _ values: KeyValuePairs<String, String>) -> String {
        if finished.indices.contains(count) { return finished[count] }
        return forms[rule.form(for: count)].filled(values, count: digits(count))
    }
}
