import Access
import Casework
import Database
import Domain
import Guides
import Localization
import People
import Spreadsheets
import Vault
import Web

/// An organisation's own cases as rows, those opened last first. A case from which the reader is barred is left out.
struct CaseList: Sendable {
    let services: ExportServices
    let principal: Principal
    let period: (from: Instant, until: Instant)
    let zone: String
    let texts: Texts
    /// Duty names of those who work on the cases.
    let workers: [UserID: String]

    private static let partSize = 50

    static func columns(_ texts: Texts) -> [String] {
        [
            texts.exports.cellNumber, texts.exports.cellOpened, texts.exports.cellClosed, texts.exports.cellStatus,
            texts.exports.cellProblems,
            texts.exports.cellOutcome, texts.exports.cellClient, texts.exports.cellWorker, texts.exports.cellOwed,
            texts.exports.cellDemanded,
            texts.exports.cellRecovered,
        ]
    }

    /// Who works on the cases of a period.
    static func workers(
        _ period: (from: Instant, until: Instant),
        of organization: OrganizationID,
        on connection: any Connection
    ) throws -> Set<UserID> {
        Set(
            try connection.rows(
                """
                SELECT DISTINCT worker_user_id FROM case_file
                WHERE organization_id = \(organization) AND opened_at >= \(period.from)
                    AND opened_at < \(period.until) AND worker_user_id IS NOT NULL
                """
            ) { try $0.id(0, UserEntity.self) }
        )
    }

    func part(after place: CaseQuery.Place?, on connection: any Connection) throws -> ListPart<CaseQuery.Place> {
        // Before any id at the end of the period.
        let end = CaseQuery.Place(key: String(period.until.milliseconds), id: CaseID(high: 0, low: 0))
        let query = CaseQuery(box: .own, activity: .all, after: place ?? end, limit: Self.partSize)
        let page = try services.cases.list(query, for: principal, on: connection)
        let items = page.items.prefix { $0.head.openedAt >= period.from }
        let clients = try services.people.brief(Set(items.compactMap(\.head.client)), for: principal, on: connection)
        var part = ListPart<CaseQuery.Place>()
        for item in items {
            do {
                part.rows.append(try row(item.head, clients, on: connection))
            } catch CaseError.refused(.barred) {
                continue
            } catch let error where error is VaultError || error as? CaseError == .tampered(item.head.id) {
                part.damaged.append(item.head.id.retagged())
                part.rows.append([
                    .text(item.head.displayNumber), day(item.head.openedAt), .text(texts.exports.cellDamaged),
                ])
            }
        }
        part.damaged += clients.values.filter(\.isDamaged).map { $0.id.retagged() }
        part.next = page.hasNext && items.count == page.items.count ? items.last.map { query.place(of: $0) } : nil
        return part
    }

    private func row(
        _ head: CaseHead,
        _ clients: [PersonID: PersonListItem],
        on connection: any Connection
    ) throws -> [Cell] {
        let file = try services.cases.open(head.id, for: principal, on: connection)
        let totals = ClaimTotals(
            try services.entries.entries(of: head.id, for: principal, kinds: [.claim, .payment], on: connection)
        )
        let client = head.client.flatMap { clients[$0] }
        let problems = file.problems.map { services.content.problems.name($0.code, texts.language) }
        return [
            .text(head.displayNumber), day(head.openedAt), day(head.closedAt), .text(head.status.title(texts)),
            Cell(text: problems.joined(separator: "; ")), Cell(text: head.outcome?.title(texts)),
            // Somebody whom another organisation shared is not this organisation's to take out.
            Cell(text: client?.owner == principal.organization ? client?.name : nil),
            Cell(text: head.worker.flatMap { workers[$0] }),
            amounts(totals.owed), amounts(totals.demanded), amounts(totals.recovered),
        ]
    }

    private func day(_ instant: Instant?) -> Cell { Cell(day: instant.map { CivilDate(at: $0, zone: zone) }) }

    /// Amounts are never added up over currencies.
    private func amounts(_ totals: [CurrencyCode: Int64]) -> Cell {
        let parts = totals.sorted { $0.key < $1.key }
            .map { Money(hundredths: $0.value, currency: $0.key).decimal + " " + $0.key.code }
        return Cell(text: parts.joined(separator: "; "))
    }
}
