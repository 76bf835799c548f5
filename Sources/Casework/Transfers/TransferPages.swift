import Domain
import Localization
import Markup
import Web

/// What was typed into the form for a transfer.
struct TransferInput {
    var recipient = ""
    var sheet = HandoverSheet()

    init() {}

    init(_ form: FormData) {
        recipient = form["recipient"]
        sheet = HandoverSheet(
            deadlines: form.trimmed("deadlines"),
            originals: form.trimmed("originals"),
            promises: form.trimmed("promises"),
            dangers: form.trimmed("dangers")
        )
    }
}

/// The form that offers a case to another organisation, with the handover sheet.
struct OfferPage {
    let subject: SharingRoutes.Subject
    let recipients: [OrganizationDirectory.Entry]
    let input: TransferInput
    let errors: FormErrors
    let token: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            texts.transfers.title,
            breadcrumbs: [Breadcrumbs.Item(subject.file.number, SharingURL.case(subject.file.id).url)]
        ).html(texts)
        let fields: [HTML] = [
            SelectField(
                "recipient",
                label: texts.transfers.to,
                options: recipients.map { FieldOption($0.id.text, $0.name(texts.language)) },
                value: input.recipient,
                hint: texts.transfers.needConsent,
                error: errors.message(for: "recipient", texts) ?? errors.message(for: "consent", texts),
                isRequired: true
            ).html(texts),
            area("deadlines", texts.transfers.sheetDeadlines, input.sheet.deadlines, texts),
            area("originals", texts.transfers.sheetOriginals, input.sheet.originals, texts),
            area("promises", texts.transfers.sheetPromises, input.sheet.promises, texts),
            area("dangers", texts.transfers.sheetDangers, input.sheet.dangers, texts),
            Toolbar([
                Button(texts.transfers.send, style: .primary),
                Button(texts.common.cancel, .link(SharingURL.case(subject.file.id).url), style: .quiet),
            ]).html(texts),
        ]
        let form = Form(
            SharingURL.offer(subject.file.id).url,
            token: token,
            isGuarded: true,
            content: fields.joined()
        ).html(texts)
        return """
            \(header)\(ErrorSummary(errors, texts).html(texts))\
            \(Notice(.warning, texts.transfers.offerBody).html(texts))\(form)
            """
    }

    private func area(_ name: String, _ label: String, _ value: String, _ texts: Texts) -> HTML {
        TextArea(name, label: label, value: value, rows: 3).html(texts)
    }
}

/// One transfer: the handover sheet, and what can be done.
struct TransferPage {
    let transfer: Transfer
    let sheet: HandoverSheet?
    /// The case as far as it is open to the reader.
    let file: CaseFile?
    let own: OrganizationID
    let mayAnswer: Bool
    let mayShare: Bool
    let token: String
    let now: Instant
    let zone: String
    let errors: FormErrors
    let organizationName: @Sendable (OrganizationID) -> String

    private var isRecipient: Bool { transfer.to == own }

    func html(_ texts: Texts) -> HTML {
        let other = organizationName(isRecipient ? transfer.from : transfer.to)
        let kind: Badge.Kind = transfer.state == .offered ? .due : .neutral
        let badge = Badge(SharingTitles.state(transfer.state, texts), kind).html
        let clock: HTML =
            transfer.state == .offered ? SharingClock(dueAt: transfer.dueAt, now: now, zone: zone).html(texts) : ""
        let reason: HTML = HTML(text: transfer.reason.map { SharingTitles.reason($0, texts) } ?? "")
        let header = PageHeader(
            "\(texts.transfers.title): \(other)",
            breadcrumbs: [
                Breadcrumbs.Item(
                    isRecipient ? texts.referrals.inbox : texts.referrals.outbox,
                    SharingURL.box(isRecipient ? .in : .out).url
                )
            ],
            details: "\(badge) \(clock) \(reason)"
        ).html(texts)
        return "\(header)\(ErrorSummary(errors, texts).html(texts))\(content(texts))\(actions(texts))"
    }

    private func content(_ texts: Texts) -> HTML {
        var items: [DescriptionList.Item] = []
        if let file {
            items.append(
                DescriptionList.Item(
                    texts.referrals.record,
                    "<a href=\"\(url: SharingURL.case(file.id).url)\">\(file.number)</a>"
                )
            )
            if let summary = file.summary {
                items.append(DescriptionList.Item(texts.referrals.summary, text: summary, texts))
            }
        }
        if let sheet {
            items.append(DescriptionList.Item(texts.transfers.sheetDeadlines, text: sheet.deadlines, texts))
            items.append(DescriptionList.Item(texts.transfers.sheetOriginals, text: sheet.originals, texts))
            items.append(DescriptionList.Item(texts.transfers.sheetPromises, text: sheet.promises, texts))
            items.append(DescriptionList.Item(texts.transfers.sheetDangers, text: sheet.dangers, texts))
        }
        guard !items.isEmpty else { return "<p class=\"muted\">\(texts.referrals.recordShut)</p>" }
        return "<section><h2>\(texts.transfers.sheet)</h2>\(DescriptionList(items).html(texts))</section>"
    }

    private func actions(_ texts: Texts) -> HTML {
        guard transfer.state == .offered else { return "" }
        if !isRecipient {
            guard mayShare else { return "" }
            return Form(
                SharingURL.transferAct(transfer.id, "revoke").url,
                token: token,
                kind: "plain",
                content: Button(texts.transfers.revoke, style: .destructive).html
            ).html(texts)
        }
        guard mayAnswer else { return "" }
        let accept = Form(
            SharingURL.transferAct(transfer.id, "accept").url,
            token: token,
            kind: "plain",
            content: Button(texts.transfers.accept, style: .primary).html
        ).html(texts)
        let decline = Confirmation(
            texts.transfers.decline,
            explanation: "",
            confirmLabel: texts.transfers.decline,
            action: SharingURL.transferAct(transfer.id, "decline").url,
            token: token,
            fields: SelectField(
                "reason",
                label: texts.referrals.declineReason,
                options: DeclineReason.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                error: errors.message(for: "reason", texts),
                isRequired: true,
                width: .medium
            ).html(texts),
            isOpen: errors.message(for: "reason", texts) != nil
        ).html(texts)
        return "<section class=\"actions\">\(accept)\(decline)</section>"
    }
}
