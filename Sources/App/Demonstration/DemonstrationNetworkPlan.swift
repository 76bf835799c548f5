import Access
import Directory
import Domain

/// The organisations and members of the demonstration; all fictional, of the kinds that such networks have.
struct DemonstrationNetworkPlan: Sendable {
    /// One organisation with those who work there and what it offers.
    struct Organization: Sendable {
        let code: String
        let kind: OrganizationKind
        let zone: String
        let language: InterfaceLanguage
        let names: [Name]
        var members: [Member]
        var site = SitePlan()
        var offers: [Offer] = []
        var isPractice = false
        /// How many of a hundred contacts and of a hundred people are its own.
        var share = 0
        /// Whether it accompanies people, so that it opens cases and answers referrals.
        var hasCases = true

        /// Where its people are told to turn to, in English; for the accounts' lines.
        var name: String { names.first?.text ?? code }
    }

    /// A name in one language (BCP 47).
    struct Name: Sendable {
        let language: String
        let text: String

        init(_ language: String, _ text: String) {
            self.language = language
            self.text = text
        }
    }

    /// Somebody who works there.
    struct Member: Sendable {
        let email: String
        let name: String
        /// What clients and colleagues see.
        let dutyName: String
        let role: Role
        /// `nil` for the browser's.
        let language: InterfaceLanguage?

        init(_ email: String, _ name: String, _ role: Role, _ language: InterfaceLanguage? = nil, duty: String? = nil) {
            self.email = email + "@demo.tirek.example"
            self.name = name
            self.role = role
            self.language = language
            dutyName = duty ?? name
        }
    }

    /// Where it can be found, and when.
    struct SitePlan: Sendable {
        var country = "KG"
        var region: String?
        var city = "Бишкек"
        var address = ""
        var phone = ""
        var isRoundTheClock = false
        /// Minutes since midnight; Monday to Friday.
        var opens = 9 * 60
        var closes = 18 * 60
        /// The address of a shelter is nobody's business.
        var addressVisibility = FieldVisibility.member
    }

    /// A service it offers.
    struct Offer: Sendable {
        let service: String
        let languages: [String]
        let coverage: [String]
        var fee = Fee.free
        var hasWomanLawyer = false
        var places: Int?

        init(
            _ service: String,
            _ languages: [String],
            _ coverage: [String] = [],
            fee: Fee = .free,
            hasWomanLawyer: Bool = false,
            places: Int? = nil
        ) {
            self.service = service
            self.languages = languages
            self.coverage = coverage
            self.fee = fee
            self.hasWomanLawyer = hasWomanLawyer
            self.places = places
        }
    }

    var organizations: [Organization]
    /// Who runs the installation itself.
    let administrator = Member("administrator", "Мирлан Токтомушев", .installationAdministrator)
    /// The addresses of those whom the short demonstrations of the documentation name come first in each list.
    static let demonstration = DemonstrationNetworkPlan(organizations: hotlines + helpers + authorities + [practice])
}
