import Access
import Domain
import Localization
import Markup
import People
import Web

/// One referral as its side sees it: only what the authority allows, who gave it until when, and what can be done.
struct ReferralDetailPage {
    let view: ReferralView
    let own: OrganizationID
    let mayAnswer: Bool
    let mayShare: Bool
    let token: String
    let now: Instant
    let zone: String
    let errors: FormErrors
    let organizationName: @Sendable (OrganizationID) -> String

    private var referral: Referral { view.referral }
    private var isRecipient: Bool { referral.to == own }

    func html(_ texts: Texts) -> HTML {
        let other = isRecipient ? referral.from : referral.to
        let header = PageHeader(
            "\(texts.referrals.title): \(organizationName(other))",
            breadcrumbs: [
                Breadcrumbs.Item(
                    isRecipient ? texts.referrals.inbox : texts.referrals.outbox,
                    SharingURL.box(isRecipient ? .in : .out).url
                )
            ],
            details: status(texts)
        ).html(texts)
        return """
            \(header)\(ErrorSummary(errors, texts).html(texts))\(withdrawn(texts))\(facts(texts))\(record(texts))\
            \(messages(texts))\(actions(texts))
            """
    }

    private func status(_ texts: Texts) -> HTML {
        var parts: [HTML] = [
            SharingTitles.badge(referral.state, texts).html,
            Badge(referral.urgency.title(texts), referral.urgency == .normal ? .neutral : .due).html,
        ]
        if referral.state == .sent || referral.state == .seen {
            parts.append(SharingClock(dueAt: referral.dueAt, now: now, zone: zone).html(texts))
        }
        if referral.escalation > 0 { parts.append(Badge(texts.referrals.escalated, .due).html) }
        if let reason = referral.reason { parts.append(HTML(text: SharingTitles.reason(reason, texts))) }
        return parts.joined(separator: " ")
    }

    private func withdrawn(_ texts: Texts) -> HTML {
        guard let due = view.decisionDue, let linked = view.linkedCase else { return "" }
        let by = texts.formats.dateTime(milliseconds: due.milliseconds, zone: zone)
        let link: HTML = "<p><a href=\"\(url: SharingURL.case(linked.id).url)\">\(linked.number)</a></p>"
        return Notice(
            .warning,
            referral.reason == ReferralEnd.withdrawn.rawValue
                ? texts.referrals.withdrawnTitle : texts.referrals.withdrawnEnded,
            content: "<p>\(texts.referrals.withdrawnBody(date: by))</p>\(link)"
        ).html(texts)
    }

    private func facts(_ texts: Texts) -> HTML {
        var items: [DescriptionList.Item] = []
        if let note = view.note {
            items.append(DescriptionList.Item(texts.referrals.note, prose(note.text, texts)))
            let wishes = wishes(note, texts)
            if !wishes.isEmpty {
                items.append(DescriptionList.Item(texts.referrals.wishes, text: texts.formats.list(wishes), texts))
            }
            if !note.agreement.isEmpty {
                items.append(DescriptionList.Item(texts.referrals.agreement, text: note.agreement, texts))
            }
        }
        for authority in view.authorities {
            let day = SharingTitles.day(authority.expiresOn, texts)
            items.append(
                DescriptionList.Item(
                    texts.referrals.byAuthority,
                    text: [
                        authority.basis.title(texts), authority.giver.title(texts),
                        SharingTitles.list(authority.groups, texts), texts.authority.until(date: day),
                    ].joined(separator: " · "),
                    texts
                )
            )
        }
        if let outcome = referral.outcome {
            items.append(DescriptionList.Item(texts.referrals.outcome, text: outcome.title(texts), texts))
        }
        if let answer = view.answer, !answer.text.isEmpty {
            items.append(DescriptionList.Item(texts.referrals.answer, prose(answer.text, texts)))
        }
        if let linked = view.linkedCase {
            items.append(
                DescriptionList.Item(
                    texts.referrals.linkedCase,
                    "<a href=\"\(url: SharingURL.case(linked.id).url)\">\(linked.number)</a>"
                )
            )
        }
        if referral.counterOf != nil {
            items.append(DescriptionList.Item(texts.referrals.counter, Badge(texts.referrals.counter).html))
        }
        return items.isEmpty ? "" : DescriptionList(items).html(texts)
    }

    private func wishes(_ note: ReferralNote, _ texts: Texts) -> [String] {
        var wishes: [String] = []
        if note.wantsWomanLawyer { wishes.append(texts.referrals.wishWomanLawyer) }
        if note.wantsInterpreter { wishes.append(texts.referrals.wishInterpreter) }
        if note.notFromOwnVillage { wishes.append(texts.referrals.wishNotVillage) }
        return wishes
    }

    /// The sender's record, read in place.
    private func record(_ texts: Texts) -> HTML {
        guard let file = view.file else {
            return
                "<section><h2>\(texts.referrals.record)</h2><p class=\"muted\">\(texts.referrals.recordShut)</p></section>"
        }
        let people = HTML.each(view.members) { person in
            let name = person.name.isEmpty ? texts.people.unnamed : person.name
            return "<li><a href=\"\(url: PeopleURL.person(person.id).url)\">\(HTML.isolated(name))</a></li>"
        }
        let others: HTML =
            view.others == 0 ? "" : "<p class=\"muted\">\(texts.referrals.others(count: view.others))</p>"
        var items: [DescriptionList.Item] = []
        if let summary = file.summary, !summary.isEmpty {
            items.append(DescriptionList.Item(texts.referrals.summary, prose(summary, texts)))
        }
        if let situation = file.situation, !situation.isEmpty {
            items.append(DescriptionList.Item(texts.referrals.situation, prose(situation, texts)))
        }
        let isWaiting = isRecipient && (referral.state == .sent || referral.state == .seen)
        let hint: HTML = isWaiting ? "<p class=\"muted\">\(texts.referrals.recordAfter)</p>" : ""
        let link: HTML =
            isRecipient ? "" : "<p><a href=\"\(url: SharingURL.case(file.id).url)\">\(file.number)</a></p>"
        return """
            <section><h2>\(texts.referrals.record)</h2>\(link)<ul class="bare">\(people)</ul>\(others)\
            \(items.isEmpty ? "" : DescriptionList(items).html(texts))\(hint)\(story(texts))</section>
            """
    }

    private func story(_ texts: Texts) -> HTML {
        guard !view.entries.isEmpty else { return "" }
        return Timeline(
            texts.referrals.record,
            view.entries.map { entry in
                Timeline.Entry(
                    RelativeTime(entry.eventAt, now: now, zone: zone),
                    .isolated(entry.body?.title ?? ""),
                    details: prose(entry.body?.text ?? "", texts)
                )
            }
        ).html(texts)
    }

    private func messages(_ texts: Texts) -> HTML {
        guard !view.messages.isEmpty else { return "" }
        return "<section><h2>\(texts.referrals.messages)</h2>"
            + Timeline(
                texts.referrals.messages,
                view.messages.map { message in
                    Timeline.Entry(
                        RelativeTime(message.at, now: now, zone: zone),
                        .isolated(organizationName(message.author)),
                        details: prose(message.text, texts)
                    )
                }
            ).html(texts) + "</section>"
    }

    private func prose(_ text: String, _ texts: Texts) -> HTML {
        text.isEmpty ? "" : "<div class=\"prose\"><bdi>\(text)</bdi></div>"
    }
}

// MARK: - What can be done

extension ReferralDetailPage {
    private func actions(_ texts: Texts) -> HTML {
        guard referral.state.isLive else { return "" }
        var parts: [HTML] = []
        if isRecipient, mayAnswer { parts += answers(texts) }
        if !isRecipient, mayShare {
            parts.append(
                Confirmation(
                    texts.referrals.revoke,
                    explanation: texts.referrals.revokeBody,
                    confirmLabel: texts.referrals.revoke,
                    action: SharingURL.act(referral.id, "revoke").url,
                    token: token
                ).html(texts)
            )
        }
        if isRecipient ? mayAnswer : mayShare { parts.append(ask(texts)) }
        return "<section class=\"actions\">\(parts.joined())</section>"
    }

    private func answers(_ texts: Texts) -> [HTML] {
        var parts: [HTML] = []
        let next = referral.state.next
        if next.contains(.accepted) {
            parts.append(
                Form(
                    SharingURL.act(referral.id, "accept").url,
                    token: token,
                    kind: "plain",
                    content: Button(texts.referrals.accept, style: .primary).html
                        + "<p class=\"hint\">\(texts.referrals.acceptHint)</p>"
                ).html(texts)
            )
        }
        if next.contains(.inProgress) {
            parts.append(
                Form(
                    SharingURL.act(referral.id, "start").url,
                    token: token,
                    kind: "plain",
                    content: Button(texts.referrals.start).html
                ).html(texts)
            )
        }
        if next.contains(.done) { parts.append(complete(texts)) }
        if next.contains(.declined) { parts.append(decline(texts)) }
        return parts
    }

    private func complete(_ texts: Texts) -> HTML {
        let fields =
            SelectField(
                "outcome",
                label: texts.referrals.outcome,
                options: CaseOutcome.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                error: errors.message(for: "outcome", texts),
                isRequired: true,
                width: .medium
            ).html(texts) + TextArea("text", label: texts.referrals.completeText, rows: 3).html(texts)
        return Confirmation(
            texts.referrals.complete,
            explanation: "",
            confirmLabel: texts.referrals.complete,
            action: SharingURL.act(referral.id, "complete").url,
            token: token,
            fields: fields,
            isOpen: errors.message(for: "outcome", texts) != nil,
            isDestructive: false
        ).html(texts)
    }

    private func decline(_ texts: Texts) -> HTML {
        let fields =
            SelectField(
                "reason",
                label: texts.referrals.declineReason,
                options: DeclineReason.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                error: errors.message(for: "reason", texts),
                isRequired: true,
                width: .medium
            ).html(texts) + TextArea("text", label: texts.referrals.declineText, rows: 3).html(texts)
        return Confirmation(
            texts.referrals.decline,
            explanation: "",
            confirmLabel: texts.referrals.decline,
            action: SharingURL.act(referral.id, "decline").url,
            token: token,
            fields: fields,
            isOpen: errors.message(for: "reason", texts) != nil
        ).html(texts)
    }

    private func ask(_ texts: Texts) -> HTML {
        Confirmation(
            texts.referrals.ask,
            explanation: "",
            confirmLabel: texts.referrals.ask,
            action: SharingURL.act(referral.id, "ask").url,
            token: token,
            fields: TextArea(
                "text",
                label: texts.referrals.askText,
                error: errors.message(for: "text", texts),
                rows: 3
            ).html(texts),
            isOpen: errors.message(for: "text", texts) != nil,
            isDestructive: false
        ).html(texts)
    }
}
