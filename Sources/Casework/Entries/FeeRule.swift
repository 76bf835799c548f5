import Domain

/// Fees on recovered money (design, safety rule 11): refused, or shown. Shown means that the entry's own words name the
/// amount in figures, so that the person, colleagues and every recipient of the case read it. Pure.
public enum FeeRule {
    /// What stands against a payment's fee; `nil` for no fee and for one that is shown.
    ///
    /// - Parameters:
    ///   - payment: what was paid, with the fee.
    ///   - story: the words of the entry.
    /// - Returns: `.feeHidden`, also for a fee below zero, in another currency, or above what was paid.
    public static func refusal(_ payment: EntryBody.PaymentPart, story: String) -> CaseRefusal? {
        guard let fee = payment.fee, fee.hundredths != 0 else { return nil }
        guard fee.hundredths > 0, fee.currency == payment.amount.currency,
            fee.hundredths <= payment.amount.hundredths
        else { return .feeHidden }
        return amounts(in: story).contains(fee.hundredths) ? nil : .feeHidden
    }

    /// The amounts that a text names, in hundredths: `1500`, `1 500`, `1.500,00`. A percentage is no amount.
    static func amounts(in text: String) -> Set<Int64> {
        var found: Set<Int64> = []
        let characters = Array(text)
        var index = 0
        while index < characters.count {
            guard characters[index].isASCIIDigit else {
                index += 1
                continue
            }
            var whole = ""
            var part = ""
            while index < characters.count {
                if characters[index].isASCIIDigit {
                    whole.append(characters[index])
                    index += 1
                    continue
                }
                let digits = characters[(index + 1)...].prefix { $0.isASCIIDigit }.count
                if digits == 3, " \u{A0}\u{202F}.,'".contains(characters[index]) {
                    index += 1
                } else {
                    if digits == 1 || digits == 2, ".,".contains(characters[index]) {
                        part = String(characters[(index + 1)...].prefix(digits))
                        index += 1 + digits
                    }
                    break
                }
            }
            let rest = characters[index...].first { !$0.isWhitespace }
            guard rest != "%", let units = Int64(whole), units < 1_000_000_000_000 else { continue }
            found.insert(units * 100 + (Int64(part) ?? 0) * (part.count == 1 ? 10 : 1))
        }
        return found
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
