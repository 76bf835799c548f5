import Domain
import Guides
import Localization
import Markup
import Web

/// The story of a case by the time of what it tells: what is written in it, and the contacts of its persons.
struct CaseStory {
    let page: CaseFilePage

    private var opened: OpenedCase { page.opened }
    private var context: CasePageContext { page.context }

    func html(_ texts: Texts) -> HTML {
        let situation: HTML =
            opened.file.situation.map { $0.isEmpty ? "" : "<div class=\"prose card\"><bdi>\($0)</bdi></div>" } ?? ""
        return """
            <section aria-label="\(texts.cases.story)"><h2>\(texts.cases.story)</h2>\(composer(texts))\(filters(texts))\
            \(situation)\(timeline(texts))</section>
            """
    }

    private func filters(_ texts: Texts) -> HTML {
        guard !page.isPrint else { return "" }
        return Tabs(
            texts.cases.story,
            StoryFilter.allCases.map { filter in
                Tabs.Item(
                    filter.title(texts),
                    CaseURL.file(page.head.id).url.adding(query: "story", filter == .all ? nil : filter.rawValue),
                    isCurrent: filter == page.filter
                )
            }
        ).html(texts)
    }

    private func composer(_ texts: Texts) -> HTML {
        guard page.mayWrite, page.head.status.isOpen else { return "" }
        let typed = page.composed
        let kind = RadioField(
            "kind",
            legend: texts.entries.compose,
            options: [EntryKind.note, .task, .healthNote].map { FieldOption($0.rawValue, $0.title(texts)) },
            value: typed?.trimmedOrNil("kind") ?? EntryKind.note.rawValue,
            isInline: true
        ).html(texts)
        let text = TextArea("text", label: texts.entries.text, value: typed?["text"] ?? "", rows: 3).html(texts)
        let due = DateField(
            "due",
            legend: texts.entries.due,
            day: typed?["dueDay"] ?? "",
            month: typed?["dueMonth"] ?? "",
            year: typed?["dueYear"] ?? "",
            isPartial: false
        ).html(texts)
        let assignee = SelectField(
            "assignee",
            label: texts.entries.assignee,
            options: page.staff.options,
            value: typed?["assignee"] ?? page.head.worker?.text ?? "",
            width: .medium
        ).html(texts)
        let form = Form(
            CaseURL.entries(page.head.id).url,
            token: context.csrfToken,
            isGuarded: true,
            content: """
                \(kind)\(text)<details class="section"\(attribute: "open", typed != nil)>\
                <summary>\(texts.entries.due)</summary>\(due)\(assignee)</details>\
                \(Button(texts.entries.add, style: .primary).html)
                """
        ).html(texts)
        let others = HTML.each(EntryKind.composed.filter { $0 != .note && $0 != .task && $0 != .healthNote }) { kind in
            "<li><a href=\"\(url: CaseURL.newEntry(page.head.id, kind).url)\">\(kind.title(texts))</a></li>"
        }
        return """
            <div class="card">\(form)<details class="section"><summary>\(texts.entries.more)</summary>\
            <ul class="bare">\(others)</ul>\(upload(texts))</details></div>
            """
    }

    private func upload(_ texts: Texts) -> HTML {
        let file = FileField(
            "file",
            label: texts.entries.file,
            hint: texts.entries.fileHint,
            maximumMegabytes: 25
        ).html(texts)
        let note = FieldScope.within("more") { TextField("text", label: texts.entries.text).html(texts) }
        return Form(
            CaseURL.files(page.head.id).url,
            token: context.csrfToken,
            isMultipart: true,
            content: "\(file)\(note)\(Button(texts.entries.add).html)"
        ).html(texts)
    }

    private func timeline(_ texts: Texts) -> HTML {
        let entries = opened.entries.filter { page.filter.takes($0.kind) && isStory($0) }
        var lines = entries.map { entry in
            (at: entry.eventAt, line: EntryLine(entry: entry, page: page).timeline(texts))
        }
        if page.filter == .all || page.filter == .notes {
            lines += opened.contacts.map { (at: $0.occurredAt, line: contact($0, texts)) }
        }
        guard !lines.isEmpty else { return EmptyState(texts.cases.storyEmpty, icon: .journal).html(texts) }
        let sorted = lines.sorted { $0.at > $1.at }.map(\.line)
        return Timeline(texts.cases.story, sorted).html(texts)
    }

    /// Steps that are still to be done stand in the plan; they are told once something became of them.
    private func isStory(_ entry: CaseEntry) -> Bool {
        !(entry.kind == .step && entry.state == .open) || page.filter == .work
    }

    private func contact(_ contact: ContactBrief, _ texts: Texts) -> Timeline.Entry {
        let problem = contact.problem.map { page.store.content.problems.name($0, texts.language) } ?? ""
        return Timeline.Entry(
            RelativeTime(contact.occurredAt, now: context.now, zone: context.zone),
            """
            <a href="\(url: .path("hotline", "contacts", contact.id.text))">\(contact.channel.title(texts))</a> \(problem)
            """,
            details: "<bdi>\(contact.summary)</bdi>",
            icon: .phone
        )
    }
}
