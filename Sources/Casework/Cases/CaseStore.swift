public import Access
public import Database
public import Domain
public import Facts
public import Guides
public import Journal
public import People
public import Vault
public import Web

/// The register of cases: everything that touches `case_file` and the tables of its persons and problems.
///
/// Functions run inside a transaction and take its connection; each change writes its leaf, its event and the case's
/// facts there too. Every change of a case's row is a new version that a leaf commits to.
public struct CaseStore: Sendable {
    public let vault: Vault
    public let recorder: Recorder
    public let facts: FactWriter
    public let people: PeopleStore
    public let content: ContentLibrary
    public let organizations: OrganizationDirectory
    public let surroundings: Surroundings

    public init(
        vault: Vault,
        recorder: Recorder,
        facts: FactWriter,
        people: PeopleStore,
        content: ContentLibrary,
        organizations: OrganizationDirectory,
        surroundings: Surroundings
    ) {
        self.vault = vault
        self.recorder = recorder
        self.facts = facts
        self.people = people
        self.content = content
        self.organizations = organizations
        self.surroundings = surroundings
    }

    /// The clear columns of a case that is there for the principal.
    ///
    /// - Throws: `CaseError.notFound` for a missing or foreign one, `.refused(.barred)` for a colleague with a conflict
    ///   of interest.
    public func head(_ id: CaseID, for principal: Principal, on connection: any Connection) throws -> CaseHead {
        try row(id, for: principal, on: connection).row.head
    }

    /// The clear columns of a case that the principal may change.
    ///
    /// - Throws: as ``head(_:for:on:)``; a case that may only be read is answered like a missing one.
    public func requireOwn(_ id: CaseID, by principal: Principal, on connection: any Connection) throws -> CaseHead {
        try ownRow(id, by: principal, on: connection).head
    }

    /// The case's key as the principal's organisation holds it.
    ///
    /// - Throws: `CaseError.notFound` when it holds nothing.
    public func key(
        of id: CaseID,
        for principal: Principal,
        on connection: any Connection
    ) throws -> RecordKey {
        let keyring = try vault.keyring(for: principal.organization, on: connection)
        guard let key = try keyring.open(id.retagged(), on: connection) else { throw CaseError.notFound }
        return key
    }

    /// A leaf about a case in the log of the principal's organisation.
    public func leaf(
        _ kind: LeafKind,
        _ id: CaseID?,
        by principal: Principal,
        state: [UInt8]? = nil,
        counterpart: OrganizationID? = nil,
        details: [UInt8]? = nil
    ) -> LeafDraft {
        LeafDraft(
            log: principal.organization,
            kind: kind,
            actor: principal.user,
            actorOrganization: principal.organization,
            subject: id?.retagged(as: RecordEntity.self),
            counterpart: counterpart,
            details: details,
            state: state
        )
    }

    /// The zone in which the organisation's days begin.
    func zone(_ organization: OrganizationID) -> String { organizations.zone(organization) }

    /// The present day of an organisation.
    public func today(_ organization: OrganizationID) -> CivilDate {
        CivilDate(at: surroundings.now(), zone: zone(organization))
    }
}

extension CaseStore {
    /// A case's row with the key by which it may be opened.
    func row(
        _ id: CaseID,
        for principal: Principal,
        on connection: any Connection
    ) throws -> (row: CaseRow, key: RecordKey, groups: FieldGroups) {
        let key = try key(of: id, for: principal, on: connection)
        let groups = CasePolicy(principal).readableGroups(
            owner: key.owner,
            granted: key.isWhole ? .full : key.groups
        )
        guard !groups.groups.isEmpty else { throw CaseError.notFound }
        let row = try connection.first("SELECT \(CaseRow.columns) FROM case_file c WHERE c.id = \(id)") {
            try CaseRow(from: $0)
        }
        guard let row else { throw CaseError.notFound }
        if row.head.owner == principal.organization { try refuseBarred(principal, id, on: connection) }
        return (row, key, groups)
    }

    /// A case's row for a change by its own organisation.
    func ownRow(_ id: CaseID, by principal: Principal, on connection: any Connection) throws -> CaseRow {
        let row = try connection.first(
            """
            SELECT \(CaseRow.columns) FROM case_file c
            WHERE c.id = \(id) AND c.organization_id = \(principal.organization)
            """
        ) { try CaseRow(from: $0) }
        guard let row, CasePolicy(principal).mayWrite(owner: row.head.owner) else { throw CaseError.notFound }
        try refuseBarred(principal, id, on: connection)
        return row
    }

    private func refuseBarred(_ principal: Principal, _ id: CaseID, on connection: any Connection) throws {
        let bars = try connection.count(
            "SELECT COUNT(*) FROM case_bar WHERE case_id = \(id) AND user_id = \(principal.user)"
        )
        guard bars == 0 else { throw CaseError.refused(.barred) }
    }

    /// Writes the row as it stands, one version on, with its leaf and its event.
    func save(
        _ row: inout CaseRow,
        _ kind: LeafKind,
        by principal: Principal,
        counterpart: OrganizationID? = nil,
        details: [UInt8]? = nil,
        and others: [LeafDraft] = [],
        on connection: any Connection
    ) throws {
        row.head.version += 1
        row.head.changedAt = surroundings.now()
        let head = row.head
        try connection.execute(
            """
            UPDATE case_file SET version = \(head.version), field_versions = \(head.fieldVersions.text),
                status = \(head.status.rawValue), is_open = \(head.status.isOpen), stage = \(head.stage.rawValue),
                risk = \(head.risk.rawValue), worker_user_id = \(head.worker), client_person_id = \(head.client),
                primary_problem = \(head.primaryProblem?.rawValue), right_country = \(head.countries.right?.code),
                stay_country = \(head.countries.stay?.code), return_country = \(head.countries.back?.code),
                changed_at = \(head.changedAt), closed_at = \(head.closedAt), next_due_on = \(head.nextDueOn?.iso),
                person_count = \(head.personCount), is_collective = \(head.isCollective),
                outcome = \(head.outcome?.rawValue), network_token = \(head.networkToken.map { Blob($0) }),
                summary = \(Blob(row.sealed.summary)), narrative = \(Blob(row.sealed.narrative))
            WHERE id = \(head.id) AND organization_id = \(head.owner)
            """
        )
        try recorder.record(
            leaf(kind, head.id, by: principal, state: row.state, counterpart: counterpart, details: details),
            and: others,
            on: connection
        )
    }
}
