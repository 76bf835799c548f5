import Domain
import Localization
import Markup
import Web

/// The register: what to do when somebody asks, the requests with their clocks, and the form.
struct OfficialRequestsPage {
    let requests: [OfficialRequestHead]
    let form: FormData
    let errors: FormErrors
    let token: String
    let today: CivilDate

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            texts.official.title,
            breadcrumbs: [Breadcrumbs.Item(texts.referrals.inbox, SharingURL.box(.in).url)]
        ).html(texts)
        let rule = Notice(.warning, texts.official.rule).html(texts)
        return "\(header)\(ErrorSummary(errors, texts).html(texts))\(rule)\(table(texts))\(recordForm(texts))"
    }

    private func table(_ texts: Texts) -> HTML {
        Table(
            texts.official.title,
            columns: [
                TableColumn(texts.official.columnNumber, isHeading: true), TableColumn(texts.official.authority),
                TableColumn(texts.official.received), TableColumn(texts.official.due),
                TableColumn(texts.official.state),
            ],
            empty: EmptyState(texts.official.empty, explanation: texts.official.waits, icon: .inbox)
        ).html(texts) { rows in
            for request in requests {
                rows.row { row in
                    row.link(
                        texts.official.number(number: texts.formats.number(Int(request.number))),
                        to: OfficialRequestURL.request(request.id).url
                    )
                    row.text(request.authority.title(texts))
                    row.text(CaseText.date(request.receivedOn, texts.formats))
                    row.html(Self.clock(request, today, texts))
                    row.html(request.state.badge(texts).html)
                }
            }
        }
    }

    /// Until when an answer is due, while none was given.
    static func clock(_ request: OfficialRequestHead, _ today: CivilDate, _ texts: Texts) -> HTML {
        request.state == .received
            ? CaseText.due(request.dueOn, today: today, texts)
            : HTML(text: CaseText.date(request.dueOn, texts.formats))
    }

    private func recordForm(_ texts: Texts) -> HTML {
        let fields: [HTML] = [
            SelectField(
                "authority",
                label: texts.official.authority,
                options: RequestingAuthority.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                value: form["authority"],
                error: message("authority", texts),
                isRequired: true,
                width: .medium
            ).html(texts),
            SelectField(
                "channel",
                label: texts.official.channel,
                options: Channel.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                value: form["channel"],
                error: message("channel", texts),
                isRequired: true,
                width: .medium
            ).html(texts),
            date("received", texts.official.received, nil, texts),
            area("asker", texts.official.asker, texts.official.askerHint, texts, isRequired: true),
            area("wanted", texts.official.wanted, texts.official.wantedHint, texts, isRequired: true),
            area("paper", texts.official.paper, texts.official.paperHint, texts, isRequired: true),
            date("due", texts.official.due, texts.official.dueHint, texts),
            Button(texts.official.record, style: .primary).html,
        ]
        let form = Form(OfficialRequestURL.list.url, token: token, isGuarded: true, content: fields.joined())
        return "<section><h2>\(texts.official.record)</h2>\(form.html(texts))</section>"
    }

    private func date(_ name: String, _ legend: String, _ hint: String?, _ texts: Texts) -> HTML {
        DateField(
            name,
            legend: legend,
            day: form[name + "Day"],
            month: form[name + "Month"],
            year: form[name + "Year"],
            hint: hint,
            error: message(name + "Day", texts),
            isRequired: name == "received",
            isPartial: false
        ).html(texts)
    }

    private func area(_ name: String, _ label: String, _ hint: String, _ texts: Texts, isRequired: Bool) -> HTML {
        TextArea(
            name,
            label: label,
            value: form[name],
            hint: hint,
            error: message(name, texts),
            isRequired: isRequired,
            rows: 3
        ).html(texts)
    }

    private func message(_ field: String, _ texts: Texts) -> String? { errors.message(for: field, texts) }
}

/// One request, and for those who may decide the form for it.
struct OfficialRequestPage {
    let request: OfficialRequest
    let form: FormData
    let errors: FormErrors
    let token: String
    let user: UserID
    let mayDecide: Bool
    let names: [UserID: String]
    let today: CivilDate
    let now: Instant
    let zone: String

    func title(_ texts: Texts) -> String {
        texts.official.number(number: texts.formats.number(Int(request.head.number)))
    }

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            title(texts),
            breadcrumbs: [Breadcrumbs.Item(texts.official.title, OfficialRequestURL.list.url)],
            details: request.head.state.badge(texts).html
        ).html(texts)
        return "\(header)\(ErrorSummary(errors, texts).html(texts))\(facts(texts))\(decision(texts))"
    }

    private func facts(_ texts: Texts) -> HTML {
        let (head, body) = (request.head, request.body)
        var items = [
            DescriptionList.Item(texts.official.authority, HTML(text: head.authority.title(texts))),
            DescriptionList.Item(texts.official.channel, HTML(text: head.channel.title(texts))),
            DescriptionList.Item(texts.official.received, text: CaseText.date(head.receivedOn, texts.formats), texts),
            DescriptionList.Item(texts.official.due, OfficialRequestsPage.clock(head, today, texts)),
            DescriptionList.Item(texts.official.asker, text: body.asker, texts),
            DescriptionList.Item(texts.official.wanted, text: body.wanted, texts),
            DescriptionList.Item(texts.official.paper, text: body.paper, texts),
            DescriptionList.Item(texts.official.recordedBy, HTML.isolated(name(head.recordedBy, texts))),
        ]
        if let decider = head.decidedBy {
            let at = head.decidedAt.map { RelativeTime($0, now: now, zone: zone).html(texts) }
            items.append(
                DescriptionList.Item(texts.official.decidedBy, "\(HTML.isolated(name(decider, texts))) \(at)")
            )
            items.append(DescriptionList.Item(texts.official.reason, text: body.reason, texts))
            items.append(DescriptionList.Item(texts.official.told, text: body.told, texts))
        }
        return DescriptionList(items).html(texts)
    }

    private func decision(_ texts: Texts) -> HTML {
        guard request.head.state == .received else { return "" }
        guard mayDecide else { return Notice(.info, texts.official.waits).html(texts) }
        let isOwn = request.head.recordedBy == user
        let choices = [
            FieldOption(OfficialRequestState.refused.rawValue, texts.official.decideRefuse),
            FieldOption(OfficialRequestState.answered.rawValue, texts.official.decideAnswer),
            FieldOption(OfficialRequestState.withdrawn.rawValue, texts.official.decideWithdrawn),
        ]
        let fields: [HTML] = [
            RadioField(
                "state",
                legend: texts.official.decide,
                options: choices,
                value: form["state"],
                hint: isOwn ? texts.official.secondPerson : nil,
                error: errors.message(for: "state", texts),
                isRequired: true
            ).html(texts),
            area("reason", texts.official.reason, texts.official.reasonHint, texts, isRequired: true),
            area("told", texts.official.told, texts.official.toldHint, texts, isRequired: false),
            Button(texts.official.saveDecision, style: .primary).html,
        ]
        let form = Form(
            OfficialRequestURL.decide(request.head.id).url,
            token: token,
            isGuarded: true,
            content: fields.joined()
        )
        return "<section><h2>\(texts.official.decide)</h2>\(form.html(texts))</section>"
    }

    private func area(_ name: String, _ label: String, _ hint: String, _ texts: Texts, isRequired: Bool) -> HTML {
        TextArea(
            name,
            label: label,
            value: form[name],
            hint: hint,
            error: errors.message(for: name, texts),
            isRequired: isRequired,
            rows: 3
        ).html(texts)
    }

    private func name(_ id: UserID, _ texts: Texts) -> String {
        id == user ? texts.official.you : names[id] ?? texts.official.colleague
    }
}
