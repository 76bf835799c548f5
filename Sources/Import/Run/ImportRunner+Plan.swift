public import Access
import Database
import Domain
import People
import Vault

/// A plan with what the database knows of its rows.
struct PreparedPlan: Sendable {
    let plan: ImportPlan
    /// By contact, the newest key's first.
    let tags: [[[UInt8]]]
    /// What earlier imports have written, by tag.
    let known: [[UInt8]: WrittenRow]

    /// By what a form and the database name a suspicion.
    func key(_ suspicion: Suspicion) -> SuspicionKey {
        let row = tags[suspicion.row].first ?? []
        return switch suspicion.other {
        case .row(let other): SuspicionKey(row: row, other: tags[other].first ?? [])
        case .record(let id): SuspicionKey(row: row, person: id)
        }
    }

    /// Whose a row became.
    func person(of row: Int) -> PersonID? {
        tags[row].lazy.compactMap { known[$0]?.person }.first
    }
}

extension ImportRunner {
    /// Who of the register is named for one planned person at most.
    private static let mostRecords = 3

    /// What would be written, with everybody who may be somebody else and what was chosen about them.
    ///
    /// - Parameters:
    ///   - reading: the file as judged.
    ///   - principal: who asks.
    /// - Returns: the plan.
    /// - Throws: what the database throws.
    public func plan(_ reading: ImportReading, for principal: Principal) async throws -> ImportPlan {
        try await prepared(reading, for: principal).plan
    }

    /// The plan with what the database knows of its rows. Those of the register whom somebody may be are sought only
    /// where `asksRegister` says so, since only who shows them needs them.
    func prepared(
        _ reading: ImportReading,
        for principal: Principal,
        asksRegister: Bool = true
    ) async throws -> PreparedPlan {
        let contacts = reading.contacts
        let (tags, known, kept) = try await services.database.read(scope) { connection in
            (
                try self.tags(contacts, principal, on: connection), try self.written(of: principal, on: connection),
                try store.choices(of: principal, on: connection)
            )
        }
        var places: [[UInt8]: Int] = [:]
        for (position, all) in tags.enumerated() {
            for tag in all where places[tag] == nil { places[tag] = position }
        }
        let choices = kept.compactMap { choice -> PlannedChoice? in
            guard let row = places[choice.row] else { return nil }
            if let person = choice.person {
                return PlannedChoice(row: row, other: .record(person), choice: choice.choice)
            }
            return places[choice.other].map { PlannedChoice(row: row, other: .row($0), choice: choice.choice) }
        }
        let written = Set(tags.indices.filter { index in tags[index].contains { known[$0] != nil } })
        let byPlace = Dictionary(contacts.enumerated().map { ($1.place, $0) }, uniquingKeysWith: { first, _ in first })
        let plan = try await AsideWork.run {
            ImportPlan(
                reading,
                records: { person in
                    guard asksRegister else { return [] }
                    // Who is written already is of the register.
                    let rows = person.contacts.compactMap { byPlace[$0.place] }
                    guard rows.allSatisfy({ !written.contains($0) }) else { return [] }
                    return self.records(person, principal.organization)
                },
                choices: choices
            )
        }
        return PreparedPlan(plan: plan, tags: tags, known: known)
    }

    private func records(_ person: PlannedPerson, _ organization: OrganizationID) -> [SuspectedRecord] {
        let details = person.details
        guard !details.identity.names.isEmpty || !(details.phones ?? []).isEmpty else { return [] }
        return services.matches(details, organization)
            .filter { $0.probability >= PersonLinking.suspected }
            .prefix(Self.mostRecords)
            .map { $0 }
    }
}
