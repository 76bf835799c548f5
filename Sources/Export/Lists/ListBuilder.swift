import Access
import Database
import Domain
import Localization
import Vault
import Web

/// Builds a list's file in memory, part by part, each read in a short transaction of its own.
struct ListBuilder: Sendable {
    let database: Database
    let services: ExportServices
    let principal: Principal
    let scope: TenantScope
    let zone: String
    let texts: Texts

    /// A file that may leave once its leaf is written.
    struct Built: Sendable {
        let bytes: [UInt8]
        let mediaType: String
        let rowCount: Int
        let damaged: [RecordID]
    }

    func build(_ order: ExportOrder) async throws -> Built {
        let title = order.kind.title(texts)
        let period = order.instants(zone)
        switch order.kind {
        case .contacts:
            let list = ContactList(
                services: services,
                principal: principal,
                period: period,
                zone: zone,
                texts: texts
            )
            return try await gather(ListFile(order.format, title: title, columns: ContactList.columns(texts))) {
                try list.part(after: $0, on: $1)
            }
        case .cases:
            let list = CaseList(
                services: services,
                principal: principal,
                period: period,
                zone: zone,
                texts: texts,
                workers: try await workers(period)
            )
            return try await gather(ListFile(order.format, title: title, columns: CaseList.columns(texts))) {
                try list.part(after: $0, on: $1)
            }
        case .facts:
            let list = FactList(organization: principal.organization, from: order.from, until: order.until)
            return try await gather(ListFile(order.format, title: title, columns: FactList.columns)) {
                try list.part(after: $0, on: $1)
            }
        }
    }

    private func workers(_ period: (from: Instant, until: Instant)) async throws -> [UserID: String] {
        let organization = principal.organization
        let users = try await database.read(scope) { connection in
            try CaseList.workers(period, of: organization, on: connection)
        }
        return try await services.staffNames(users, principal)
    }

    private func gather<Place: Sendable>(
        _ empty: ListFile,
        _ read: @escaping @Sendable (Place?, any Connection) throws -> ListPart<Place>
    ) async throws -> Built {
        var file = empty
        var damaged: [RecordID] = []
        var place: Place?
        repeat {
            let from = place
            let part = try await database.read(scope) { try read(from, $0) }
            try file.append(part.rows)
            damaged += part.damaged
            place = part.next
        } while place != nil
        return Built(
            bytes: try file.finished(),
            mediaType: file.mediaType,
            rowCount: file.rowCount,
            damaged: damaged
        )
    }
}
