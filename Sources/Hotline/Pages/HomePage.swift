import Domain
import Guides
import Localization
import Markup
import Web

/// The hotline's start: calls, half-done contacts, who waits, who is on duty, what the last shift left.
struct HomePage {
    let calls: [IncomingCall]
    let drafts: [DraftLine]
    let waiting: [CallBackLine]
    let today: [ContactListItem]
    let onDuty: [RotaEntry]
    let notes: [ShiftNote]
    let openAlarms: Int
    let names: [UserID: String]
    let content: ContentLibrary
    let user: UserID
    let mayWrite: Bool
    let token: String
    let now: Instant
    let zone: String

    func html(_ texts: Texts) -> HTML {
        let actions =
            mayWrite
            ? [
                Button(
                    texts.hotline.newContact,
                    .link(HotlineURL.newContact.url),
                    style: .primary,
                    icon: .plus,
                    isNew: true
                )
            ] : []
        let header = PageHeader(texts.hotline.title, details: duty(texts), actions: actions).html(texts)
        return """
            \(header)\(HotlineTabs.html(.home, texts))\
            \(CallsPart(calls: calls, token: token, now: now, zone: zone).html(texts))\(alarm(texts))\(handover(texts))\
            \(draftList(texts))\(queue(texts))\(todayList(texts))
            """
    }

    private func duty(_ texts: Texts) -> HTML {
        guard !onDuty.isEmpty else { return "<span class=\"muted\">\(texts.hotline.nobodyOnDuty)</span>" }
        return "\(texts.hotline.onDuty): <bdi>\(texts.formats.list(onDuty.map(\.person.name)))</bdi>"
    }

    private func alarm(_ texts: Texts) -> HTML {
        guard openAlarms > 0 else { return "" }
        let link: HTML = " <a href=\"\(url: HotlineURL.onCall.url)\">\(texts.hotline.alarmLook)</a>"
        return Notice(.danger, texts.hotline.alarmOpen, content: link).html(texts)
    }

    private func handover(_ texts: Texts) -> HTML {
        guard let note = notes.first(where: { $0.writtenBy != user }) else { return "" }
        let link: HTML = """
            <p><bdi>\(String(note.text.prefix(200)))</bdi> <a href="\(url: HotlineURL.handover.url)">\
            \(texts.hotline.handoverRead)</a></p>
            """
        return Notice(.info, texts.hotline.handoverUnread, content: link).html(texts)
    }

    private func draftList(_ texts: Texts) -> HTML {
        guard !drafts.isEmpty else { return "" }
        let table = Table(
            texts.hotline.openContacts,
            columns: [
                TableColumn(texts.hotline.summary, isHeading: true), TableColumn(texts.hotline.channel),
                TableColumn(texts.hotline.began), TableColumn(texts.hotline.takenBy),
                TableColumn(texts.common.actions, hidesTitle: true),
            ]
        ).html(texts) { rows in
            for line in drafts {
                rows.row { row in
                    row.text(title(line, texts))
                    row.text(line.channel.title(texts))
                    row.time(RelativeTime(line.startedAt, now: now, zone: zone), texts)
                    row.text(name(line.user, texts))
                    row.html(action(line, texts))
                }
            }
        }
        return "<section id=\"drafts\" data-live=\"\"><h2>\(texts.hotline.openContacts)</h2>\(table)</section>"
    }

    private func title(_ line: DraftLine, _ texts: Texts) -> String {
        if !line.title.isEmpty { return line.title }
        return line.problem.map { content.problems.name($0, texts.language) } ?? texts.hotline.draftTitle
    }

    private func action(_ line: DraftLine, _ texts: Texts) -> HTML {
        guard mayWrite else { return "" }
        if line.user == user, !line.isParked {
            return Button(texts.hotline.goOn, .link(HotlineURL.draft(line.id).url)).html
        }
        guard line.user == user || DraftStore.mayTake(isParked: line.isParked, savedAt: line.savedAt, at: now) else {
            return "<span class=\"muted\">\(texts.hotline.atWork)</span>"
        }
        return Form(
            HotlineURL.take(line.id).url,
            token: token,
            kind: "plain",
            content: Button(line.user == user ? texts.hotline.goOn : texts.hotline.take, about: line.title).html
        ).html(texts)
    }

    private func queue(_ texts: Texts) -> HTML {
        let lines = waiting.prefix(8)
        guard !lines.isEmpty else { return "" }
        let items = HTML.each(lines) { line in
            """
            <li>\(RelativeTime(line.callBack.dueAt, now: now, zone: zone).html(texts)) · <bdi>\(line.name)</bdi> \
            <a href="\(url: HotlineURL.callBacks.url.adding(fragment: "call-back-" + line.callBack.id.text))">\
            \(texts.hotline.callBackOpen)</a></li>
            """
        }
        return "<section><h2>\(texts.hotline.callBacks)</h2><ul class=\"bare\">\(items)</ul></section>"
    }

    private func todayList(_ texts: Texts) -> HTML {
        let table = ContactTable(items: today, content: content, names: names, now: now, zone: zone)
        return """
            <section id="today" data-live=""><h2>\(texts.hotline.today)</h2>\
            \(table.html(texts, action: mayWrite ? .new : nil))</section>
            """
    }

    private func name(_ user: UserID, _ texts: Texts) -> String { names[user] ?? texts.hotline.colleague }
}

/// The pages of the hotline, side by side.
enum HotlineTabs: CaseIterable {
    case home, contacts, callBacks, handover, rota, onCall, numbers

    static func html(_ current: HotlineTabs, _ texts: Texts) -> HTML {
        Tabs(
            texts.hotline.title,
            allCases.map { Tabs.Item($0.title(texts), $0.url, isCurrent: $0 == current) }
        ).html(texts)
    }

    private var url: URLAttribute {
        switch self {
        case .home: HotlineURL.home.url
        case .contacts: HotlineURL.contacts.url
        case .callBacks: HotlineURL.callBacks.url
        case .handover: HotlineURL.handover.url
        case .rota: HotlineURL.rota.url
        case .onCall: HotlineURL.onCall.url
        case .numbers: HotlineURL.numbers.url
        }
    }

    private func title(_ texts: Texts) -> String {
        switch self {
        case .home: texts.hotline.tabNow
        case .contacts: texts.hotline.tabContacts
        case .callBacks: texts.hotline.callBacks
        case .handover: texts.hotline.handover
        case .rota: texts.hotline.rota
        case .onCall: texts.hotline.onCall
        case .numbers: texts.hotline.numbers
        }
    }
}
