public import Access
public import Database
public import Domain
import Journal
import Vault

/// Employers across the cases of one organisation; each is a record with a key of its own and never leaves it.
public struct EmployerStore: Sendable {
    public let cases: CaseStore

    public init(cases: CaseStore) {
        self.cases = cases
    }

    /// The employer with one of these names, or a new alleged one.
    ///
    /// - Throws: `CaseError.refused` for a name that is empty or too long.
    public func findOrCreate(
        name: String,
        country: CountryCode? = nil,
        source: String = "",
        importID: ImportID? = nil,
        by principal: Principal,
        on connection: any Connection
    ) throws -> EmployerID {
        let cleaned = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !EmployerNames.folded(cleaned).isEmpty else { throw CaseError.refused(.emptyText) }
        guard cleaned.unicodeScalars.count <= 300 else { throw CaseError.refused(.textTooLong) }
        if let known = try list(for: principal, on: connection).first(where: { $0.name.has(cleaned) }) {
            return known.id
        }
        return try create(
            EmployerNames(cleaned),
            country: country,
            notes: EmployerNotes(source: source),
            importID: importID,
            by: principal,
            on: connection
        )
    }

    /// Adds an alleged employer without looking whether it is known.
    public func create(
        _ name: EmployerNames,
        country: CountryCode?,
        notes: EmployerNotes = EmployerNotes(),
        importID: ImportID? = nil,
        by principal: Principal,
        on connection: any Connection
    ) throws -> EmployerID {
        let id: EmployerID = cases.surroundings.newID()
        let key = try cases.vault.keyring(for: principal.organization, on: connection)
            .newRecord(id.retagged(), on: connection)
        let now = cases.surroundings.now()
        let sealed = try Self.sealed(name, notes, with: key)
        try connection.execute(
            """
            INSERT INTO employer (
                id, organization_id, version, created_at, changed_at, standing, country, import_id, name, notes
            ) VALUES (
                \(id), \(principal.organization), 1, \(now), \(now), \(EmployerStanding.alleged.rawValue),
                \(country?.code), \(importID), \(Blob(sealed.name)), \(Blob(sealed.notes))
            )
            """
        )
        let state = Self.state(id, principal.organization, 1, .alleged, sealed)
        try cases.recorder.record(leaf(.employerCreated, id, by: principal, state: state), on: connection)
        return id
    }

    /// Rewrites an employer's record. To call something proven takes a source.
    ///
    /// - Throws: `CaseError.notFound`, `.staleEntry`, `.refused(.emptyText)`.
    public func change(
        _ id: EmployerID,
        name: EmployerNames,
        country: CountryCode?,
        standing: EmployerStanding,
        notes: EmployerNotes,
        from version: Int64,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let present = try open(id, for: principal, on: connection)
        guard CasePolicy(principal).mayCreate else { throw CaseError.notFound }
        guard present.version == version else { throw CaseError.staleEntry(current: present.version) }
        guard !EmployerNames.folded(name.main).isEmpty else { throw CaseError.refused(.emptyText) }
        guard standing == .alleged || !notes.source.isEmpty else { throw CaseError.refused(.emptyText) }
        try cases.validate(texts: [name.main, notes.text, notes.source] + name.others)
        let key = try cases.vault.keyring(for: principal.organization, on: connection)
            .key(of: id.retagged(), on: connection)
        let sealed = try Self.sealed(name, notes, with: key)
        try connection.execute(
            """
            UPDATE employer SET version = \(version + 1), changed_at = \(cases.surroundings.now()),
                standing = \(standing.rawValue), country = \(country?.code), name = \(Blob(sealed.name)),
                notes = \(Blob(sealed.notes))
            WHERE id = \(id) AND organization_id = \(principal.organization)
            """
        )
        let state = Self.state(id, principal.organization, version + 1, standing, sealed)
        try cases.recorder.record(leaf(.employerChanged, id, by: principal, state: state), on: connection)
    }

    /// One employer of the principal's organisation.
    ///
    /// - Throws: `CaseError.notFound`.
    public func open(_ id: EmployerID, for principal: Principal, on connection: any Connection) throws -> Employer {
        guard let employer = try read("e.id = \(id)", for: principal, on: connection).first else {
            throw CaseError.notFound
        }
        return employer
    }

    /// All employers of the principal's organisation, those with the most cases first.
    public func list(for principal: Principal, on connection: any Connection) throws -> [Employer] {
        try read("1 = 1", for: principal, on: connection)
    }

    /// Notes that an employer stands in a case.
    public func link(
        _ id: EmployerID,
        role: EmployerRole,
        to caseID: CaseID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let head = try cases.requireOwn(caseID, by: principal, on: connection)
        _ = try open(id, for: principal, on: connection)
        try connection.execute(
            """
            INSERT INTO case_employer (case_id, employer_id, organization_id, role, added_at)
            VALUES (\(caseID), \(id), \(head.owner), \(role.rawValue), \(cases.surroundings.now()))
            ON CONFLICT (case_id, employer_id) DO UPDATE SET role = excluded.role
            """
        )
        try cases.touch(caseID, .caseEmployerLinked, by: principal, countsAnew: false, on: connection)
    }

    /// Takes an employer out of a case.
    public func unlink(
        _ id: EmployerID,
        from caseID: CaseID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        _ = try cases.requireOwn(caseID, by: principal, on: connection)
        let count = try connection.execute(
            "DELETE FROM case_employer WHERE case_id = \(caseID) AND employer_id = \(id)"
        )
        guard count == 1 else { throw CaseError.notFound }
        try cases.touch(caseID, .caseEmployerLinked, by: principal, countsAnew: false, on: connection)
    }

    /// The employers of a case; a recipient sees none, since the records are the organisation's own (safety rules 4
    /// and 8).
    public func employers(
        of caseID: CaseID,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [CaseEmployer] {
        let roles = try connection.rows(
            """
            SELECT employer_id, role FROM case_employer
            WHERE case_id = \(caseID) AND organization_id = \(principal.organization) ORDER BY added_at, employer_id
            """
        ) { (id: try $0.id(0, EmployerEntity.self), role: EmployerRole(rawValue: try $0.text(1)) ?? .hirer) }
        guard !roles.isEmpty else { return [] }
        let known = try read("e.id IN \(roles.map(\.id))", for: principal, on: connection)
        return roles.compactMap { link in
            known.first { $0.id == link.id }.map { CaseEmployer(employer: $0, role: link.role) }
        }
    }

    private func read(
        _ condition: SQL,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [Employer] {
        guard CasePolicy(principal).mayList else { return [] }
        let keyring = try cases.vault.keyring(for: principal.organization, on: connection)
        let employers = try connection.rows(
            """
            SELECT e.id, e.version, e.standing, e.country, e.name, e.notes,
                (SELECT COUNT(*) FROM case_employer l WHERE l.employer_id = e.id), \(Keyring.wrapColumns)
            FROM employer e \(keyring.wrapJoin(record: "e.id", for: .identity))
            WHERE e.organization_id = \(principal.organization) AND \(condition)
            """
        ) { row in
            let id: EmployerID = try row.id(0)
            let key = try keyring.recordKey(record: id.retagged(), from: row, at: 7)
            return Employer(
                id: id,
                version: try row.integer(1),
                standing: EmployerStanding(rawValue: try row.text(2)) ?? .alleged,
                country: try row.textOrNil(3).flatMap { CountryCode($0) },
                name: try row.withBlob(4) { try key.openValue($0, .employerName) },
                notes: try row.withBlob(5) { try key.openValue($0, .employerNotes) },
                caseCount: Int(try row.integer(6))
            )
        }
        return employers.sorted { ($0.caseCount, $1.name.main, $1.id) > ($1.caseCount, $0.name.main, $0.id) }
    }

    private static func sealed(
        _ name: EmployerNames,
        _ notes: EmployerNotes,
        with key: RecordKey
    ) throws -> (name: [UInt8], notes: [UInt8]) {
        (try key.sealValue(name, .employerName), try key.sealValue(notes, .employerNotes))
    }

    private func leaf(
        _ kind: LeafKind,
        _ id: EmployerID,
        by principal: Principal,
        state: [UInt8]
    ) -> LeafDraft {
        cases.leaf(kind, id.retagged(), by: principal, state: state)
    }

    static func state(
        _ id: EmployerID,
        _ owner: OrganizationID,
        _ version: Int64,
        _ standing: EmployerStanding,
        _ sealed: (name: [UInt8], notes: [UInt8])
    ) -> [UInt8] {
        var state = RecordState()
        state.add(id.text)
        state.add(owner.text)
        state.add(version)
        state.add(standing.rawValue)
        state.add(sealed.name)
        state.add(sealed.notes)
        return state.finish()
    }
}
