public import Access
public import Database
public import Domain
import Journal
import Vault

extension PeopleStore {
    /// Adds a person that the principal's organisation owns.
    ///
    /// - Parameters:
    ///   - details: what is recorded.
    ///   - principal: who adds.
    ///   - connection: a write transaction of the principal's organisation.
    ///   - isImported: whether the record comes from an imported list; it is then never shared without a recorded
    ///     authority.
    /// - Returns: the new id.
    /// - Throws: what the database and the vault throw.
    public func create(
        _ details: PersonDetails,
        by principal: Principal,
        on connection: any Connection,
        isImported: Bool = false
    ) throws -> PersonID {
        let id: PersonID = surroundings.newID()
        let keyring = try vault.keyring(for: principal.organization, on: connection)
        let key = try keyring.newRecord(id.retagged(), on: connection)
        let sealed = try SealedPerson(details, isImported: isImported, with: key)
        let now = surroundings.now()
        try connection.execute(
            """
            INSERT INTO person (
                id, organization_id, version, created_at, changed_at, \(SealedPerson.columns)
            ) VALUES (
                \(id), \(principal.organization), 1, \(now), \(now), \(Blob(sealed.summary)), \(Blob(sealed.identity)),
                \(Blob(sealed.contact)), \(Blob(sealed.documents)), \(Blob(sealed.narrative)), \(isImported),
                \(sealed.later[0].map { Blob($0) }), \(sealed.later[1].map { Blob($0) }),
                \(sealed.later[2].map { Blob($0) }), \(sealed.later[3].map { Blob($0) }),
                \(sealed.later[4].map { Blob($0) }), NULL
            )
            """
        )
        try index(details, id, try keyring.blindIndex(on: connection), on: connection)
        try recorder.record(
            leaf(
                isImported ? .personImported : .personCreated,
                id,
                by: principal,
                state: sealed.state(id: id, owner: principal.organization, version: 1)
            ),
            on: connection
        )
        return id
    }

    /// Replaces a person's details.
    ///
    /// - Parameters:
    ///   - id: whose.
    ///   - details: all of them, as they shall be.
    ///   - version: the one that the change started from.
    ///   - principal: who changes; the record must be their own organisation's.
    ///   - connection: a write transaction of that organisation.
    /// - Returns: the new version.
    /// - Throws: `PeopleError.notFound`, or `.stale` when somebody else changed the record since.
    @discardableResult
    public func change(
        _ id: PersonID,
        to details: PersonDetails,
        from version: Int64,
        by principal: Principal,
        on connection: any Connection
    ) throws -> Int64 {
        let present = try connection.first(
            "SELECT version, organization_id, is_imported FROM person WHERE id = \(id) AND merged_into IS NULL"
        ) {
            (version: try $0.integer(0), owner: try $0.id(1, OrganizationEntity.self), isImported: try $0.bool(2))
        }
        guard let present, PeoplePolicy(principal).mayWrite(owner: present.owner) else { throw PeopleError.notFound }
        guard present.version == version else { throw PeopleError.stale(current: present.version) }
        let keyring = try vault.keyring(for: principal.organization, on: connection)
        let key = try keyring.key(of: id.retagged(), on: connection)
        // A place whose time is over is forgotten with the next change.
        var details = details
        let today = CivilDate(at: surroundings.now(), zone: "UTC")
        details.places?.removeAll { !$0.isLive(on: today) }
        let sealed = try SealedPerson(details, isImported: present.isImported, with: key)
        let next = version + 1
        try connection.execute(
            """
            UPDATE person SET version = \(next), changed_at = \(surroundings.now()), \(sealed.assignments)
            WHERE id = \(id) AND organization_id = \(principal.organization)
            """
        )
        try index(details, id, try keyring.blindIndex(on: connection), on: connection)
        try recorder.record(
            leaf(
                .personChanged,
                id,
                by: principal,
                state: sealed.state(id: id, owner: principal.organization, version: next)
            ),
            on: connection
        )
        return next
    }

    /// Makes the person findable by exactly the phones and documents that are recorded now.
    func index(
        _ details: PersonDetails,
        _ id: PersonID,
        _ blind: BlindIndex,
        on connection: any Connection
    ) throws {
        let phones = (details.phones ?? []).compactMap { PhoneNumber($0.number)?.e164 }
        let documents = (details.documents ?? []).compactMap { DocumentNumber($0.number)?.normalized }
        try blind.replace(phones, .phone, of: id.retagged(), on: connection)
        try blind.replace(documents, .document, of: id.retagged(), on: connection)
    }
}
