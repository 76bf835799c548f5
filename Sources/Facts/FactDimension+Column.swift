public import Database

extension FactDimension {
    /// The dimension's column.
    public var column: SQL {
        switch self {
        case .hostCountry: "host_country"
        case .hostRegion: "host_region"
        case .settlement: "settlement"
        case .homeRegion: "home_region"
        case .citizenship: "citizenship"
        case .sex: "sex"
        case .ageGroup: "age_group"
        case .child: "child"
        case .pregnant: "pregnant"
        case .sector: "sector"
        case .contractKind: "contract_kind"
        case .channel: "channel"
        case .language: "language"
        case .callerRelation: "caller_relation"
        case .heardFrom: "heard_from"
        case .problem: "problem"
        case .problemRank: "problem_rank"
        case .organizationKind: "organization_kind"
        case .status: "status"
        case .risk: "risk"
        case .outcome: "outcome"
        case .urgency: "urgency"
        case .direction: "direction"
        case .purpose: "purpose"
        case .referralState: "referral_state"
        }
    }

    /// All columns in the order of ``allCases``.
    public static let columns: SQL = SQL.joined(allCases.map(\.column), separator: ", ")
}
