import Domain
import Guides
import Localization
import Markup
import Web

/// The form for a new entry of some kind, or for changing one.
struct EntryFormPage {
    let kind: EntryKind
    let form: FormData
    let errors: FormErrors
    let opened: OpenedCase
    let store: CaseStore
    let staff: StaffBook
    let context: CasePageContext
    /// The entry that is changed, as it is saved now; `nil` for a new one.
    var entry: CaseEntry?
    /// The version that the change starts from.
    var version: Int64 = 0
    /// Whether somebody else was quicker.
    var isStale = false

    var head: CaseHead { opened.file.head }

    func html(_ texts: Texts) -> HTML {
        let title = entry == nil ? texts.entries.newTitle(number: head.displayNumber) : texts.entries.editTitle
        let header = PageHeader(
            "\(kind.title(texts)) · \(title)",
            breadcrumbs: [Breadcrumbs.Item(head.displayNumber, CaseURL.file(head.id).url)]
        ).html(texts)
        let summary = ErrorSummary(errors, texts).html(texts)
        let action = entry.map { CaseURL.entry(head.id, $0.id).url } ?? CaseURL.entries(head.id).url
        let hidden: HTML = """
            <input type="hidden" name="kind" value="\(kind.rawValue)"/>\
            <input type="hidden" name="version" value="\(Int(version))"/><input type="hidden" name="full" value="1"/>
            """
        let buttons = Toolbar([
            Button(entry == nil ? texts.entries.add : texts.common.save, .submit(), style: .primary),
            Button(texts.common.cancel, .link(CaseURL.file(head.id).url), style: .quiet),
        ]).html(texts)
        let whole = Form(
            action,
            token: context.csrfToken,
            isGuarded: true,
            content: "\(hidden)\(fields(texts))\(buttons)"
        ).html(texts)
        return "\(header)\(summary)\(stale(texts))\(whole)"
    }

    private func stale(_ texts: Texts) -> HTML {
        guard isStale, let entry else { return "" }
        let page = CaseFilePage(
            opened: opened,
            context: context,
            store: store,
            staff: staff,
            filter: .all,
            extraActions: [],
            isPrint: true
        )
        let saved: HTML = """
            <p><bdi>\(EntryLine(entry: entry, page: page).title(texts))</bdi></p>\
            \(EntryDetails(entry: entry, page: page).html(texts))
            """
        return Notice(.warning, texts.entries.stale, content: saved, isNews: true).html(texts)
    }

    // MARK: - Fields

    private func fields(_ texts: Texts) -> HTML {
        var parts: [HTML] = []
        switch kind {
        case .step, .task, .letter:
            parts.append(title(texts, isRequired: true))
            // To whom it goes is what the safety rules judge; another counterpart is another step.
            if entry == nil { parts.append(counterpart(texts)) }
        case .deadline: parts += deadline(texts)
        case .claim: parts += claim(texts)
        case .payment: parts += payment(texts)
        case .aid: parts += aid(texts)
        case .episode: parts += episode(texts)
        case .mandate: parts += mandate(texts)
        case .instruction: parts += instruction(texts)
        case .statusCheck: parts += statusCheck(texts)
        case .screening: parts += screening(texts)
        case .childNote: parts += childNote(texts)
        case .note, .healthNote, .attachment, .closing, .event: break
        }
        parts.append(area("text", texts.entries.text, texts))
        if kind != .screening, entry == nil { parts.append(person(texts)) }
        if kind.isWork { parts += [date("due", texts.entries.due, texts), assignee(texts)] }
        if entry == nil, !kind.isWork { parts.append(date("on", texts.entries.date, texts)) }
        return parts.joined()
    }

    private func title(_ texts: Texts, isRequired: Bool = false) -> HTML {
        text("title", texts.entries.titleField, texts, isRequired: isRequired)
    }

    private func deadline(_ texts: Texts) -> [HTML] {
        let rules = EntryInput.rules(head, opened.file.problems.map(\.code), store.content, context.today)
        let options = rules.map { due in
            FieldOption(due.rule.code, due.rule.text.text(texts.language), hint: due.rule.source.title)
        }
        return [
            select("rule", texts.entries.ruleChoose, options, texts, placeholder: texts.entries.ruleOwn),
            date("trigger", texts.entries.trigger, texts), title(texts),
        ]
    }

    private func claim(_ texts: Texts) -> [HTML] {
        let rows = form.groups("respondents")
        let respondents = (0..<max(3, rows.count + 1)).map { index -> HTML in
            let row = rows.indices.contains(index) ? rows[index] : FormData()
            let role = SelectField(
                "respondents.\(index).role",
                label: texts.employers.role,
                options: EmployerRole.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                value: row["role"],
                placeholder: "",
                width: .medium
            ).html(texts)
            let name = TextField("respondents.\(index).name", label: texts.employers.name, value: row["name"])
            return "<div class=\"row-fields\">\(role)\(name.html(texts))</div>"
        }
        return [
            money("owed.", texts.entries.owed, texts), money("demanded.", texts.entries.demanded, texts),
            date("trigger", texts.entries.trigger, texts), area("interruptions", texts.entries.interruptions, texts),
            "<fieldset><legend>\(texts.entries.respondents)</legend>\(respondents.joined())</fieldset>",
            TextArea(
                "evidence",
                label: texts.entries.evidence,
                value: form["evidence"],
                hint: texts.entries.evidenceHint,
                rows: 3
            ).html(texts),
        ]
    }

    private func payment(_ texts: Texts) -> [HTML] {
        [
            money("", texts.cases.amount, texts), date("paid", texts.entries.date, texts),
            text("payer", texts.entries.payer, texts),
            select(
                "route",
                texts.entries.route,
                PaymentRoute.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                texts
            ),
            text("receivedBy", texts.entries.receivedBy, texts),
            select("witness", texts.entries.witness, staff.options, texts, placeholder: ""),
            money("fee.", texts.entries.fee, texts), "<p class=\"hint\">\(texts.entries.feeHint)</p>",
        ]
    }

    private func aid(_ texts: Texts) -> [HTML] {
        [
            select(
                "sort",
                texts.entries.aidSort,
                AidSort.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                texts
            ),
            money("", texts.cases.amount, texts), text("receipt", texts.entries.receipt, texts),
        ]
    }

    private func episode(_ texts: Texts) -> [HTML] {
        [
            text("site", texts.entries.site, texts, isRequired: true), text("from", texts.entries.from, texts),
            text("until", texts.entries.until, texts), text("task", texts.entries.workTask, texts),
            text("ratePromised", texts.entries.ratePromised, texts), text("ratePaid", texts.entries.ratePaid, texts),
            select(
                "contract",
                texts.entries.contract,
                ContractKind.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                texts,
                placeholder: texts.common.notRecorded
            ),
        ]
    }

    private func mandate(_ texts: Texts) -> [HTML] {
        [
            area("powers", texts.entries.powers, texts), date("valid", texts.entries.validUntil, texts),
            text("custody", texts.entries.custody, texts),
        ]
    }

    private func instruction(_ texts: Texts) -> [HTML] {
        [
            box("allowsAuthorities", texts.entries.allowsAuthorities, texts),
            box("allowsEmployer", texts.entries.allowsEmployer, texts),
            box("mayBeNamed", texts.entries.mayBeNamed, texts),
            box("isAtEmployer", texts.entries.isAtEmployer, texts),
            text("timing", texts.entries.timing, texts),
        ]
    }

    private func statusCheck(_ texts: Texts) -> [HTML] {
        [
            ("stay", texts.entries.checkStay), ("register", texts.entries.checkRegister),
            ("warrant", texts.entries.checkWarrant), ("ban", texts.entries.checkBan),
        ].map { name, legend in
            RadioField(
                name,
                legend: legend,
                options: StatusCheckPart.Answer.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                value: form[name],
                error: errors.message(for: name, texts),
                isRequired: true,
                isInline: true
            ).html(texts)
        }
    }

    private func screening(_ texts: Texts) -> [HTML] {
        let known = store.content.screening
        let suggested = known.screenings(
            for: opened.file.problems.map(\.code),
            in: store.content.problems
        )
        let all = suggested + known.all.filter { other in !suggested.contains { $0.id == other.id } }
        guard let chosen = known[form["screening"]] ?? all.first else { return [] }
        let links = HTML.each(all) { screening in
            let url = CaseURL.newEntry(head.id, .screening).url.adding(query: "screening", screening.id)
            let isCurrent = screening.id == chosen.id
            return """
                <li><a href="\(url: url)"\(attribute: "aria-current", isCurrent ? "page" : nil)>\
                \(screening.names.text(texts.language))</a></li>
                """
        }
        let answers = StandingAnswer.allCases.map { FieldOption($0.rawValue, $0.entryTitle(texts)) }
        let questions = chosen.questions.map { question in
            RadioField(
                "q." + question.key,
                legend: question.text.text(texts.language),
                options: answers,
                value: form.trimmedOrNil("q." + question.key) ?? StandingAnswer.notAsked.rawValue,
                isInline: true
            ).html(texts)
        }
        return [
            "<ul class=\"bare\">\(links)</ul><input type=\"hidden\" name=\"screening\" value=\"\(chosen.id)\"/>"
        ] + questions + (entry == nil ? [person(texts)] : [])
    }

    private func childNote(_ texts: Texts) -> [HTML] {
        [
            Notice(.info, texts.entries.childSecondWaiting).html(texts),
            text("isWith", texts.entries.childWith, texts, isRequired: true),
            text("guardian", texts.entries.childGuardian, texts, isRequired: true),
            area("bestInterest", texts.entries.childInterest, texts),
            box("parentsAreDanger", texts.entries.childParentsDanger, texts),
            box("stateIsDanger", texts.entries.childStateDanger, texts),
        ]
    }
}
