import Domain
import Localization
import Markup
import Web

/// The inbox, and turned round the outbox: newest first with a clock each.
struct InboxPage {
    let page: ReferralPage
    let query: ReferralQuery
    let transfers: [Transfer]
    let now: Instant
    let zone: String
    let organizationName: @Sendable (OrganizationID) -> String
    let problemName: @Sendable (ProblemCode) -> String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            title(texts),
            actions: query.box == .in
                ? [Button(texts.official.title, .link(OfficialRequestURL.list.url), style: .quiet)] : []
        ).html(texts)
        return "\(header)\(boxes(texts))\(offers(texts))\(table(texts))"
    }

    func title(_ texts: Texts) -> String { query.box == .in ? texts.referrals.inbox : texts.referrals.outbox }

    private func boxes(_ texts: Texts) -> HTML {
        let sides = Tabs(
            title(texts),
            ReferralBox.allCases.map { box in
                Tabs.Item(
                    box == .in ? texts.referrals.inbox : texts.referrals.outbox,
                    SharingURL.box(box).url,
                    isCurrent: box == query.box
                )
            }
        ).html(texts)
        let filters = Tabs(
            texts.referrals.columnState,
            ReferralQuery.Filter.allCases.map { filter in
                Tabs.Item(
                    filter.title(texts),
                    SharingURL.box(query.box, filter).url,
                    isCurrent: filter == query.filter
                )
            }
        ).html(texts)
        return "\(sides)\(filters)"
    }

    /// Cases that are offered for good come first: they wait with a clock of their own.
    private func offers(_ texts: Texts) -> HTML {
        let open = transfers.filter { $0.state == .offered }
        guard !open.isEmpty else { return "" }
        let lines = HTML.each(open) { transfer in
            """
            <li><a href="\(url: SharingURL.transfer(transfer.id).url)">\(texts.transfers.title): \
            \(HTML.isolated(organizationName(query.box == .in ? transfer.from : transfer.to)))</a> \
            \(SharingClock(dueAt: transfer.dueAt, now: now, zone: zone).html(texts))</li>
            """
        }
        return "<section><h2>\(texts.transfers.title)</h2><ul class=\"bare\">\(lines)</ul></section>"
    }

    private func table(_ texts: Texts) -> HTML {
        let isIn = query.box == .in
        let table = Table(
            title(texts),
            columns: [
                TableColumn(texts.referrals.columnPerson, isHeading: true),
                TableColumn(isIn ? texts.referrals.columnFrom : texts.referrals.columnTo),
                TableColumn(texts.referrals.columnProblem),
                TableColumn(texts.referrals.urgency),
                TableColumn(texts.referrals.columnState),
                TableColumn(texts.referrals.columnClock),
                TableColumn(texts.referrals.columnSent),
            ],
            paging: Paging(
                next: page.hasOlder
                    ? page.items.last.map { SharingURL.box(query.box, query.filter, before: $0.referral.id).url } : nil
            ),
            empty: EmptyState(
                isIn ? texts.referrals.emptyIn : texts.referrals.emptyOut,
                explanation: isIn ? "" : texts.referrals.emptyHint,
                icon: .inbox
            ),
            liveID: "referrals"
        )
        return table.html(texts) { rows in
            for item in page.items {
                let referral = item.referral
                rows.row { row in
                    row.link(
                        item.name.isEmpty ? texts.referrals.personHidden : item.name,
                        to: SharingURL.referral(referral.id).url
                    )
                    row.text(organizationName(isIn ? referral.from : referral.to))
                    row.text(referral.problem.map(problemName) ?? "–")
                    row.html(urgency(referral.urgency, texts))
                    row.html(SharingTitles.badge(referral.state, texts).html)
                    row.html(
                        referral.state == .sent || referral.state == .seen
                            ? SharingClock(dueAt: referral.dueAt, now: now, zone: zone).html(texts) : "–"
                    )
                    row.time(RelativeTime(referral.sentAt, now: now, zone: zone), texts)
                }
            }
        }
    }

    private func urgency(_ urgency: Urgency, _ texts: Texts) -> HTML {
        switch urgency {
        case .normal: HTML(text: urgency.title(texts))
        case .urgent: Badge(urgency.title(texts), .due).html
        case .emergency: Badge(urgency.title(texts), .danger).html
        }
    }
}

/// The time that is left to answer, or since when it is overdue.
struct SharingClock {
    let dueAt: Instant
    let now: Instant
    let zone: String

    func html(_ texts: Texts) -> HTML {
        let at = texts.formats.dateTime(milliseconds: dueAt.milliseconds, zone: zone)
        return dueAt <= now
            ? Badge(texts.referrals.clockOverdue(date: at), .danger).html
            : "<span class=\"muted\">\(texts.referrals.clockDue(date: at))</span>"
    }
}
