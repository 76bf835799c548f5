import Access
import Domain
import Guides
import Localization
import Markup
import Web

/// A case's page: its head, its story on the left, its facts on the right.
struct CaseFilePage {
    let opened: OpenedCase
    let context: CasePageContext
    let store: CaseStore
    let staff: StaffBook
    let filter: StoryFilter
    let extraActions: [Button]
    var isPrint = false
    var composed: FormData?

    var file: CaseFile { opened.file }
    var head: CaseHead { opened.file.head }
    var mayWrite: Bool { !isPrint && CasePolicy(context.principal).mayWrite(owner: head.owner) }
    private var problems: [ProblemCode] { file.problems.map(\.code) }

    func html(_ texts: Texts) -> HTML {
        let story = CaseStory(page: self).html(texts)
        let facts = CaseFacts(page: self).html(texts)
        return """
            <div class="case-head">\(header(texts))</div>\(opened.warnings)\(shared(texts))\(undo(texts))\
            <div class="columns">\(story)<div>\(facts)\(HTML.each(opened.panels) { $0 })\(conflict(texts))</div></div>
            """
    }

    private func header(_ texts: Texts) -> HTML {
        let name = head.client.flatMap { opened.names[$0] }.flatMap { $0.isEmpty ? nil : $0 }
        let client =
            name ?? (head.client == nil && head.personCount > 0 ? texts.cases.hiddenClient : texts.cases.unnamed)
        let others = head.personCount - 1
        let more = others > 0 ? " " + texts.cases.morePersons(count: others) : ""
        return PageHeader(
            "\(head.displayNumber) · \(client)\(more)",
            breadcrumbs: [Breadcrumbs.Item(texts.cases.title, CaseURL.list.url)],
            details: badges(texts),
            actions: isPrint ? [] : actions(texts)
        ).html(texts)
    }

    private func badges(_ texts: Texts) -> HTML {
        let problems = HTML.each(file.problems) { problem in
            "\(Badge(store.content.problems.name(problem.code, texts.language)).html) "
        }
        let marks: HTML = """
            \(head.isCollective ? Badge(texts.cases.collective).html : "") \
            \(head.isImported ? Badge(texts.cases.imported).html : "")
            """
        let due: HTML =
            head.status.isOpen && head.nextDueOn != nil
            ? " <span><span class=\"muted\">\(texts.cases.nextDue):</span> \(CaseText.due(head.nextDueOn, today: context.today, texts))</span>"
            : ""
        let owner = file.isOwn ? staff[head.worker] ?? texts.cases.nobody : context.organizationName(head.owner)
        let whose = file.isOwn ? texts.cases.worker : texts.cases.columnOwner
        // A closed case is also at the stage "closed".
        let saysMore = head.stage.rawValue != head.status.rawValue
        return """
            \(problems)\(CaseText.status(head.status, texts)) \(saysMore ? Badge(head.stage.title(texts)).html : "") \
            \(CaseText.risk(head.risk, texts)) \(marks) <span><span class="muted">\(whose):</span> \(owner)</span>\(due)
            """
    }

    /// The three acts that this state allows, the likeliest first.
    private func actions(_ texts: Texts) -> [Button] {
        var actions = Array(extraActions.prefix(2))
        if mayWrite {
            if head.status.isOpen {
                let isReady = head.stage == .closing
                actions.append(
                    Button(
                        texts.cases.close,
                        .link(CaseURL.close(head.id).url),
                        style: isReady ? .primary : .secondary
                    )
                )
            } else if head.status != .transferred {
                actions.append(Button(texts.cases.reopen, .link(CaseURL.close(head.id).url)))
            }
        }
        actions.append(Button(texts.cases.print, .link(CaseURL.print(head.id).url), style: .quiet, icon: .print))
        return actions
    }

    private func shared(_ texts: Texts) -> HTML {
        guard !file.isOwn else { return "" }
        return Notice(.info, texts.cases.sharedBy(organization: context.organizationName(head.owner))).html(texts)
    }

    private func undo(_ texts: Texts) -> HTML {
        guard mayWrite, let offer = opened.undo else { return "" }
        let until = offer.at.advanced(bySeconds: UndoLog.lifetime)
        let time = texts.formats.time(milliseconds: until.milliseconds, zone: context.zone)
        let form = Form(
            CaseURL.undo(head.id).url,
            token: context.csrfToken,
            kind: "inline",
            content: """
                <span class="muted">\(texts.cases.undoHint(time: time))</span> \
                \(Button(texts.cases.undo, style: .quiet).html)
                """
        ).html(texts)
        return "<div class=\"toolbar\">\(form)</div>"
    }

    private func conflict(_ texts: Texts) -> HTML {
        guard mayWrite, context.principal.may(.casesWrite, .organization), staff.all.count > 1 else { return "" }
        let barred = HTML.each(opened.bars) { user in
            let form = Form(
                CaseURL.bars(head.id).url,
                token: context.csrfToken,
                kind: "plain",
                content: """
                    <input type="hidden" name="user" value="\(user.text)"/>\
                    <input type="hidden" name="barred" value="0"/>\
                    \(Button(texts.cases.unbar, style: .quiet, about: staff[user]).html)
                    """
            ).html(texts)
            return "<li>\(staff[user] ?? user.text) \(form)</li>"
        }
        let others = staff.all.filter { $0.id != context.principal.user && !opened.bars.contains($0.id) }
        let select = SelectField(
            "user",
            label: texts.cases.worker,
            options: others.map { FieldOption($0.id.text, $0.name) },
            width: .medium
        ).html(texts)
        let form = Form(
            CaseURL.bars(head.id).url,
            token: context.csrfToken,
            kind: "inline",
            content: "<input type=\"hidden\" name=\"barred\" value=\"1\"/>\(select)\(Button(texts.cases.bar).html)"
        ).html(texts)
        return """
            <details class="section"><summary>\(texts.cases.conflict)</summary><p class="hint">\
            \(texts.cases.conflictHint)</p><ul class="bare">\(barred)</ul>\(form)</details>
            """
    }
}
