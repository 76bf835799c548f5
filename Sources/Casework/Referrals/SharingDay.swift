public import Access
public import Database
public import Domain
public import Localization
import People
import Web

/// What *my day* shows of sharing: what came in and waits, what was sent and isn't answered, what must be confirmed or
/// decided.
public struct SharingDay: Sendable {
    private let rooms: SharingRooms

    public init(_ cases: CaseStore) {
        rooms = SharingRooms(cases)
    }

    public func items(
        for principal: Principal,
        _ texts: Texts,
        on connection: any Connection
    ) throws -> [DayItem] {
        var items: [DayItem] = []
        if principal.may(.referralsAnswer) { items += try incoming(principal, texts, on: connection) }
        if principal.may(.peopleShare) { items += try outgoing(principal, texts, on: connection) }
        return items
    }

    private func incoming(
        _ principal: Principal,
        _ texts: Texts,
        on connection: any Connection
    ) throws -> [DayItem] {
        let page = try rooms.referrals.list(
            ReferralQuery(.in, filter: .waiting, limit: 20),
            for: principal,
            on: connection
        )
        let zone = rooms.cases.organizations.zone(principal.organization)
        let referrals = page.items.map { item in
            DayItem(
                kind: "referral",
                urgency: .now,
                name: item.name,
                title: name(item.referral.from, texts),
                dueOn: CivilDate(at: item.referral.dueAt, zone: zone),
                since: item.referral.sentAt,
                path: ["referrals", item.referral.id.text]
            )
        }
        let transfers = try rooms.transfers.list(.in, for: principal, on: connection)
            .filter { $0.state == .offered }
            .map { transfer in
                DayItem(
                    kind: "transfer",
                    urgency: .now,
                    name: "",
                    title: name(transfer.from, texts),
                    dueOn: CivilDate(at: transfer.dueAt, zone: zone),
                    since: transfer.offeredAt,
                    path: ["transfers", transfer.id.text]
                )
            }
        return referrals + transfers
    }

    private func outgoing(
        _ principal: Principal,
        _ texts: Texts,
        on connection: any Connection
    ) throws -> [DayItem] {
        let page = try rooms.referrals.list(
            ReferralQuery(.out, filter: .waiting, limit: 20),
            for: principal,
            on: connection
        )
        return page.items.map { item in
            DayItem(
                kind: "referral",
                urgency: item.referral.escalation > 0 ? .now : .waiting,
                name: item.name,
                title: name(item.referral.to, texts),
                since: item.referral.sentAt,
                path: ["referrals", item.referral.id.text]
            )
        }
    }

    private func name(_ organization: OrganizationID, _ texts: Texts) -> String {
        rooms.cases.organizations.name(organization, texts.language)
    }
}
