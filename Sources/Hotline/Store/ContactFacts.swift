import Domain
import Facts
import People

/// The facts of a contact: one for itself and one for each problem.
struct ContactFacts {
    let draft: ContactDraft
    let row: ContactRow
    let persons: [PersonID: Person]
    let zone: String

    var all: [Fact] {
        let day = CivilDate(at: row.occurredAt, zone: zone)
        let codes = shared(day)
        let problems = ContactRules.ranked(draft.problems)
        var contact = Fact(.contact, on: day, codes: codes, person: subject, groupSize: draft.groupSize)
        contact.codes[.problem] = problems.first?.rawValue
        contact.codes[.problemRank] = problems.isEmpty ? nil : "primary"
        return [contact]
            + problems.enumerated().map { position, problem in
                var fact = Fact(.problem, on: day, codes: codes, person: subject, groupSize: draft.groupSize)
                fact.codes[.problem] = problem.rawValue
                fact.codes[.problemRank] = position == 0 ? "primary" : "secondary"
                return fact
            }
    }

    /// Whom the contact is about: the person concerned, else the caller.
    private var subject: PersonID? {
        let named = draft.members.filter { $0.person != nil }
        return (named.first { $0.role == .concerned } ?? named.first { $0.role == .caller })?.person
    }

    private func shared(_ day: CivilDate) -> [FactDimension: String] {
        var codes: [FactDimension: String] = [
            .channel: row.channel, .direction: row.direction, .language: row.language, .urgency: row.urgency,
        ]
        codes[.hostCountry] = row.hostCountry
        codes[.hostRegion] = row.hostRegion
        codes[.settlement] = row.settlement
        codes[.outcome] = row.outcome
        codes[.callerRelation] = row.relation
        codes[.heardFrom] = row.heardFrom
        if let subject, let details = persons[subject]?.details {
            codes.merge(Self.codes(of: details, on: day)) { _, own in own }
        }
        // What a list says of its own rows is added, and wins over what is kept of the person.
        codes.merge(draft.codes) { _, stated in stated }
        return codes
    }

    /// What figures tell of a person, as of a day.
    static func codes(of details: PersonDetails, on day: CivilDate) -> [FactDimension: String] {
        let identity = details.identity
        let age = FactRules.ageGroup(identity.birth, on: day)
        var codes: [FactDimension: String] = [.sex: identity.sex]
        codes[.citizenship] = identity.citizenship
        codes[.homeRegion] = identity.homeRegion
        codes[.ageGroup] = age
        if age != nil { codes[.child] = FactRules.isChild(age) ? "yes" : "no" }
        if let vulnerability = details.vulnerability, vulnerability.codes.contains(.pregnant) {
            codes[.pregnant] = "yes"
        }
        return codes
    }
}
