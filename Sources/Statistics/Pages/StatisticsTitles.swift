import Domain
import Facts
import Guides
import Localization
import Web

extension Measure {
    func title(_ texts: Texts) -> String {
        switch self {
        case .contacts: texts.statistics.measureContacts
        case .mentions: texts.statistics.measureMentions
        case .cases: texts.statistics.measureCases
        case .referrals: texts.statistics.measureReferrals
        case .persons: texts.statistics.measurePersons
        case .amounts: texts.statistics.measureAmounts
        }
    }

    /// What a reader must know of how it counts.
    func explanation(_ texts: Texts) -> String? {
        switch self {
        case .contacts: texts.statistics.countsPrimary
        case .mentions: texts.statistics.countsMentions
        case .persons: texts.statistics.countsPersons
        case .amounts: texts.statistics.countsAmounts
        case .cases, .referrals: nil
        }
    }
}

extension Breakdown {
    func title(_ texts: Texts) -> String {
        switch self {
        case .month: texts.statistics.byMonth
        case .currency: texts.statistics.byCurrency
        case .amountKind: texts.statistics.byAmountKind
        case .problemDetail: texts.statistics.byProblemDetail
        case .dimension(.hostCountry): texts.statistics.byHostCountry
        case .dimension(.hostRegion): texts.statistics.byHostRegion
        case .dimension(.settlement): texts.statistics.bySettlement
        case .dimension(.homeRegion): texts.statistics.byHomeRegion
        case .dimension(.citizenship): texts.statistics.byCitizenship
        case .dimension(.sex): texts.statistics.bySex
        case .dimension(.ageGroup): texts.statistics.byAgeGroup
        case .dimension(.child): texts.statistics.byChild
        case .dimension(.pregnant): texts.statistics.byPregnant
        case .dimension(.sector): texts.statistics.bySector
        case .dimension(.contractKind): texts.statistics.byContractKind
        case .dimension(.channel): texts.statistics.byChannel
        case .dimension(.language): texts.statistics.byLanguage
        case .dimension(.callerRelation): texts.statistics.byCallerRelation
        case .dimension(.heardFrom): texts.statistics.byHeardFrom
        case .dimension(.problem): texts.statistics.byProblem
        case .dimension(.problemRank): texts.statistics.byProblemRank
        case .dimension(.organizationKind): texts.statistics.byOrganizationKind
        case .dimension(.status): texts.statistics.byStatus
        case .dimension(.risk): texts.statistics.byRisk
        case .dimension(.outcome): texts.statistics.byOutcome
        case .dimension(.urgency): texts.statistics.byUrgency
        case .dimension(.direction): texts.statistics.byDirection
        case .dimension(.purpose): texts.statistics.byPurpose
        case .dimension(.referralState): texts.statistics.byReferralState
        }
    }
}

/// Codes in the reader's language.
struct CodeTitles {
    let content: ContentLibrary
    let texts: Texts

    /// The title of a code of a breakdown; the code itself when nothing names it.
    func title(_ code: String, _ breakdown: Breakdown) -> String {
        guard !code.isEmpty else { return texts.statistics.notSaid }
        return switch breakdown {
        case .month: month(code)
        case .currency: code
        case .amountKind: amountKind(code)
        case .problemDetail: title(code, FactDimension.problem)
        case .dimension(let dimension): title(code, dimension)
        }
    }

    /// `2026-03` as people write a month.
    private func month(_ code: String) -> String {
        guard let date = PartialDate(iso: code) else { return code }
        return texts.formats.date(year: date.year, month: date.month, relativeToYear: nil)
    }

    private func title(_ code: String, _ dimension: FactDimension) -> String {
        switch dimension {
        case .hostCountry, .citizenship: texts.formats.country(code)
        case .hostRegion, .homeRegion: content.places.name(region: code, texts.language)
        case .problem: ProblemCode(rawValue: code).map { content.problems.name($0, texts.language) } ?? code
        case .language: texts.formats.languageName(code)
        case .channel: Channel(rawValue: code)?.title(texts) ?? code
        case .callerRelation: Counterpart(rawValue: code)?.title(texts) ?? code
        case .status: CaseStatus(rawValue: code)?.title(texts) ?? code
        case .risk: RiskLevel(rawValue: code)?.title(texts) ?? code
        case .urgency: Urgency(rawValue: code)?.title(texts) ?? code
        case .direction: ContactDirection(rawValue: code)?.title(texts) ?? code
        case .purpose: SharePurpose(rawValue: code)?.title(texts) ?? code
        case .referralState: ReferralState(rawValue: code)?.title(texts) ?? code
        case .outcome: CaseOutcome(rawValue: code)?.title(texts) ?? ContactOutcome(rawValue: code)?.title(texts) ?? code
        case .sex: sex(code)
        case .problemRank: code == "primary" ? texts.statistics.primary : texts.statistics.secondary
        case .settlement: code == "urban" ? texts.statistics.urban : texts.statistics.rural
        case .child, .pregnant: code == "yes" ? texts.statistics.yes : texts.statistics.no
        case .ageGroup, .sector, .contractKind, .heardFrom, .organizationKind: code
        }
    }

    private func sex(_ code: String) -> String {
        switch Sex(rawValue: code) {
        case .female: texts.statistics.female
        case .male: texts.statistics.male
        case .other: texts.statistics.sexOther
        case .unknown, nil: texts.statistics.sexUnknown
        }
    }

    private func amountKind(_ code: String) -> String {
        switch AmountKind(rawValue: code) {
        case .owed: texts.statistics.owed
        case .demanded: texts.statistics.demanded
        case .recovered: texts.statistics.recovered
        case nil: code
        }
    }
}

extension StatisticsProblem {
    func message(_ texts: Texts) -> String {
        switch self {
        case .unknownMeasure, .unknownBreakdown: texts.statistics.unknownChoice
        case .sameBreakdownTwice: texts.statistics.sameTwice
        case .unreadableMonth: texts.statistics.monthWrong
        case .monthsReversed: texts.statistics.monthsReversed
        case .unreadableFilter: texts.statistics.filterWrong
        case .filterOfNetwork: texts.statistics.filterNetwork
        case .currencyMissing: texts.statistics.currencyMissing
        }
    }

    /// A stable code for programs.
    var code: String {
        switch self {
        case .unknownMeasure, .unknownBreakdown: "unknown_code"
        case .sameBreakdownTwice: "same_twice"
        case .unreadableMonth: "unreadable_month"
        case .monthsReversed: "reversed"
        case .unreadableFilter: "unreadable_filter"
        case .filterOfNetwork: "not_in_network"
        case .currencyMissing: "currency_missing"
        }
    }
}
