import Access
import Database
public import Domain
import Facts
import Guides
import Vault
import Web

extension CaseStore {
    /// Writes the steps of the problems' plan templates into a new case, each due so many days after it was opened.
    ///
    /// - Returns: the earliest day on which one is due.
    func makePlan(
        _ head: CaseHead,
        _ problems: [ProblemCode],
        from day: CivilDate,
        by principal: Principal,
        _ key: RecordKey,
        on connection: any Connection
    ) throws -> CivilDate? {
        let entries = CaseEntryStore(cases: self)
        let language = principal.language ?? organizations[head.owner]?.defaultLanguage ?? "ru"
        var earliest: CivilDate?
        for step in content.problems.plan(for: problems) {
            let due = day.advanced(byDays: Int64(step.offsetDays))
            _ = try entries.insert(
                EntryDraft(
                    .step,
                    EntryBody(title: step.title.text(language)),
                    code: step.key,
                    counterpart: step.authority.flatMap { EntryCounterpart(rawValue: $0.rawValue) },
                    dueOn: due
                ),
                in: head,
                by: principal,
                key,
                on: connection
            )
            earliest = min(earliest ?? due, due)
        }
        return earliest
    }

    /// A step's title in the reader's language: the template's, unless somebody rewrote it.
    func title(of entry: CaseEntry, problems: [ProblemCode], language: String) -> String {
        let written = entry.body?.title ?? ""
        guard entry.kind == .step, let code = entry.code else { return written }
        for problem in problems {
            guard let step = content.problems[problem]?.plan.first(where: { $0.key == code }) else { continue }
            return step.title.all.values.contains(written) ? step.title.text(language) : written
        }
        return written
    }

    /// The same where the case's problems are not at hand; the written title says which of the templates it came from.
    func stepTitle(_ written: String, code: String, language: String) -> String {
        let steps = content.problems.all.lazy.flatMap(\.plan)
        let step = steps.first { $0.key == code && $0.title.all.values.contains(written) }
        return step?.title.text(language) ?? written
    }

    /// What the case's claims and payments add up to, entry by entry: owed and demanded by the claims, recovered by the
    /// payments that the worker confirmed.
    func amounts(of head: CaseHead, _ key: RecordKey, on connection: any Connection) throws -> [CaseAmount] {
        guard key.has(.money) else { return [] }
        let kinds = [EntryKind.claim.rawValue, EntryKind.payment.rawValue]
        let dead = [EntryState.undone.rawValue, EntryState.cancelled.rawValue, EntryState.refused.rawValue]
        let rows = try connection.rows(
            """
            SELECT \(EntryRow.columns) FROM case_entry e
            WHERE e.case_id = \(head.id) AND e.kind IN \(kinds) AND e.state NOT IN \(dead)
            ORDER BY e.event_at, e.id
            """
        ) { try EntryRow(from: $0) }
        var amounts: [CaseAmount] = []
        for row in rows {
            let body = try row.opened(with: key)
            let day = CivilDate(at: row.eventAt, zone: zone(head.owner))
            if let money = body.claim?.owed?.money { amounts.append(CaseAmount(kind: .owed, money: money, day: day)) }
            if let money = body.claim?.demanded?.money {
                amounts.append(CaseAmount(kind: .demanded, money: money, day: day))
            }
            if row.state == .done, let payment = body.payment, let money = payment.amount.money {
                let paid = payment.paidOn.flatMap { CivilDate(iso: $0) } ?? day
                amounts.append(CaseAmount(kind: .recovered, money: money, day: paid))
            }
        }
        return amounts
    }
}

/// What a case's claims add up to, currency by currency.
public struct ClaimTotals: Sendable, Hashable {
    public var owed: [CurrencyCode: Int64] = [:]
    public var demanded: [CurrencyCode: Int64] = [:]
    public var recovered: [CurrencyCode: Int64] = [:]

    /// From entries that the reader could open.
    public init(_ entries: [CaseEntry]) {
        for entry in entries where entry.state != .cancelled && entry.state != .refused && entry.state != .undone {
            if let money = entry.body?.claim?.owed?.money { owed[money.currency, default: 0] += money.hundredths }
            if let money = entry.body?.claim?.demanded?.money {
                demanded[money.currency, default: 0] += money.hundredths
            }
            guard entry.state == .done, let money = entry.body?.payment?.amount.money else { continue }
            recovered[money.currency, default: 0] += money.hundredths
        }
    }

    public var currencies: [CurrencyCode] { Set(owed.keys).union(demanded.keys).union(recovered.keys).sorted() }
}
