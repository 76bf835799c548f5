import Foundation

/// An e-mail address: checked for what every address has, compared without regard to case.
public struct EmailAddress: Sendable, Hashable {
    /// As typed, without blanks around it.
    public let text: String
    /// In lower case and canonical composition; what look-ups compare.
    public let normalized: String

    /// `nil` for what can't be an address: no or several `@`, blanks or control characters inside, more than 254
    /// bytes, a domain without a dot or with an empty part.
    public init?(_ typed: some StringProtocol) {
        let text = typed.trimmingCharacters(in: .whitespacesAndNewlines)
        let normalized = text.precomposedStringWithCanonicalMapping.lowercased()
        guard (3...254).contains(normalized.utf8.count),
            normalized.unicodeScalars.allSatisfy({ Self.mayStand($0) })
        else { return nil }
        let parts = normalized.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].utf8.count) else { return nil }
        let domain = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard domain.count >= 2, domain.allSatisfy({ (1...63).contains($0.utf8.count) }) else { return nil }
        self.text = text
        self.normalized = normalized
    }

    private static func mayStand(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
            .paragraphSeparator:
            false
        default:
            !"<>()[]\\,;:\"".unicodeScalars.contains(scalar)
        }
    }
}
