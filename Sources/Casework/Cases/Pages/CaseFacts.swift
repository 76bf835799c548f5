import Domain
import Guides
import Localization
import Markup
import People
import Web

/// The facts of a case beside its story: who, how it stands, plan, deadlines, claims, papers, employers.
struct CaseFacts {
    let page: CaseFilePage

    private var opened: OpenedCase { page.opened }
    private var head: CaseHead { page.head }
    private var formats: Formats { page.context.texts.formats }

    func html(_ texts: Texts) -> HTML {
        """
        \(people(texts))\(standing(texts))\(plan(texts))\(deadlines(texts))\(claims(texts))\(papers(texts))\
        \(employers(texts))\(related(texts))
        """
    }

    private func section(_ title: String, _ content: HTML) -> HTML {
        "<section><h2>\(title)</h2>\(content)</section>"
    }

    // MARK: - People

    private func people(_ texts: Texts) -> HTML {
        let lines = HTML.each(opened.file.members) { member in
            let name = opened.names[member.person] ?? ""
            return """
                <li><a href="\(url: PeopleURL.person(member.person).url)">\
                \(HTML.isolated(name.isEmpty ? texts.cases.unnamed : name))</a> \
                <span class="muted">\(member.role.title(texts))</span> \(remove(member, name, texts))</li>
                """
        }
        let hidden = head.personCount - opened.file.members.count
        let more: HTML = hidden > 0 ? "<li class=\"muted\">\(texts.cases.morePersons(count: hidden))</li>" : ""
        return section(texts.cases.people, "<ul class=\"bare\">\(lines)\(more)</ul>\(addPerson(texts))")
    }

    private func remove(_ member: CaseMember, _ name: String, _ texts: Texts) -> HTML {
        guard page.mayWrite, opened.file.members.count > 1 else { return "" }
        return Form(
            CaseURL.members(head.id).url,
            token: page.context.csrfToken,
            kind: "plain",
            content: """
                \(versions)<input type="hidden" name="remove" value="\(member.person.text)"/>\
                \(Button(texts.cases.personRemove, style: .quiet, about: name).html)
                """
        ).html(texts)
    }

    private func addPerson(_ texts: Texts) -> HTML {
        guard page.mayWrite else { return "" }
        let field = TextField("q", label: texts.cases.personFind, maximumLength: 200, width: .medium).html(texts)
        let role = SelectField(
            "role",
            label: texts.cases.personRole,
            options: CaseRole.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
            value: CaseRole.relative.rawValue,
            width: .medium
        ).html(texts)
        return Form(
            CaseURL.members(head.id).url,
            token: page.context.csrfToken,
            content: "\(versions)\(field)\(role)\(Button(texts.cases.personAdd).html)"
        ).folded(texts.cases.personAdd, texts)
    }

    private var versions: HTML { "<input type=\"hidden\" name=\"versions\" value=\"\(head.fieldVersions.text)\"/>" }

    // MARK: - Standing

    private func standing(_ texts: Texts) -> HTML {
        let file = opened.file
        func country(_ code: CountryCode?) -> String? { code.map { formats.country($0.code) } }
        var items = [
            DescriptionList.Item(
                texts.cases.status,
                text: head.stage.rawValue == head.status.rawValue
                    ? head.status.title(texts) : "\(head.status.title(texts)) · \(head.stage.title(texts))",
                texts
            ),
            DescriptionList.Item(texts.cases.risk, text: head.risk.title(texts), texts),
            DescriptionList.Item(texts.cases.worker, text: page.staff[head.worker], texts),
            DescriptionList.Item(texts.cases.countryStay, text: country(head.countries.stay), texts),
        ]
        if head.countries.right != nil {
            items.append(DescriptionList.Item(texts.cases.countryRight, text: country(head.countries.right), texts))
        }
        if head.countries.back != nil {
            items.append(DescriptionList.Item(texts.cases.countryReturn, text: country(head.countries.back), texts))
        }
        if let summary = file.summary {
            items.append(DescriptionList.Item(texts.cases.summary, text: summary, texts))
        }
        if let number = file.importedNumber {
            items.append(DescriptionList.Item(texts.cases.importedNumber, text: number, texts))
        }
        items.append(DescriptionList.Item(texts.cases.problems, problems(texts)))
        let form: HTML =
            page.mayWrite
            ? CaseFieldForm(
                head: head,
                input: CaseFieldInput(file),
                saved: nil,
                store: page.store,
                staff: page.staff,
                token: page.context.csrfToken
            ).form(texts).folded(texts.cases.edit, texts) : ""
        return section(texts.cases.standing, "\(DescriptionList(items).html(texts))\(form)")
    }

    private func problems(_ texts: Texts) -> HTML {
        let lines = HTML.each(opened.file.problems) { problem in
            let name = page.store.content.problems.name(problem.code, texts.language)
            let outcome: HTML = problem.outcome.map { " \(Badge($0.title(texts), .done).html)" } ?? ""
            return "<li>\(name)\(outcome) \(outcomeForm(problem, name, texts))</li>"
        }
        return "<ul class=\"bare\">\(lines)</ul>"
    }

    private func outcomeForm(_ problem: CaseProblem, _ name: String, _ texts: Texts) -> HTML {
        guard page.mayWrite, head.status.isOpen else { return "" }
        let select = SelectField(
            "outcome",
            label: "\(texts.cases.outcome): \(name)",
            options: CaseOutcome.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
            value: problem.outcome?.rawValue ?? "",
            placeholder: texts.cases.outcomeNone,
            width: .medium
        ).html(texts)
        return Form(
            CaseURL.outcome(head.id).url,
            token: page.context.csrfToken,
            content: """
                <input type="hidden" name="problem" value="\(problem.code.rawValue)"/>\(select)\
                \(Button(texts.common.save).html)
                """
        ).folded(texts.cases.outcome, texts)
    }

    // MARK: - Plan, deadlines, claims, papers

    private func entries(_ kinds: Set<EntryKind>) -> [CaseEntry] {
        opened.entries.filter { kinds.contains($0.kind) }
    }

    private func plan(_ texts: Texts) -> HTML {
        let work = entries([.step, .task, .aid])
            .filter { $0.state != .cancelled }
            .sorted { ($0.dueOn?.iso ?? "9", $0.id) < ($1.dueOn?.iso ?? "9", $1.id) }
        guard !work.isEmpty else {
            return section(texts.cases.plan, "<p class=\"muted\">\(texts.cases.planEmpty)</p>")
        }
        let lines = HTML.each(work) { EntryLine(entry: $0, page: page).short(texts) }
        return section(texts.cases.plan, "<ol class=\"bare rows\">\(lines)</ol>")
    }

    private func deadlines(_ texts: Texts) -> HTML {
        let all = entries([.deadline]).sorted { ($0.dueOn?.iso ?? "9", $0.id) < ($1.dueOn?.iso ?? "9", $1.id) }
        guard !all.isEmpty else { return "" }
        let lines = HTML.each(all) { EntryLine(entry: $0, page: page).short(texts) }
        return section(texts.cases.deadlines, "<ul class=\"bare rows\">\(lines)</ul>")
    }

    private func claims(_ texts: Texts) -> HTML {
        let totals = ClaimTotals(opened.entries)
        guard !totals.currencies.isEmpty else { return "" }
        let table = Table(
            texts.cases.claims,
            columns: [
                TableColumn(texts.cases.currency, isHeading: true),
                TableColumn(texts.entries.owed, isNumeric: true), TableColumn(texts.entries.demanded, isNumeric: true),
                TableColumn(texts.entries.recovered, isNumeric: true),
            ]
        ).html(texts) { rows in
            for currency in totals.currencies {
                rows.row { row in
                    row.text(currency.code)
                    for sum in [totals.owed[currency], totals.demanded[currency], totals.recovered[currency]] {
                        row.text(sum.map { formats.money(minorUnits: $0, currency: currency.code) } ?? "–")
                    }
                }
            }
        }
        let bars = HTML.each(totals.currencies) { currency in
            let owed = totals.owed[currency] ?? totals.demanded[currency] ?? 0
            guard owed > 0 else { return "" }
            // In whole units of the currency, so that the largest sums fit.
            return Progress(
                "\(texts.entries.recovered), \(currency.code)",
                done: Int(min(totals.recovered[currency] ?? 0, owed) / 100),
                total: max(1, Int(owed / 100))
            ).html(texts)
        }
        return section(texts.cases.claims, "\(table)\(bars)")
    }

    private func papers(_ texts: Texts) -> HTML {
        let all = entries([.mandate, .attachment])
        guard !all.isEmpty else { return "" }
        let lines = HTML.each(all) { entry in
            let title = EntryLine(entry: entry, page: page).title(texts)
            let link: HTML =
                entry.kind == .attachment
                ? "<a href=\"\(url: CaseURL.download(entry.caseID, entry.id).url)\">\(HTML.isolated(title))</a>"
                : "\(entry.kind.title(texts)) \(HTML.isolated(entry.body?.mandate?.powers ?? title))"
            let custody: HTML =
                entry.body?.mandate.map { $0.custody.isEmpty ? "" : " <span class=\"muted\">\($0.custody)</span>" }
                ?? ""
            return "<li>\(link)\(custody)</li>"
        }
        return section(texts.cases.documents, "<ul class=\"bare\">\(lines)</ul>")
    }

    // MARK: - Employers, other cases

    private func employers(_ texts: Texts) -> HTML {
        guard opened.file.isOwn else { return "" }
        let lines = HTML.each(opened.employers) { link in
            let kind: Badge.Kind = link.employer.standing == .proven ? .active : .neutral
            let others: HTML =
                link.otherCases > 0 ? " <span>\(texts.employers.otherCases(count: link.otherCases))</span>" : ""
            return """
                <li><a href="\(url: CaseURL.employer(link.employer.id).url)">\
                \(HTML.isolated(link.employer.name.main))</a> <span class="muted">\(link.role.title(texts))</span> \
                \(Badge(link.employer.standing.title(texts), kind).html)\(others) \(unlink(link, texts))</li>
                """
        }
        return section(texts.cases.employers, "<ul class=\"bare\">\(lines)</ul>\(addEmployer(texts))")
    }

    private func unlink(_ link: CaseEmployer, _ texts: Texts) -> HTML {
        guard page.mayWrite else { return "" }
        return Form(
            CaseURL.employers(head.id).url,
            token: page.context.csrfToken,
            kind: "plain",
            content: """
                <input type="hidden" name="remove" value="\(link.employer.id.text)"/>\
                \(Button(texts.employers.remove, style: .quiet, about: link.employer.name.main).html)
                """
        ).html(texts)
    }

    private func addEmployer(_ texts: Texts) -> HTML {
        guard page.mayWrite else { return "" }
        let parts: [HTML] = [
            TextField("name", label: texts.employers.name, maximumLength: 300).html(texts),
            FieldScope.within("employer") {
                SelectField(
                    "role",
                    label: texts.employers.role,
                    options: EmployerRole.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                    value: EmployerRole.hirer.rawValue,
                    width: .medium
                ).html(texts)
            },
            TextField("source", label: texts.employers.source, maximumLength: 500).html(texts),
            Button(texts.employers.add).html,
        ]
        return Form(CaseURL.employers(head.id).url, token: page.context.csrfToken, content: parts.joined())
            .folded(texts.employers.add, texts)
    }

    private func related(_ texts: Texts) -> HTML {
        guard !opened.related.isEmpty else { return "" }
        let lines = HTML.each(opened.related) { brief in
            let problem = brief.problem.map { page.store.content.problems.name($0, texts.language) } ?? ""
            return """
                <li><a href="\(url: CaseURL.file(brief.id).url)">\(brief.number)</a> \(problem) \
                \(CaseText.status(brief.status, texts))</li>
                """
        }
        return section(texts.cases.related, "<ul class=\"bare\">\(lines)</ul>")
    }
}

extension Form {
    /// Behind a word that opens it where it stands.
    func folded(_ label: String, _ texts: Texts, isOpen: Bool = false) -> HTML {
        """
        <details class="section"\(attribute: "open", isOpen)><summary>\(label)</summary>\(html(texts))</details>
        """
    }
}
