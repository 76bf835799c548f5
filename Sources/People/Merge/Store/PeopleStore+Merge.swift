public import Access
public import Database
public import Domain
import Journal
import Vault

extension PeopleStore {
    /// Makes two records of one's own organisation one: the kept record gets the chosen values, everything that names the
    /// other one names it from now on, and the other one is hidden. Everything is remembered, so that it can be undone.
    ///
    /// - Parameters:
    ///   - plan: which records, from which versions, with which values.
    ///   - principal: who unites; both records must be their own organisation's.
    ///   - references: what other rooms move.
    ///   - connection: a write transaction of that organisation.
    /// - Returns: the uniting's id.
    /// - Throws: `PeopleError.notFound`; `.stale` when one of the records was changed since; ``MergeError/refused(_:)``.
    @discardableResult
    public func merge(
        _ plan: MergePlan,
        by principal: Principal,
        _ references: PersonReferences,
        on connection: any Connection
    ) throws -> MergeID {
        let kept = try ownLine(plan.kept, by: principal, on: connection)
        let hidden = try ownLine(plan.hidden, by: principal, on: connection)
        if let refusal = try refusal(plan, by: principal, references, on: connection) {
            throw MergeError.refused(refusal)
        }
        guard kept.version == plan.keptVersion else { throw PeopleError.stale(current: kept.version) }
        guard hidden.version == plan.hiddenVersion else { throw PeopleError.stale(current: hidden.version) }
        let first = try open(plan.kept, for: principal, on: connection)
        let second = try open(plan.hidden, for: principal, on: connection)
        if Self.areRelatives(first, second) { throw MergeError.refused(.relatives) }
        let united = PersonMerge(first, second, plan.choices, today: today).united
        guard united.isRecordable else { throw MergeError.refused(.tooMuch) }
        let keyring = try vault.keyring(for: principal.organization, on: connection)
        let hiddenKey = try keyring.key(of: plan.hidden.retagged(), on: connection)
        let blind = try keyring.blindIndex(on: connection)
        let keptState = try rewrite(
            plan.kept,
            united,
            from: kept.version,
            isImported: first.isImported || second.isImported,
            with: try keyring.key(of: plan.kept.retagged(), on: connection),
            by: principal,
            on: connection
        )
        let hiddenState = try setMerged(plan.hidden, into: plan.kept, by: principal, on: connection)
        try index(united, plan.kept, blind, on: connection)
        try blind.remove(plan.hidden.retagged(), on: connection)
        try recorder.record(
            leaf(.personMerged, plan.kept, by: principal, state: keptState),
            and: [leaf(.personMerged, plan.hidden, by: principal, state: hiddenState)],
            on: connection
        )
        // After the leaves: other rooms open the kept record, which must be what the journal says.
        let moved = try references.move(plan.hidden, plan.kept, principal, connection)
        let body = MergeBody(before: first.details, after: united, wasImported: first.isImported, moved: moved)
        let id: MergeID = surroundings.newID()
        try connection.execute(
            """
            INSERT INTO person_merge (
                id, organization_id, kept_id, hidden_id, merged_by, merged_at, kept_version, body
            ) VALUES (
                \(id), \(principal.organization), \(plan.kept), \(plan.hidden), \(principal.user),
                \(surroundings.now()), \(kept.version + 1), \(Blob(try body.sealed(with: hiddenKey)))
            )
            """
        )
        return id
    }

    /// What stands against uniting two records, as far as ids alone tell.
    func refusal(
        _ plan: MergePlan,
        by principal: Principal,
        _ references: PersonReferences,
        on connection: any Connection
    ) throws -> MergeRefusal? {
        guard plan.kept != plan.hidden else { return .sameRecord }
        for id in [plan.kept, plan.hidden] where try references.isBarred(id, principal, connection) { return .barred }
        if try isDistinct(plan.kept, plan.hidden, for: principal, on: connection) { return .markedDistinct }
        guard try isShared(plan.hidden, by: principal, references, on: connection) else { return nil }
        return try isShared(plan.kept, by: principal, references, on: connection) ? .bothShared : .sharedMustStay
    }

    /// Whether a record is open to another organisation, or will be at the next step.
    func isShared(
        _ id: PersonID,
        by principal: Principal,
        _ references: PersonReferences,
        on connection: any Connection
    ) throws -> Bool {
        if try !grants(of: id, for: principal, on: connection).isEmpty { return true }
        return try references.isShared(id, principal, connection)
    }

    var today: CivilDate { CivilDate(at: surroundings.now(), zone: "UTC") }

    /// Version and owner of a record that the principal may change and that isn't hidden.
    func ownLine(
        _ id: PersonID,
        by principal: Principal,
        on connection: any Connection
    ) throws -> (version: Int64, owner: OrganizationID) {
        let line = try connection.first(
            "SELECT version, organization_id FROM person WHERE id = \(id) AND merged_into IS NULL"
        ) { (version: try $0.integer(0), owner: try $0.id(1, OrganizationEntity.self)) }
        guard let line, PeoplePolicy(principal).mayWrite(owner: line.owner) else { throw PeopleError.notFound }
        return line
    }

    /// Writes a record's next version.
    ///
    /// - Returns: what its leaf commits to.
    func rewrite(
        _ id: PersonID,
        _ details: PersonDetails,
        from version: Int64,
        isImported: Bool,
        with key: RecordKey,
        by principal: Principal,
        on connection: any Connection
    ) throws -> [UInt8] {
        let sealed = try SealedPerson(details, isImported: isImported, with: key)
        try connection.execute(
            """
            UPDATE person SET version = \(version + 1), changed_at = \(surroundings.now()),
                is_imported = \(isImported), \(sealed.assignments)
            WHERE id = \(id) AND organization_id = \(principal.organization)
            """
        )
        return sealed.state(id: id, owner: principal.organization, version: version + 1)
    }

    /// Hides a record behind another one, or shows it again; what is sealed in it stays as it is.
    ///
    /// - Returns: what its leaf commits to.
    func setMerged(
        _ id: PersonID,
        into kept: PersonID?,
        by principal: Principal,
        on connection: any Connection
    ) throws -> [UInt8] {
        try connection.execute(
            """
            UPDATE person SET merged_into = \(kept), version = version + 1, changed_at = \(surroundings.now())
            WHERE id = \(id) AND organization_id = \(principal.organization)
            """
        )
        let row = try connection.first("SELECT version, \(SealedPerson.columns) FROM person WHERE id = \(id)") {
            (version: try $0.integer(0), sealed: try SealedPerson(from: $0, at: 1))
        }
        guard let row else { throw PeopleError.notFound }
        return row.sealed.state(id: id, owner: principal.organization, version: row.version)
    }

    private static func areRelatives(_ first: Person, _ second: Person) -> Bool {
        func names(_ one: Person, _ other: Person) -> Bool {
            (one.details.circle ?? []).contains { $0.person == other.id }
        }
        return names(first, second) || names(second, first)
    }
}

extension PersonMerge {
    init(_ first: Person, _ second: Person, _ choices: MergeChoices, today: CivilDate) {
        self.init(
            first: first.details,
            second: second.details,
            isSecondNewer: second.changedAt > first.changedAt,
            choices: choices,
            today: today
        )
    }
}

extension PersonDetails {
    /// Whether the form could take it as it is.
    var isRecordable: Bool {
        let counts = [
            identity.names.count, identity.languages.count, phones?.count ?? 0, documents?.count ?? 0,
            circle?.count ?? 0, places?.count ?? 0, stays?.stays.count ?? 0, stays?.detentions.count ?? 0,
        ]
        return counts.allSatisfy { $0 <= PersonRules.mostEntries }
            && (notes ?? "").unicodeScalars.count <= PersonRules.longestNotes
            && (vulnerability?.note ?? "").unicodeScalars.count <= PersonRules.longestText
    }
}
