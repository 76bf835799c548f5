public import Access
public import Database
public import Domain
public import Journal
public import Vault
public import Web

/// Everything that touches the table `export_run`. Functions run inside a transaction and take its connection; each
/// change writes its leaf and its event there too.
public struct ExportStore: Sendable {
    let vault: Vault
    let recorder: Recorder
    let organizations: OrganizationDirectory
    let surroundings: Surroundings

    /// - Parameters:
    ///   - vault: keys of the reasons.
    ///   - recorder: leaves and events.
    ///   - organizations: zones and marks.
    ///   - surroundings: the clock and chance.
    public init(
        vault: Vault,
        recorder: Recorder,
        organizations: OrganizationDirectory,
        surroundings: Surroundings
    ) {
        self.vault = vault
        self.recorder = recorder
        self.organizations = organizations
        self.surroundings = surroundings
    }

    /// How many rows a list would have, counted up to one more than a file may have.
    public func count(_ order: ExportOrder, for principal: Principal, on connection: any Connection) throws -> Int {
        let own = principal.organization
        let period = order.instants(organizations.zone(own))
        let rows: SQL =
            switch order.kind {
            case .contacts:
                """
                contact WHERE organization_id = \(own) AND occurred_at >= \(period.from)
                    AND occurred_at < \(period.until)
                """
            case .cases:
                """
                case_file WHERE organization_id = \(own) AND opened_at >= \(period.from)
                    AND opened_at < \(period.until)
                """
            case .facts:
                "fact WHERE organization_id = \(own) AND day >= \(order.from.iso) AND day <= \(order.until.iso)"
            }
        return Int(
            try connection.count(
                "SELECT COUNT(*) FROM (SELECT 1 AS one FROM \(rows) LIMIT \(ExportRules.mostRows + 1)) counted"
            )
        )
    }

    /// Notes an export with its count of rows, as ``count(_:for:on:)`` said; it is ready at once unless a second person
    /// has to agree.
    ///
    /// - Throws: `ExportError.tooMany`.
    public func ask(
        _ order: ExportOrder,
        rows: Int,
        by principal: Principal,
        on connection: any Connection
    ) throws -> ExportRun {
        guard rows <= ExportRules.mostRows else { throw ExportError.tooMany }
        let id: ExportID = surroundings.newID()
        let now = surroundings.now()
        let state: ExportState =
            try needsSecondPerson(rows, by: principal, except: nil, on: connection) ? .requested : .ready
        let key = try vault.keyring(for: principal.organization, on: connection)
            .newRecord(id.retagged(), on: connection)
        try connection.execute(
            """
            INSERT INTO export_run (
                id, organization_id, kind, format, state, row_count, from_day, until_day, requested_by, requested_at,
                expires_at, reason
            ) VALUES (
                \(id), \(principal.organization), \(order.kind.rawValue), \(order.format.rawValue),
                \(state.rawValue), \(rows), \(order.from.iso), \(order.until.iso), \(principal.user), \(now),
                \(state == .ready ? now.advanced(bySeconds: ExportRules.lifetime) : nil),
                \(Blob(try key.seal(order.reason, .exportReason)))
            )
            """
        )
        try recorder.record(leaf(.exportRequested, id, by: principal), on: connection)
        return try run(id, for: principal, on: connection)
    }

    /// A second person agrees or doesn't. What is agreed to may be downloaded for 24 hours.
    ///
    /// - Throws: `ExportError.notFound`, `.ownRequest`, `.decided`.
    public func decide(
        _ id: ExportID,
        isApproved: Bool,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let run = try run(id, for: principal, on: connection)
        guard ExportRules.mayDecide(principal.user, on: run.requestedBy) else { throw ExportError.ownRequest }
        guard run.state == .requested else { throw ExportError.decided }
        let now = surroundings.now()
        let state: ExportState = isApproved ? .approved : .declined
        try connection.execute(
            """
            UPDATE export_run SET state = \(state.rawValue), decided_by = \(principal.user), decided_at = \(now),
                expires_at = \(isApproved ? now.advanced(bySeconds: ExportRules.lifetime) : nil)
            WHERE id = \(id) AND organization_id = \(principal.organization)
            """
        )
        try recorder.record(leaf(isApproved ? .exportApproved : .exportDeclined, id, by: principal), on: connection)
    }

    /// The export whose file its requester wants now; nobody else gets the file.
    ///
    /// - Throws: `ExportError.notFound`, `.notReady`.
    public func download(_ id: ExportID, by principal: Principal, on connection: any Connection) throws -> ExportRun {
        let run = try run(id, for: principal, on: connection)
        guard run.requestedBy == principal.user, ExportRules.mayExport(run.order.kind, principal) else {
            throw ExportError.notFound
        }
        guard run.state.isOpen else { throw ExportError.notReady }
        return run
    }

    /// Notes that a file leaves, before it does. When it grew beyond what one person may take out, it waits again,
    /// and the answer is false.
    ///
    /// - Throws: `ExportError.notFound`, `.notReady`: somebody decided or time passed meanwhile.
    public func leave(
        _ id: ExportID,
        rows: Int,
        by principal: Principal,
        on connection: any Connection
    ) throws -> Bool {
        let run = try download(id, by: principal, on: connection)
        let key = try vault.keyring(for: principal.organization, on: connection).key(of: id.retagged(), on: connection)
        let mayLeave =
            try run.decidedBy != nil || !needsSecondPerson(rows, by: principal, except: id, on: connection)
        try connection.execute(
            """
            UPDATE export_run SET state = \(mayLeave ? ExportState.done.rawValue : ExportState.requested.rawValue),
                row_count = \(rows), done_at = \(mayLeave ? surroundings.now() : nil)
            WHERE id = \(id) AND organization_id = \(principal.organization)
            """
        )
        var leaf = leaf(mayLeave ? .recordsExported : .exportRequested, id, by: principal)
        leaf.details = try key.seal("\(run.order.kind.rawValue) \(rows)", .journalDetails)
        try recorder.record(leaf, on: connection)
        return mayLeave
    }

    /// How many rows the person took out, or may, on their own within the last 24 hours.
    private func needsSecondPerson(
        _ rows: Int,
        by principal: Principal,
        except id: ExportID?,
        on connection: any Connection
    ) throws -> Bool {
        let since = surroundings.now().advanced(bySeconds: -ExportRules.lifetime)
        let alone = [ExportState.ready.rawValue, ExportState.done.rawValue]
        let recent = try connection.rows(
            """
            SELECT id, row_count FROM export_run
            WHERE organization_id = \(principal.organization) AND requested_by = \(principal.user)
                AND requested_at > \(since) AND decided_by IS NULL AND state IN \(alone)
            """
        ) { (id: try $0.id(0, ExportEntity.self), rows: Int(try $0.integer(1))) }
        return ExportRules.needsSecondPerson(
            rows: rows,
            recentRows: recent.lazy.filter { $0.id != id }.map(\.rows).reduce(0, +),
            isStateRecipient: organizations.isStateRecipient(principal.organization)
        )
    }

    func leaf(_ kind: LeafKind, _ id: ExportID, by principal: Principal) -> LeafDraft {
        LeafDraft(
            log: principal.organization,
            kind: kind,
            actor: principal.user,
            actorOrganization: principal.organization,
            subject: id.retagged()
        )
    }
}
