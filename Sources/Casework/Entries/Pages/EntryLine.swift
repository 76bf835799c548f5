import Domain
import Localization
import Markup
import Web

/// An entry in the story or among the facts, with what can be done with it.
struct EntryLine {
    let entry: CaseEntry
    let page: CaseFilePage

    func timeline(_ texts: Texts) -> Timeline.Entry {
        Timeline.Entry(
            RelativeTime(entry.eventAt, now: page.context.now, zone: page.context.zone),
            "\(entry.kind.title(texts)) <span class=\"strong\">\(HTML.isolated(title(texts)))</span> \(marks(texts))",
            details: "\(EntryDetails(entry: entry, page: page).html(texts))\(foot(texts))",
            icon: entry.kind.icon
        )
    }

    /// In one line, for the plan and the deadlines.
    func short(_ texts: Texts) -> HTML {
        // What a closed case left undone is nobody's deadline any more.
        let due: HTML =
            !entry.state.isOpen
            ? " \(badge(texts))"
            : page.head.status.isOpen ? " \(CaseText.due(entry.dueOn, today: page.context.today, texts))" : ""
        let who = page.staff[entry.assignee].map { " <span class=\"muted\">\($0)</span>" as HTML } ?? ""
        let counterpart: HTML =
            entry.counterpart.map { " <span class=\"muted\">→ \($0.title(texts))</span>" } ?? ""
        return """
            <li><div>\(HTML.isolated(title(texts)))\(counterpart)\(due)\(who)\
            \(EntryDetails(entry: entry, page: page).rule(texts))</div>\(actions(texts))</li>
            """
    }

    func title(_ texts: Texts) -> String {
        if entry.kind == .event {
            let words = [EventTitle.text(entry.code ?? "", texts), entry.body?.title ?? ""].filter { !$0.isEmpty }
            return words.joined(separator: ": ")
        }
        if entry.kind == .closing {
            return entry.code.flatMap { CaseOutcome(rawValue: $0) }?.title(texts) ?? ""
        }
        return page.store.title(of: entry, problems: page.file.problems.map(\.code), language: texts.language)
    }

    private func badge(_ texts: Texts) -> HTML {
        Badge(entry.state.title(texts), entry.state.badge).html
    }

    private func marks(_ texts: Texts) -> HTML {
        let needsBadge = entry.kind.isWork || entry.kind.isCounted || entry.kind == .childNote || entry.state != .done
        let whom = entry.person.flatMap { page.opened.names[$0] }.map { " <span>\(HTML.isolated($0))</span>" as HTML }
        return "\(needsBadge ? badge(texts) : "")\(whom ?? "")"
    }

    /// Who wrote it, with what can be done.
    private func foot(_ texts: Texts) -> HTML {
        let author = page.staff[entry.createdBy] ?? ""
        return "<div class=\"toolbar\"><span class=\"muted\">\(author)</span>\(actions(texts))</div>"
    }

    private func actions(_ texts: Texts) -> HTML {
        guard page.mayWrite, entry.body != nil, page.head.status.isOpen, entry.kind != .event, entry.kind != .closing
        else { return "" }
        var buttons: [Button] = []
        func act(_ label: String, _ act: EntryAct, _ style: ButtonStyle = .quiet) {
            buttons.append(Button(label, .submit(name: "act", value: act.rawValue), style: style, about: title(texts)))
        }
        if entry.state.isOpen {
            switch entry.kind {
            case .aid where entry.state == .open:
                act(texts.entries.approve, .approve)
                act(texts.entries.refuse, .cancel)
            case .aid: act(texts.entries.given, .finish)
            case .payment: act(texts.entries.confirmPayment, .finish)
            case .childNote: act(texts.entries.secondRead, .finish)
            case .deadline: act(texts.entries.met, .finish)
            default: act(texts.entries.done, .finish)
            }
            if entry.kind != .aid, entry.kind != .childNote { act(texts.entries.cancel, .cancel) }
        } else if entry.kind.isWork || entry.kind.isCounted, entry.kind != .aid {
            act(texts.entries.reopen, .reopen)
        }
        if entry.kind != .attachment {
            buttons.append(
                Button(
                    texts.cases.edit,
                    .link(CaseURL.entry(entry.caseID, entry.id).url),
                    style: .quiet,
                    about: title(texts)
                )
            )
        }
        return Form(
            CaseURL.act(entry.caseID, entry.id).url,
            token: page.context.csrfToken,
            kind: "plain",
            content: Toolbar(buttons).html
        ).html(texts)
    }
}

/// What is done with an entry by one button.
enum EntryAct: String, CaseIterable {
    case finish, cancel, approve, reopen
}

/// What the program notes in a story, in words.
enum EventTitle {
    static func text(_ code: String, _ texts: Texts) -> String {
        switch code {
        case "reopened": texts.entries.eventReopened
        case "letter_written": texts.entries.kindLetter
        default: ""
        }
    }
}
