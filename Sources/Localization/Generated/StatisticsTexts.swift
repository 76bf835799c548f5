// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `statistics`.
public struct StatisticsTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 995 + offset) }

    /// Figures
    public var title: String { texts.text(Self.key(0)) }

    /// Our organisation
    public var own: String { texts.text(Self.key(1)) }

    /// Whole network
    public var network: String { texts.text(Self.key(2)) }

    /// What is counted
    public var measure: String { texts.text(Self.key(3)) }

    /// Contacts
    public var measureContacts: String { texts.text(Self.key(4)) }

    /// Problems named in contacts
    public var measureMentions: String { texts.text(Self.key(5)) }

    /// Cases
    public var measureCases: String { texts.text(Self.key(6)) }

    /// Referrals
    public var measureReferrals: String { texts.text(Self.key(7)) }

    /// People
    public var measurePersons: String { texts.text(Self.key(8)) }

    /// Money
    public var measureAmounts: String { texts.text(Self.key(9)) }

    /// Rows
    public var rows: String { texts.text(Self.key(10)) }

    /// Columns
    public var columns: String { texts.text(Self.key(11)) }

    /// None
    public var noColumns: String { texts.text(Self.key(12)) }

    /// From month
    public var from: String { texts.text(Self.key(13)) }

    /// To month
    public var to: String { texts.text(Self.key(14)) }

    /// As in 2026-03
    public var monthHint: String { texts.text(Self.key(15)) }

    /// Show
    public var show: String { texts.text(Self.key(16)) }

    /// Download CSV
    public var download: String { texts.text(Self.key(17)) }

    /// Total
    public var total: String { texts.text(Self.key(18)) }

    /// Not said
    public var notSaid: String { texts.text(Self.key(19)) }

    /// [c]: fewer than {threshold}, or it would give such a small number away.
    public func hiddenLegend(threshold: String) -> String {
        texts.text(Self.key(20), ["threshold": threshold])
    }

    /// Each problem that was named counts once, so one contact may count several times.
    public var countsMentions: String { texts.text(Self.key(21)) }

    /// Each contact counts once, under its main problem.
    public var countsPrimary: String { texts.text(Self.key(22)) }

    /// Each person counts once in each cell, so totals may be smaller than sums.
    public var countsPersons: String { texts.text(Self.key(23)) }

    /// Money that workers confirmed as recovered, in whole units; other kinds only side by side.
    public var countsAmounts: String { texts.text(Self.key(24)) }

    /// Source: facts of {organization}, as of {date}
    public func source(organization: String, date: String) -> String {
        texts.text(Self.key(25), ["organization": organization, "date": date])
    }

    /// Nothing is counted yet
    public var emptyTitle: String { texts.text(Self.key(26)) }

    /// Figures appear with the first contact that is saved. Choose a longer period or another measure.
    public var emptyBody: String { texts.text(Self.key(27)) }

    /// Choose from the list.
    public var unknownChoice: String { texts.text(Self.key(28)) }

    /// Rows and columns must differ.
    public var sameTwice: String { texts.text(Self.key(29)) }

    /// Write the month as 2026-03.
    public var monthWrong: String { texts.text(Self.key(30)) }

    /// The last month is before the first.
    public var monthsReversed: String { texts.text(Self.key(31)) }

    /// This filter can't be read.
    public var filterWrong: String { texts.text(Self.key(32)) }

    /// The network's figures take no filter.
    public var filterNetwork: String { texts.text(Self.key(33)) }

    /// Choose the currency: amounts of several can't be added.
    public var currencyMissing: String { texts.text(Self.key(34)) }

    /// Month
    public var byMonth: String { texts.text(Self.key(35)) }

    /// Currency
    public var byCurrency: String { texts.text(Self.key(36)) }

    /// Kind of amount
    public var byAmountKind: String { texts.text(Self.key(37)) }

    /// Country of stay
    public var byHostCountry: String { texts.text(Self.key(38)) }

    /// Region of stay
    public var byHostRegion: String { texts.text(Self.key(39)) }

    /// Town or village
    public var bySettlement: String { texts.text(Self.key(40)) }

    /// Home region
    public var byHomeRegion: String { texts.text(Self.key(41)) }

    /// Citizenship
    public var byCitizenship: String { texts.text(Self.key(42)) }

    /// Sex
    public var bySex: String { texts.text(Self.key(43)) }

    /// Age
    public var byAgeGroup: String { texts.text(Self.key(44)) }

    /// Child
    public var byChild: String { texts.text(Self.key(45)) }

    /// Pregnant
    public var byPregnant: String { texts.text(Self.key(46)) }

    /// Sector of work
    public var bySector: String { texts.text(Self.key(47)) }

    /// Kind of contract
    public var byContractKind: String { texts.text(Self.key(48)) }

    /// Channel
    public var byChannel: String { texts.text(Self.key(49)) }

    /// Language
    public var byLanguage: String { texts.text(Self.key(50)) }

    /// Who called
    public var byCallerRelation: String { texts.text(Self.key(51)) }

    /// Heard of us from
    public var byHeardFrom: String { texts.text(Self.key(52)) }

    /// Problem
    public var byProblem: String { texts.text(Self.key(53)) }

    /// Main or further problem
    public var byProblemRank: String { texts.text(Self.key(54)) }

    /// Kind of organisation
    public var byOrganizationKind: String { texts.text(Self.key(55)) }

    /// Status
    public var byStatus: String { texts.text(Self.key(56)) }

    /// Risk
    public var byRisk: String { texts.text(Self.key(57)) }

    /// Outcome
    public var byOutcome: String { texts.text(Self.key(58)) }

    /// Urgency
    public var byUrgency: String { texts.text(Self.key(59)) }

    /// Direction
    public var byDirection: String { texts.text(Self.key(60)) }

    /// Purpose
    public var byPurpose: String { texts.text(Self.key(61)) }

    /// State of the referral
    public var byReferralState: String { texts.text(Self.key(62)) }

    /// Owed
    public var owed: String { texts.text(Self.key(63)) }

    /// Demanded
    public var demanded: String { texts.text(Self.key(64)) }

    /// Recovered
    public var recovered: String { texts.text(Self.key(65)) }

    /// Main
    public var primary: String { texts.text(Self.key(66)) }

    /// Further
    public var secondary: String { texts.text(Self.key(67)) }

    /// Town
    public var urban: String { texts.text(Self.key(68)) }

    /// Village
    public var rural: String { texts.text(Self.key(69)) }

    /// Yes
    public var yes: String { texts.text(Self.key(70)) }

    /// No
    public var no: String { texts.text(Self.key(71)) }

    /// Women
    public var female: String { texts.text(Self.key(72)) }

    /// Men
    public var male: String { texts.text(Self.key(73)) }

    /// Other
    public var sexOther: String { texts.text(Self.key(74)) }

    /// Unknown
    public var sexUnknown: String { texts.text(Self.key(75)) }

    /// Problem, in detail
    public var byProblemDetail: String { texts.text(Self.key(76)) }
}
