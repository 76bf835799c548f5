public import Domain

/// The words and numbers of an entry; sealed as one value. A part is there only for the kinds that have it.
public struct EntryBody: Codable, Sendable, Hashable {
    /// In a few words; of plan steps the template's title in the language of whoever opened the case.
    public var title: String
    public var text: String
    public var claim: ClaimPart?
    public var payment: PaymentPart?
    public var aid: AidPart?
    public var episode: EpisodePart?
    public var mandate: MandatePart?
    public var instruction: InstructionPart?
    public var statusCheck: StatusCheckPart?
    public var screening: ScreeningPart?
    public var rule: RulePart?
    public var child: ChildNote?
    /// How it was done, why refused or cancelled.
    public var result: String?

    public init(title: String = "", text: String = "") {
        self.title = title
        self.text = text
    }

    /// What a claim is against whom, and since when.
    public struct ClaimPart: Codable, Sendable, Hashable {
        public var owed: AmountPart?
        public var demanded: AmountPart?
        /// The day from which the time limit runs, ISO 8601.
        public var triggerDate: String?
        /// From which limit rule, and the latest safe day by it.
        public var limitRule: String?
        public var latestSafeDay: String?
        /// What stopped the time limit, in words.
        public var interruptions: String
        public var respondents: [Respondent]
        public var evidence: [Evidence]

        public init(
            owed: Money? = nil,
            demanded: Money? = nil,
            triggerDate: CivilDate? = nil,
            respondents: [Respondent] = []
        ) {
            self.owed = owed.map { AmountPart($0) }
            self.demanded = demanded.map { AmountPart($0) }
            self.triggerDate = triggerDate?.iso
            self.respondents = respondents
            interruptions = ""
            evidence = []
        }
    }

    public struct AmountPart: Codable, Sendable, Hashable {
        public var hundredths: Int64
        public var currency: String

        public init(_ money: Money) {
            hundredths = money.hundredths
            currency = money.currency.code
        }

        public var money: Money? { CurrencyCode(currency).map { Money(hundredths: hundredths, currency: $0) } }
    }

    /// One link of the chain of those who may have to pay.
    public struct Respondent: Codable, Sendable, Hashable {
        /// hirer, brigadier, formal_employer, nominal_holder, subcontractor, customer, intermediary.
        public var role: String
        public var name: String

        public init(role: String, name: String) {
            self.role = role
            self.name = name
        }
    }

    public struct Evidence: Codable, Sendable, Hashable {
        public var kind: String
        public var proves: String
        /// Where the original is.
        public var original: String

        public init(kind: String, proves: String, original: String) {
            self.kind = kind
            self.proves = proves
            self.original = original
        }
    }

    public struct PaymentPart: Codable, Sendable, Hashable {
        public var amount: AmountPart
        public var paidOn: String?
        public var payer: String
        /// cash, card, transfer, through_staff.
        public var route: String
        public var receivedBy: String
        /// The second person when money went through staff hands (safety rule 11).
        public var witness: String?
        /// What the helpers keep of it, which ``FeeRule`` refuses unless the story says it (safety rule 11).
        public var fee: AmountPart?

        public init(
            amount: Money,
            paidOn: CivilDate? = nil,
            payer: String = "",
            route: String = "",
            receivedBy: String = ""
        ) {
            self.amount = AmountPart(amount)
            self.paidOn = paidOn?.iso
            self.payer = payer
            self.route = route
            self.receivedBy = receivedBy
        }
    }

    public struct AidPart: Codable, Sendable, Hashable {
        /// ticket, food, bed, medicine, cash, other.
        public var sort: String
        public var amount: AmountPart?
        public var receipt: String

        public init(sort: String, amount: Money? = nil, receipt: String = "") {
            self.sort = sort
            self.amount = amount.map { AmountPart($0) }
            self.receipt = receipt
        }
    }

    public struct EpisodePart: Codable, Sendable, Hashable {
        public var site: String
        public var from: String
        public var until: String
        public var task: String
        public var ratePromised: String
        public var ratePaid: String
        /// written, verbal, civil, none.
        public var contract: String
        /// cash, card.
        public var pay: String

        public init(site: String = "", from: String = "", until: String = "", task: String = "") {
            self.site = site
            self.from = from
            self.until = until
            self.task = task
            ratePromised = ""
            ratePaid = ""
            contract = ""
            pay = ""
        }
    }

    public struct MandatePart: Codable, Sendable, Hashable {
        public var powers: String
        public var validUntil: String?
        /// Where the paper is.
        public var custody: String

        public init(powers: String, validUntil: CivilDate? = nil, custody: String = "") {
            self.powers = powers
            self.validUntil = validUntil?.iso
            self.custody = custody
        }
    }

    public struct RulePart: Codable, Sendable, Hashable {
        public var text: String
        public var source: String
        /// When somebody last looked whether it still holds, ISO 8601.
        public var checked: String

        public init(text: String, source: String, checked: String) {
            self.text = text
            self.source = source
            self.checked = checked
        }
    }

    public struct ScreeningPart: Codable, Sendable, Hashable {
        /// Answers by question: a ``Domain/StandingAnswer`` code.
        public var answers: [String: String]
        public var risk: String

        public init(answers: [String: String], risk: RiskLevel) {
            self.answers = answers
            self.risk = risk.rawValue
        }
    }
}
