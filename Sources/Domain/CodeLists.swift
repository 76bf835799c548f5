/// A person's sex as recorded; the codes are those of the design's code list.
public enum Sex: String, CaseIterable, Sendable {
    case female, male, other, unknown
}

/// A kind of identity or civil document.
public enum DocumentKind: String, CaseIterable, Sendable {
    case passport
    case internalPassport = "internal_passport"
    case identityCard = "identity_card"
    case birthCertificate = "birth_certificate"
    case returnCertificate = "return_certificate"
    case residencePermit = "residence_permit"
    case migrationCard = "migration_card"
    case driverLicence = "driver_licence"
    case other
}

/// Where a document is: with the person, lost, taken away, or no longer valid.
public enum DocumentState: String, CaseIterable, Sendable {
    case held, lost, withheld, expired
}

/// A language of the program, as a BCP 47 tag, in the order in which the languages are offered.
public enum InterfaceLanguage: String, CaseIterable, Sendable, Hashable {
    case kyrgyz = "ky"
    case russian = "ru"
    case tajik = "tg"
    case uzbek = "uz"
    case romanian = "ro"
    case kazakh = "kk"
    case english = "en"
}

/// An ISO 3166-1 alpha-2 country code, checked for its form only; names come from `Localization`.
public struct CountryCode: Hashable, Sendable {
    public let code: String

    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 2, text.utf8.allSatisfy({ (65...90).contains($0) }) else { return nil }
        code = String(text)
    }

    /// The countries offered first in lists: the corridor that the network works in.
    public static let corridor = ["KG", "RU", "KZ", "TJ", "UZ", "MD", "TR"].compactMap { CountryCode($0) }
}
