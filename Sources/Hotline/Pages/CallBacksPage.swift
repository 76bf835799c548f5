import Domain
import Localization
import Markup
import People
import Web

/// Somebody who waits, with what their record says about calling them.
struct CallBackLine: Sendable {
    let callBack: CallBack
    /// Empty for somebody without a record.
    let name: String
    let permission: CallPermission
    let neverLeaveMessage: Bool
    let isNeutral: Bool
}

/// The queue of people who wait to be called.
struct CallBacksPage {
    let lines: [CallBackLine]
    let organization: String
    let mayWrite: Bool
    let token: String
    let now: Instant
    let zone: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(texts.hotline.callBacks).html(texts)
        let tabs = HotlineTabs.html(.callBacks, texts)
        guard !lines.isEmpty else {
            return "\(header)\(tabs)\(EmptyState(texts.hotline.nobodyWaits, icon: .clock).html(texts))"
        }
        return
            "\(header)\(tabs)<div class=\"stack\" id=\"queue\" data-live=\"\">\(HTML.each(lines) { card($0, texts) })</div>"
    }

    private func card(_ line: CallBackLine, _ texts: Texts) -> HTML {
        let callBack = line.callBack
        let isLate = callBack.dueAt < now
        let due = RelativeTime(callBack.dueAt, now: now, zone: zone).html(texts)
        let theirs = texts.formats.time(milliseconds: callBack.dueAt.milliseconds, zone: callBack.zone)
        let name: HTML = line.name.isEmpty ? "" : "<strong><bdi>\(line.name)</bdi></strong> · "
        let sender = NeutralSender.name(
            isNeutral: line.isNeutral,
            organization: organization,
            neutral: texts.hotline.neutralSender
        )
        let number: HTML? =
            mayDial(line)
            ? "<a href=\"\(url: URLAttribute("tel:" + callBack.number))\" dir=\"ltr\">\(callBack.number)</a>" : nil
        let note: HTML? = callBack.note.isEmpty ? nil : "<p><bdi>\(callBack.note)</bdi></p>"
        return """
            <article class="card" id="call-back-\(callBack.id.text)"><p>\(Badge(texts.hotline.due, isLate ? .danger : .due).html) \
            \(due) <span class="muted">(\(theirs) \(callBack.zone))</span></p>\
            <p>\(name)\(number) <span class="muted">\(texts.formats.languageName(callBack.language))</span></p>\
            \(warnings(line, texts))<p class="muted">\(texts.hotline.callAs(sender: sender))</p>\
            \(note)\
            <p><a href="\(url: HotlineURL.contact(callBack.contact).url)">\(texts.hotline.contactOpen)</a> \
            \(callBack.attempts > 0 ? attempts(callBack, texts) : "")</p>\(mayWrite ? result(callBack, texts) : "")</article>
            """
    }

    /// A number that mustn't be rung now isn't one press away.
    private func mayDial(_ line: CallBackLine) -> Bool {
        line.permission == .allowed
    }

    private func warnings(_ line: CallBackLine, _ texts: Texts) -> HTML {
        var notices: [HTML] = []
        switch line.permission {
        case .allowed: break
        case .notNow(let until):
            let time = texts.formats.dateTime(milliseconds: until.milliseconds, zone: zone)
            notices.append(Notice(.danger, texts.hotline.notNow(time: time)).html(texts))
        case .never: notices.append(Notice(.danger, texts.hotline.neverCall).html(texts))
        }
        if line.neverLeaveMessage { notices.append(Notice(.warning, texts.hotline.noMessage).html(texts)) }
        if line.isNeutral { notices.append(Notice(.warning, texts.hotline.neutralDue).html(texts)) }
        return HTML.each(notices) { $0 }
    }

    private func attempts(_ callBack: CallBack, _ texts: Texts) -> HTML {
        let last = callBack.lastResult?.title(texts) ?? ""
        return "<span class=\"muted\">\(texts.hotline.attempts(count: callBack.attempts)) \(last)</span>"
    }

    private func result(_ callBack: CallBack, _ texts: Texts) -> HTML {
        let buttons = AttemptResult.allCases.map { result in
            Button(
                result.title(texts),
                .submit(name: "result", value: result.rawValue),
                style: result == .reached ? .primary : .secondary
            ).html
        }
        let note = FieldScope.within(callBack.id.text) {
            TextField("note", label: texts.hotline.callBackNote).html(texts)
        }
        return Form(
            HotlineURL.callBack(callBack.id).url,
            token: token,
            kind: "plain",
            content: "\(note)<div class=\"actions\">\(buttons)</div>"
        ).html(texts)
    }
}
