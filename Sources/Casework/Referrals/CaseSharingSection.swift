public import Access
public import Database
public import Domain
public import Localization
public import Markup
import People
import Web

/// What the page of a case says about sharing: who may see it by whose word, who sees it now, where it was referred.
public struct CaseSharing: Sendable {
    let caseID: CaseID
    public let isOwn: Bool
    /// Whether the case may be offered to others at all (design, safety rule 12).
    public let isOffered: Bool
    let authorities: [Authority]
    let details: [AuthorityID: AuthorityDetails]
    let names: [PersonID: String]
    let referrals: [Referral]
    /// Who sees the case now, with what, until when.
    let readers: [(organization: OrganizationID, groups: FieldGroups, until: Instant)]
    let letters: Int
    let decision: (dueAt: Instant, decided: WithdrawalDecision?)?
    let user: UserID
}

extension ReferralStore {
    /// What the section shows of a case that is there for the principal; a recipient sees only its own decision.
    public func sharing(
        of head: CaseHead,
        for principal: Principal,
        on connection: any Connection
    ) throws -> CaseSharing {
        let isOwn = head.owner == principal.organization
        let store = AuthorityStore(cases)
        let authorities = isOwn ? try store.list(of: head.id, for: principal, on: connection) : []
        let names = try cases.people.brief(Set(authorities.map(\.person)), for: principal, on: connection)
        let live = authorities.filter { $0.isLive(at: core.now) }.count
        return CaseSharing(
            caseID: head.id,
            isOwn: isOwn,
            isOffered: OfferRule.isOffered(
                isImported: head.isImported,
                isPractice: core.isPractice(principal.organization),
                liveAuthorities: live
            ),
            authorities: authorities,
            details: isOwn ? try store.details(of: head.id, for: principal, on: connection) : [:],
            names: names.mapValues(\.name),
            referrals: isOwn ? try sent(of: head.id, for: principal, on: connection) : [],
            readers: isOwn ? try readers(of: head.id, on: connection) : [],
            letters: isOwn
                ? Int(try connection.count("SELECT COUNT(*) FROM letter WHERE case_id = \(head.id)")) : 0,
            decision: try decision(for: head.id, of: principal, on: connection),
            user: principal.user
        )
    }

    private func readers(
        of caseID: CaseID,
        on connection: any Connection
    ) throws -> [(organization: OrganizationID, groups: FieldGroups, until: Instant)] {
        try connection.rows(
            """
            SELECT recipient_organization_id, field_groups, expires_at FROM record_grant
            WHERE record_id = \(caseID) AND keys_destroyed_at IS NULL AND revoked_at IS NULL AND starts_at <= \(core.now) AND expires_at > \(core.now)
            ORDER BY recipient_organization_id
            """
        ) { (try $0.id(0), FieldGroups(rawValue: try $0.integer(1)), try $0.instant(2)) }
    }
}

/// The section itself, for the page of a case.
public struct CaseSharingSection {
    private let sharing: CaseSharing
    private let token: String
    private let mayShare: Bool
    private let now: Instant
    private let zone: String
    private let organizationName: @Sendable (OrganizationID) -> String

    public init(
        _ sharing: CaseSharing,
        token: String,
        mayShare: Bool,
        now: Instant,
        zone: String,
        organizationName: @escaping @Sendable (OrganizationID) -> String
    ) {
        self.sharing = sharing
        self.token = token
        self.mayShare = mayShare
        self.now = now
        self.zone = zone
        self.organizationName = organizationName
    }

    public func html(_ texts: Texts) -> HTML {
        guard sharing.isOwn else { return decision(texts) }
        return """
            \(decision(texts))<section id="sharing"><h2>\(texts.authority.title)</h2>\(authorities(texts))\
            <h3>\(texts.referrals.whoSees)</h3>\(readers(texts))\
            <h3>\(texts.referrals.section)</h3>\(referrals(texts))\(buttons(texts))</section>
            """
    }

    private func buttons(_ texts: Texts) -> HTML {
        guard mayShare else { return "" }
        let id = sharing.caseID
        var buttons = [Button(texts.authority.give, .link(SharingURL.give(id).url))]
        if sharing.isOffered {
            buttons.append(Button(texts.referrals.refer, .link(SharingURL.refer(id).url)))
            buttons.append(Button(texts.transfers.offer, .link(SharingURL.offer(id).url), style: .quiet))
        }
        buttons.append(Button(texts.letters.title, .link(SharingURL.letters(id).url), style: .quiet))
        return Toolbar(buttons).html(texts)
    }

    private func authorities(_ texts: Texts) -> HTML {
        guard !sharing.authorities.isEmpty else { return "<p class=\"muted\">\(texts.authority.none)</p>" }
        return "<ul class=\"bare\">\(HTML.each(sharing.authorities) { "<li>\(line($0, texts))</li>" })</ul>"
    }

    private func line(_ authority: Authority, _ texts: Texts) -> HTML {
        let details = sharing.details[authority.id]
        let recipient = authority.recipient.map(organizationName) ?? details?.outsideRecipient ?? ""
        let person = sharing.names[authority.person] ?? ""
        let day = SharingTitles.day(authority.expiresOn, texts)
        let state: HTML =
            if let end = authority.end {
                Badge(end.title(texts)).html
            } else if authority.needsConfirmation, authority.confirmedAt == nil {
                Badge(texts.authority.awaits, .due).html
            } else if !authority.isLive(at: now) {
                Badge(texts.authority.endedLapsed).html
            } else if authority.endsAt < authority.expiresAt {
                "\(Badge(texts.authority.lapses, .due).html) \(RelativeTime(authority.endsAt, now: now, zone: zone).html(texts))"
            } else {
                Badge(texts.authority.until(date: day), .active).html
            }
        return """
            <span class="strong">\(HTML.isolated(recipient))</span> \(state)<br/>\
            <span class="muted">\(HTML.isolated(person)) · \(authority.basis.title(texts)) · \
            \(authority.purpose.title(texts)) · \(SharingTitles.list(authority.groups, texts)) · \
            \(authority.giver.title(texts))</span> \(actions(authority, recipient, texts))
            """
    }

    private func actions(_ authority: Authority, _ recipient: String, _ texts: Texts) -> HTML {
        guard mayShare, authority.endedAt == nil, now < authority.endsAt else { return "" }
        let withdraw = Button(
            texts.authority.withdraw,
            .link(SharingURL.withdraw(sharing.caseID, authority.id).url),
            style: .quiet,
            about: recipient
        ).html
        let isWaiting = authority.basis == .vitalInterest && authority.confirmedAt == nil
        guard isWaiting, authority.createdBy != sharing.user else { return withdraw }
        let confirm = Form(
            SharingURL.confirm(sharing.caseID, authority.id).url,
            token: token,
            kind: "plain",
            content: Button(texts.authority.confirm, about: recipient).html
        ).html(texts)
        return "\(confirm)\(withdraw)"
    }

    private func readers(_ texts: Texts) -> HTML {
        guard !sharing.readers.isEmpty else { return "<p class=\"muted\">\(texts.referrals.whoSeesNobody)</p>" }
        let lines = HTML.each(sharing.readers) { reader in
            let until = texts.formats.dateTime(milliseconds: reader.until.milliseconds, zone: zone)
            return """
                <li><span class="strong">\(HTML.isolated(organizationName(reader.organization)))</span> \
                <span class="muted">\(SharingTitles.list(reader.groups, texts)) · \
                \(texts.authority.until(date: until))</span></li>
                """
        }
        return "<ul class=\"bare\">\(lines)</ul>"
    }

    private func referrals(_ texts: Texts) -> HTML {
        let lines = HTML.each(sharing.referrals) { referral in
            """
            <li><a href="\(url: SharingURL.referral(referral.id).url)">\
            \(HTML.isolated(organizationName(referral.to)))</a> \(SharingTitles.badge(referral.state, texts).html) \
            \(RelativeTime(referral.sentAt, now: now, zone: zone).html(texts))</li>
            """
        }
        return sharing.referrals.isEmpty
            ? "<p class=\"muted\">\(texts.referrals.emptyOut)</p>" : "<ul class=\"bare\">\(lines)</ul>"
    }

    /// For the recipient's own case after a withdrawal: what it must decide, by when.
    private func decision(_ texts: Texts) -> HTML {
        guard let decision = sharing.decision else { return "" }
        if let decided = decision.decided {
            return Notice(.info, "\(texts.referrals.withdrawnTitle): \(decided.title(texts))").html(texts)
        }
        let by = texts.formats.dateTime(milliseconds: decision.dueAt.milliseconds, zone: zone)
        let form = Form(
            SharingURL.decide(sharing.caseID).url,
            token: token,
            content: RadioField(
                "decision",
                legend: texts.referrals.decision,
                options: WithdrawalDecision.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                isInline: true
            ).html(texts)
                + TextField("basis", label: texts.referrals.decisionBasis, maximumLength: 500).html(texts)
                + Button(texts.common.save).html
        ).html(texts)
        return Notice(
            .warning,
            texts.referrals.withdrawnEnded,
            content: "<p>\(texts.referrals.withdrawnBody(date: by))</p>\(form)"
        ).html(texts)
    }
}
