import Domain
import Guides
import Localization
import Markup
import Web

/// What an entry says, as a list of facts below its title.
struct EntryDetails {
    let entry: CaseEntry
    let page: CaseFilePage

    func html(_ texts: Texts) -> HTML {
        guard let body = entry.body else { return "<p class=\"muted\">\(texts.entries.hidden)</p>" }
        let text: HTML = body.text.isEmpty ? "" : "<div class=\"prose\"><bdi>\(body.text)</bdi></div>"
        let items = items(body, texts)
        let list: HTML = items.isEmpty ? "" : DescriptionList(items).html(texts)
        let result: HTML =
            body.result.map { $0.isEmpty ? "" : "<p><bdi>\($0)</bdi></p>" } ?? ""
        return "\(text)\(list)\(rule(texts))\(result)\(file(texts))"
    }

    /// The rule that a deadline comes from, with its source and when it was checked.
    func rule(_ texts: Texts) -> HTML {
        guard let rule = entry.body?.rule else { return "" }
        let source = texts.entries.ruleSource(
            source: rule.source,
            date: CaseText.date(iso: rule.checked, texts.formats)
        )
        return "<p><bdi>\(rule.text)</bdi> <span class=\"muted\">\(source)</span></p>"
    }

    private func items(_ body: EntryBody, _ texts: Texts) -> [DescriptionList.Item] {
        var items: [DescriptionList.Item] = []
        func add(_ term: String, _ text: String?) {
            guard let text, !text.isEmpty else { return }
            items.append(DescriptionList.Item(term, HTML.isolated(text)))
        }
        func add(_ term: String, _ date: CivilDate?) { add(term, CaseText.date(date, texts.formats)) }
        add(texts.entries.due, entry.kind.isWork ? entry.dueOn : nil)
        add(texts.entries.counterpart, entry.counterpart?.title(texts))
        if let claim = body.claim { claimItems(claim, texts, add) }
        if let payment = body.payment {
            add(texts.entries.recovered, CaseText.money(payment.amount, texts.formats))
            add(texts.entries.date, CaseText.date(iso: payment.paidOn, texts.formats))
            add(texts.entries.payer, payment.payer)
            add(texts.entries.route, PaymentRoute(rawValue: payment.route)?.title(texts))
            add(texts.entries.receivedBy, payment.receivedBy)
            add(texts.entries.fee, CaseText.money(payment.fee, texts.formats))
            add(texts.entries.witness, page.staff[payment.witness.flatMap { UserID($0) }])
        }
        if let aid = body.aid {
            add(texts.entries.aidSort, AidSort(rawValue: aid.sort)?.title(texts))
            add(texts.cases.amount, CaseText.money(aid.amount, texts.formats))
            add(texts.entries.receipt, aid.receipt)
        }
        if let episode = body.episode {
            add(texts.entries.site, episode.site)
            add(texts.entries.from, episode.from)
            add(texts.entries.until, episode.until)
            add(texts.entries.workTask, episode.task)
            add(texts.entries.ratePromised, episode.ratePromised)
            add(texts.entries.ratePaid, episode.ratePaid)
            add(texts.entries.contract, ContractKind(rawValue: episode.contract)?.title(texts))
        }
        if let mandate = body.mandate {
            add(texts.entries.powers, mandate.powers)
            add(texts.entries.validUntil, CaseText.date(iso: mandate.validUntil, texts.formats))
            add(texts.entries.custody, mandate.custody)
        }
        if let instruction = body.instruction { instructionItems(instruction, texts, add) }
        if let check = body.statusCheck {
            add(texts.entries.checkStay, check.stay.title(texts))
            add(texts.entries.checkRegister, check.register.title(texts))
            add(texts.entries.checkWarrant, check.warrant.title(texts))
            add(texts.entries.checkBan, check.ban.title(texts))
        }
        if let child = body.child {
            add(texts.entries.childWith, child.isWith)
            add(texts.entries.childGuardian, child.guardian)
            add(texts.entries.childInterest, child.bestInterest)
            if child.parentsAreDanger { add(texts.entries.childParentsDanger, texts.common.yes) }
            if child.stateIsDanger { add(texts.entries.childStateDanger, texts.common.yes) }
        }
        if let screening = body.screening { screeningItems(screening, texts, add) }
        return items
    }

    private func claimItems(_ claim: EntryBody.ClaimPart, _ texts: Texts, _ add: (String, String?) -> Void) {
        add(texts.entries.owed, CaseText.money(claim.owed, texts.formats))
        add(texts.entries.demanded, CaseText.money(claim.demanded, texts.formats))
        add(texts.entries.trigger, CaseText.date(iso: claim.triggerDate, texts.formats))
        add(texts.cases.nextDue, CaseText.date(iso: claim.latestSafeDay, texts.formats))
        add(texts.entries.interruptions, claim.interruptions)
        let respondents = claim.respondents.map { respondent in
            let role = EmployerRole(rawValue: respondent.role)?.title(texts) ?? respondent.role
            return respondent.name.isEmpty ? role : "\(role): \(respondent.name)"
        }
        add(texts.entries.respondents, respondents.isEmpty ? nil : texts.formats.list(respondents))
        for evidence in claim.evidence {
            let parts = [evidence.kind, evidence.proves, evidence.original].filter { !$0.isEmpty }
            add(texts.entries.evidence, parts.joined(separator: " · "))
        }
    }

    private func instructionItems(_ part: InstructionPart, _ texts: Texts, _ add: (String, String?) -> Void) {
        func answer(_ flag: Bool) -> String { flag ? texts.common.yes : texts.common.no }
        add(texts.entries.allowsAuthorities, answer(part.allowsAuthorities))
        add(texts.entries.allowsEmployer, answer(part.allowsEmployer))
        add(texts.entries.mayBeNamed, answer(part.mayBeNamed))
        add(texts.entries.isAtEmployer, answer(part.isAtEmployer))
        add(texts.entries.timing, part.timing)
    }

    private func screeningItems(
        _ part: EntryBody.ScreeningPart,
        _ texts: Texts,
        _ add: (String, String?) -> Void
    ) {
        add(texts.cases.risk, RiskLevel(rawValue: part.risk)?.title(texts))
        guard let screening = entry.code.flatMap({ page.store.content.screening[$0] }) else { return }
        for question in screening.questions {
            guard let answer = part.answers[question.key].flatMap({ StandingAnswer(rawValue: $0) }) else { continue }
            add(question.text.text(texts.language), answer.entryTitle(texts))
        }
        if part.risk != RiskLevel.normal.rawValue { add("", screening.advice.text(texts.language)) }
    }

    private func file(_ texts: Texts) -> HTML {
        guard entry.file != nil, entry.kind == .attachment else { return "" }
        let open =
            "<a href=\"\(url: CaseURL.download(entry.caseID, entry.id).url)\">\(texts.entries.fileOpen)</a>" as HTML
        guard page.file.isOwn, let file = entry.file, file.original != file.shared else { return "<p>\(open)</p>" }
        let original = CaseURL.download(entry.caseID, entry.id).url.adding(query: "original", "1")
        return "<p>\(open) <a href=\"\(url: original)\">\(texts.entries.fileOriginal)</a></p>"
    }
}

extension StandingAnswer {
    func entryTitle(_ texts: Texts) -> String {
        switch self {
        case .yes: texts.entries.answerYes
        case .no: texts.entries.answerNo
        case .notAsked: texts.entries.answerNotAsked
        case .notSafeToAsk: texts.entries.answerNotSafe
        }
    }
}
