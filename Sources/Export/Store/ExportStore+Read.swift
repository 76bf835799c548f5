public import Access
public import Database
public import Domain
import Vault

/// A page of the list of exports, newest first.
public struct ExportPage: Sendable {
    public let items: [ExportRun]
    public let hasOlder: Bool
}

extension ExportStore {
    /// The exports of the principal's organisation, newest first, from the one after `before`, the
    /// last of the page before.
    public func list(
        before: ExportID? = nil,
        limit: Int = 50,
        for principal: Principal,
        on connection: any Connection
    ) throws -> ExportPage {
        let older: SQL = before.map { " AND e.id < \($0)" } ?? ""
        var items = try select(older, limit: limit + 1, for: principal, on: connection)
        let hasOlder = items.count > limit
        if hasOlder { items.removeLast() }
        return ExportPage(items: items, hasOlder: hasOlder)
    }

    /// One export.
    ///
    /// - Throws: `ExportError.notFound` for a missing or foreign one.
    public func run(_ id: ExportID, for principal: Principal, on connection: any Connection) throws -> ExportRun {
        let found = try select(" AND e.id = \(id)", limit: 1, for: principal, on: connection)
        guard let run = found.first else { throw ExportError.notFound }
        return run
    }

    private func select(
        _ condition: SQL,
        limit: Int,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [ExportRun] {
        guard principal.may(.recordsExport, .organization) else { return [] }
        let keyring = try vault.keyring(for: principal.organization, on: connection)
        let now = surroundings.now()
        return try connection.rows(
            """
            SELECT e.id, e.kind, e.format, e.state, e.row_count, e.from_day, e.until_day, e.requested_by,
                e.requested_at, e.decided_by, e.expires_at, e.reason, \(Keyring.wrapColumns)
            FROM export_run e \(keyring.wrapJoin(record: "e.id", for: .narrative))
            WHERE e.organization_id = \(principal.organization)\(condition) ORDER BY e.id DESC LIMIT \(limit)
            """
        ) { row -> ExportRun? in
            let id = try row.id(0, ExportEntity.self)
            let key = try keyring.recordKey(record: id.retagged(), from: row, at: 12)
            guard let kind = ExportKind(rawValue: try row.text(1)),
                let format = ExportFormat(rawValue: try row.text(2)),
                let stored = ExportState(rawValue: try row.text(3)), let from = CivilDate(iso: try row.text(5)),
                let until = CivilDate(iso: try row.text(6))
            else { return nil }
            let isOver = try row.instantOrNil(10).map { $0 <= now } ?? false
            return ExportRun(
                id: id,
                order: ExportOrder(
                    kind: kind,
                    format: format,
                    from: from,
                    until: until,
                    reason: try row.withBlob(11) { try key.openText($0, .exportReason) }
                ),
                state: stored.isOpen && isOver ? .expired : stored,
                rowCount: Int(try row.integer(4)),
                requestedBy: try row.id(7),
                requestedAt: try row.instant(8),
                decidedBy: try row.idOrNil(9)
            )
        }.compactMap { $0 }
    }
}
