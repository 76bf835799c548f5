public import Access
public import Database
public import Domain
import Journal
import Vault

extension PeopleStore {
    /// Takes the latest uniting of a record back: both records are as they were, and every row that was moved names who
    /// it named before. What was changed since stays: a changed value keeps the later one, and rows that came since stay
    /// with the kept record.
    ///
    /// - Parameters:
    ///   - id: the kept record.
    ///   - merge: the uniting that is meant; `nil` for the latest, whichever it is.
    ///   - version: the kept record's, from which the decision started.
    ///   - principal: who takes it back.
    ///   - references: what other rooms move back.
    ///   - connection: a write transaction of the organisation.
    /// - Returns: the record that is there again.
    /// - Throws: `PeopleError.notFound`, `.stale`; ``MergeError/nothingToUndo``.
    @discardableResult
    public func undoMerge(
        of id: PersonID,
        _ merge: MergeID? = nil,
        from version: Int64,
        by principal: Principal,
        _ references: PersonReferences,
        on connection: any Connection
    ) throws -> PersonID {
        let line = try ownLine(id, by: principal, on: connection)
        guard let latest = try latestMerge(of: id, for: principal, on: connection), merge ?? latest.id == latest.id
        else { throw MergeError.nothingToUndo }
        guard line.version == version else { throw PeopleError.stale(current: line.version) }
        let keyring = try vault.keyring(for: principal.organization, on: connection)
        let hiddenKey = try keyring.key(of: latest.hidden.retagged(), on: connection)
        let body = try MergeBody(sealed: latest.body, with: hiddenKey)
        let present = try open(id, for: principal, on: connection)
        let restored = MergeUndoing(body, now: present.details).restored
        let keptState = try rewrite(
            id,
            restored,
            from: line.version,
            isImported: body.wasImported,
            with: try keyring.key(of: id.retagged(), on: connection),
            by: principal,
            on: connection
        )
        let hiddenState = try setMerged(latest.hidden, into: nil, by: principal, on: connection)
        try recorder.record(
            leaf(.personMergeUndone, id, by: principal, state: keptState),
            and: [leaf(.personMergeUndone, latest.hidden, by: principal, state: hiddenState)],
            on: connection
        )
        let blind = try keyring.blindIndex(on: connection)
        try index(restored, id, blind, on: connection)
        let again = try open(latest.hidden, for: principal, on: connection)
        try index(again.details, latest.hidden, blind, on: connection)
        try references.restore(body.moved, id, latest.hidden, principal, connection)
        try connection.execute("DELETE FROM person_merge WHERE id = \(latest.id)")
        return latest.hidden
    }

    /// What taking back the latest uniting would leave as it is, since it was changed after it.
    func changedSinceMerge(
        _ person: Person,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [PersonPart] {
        guard let latest = try latestMerge(of: person.id, for: principal, on: connection) else { return [] }
        let keyring = try vault.keyring(for: principal.organization, on: connection)
        let key = try keyring.key(of: latest.hidden.retagged(), on: connection)
        return MergeUndoing(try MergeBody(sealed: latest.body, with: key), now: person.details).changed
    }

    /// The records that were united with one of the principal's own organisation, the latest first.
    public func merges(
        of id: PersonID,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [MergeBrief] {
        let found = try connection.rows(
            """
            SELECT m.id, m.hidden_id, m.merged_at FROM person_merge m JOIN person p ON p.id = m.hidden_id
            WHERE m.kept_id = \(id) AND m.organization_id = \(principal.organization) AND p.merged_into = m.kept_id
            ORDER BY m.kept_version DESC
            """
        ) { (id: try $0.id(0, MergeEntity.self), hidden: try $0.id(1, PersonEntity.self), at: try $0.instant(2)) }
        guard !found.isEmpty else { return [] }
        let keyring = try vault.keyring(for: principal.organization, on: connection)
        return try found.map { merge in
            let item = try connection.first(
                """
                SELECT p.id, p.organization_id, p.changed_at, p.summary, \(Keyring.wrapColumns)
                FROM person p \(keyring.wrapJoin(record: "p.id", for: .identity)) WHERE p.id = \(merge.hidden)
                """
            ) { try listItem($0, keyring) }
            return MergeBrief(id: merge.id, hidden: merge.hidden, name: item?.name ?? "", at: merge.at)
        }
    }

    private func latestMerge(
        of id: PersonID,
        for principal: Principal,
        on connection: any Connection
    ) throws -> (id: MergeID, hidden: PersonID, body: [UInt8])? {
        try connection.first(
            """
            SELECT m.id, m.hidden_id, m.body FROM person_merge m JOIN person p ON p.id = m.hidden_id
            WHERE m.kept_id = \(id) AND m.organization_id = \(principal.organization) AND p.merged_into = m.kept_id
            ORDER BY m.kept_version DESC LIMIT 1
            """
        ) { (id: try $0.id(0), hidden: try $0.id(1), body: try $0.blob(2)) }
    }
}

extension PeopleStore {
    /// The record under which a person is kept now: the one with which it was united, else itself. What is sealed
    /// elsewhere, such as an unfinished contact, still names the former one.
    public func current(_ id: PersonID, on connection: any Connection) throws -> PersonID {
        let kept = try connection.first("SELECT merged_into FROM person WHERE id = \(id)") {
            try $0.idOrNil(0, PersonEntity.self)
        }
        guard let kept, let kept else { return id }
        return try current(kept, on: connection)
    }
}

// MARK: - Erasure

extension PeopleStore {
    /// Erases the records that were united with one, and those united with them; they go with it.
    ///
    /// - Throws: what the vault throws. Whether the kept record may be erased is the caller's question.
    @discardableResult
    func eraseMerged(
        into id: PersonID,
        by principal: Principal,
        _ erasure: Erasure,
        on connection: any Connection
    ) throws -> [ErasureCertificate] {
        var certificates: [ErasureCertificate] = []
        for hidden in try merged(into: id, on: connection) {
            certificates += try eraseMerged(into: hidden, by: principal, erasure, on: connection)
            certificates.append(
                try erasure.perform(record: hidden.retagged(), owner: principal.organization, on: connection)
            )
            try forgetMerges(of: hidden, owner: principal.organization, on: connection)
            try connection.execute(
                "DELETE FROM person WHERE id = \(hidden) AND organization_id = \(principal.organization)"
            )
            try recorder.record(leaf(.personErased, hidden, by: principal, state: RecordState.gone), on: connection)
        }
        return certificates
    }

    /// The records that were united with one, without those united with them.
    func merged(into id: PersonID, on connection: any Connection) throws -> [PersonID] {
        try connection.rows("SELECT id FROM person WHERE merged_into = \(id) ORDER BY id") { try $0.id(0) }
    }

    /// All records behind one, however deep.
    func allMerged(into id: PersonID, on connection: any Connection) throws -> [PersonID] {
        try merged(into: id, on: connection).flatMap { [$0] + (try allMerged(into: $0, on: connection)) }
    }

    /// Deletes what tells of a record in the tables of unitings.
    func forgetMerges(of id: PersonID, owner: OrganizationID, on connection: any Connection) throws {
        try connection.execute(
            "DELETE FROM person_merge WHERE organization_id = \(owner) AND (kept_id = \(id) OR hidden_id = \(id))"
        )
        try connection.execute(
            "DELETE FROM person_distinct WHERE organization_id = \(owner) AND (first_id = \(id) OR second_id = \(id))"
        )
    }
}

extension MergeUndoing {
    init(_ body: MergeBody, now: PersonDetails) {
        self.init(before: body.before.details, after: body.after.details, now: now)
    }
}
