/// A code by which facts are told apart, filtered and counted. The raw value is its column and its name in the API.
public enum FactDimension: String, CaseIterable, Sendable, Hashable {
    case hostCountry = "host_country"
    case hostRegion = "host_region"
    /// `urban` or `rural`.
    case settlement
    case homeRegion = "home_region"
    case citizenship
    case sex
    /// `0-13`, `14-17`, `18-24`, `25-34`, `35-44`, `45-54`, `55+`; see ``FactRules/ageGroup(_:)``.
    case ageGroup = "age_group"
    case child
    case pregnant
    case sector
    case contractKind = "contract_kind"
    case channel
    case language
    case callerRelation = "caller_relation"
    case heardFrom = "heard_from"
    case problem
    /// `primary` or `secondary`.
    case problemRank = "problem_rank"
    case organizationKind = "organization_kind"
    case status
    case risk
    case outcome
    case urgency
    case direction
    case purpose
    case referralState = "referral_state"
}

/// What a fact counts.
public enum FactKind: String, CaseIterable, Sendable, Hashable {
    case contact
    case caseFile = "case"
    case problem
    case referral
    case outcome
}

/// What an amount is.
public enum AmountKind: String, CaseIterable, Sendable, Hashable {
    case owed, demanded, recovered
}
