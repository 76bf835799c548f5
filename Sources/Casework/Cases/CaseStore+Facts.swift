import Access
import Database
import Domain
import Facts
import People
import Web

extension CaseStore {
    /// Writes what figures count of a case: the case, each problem, its outcome, its amounts.
    ///
    /// - Parameters:
    ///   - head: the case as it stands.
    ///   - problems: all of them, the primary one first.
    ///   - narrative: holds codes that came with the case.
    ///   - amounts: owed, demanded, and what the worker confirmed as recovered.
    ///   - principal: who changes.
    ///   - isNew: whether the case was just made.
    ///   - connection: the write's.
    /// - Throws: what the vault and the database throw.
    func writeFacts(
        _ head: CaseHead,
        _ problems: [CaseProblem],
        _ narrative: CaseNarrative,
        amounts: [CaseAmount],
        by principal: Principal,
        isNew: Bool = false,
        on connection: any Connection
    ) throws {
        let day = CivilDate(at: head.openedAt, zone: zone(head.owner))
        var codes = try clientCodes(head, narrative, on: day, by: principal, on: connection)
        codes[.hostCountry] = head.countries.stay?.code ?? codes[.hostCountry]
        codes[.organizationKind] = organizations[head.owner]?.kind
        codes[.status] = head.status.rawValue
        codes[.risk] = head.risk.rawValue
        codes[.outcome] = head.outcome?.rawValue
        codes[.problem] = head.primaryProblem?.rawValue
        codes[.problemRank] = "primary"
        func fact(_ kind: FactKind, _ day: CivilDate, _ codes: [FactDimension: String]) -> Fact {
            Fact(
                kind,
                on: day,
                codes: codes,
                person: head.client,
                // Only where a referral brought the person: the sender counts them, the recipient not again.
                networkToken: head.referral == nil ? nil : head.networkToken,
                groupSize: head.personCount > 1 ? head.personCount : nil
            )
        }
        var all = [fact(.caseFile, day, codes)]
        for (index, problem) in problems.enumerated() {
            var own = codes
            own[.problem] = problem.code.rawValue
            own[.problemRank] = index == 0 ? "primary" : "secondary"
            own[.outcome] = problem.outcome?.rawValue
            all.append(fact(.problem, day, own))
        }
        if let outcome = head.outcome {
            let closedOn = CivilDate(at: head.closedAt ?? head.openedAt, zone: zone(head.owner))
            var own = codes
            own[.outcome] = outcome.rawValue
            all.append(fact(.outcome, closedOn, own))
        }
        for amount in amounts {
            var own = fact(.outcome, amount.day, codes)
            own.amount = amount.money
            own.amountKind = amount.kind
            all.append(own)
        }
        try facts.replace(subject: head.id.retagged(), with: all, of: head.owner, isNew: isNew, on: connection)
    }

    /// What is known of the client, as codes.
    private func clientCodes(
        _ head: CaseHead,
        _ narrative: CaseNarrative,
        on day: CivilDate,
        by principal: Principal,
        on connection: any Connection
    ) throws -> [FactDimension: String] {
        var codes: [FactDimension: String] = [:]
        for (name, code) in narrative.factCodes {
            if let dimension = FactDimension(rawValue: name) { codes[dimension] = code }
        }
        guard codes[.sex] == nil, let client = head.client else { return codes }
        let details: PersonDetails
        do {
            details = try people.open(client, for: principal, on: connection).details
        } catch PeopleError.notFound {
            return codes
        }
        let identity = details.identity
        codes[.sex] = identity.sex
        codes[.citizenship] = identity.citizenship ?? codes[.citizenship]
        codes[.homeRegion] = identity.homeRegion ?? codes[.homeRegion]
        if details.vulnerability?.codes.contains(.pregnant) == true { codes[.pregnant] = "yes" }
        if let group = FactRules.ageGroup(identity.birth, on: day) {
            codes[.ageGroup] = group
            codes[.child] = FactRules.isChild(group) ? "yes" : "no"
        }
        return codes
    }

    /// Writes a case's facts again after something that they count has changed.
    func refreshFacts(_ row: CaseRow, by principal: Principal, on connection: any Connection) throws {
        let key = try key(of: row.head.id, for: principal, on: connection)
        try writeFacts(
            row.head,
            try problems(of: row.head.id, on: connection),
            try row.sealed.openedNarrative(with: key),
            amounts: try amounts(of: row.head, key, on: connection),
            by: principal,
            on: connection
        )
    }
}

/// Money that a case is about.
struct CaseAmount: Hashable {
    let kind: AmountKind
    let money: Money
    let day: CivilDate
}
