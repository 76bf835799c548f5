import Domain
import Guides
import Localization
import Web

/// Reads what was typed about an entry, kind by kind.
struct EntryInput {
    let kind: EntryKind
    let form: FormData
    let head: CaseHead
    let problems: [ProblemCode]
    let content: ContentLibrary
    let today: CivilDate
    /// The zone in which days begin.
    let zone: String
    let language: String

    /// What shall be written; `nil` after problems that stand at their fields.
    func draft(_ errors: inout FormErrors) -> EntryDraft? {
        var draft = EntryDraft(kind)
        draft.body.title = errors.text(form, "title", atMost: 500, isRequired: kind == .task || kind == .step)
        draft.body.text = errors.text(form, "text", atMost: CaseStore.longestText, isRequired: isNote)
        draft.person = PersonID(form["person"])
        draft.assignee = UserID(form["assignee"])
        if let counterpart = form.trimmedOrNil("counterpart") {
            draft.counterpart = EntryCounterpart(rawValue: counterpart)
            if draft.counterpart == nil { errors.add("counterpart", "unknown_code") { $0.entries.choiceWrong } }
        }
        draft.dueOn = date("due", &errors)
        if let day = date("on", &errors), day != today {
            // The middle of the day: the time itself isn't known.
            draft.eventAt = Instant(on: day, minuteOfDay: 12 * 60, zone: zone)
        }
        part(&draft, &errors)
        return errors.isEmpty ? draft : nil
    }

    private var isNote: Bool { kind == .note || kind == .healthNote }

    private func part(_ draft: inout EntryDraft, _ errors: inout FormErrors) {
        switch kind {
        case .deadline: deadline(&draft, &errors)
        case .claim: draft.body.claim = claim(&errors)
        case .payment: draft.body.payment = payment(&errors)
        case .aid: draft.body.aid = aid(&errors)
        case .episode: draft.body.episode = episode(&errors)
        case .mandate: draft.body.mandate = mandate(&errors)
        case .instruction: draft.body.instruction = instruction(&errors)
        case .statusCheck: draft.body.statusCheck = statusCheck(&errors)
        case .screening: screening(&draft, &errors)
        case .childNote: draft.body.child = childNote(draft.person, &errors)
        case .step, .task, .note, .healthNote, .letter, .attachment, .closing, .event: break
        }
    }

    // MARK: - Kinds

    /// A deadline by a rule is due so long after what sets it off; the rule's words and source are kept with it, since
    /// content changes and what was relied upon doesn't.
    private func deadline(_ draft: inout EntryDraft, _ errors: inout FormErrors) {
        guard let code = form.trimmedOrNil("rule") else {
            if draft.body.title.isEmpty { errors.add("title", "required") { $0.request.fieldRequired } }
            if draft.dueOn == nil { errors.add("dueDay", "required") { $0.request.fieldRequired } }
            return
        }
        guard let trigger = date("trigger", &errors) else {
            return errors.add("triggerDay", "required") { $0.request.fieldRequired }
        }
        guard let found = Self.rules(head, problems, content, trigger).first(where: { $0.rule.code == code })
        else { return errors.add("rule", "unknown_code") { $0.entries.choiceWrong } }
        let text = found.rule.text.text(language)
        draft.code = code
        draft.dueOn = found.due
        if draft.body.title.isEmpty { draft.body.title = text }
        draft.body.rule = EntryBody.RulePart(
            text: text,
            source: found.rule.source.title,
            checked: found.rule.checked.iso
        )
    }

    /// The deadlines that the rules of the case's countries give for a day, each rule once.
    static func rules(
        _ head: CaseHead,
        _ problems: [ProblemCode],
        _ content: ContentLibrary,
        _ date: CivilDate
    ) -> [DueDate] {
        var seen: Set<String> = []
        let countries = [head.countries.right, head.countries.stay].compactMap { $0?.code }
        return countries.flatMap { country in
            problems.flatMap { content.deadlines.deadlines(country: country, problem: $0, date: date) }
                + content.deadlines.deadlines(country: country, problem: nil, date: date)
        }.filter { seen.insert($0.rule.code).inserted }
    }

    private func claim(_ errors: inout FormErrors) -> EntryBody.ClaimPart {
        let respondents = form.groups("respondents").compactMap { row -> EntryBody.Respondent? in
            let name = row.trimmed("name")
            guard !name.isEmpty else { return nil }
            return EntryBody.Respondent(role: row["role"], name: String(name.prefix(300)))
        }
        let trigger = date("trigger", &errors)
        var part = EntryBody.ClaimPart(
            owed: MoneyFields.money(form, "owed.", &errors),
            demanded: MoneyFields.money(form, "demanded.", &errors),
            triggerDate: trigger,
            respondents: Array(respondents.prefix(20))
        )
        part.interruptions = errors.text(form, "interruptions", atMost: 2000)
        part.evidence = form["evidence"].split(whereSeparator: \.isNewline).prefix(50).map { line in
            let parts = line.split(separator: ";", maxSplits: 2, omittingEmptySubsequences: false)
                .map { FormData([FormData.Field("x", String($0))]).trimmed("x") }
            return EntryBody.Evidence(
                kind: parts[0],
                proves: parts.count > 1 ? parts[1] : "",
                original: parts.count > 2 ? parts[2] : ""
            )
        }
        if let trigger {
            let limits = Self.rules(head, problems, content, trigger)
            if let first = limits.min(by: { $0.due < $1.due }) {
                part.limitRule = first.rule.code
                part.latestSafeDay = first.due.iso
            }
        }
        if part.owed == nil, part.demanded == nil, errors.isEmpty {
            errors.add("owed.amount", "required") { $0.entries.amountWrong }
        }
        return part
    }

    private func payment(_ errors: inout FormErrors) -> EntryBody.PaymentPart? {
        guard let amount = MoneyFields.money(form, "", &errors) else {
            if errors.isEmpty { errors.add("amount", "required") { $0.entries.amountWrong } }
            return nil
        }
        let route = PaymentRoute(rawValue: form["route"])
        if route == nil { errors.add("route", "unknown_code") { $0.entries.choiceWrong } }
        var part = EntryBody.PaymentPart(
            amount: amount,
            paidOn: date("paid", &errors),
            payer: errors.text(form, "payer", atMost: 300),
            route: route?.rawValue ?? "",
            receivedBy: errors.text(form, "receivedBy", atMost: 300)
        )
        part.witness = form.trimmedOrNil("witness")
        part.fee = MoneyFields.money(form, "fee.", &errors).map { EntryBody.AmountPart($0) }
        return part
    }

    private func aid(_ errors: inout FormErrors) -> EntryBody.AidPart {
        let sort = AidSort(rawValue: form["sort"])
        if sort == nil { errors.add("sort", "unknown_code") { $0.entries.choiceWrong } }
        return EntryBody.AidPart(
            sort: sort?.rawValue ?? "",
            amount: MoneyFields.money(form, "", &errors),
            receipt: errors.text(form, "receipt", atMost: 500)
        )
    }

    private func episode(_ errors: inout FormErrors) -> EntryBody.EpisodePart {
        var part = EntryBody.EpisodePart(
            site: errors.text(form, "site", atMost: 500, isRequired: true),
            from: errors.text(form, "from", atMost: 50),
            until: errors.text(form, "until", atMost: 50),
            task: errors.text(form, "task", atMost: 500)
        )
        part.ratePromised = errors.text(form, "ratePromised", atMost: 200)
        part.ratePaid = errors.text(form, "ratePaid", atMost: 200)
        part.contract = ContractKind(rawValue: form["contract"])?.rawValue ?? ""
        return part
    }

    private func mandate(_ errors: inout FormErrors) -> EntryBody.MandatePart {
        EntryBody.MandatePart(
            powers: errors.text(form, "powers", atMost: 2000, isRequired: true),
            validUntil: date("valid", &errors),
            custody: errors.text(form, "custody", atMost: 500)
        )
    }

    private func instruction(_ errors: inout FormErrors) -> InstructionPart {
        InstructionPart(
            allowsAuthorities: form.has("allowsAuthorities"),
            allowsEmployer: form.has("allowsEmployer"),
            mayBeNamed: form.has("mayBeNamed"),
            isAtEmployer: form.has("isAtEmployer"),
            timing: errors.text(form, "timing", atMost: 1000)
        )
    }

    private func statusCheck(_ errors: inout FormErrors) -> StatusCheckPart {
        func answer(_ name: String, _ errors: inout FormErrors) -> StatusCheckPart.Answer {
            if let answer = StatusCheckPart.Answer(rawValue: form[name]) { return answer }
            errors.add(name, "required") { $0.entries.choiceWrong }
            return .unknown
        }
        return StatusCheckPart(
            stay: answer("stay", &errors),
            register: answer("register", &errors),
            warrant: answer("warrant", &errors),
            ban: answer("ban", &errors)
        )
    }

    private func screening(_ draft: inout EntryDraft, _ errors: inout FormErrors) {
        guard let screening = content.screening[form["screening"]] else {
            return errors.add("screening", "unknown_code") { $0.entries.choiceWrong }
        }
        var answers: [String: String] = [:]
        for question in screening.questions {
            let answer = StandingAnswer(rawValue: form["q." + question.key]) ?? .notAsked
            answers[question.key] = answer.rawValue
        }
        let yes = Set(answers.filter { $0.value == StandingAnswer.yes.rawValue }.map(\.key))
        let risk = screening.risk(answeredYes: yes)
        draft.code = screening.id
        draft.body.title = screening.names.text(language)
        draft.body.screening = EntryBody.ScreeningPart(answers: answers, risk: risk)
    }

    private func childNote(_ person: PersonID?, _ errors: inout FormErrors) -> ChildNote {
        if person == nil, !form.has("version") || form["version"] == "0" {
            errors.add("person", "required") { $0.entries.choiceWrong }
        }
        return ChildNote(
            isWith: errors.text(form, "isWith", atMost: 1000, isRequired: true),
            guardian: errors.text(form, "guardian", atMost: 1000, isRequired: true),
            bestInterest: errors.text(form, "bestInterest", atMost: 4000, isRequired: true),
            parentsAreDanger: form.has("parentsAreDanger"),
            stateIsDanger: form.has("stateIsDanger")
        )
    }

    /// A whole day of three fields; nothing typed is none.
    private func date(_ name: String, _ errors: inout FormErrors) -> CivilDate? {
        let parts = ["Year", "Month", "Day"].map { form.trimmed(name + $0) }
        guard parts.contains(where: { !$0.isEmpty }) else { return nil }
        let numbers = parts.map { Int($0) }
        if let year = numbers[0], let month = numbers[1], let day = numbers[2],
            let date = PartialDate(year: year, month: month, day: day), let civil = CivilDate(date)
        {
            return civil
        }
        errors.add(name + "Day", "impossible_date") { $0.entries.dateWrong }
        return nil
    }
}
