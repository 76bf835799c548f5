import Domain
import Localization
import Markup
import Web

/// The red key, the alarms it raised, and the ladder of people who are rung.
struct OnCallPage {
    let steps: [OnCallStep]
    let alarms: [Alarm]
    let typed: FormData
    let errors: FormErrors
    let mayWrite: Bool
    let token: String
    let now: Instant
    let zone: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(texts.hotline.onCall).html(texts)
        let open = alarms.filter { $0.closedAt == nil }
        let past = alarms.filter { $0.closedAt != nil }
        return """
            \(header)\(HotlineTabs.html(.onCall, texts))\(mayWrite ? key(texts) : "")\
            <div id="alarms" data-live="" class="stack">\(HTML.each(open) { alarm($0, texts) })</div>\
            \(ladder(texts))\(past.isEmpty ? "" : pastList(past, texts))
            """
    }

    private func key(_ texts: Texts) -> HTML {
        guard !steps.isEmpty else { return Notice(.warning, texts.hotline.ladderEmpty).html(texts) }
        let reason = TextField("reason", label: texts.hotline.alarmReason, hint: texts.hotline.alarmHint).html(texts)
        return Form(
            HotlineURL.raise.url,
            token: token,
            content: "\(reason)\(Button(texts.hotline.redKey, style: .destructive, icon: .warning).html)"
        ).html(texts)
    }

    private func alarm(_ alarm: Alarm, _ texts: Texts) -> HTML {
        let contact: HTML? = alarm.contact.map {
            "<p><a href=\"\(url: HotlineURL.draft($0).url)\">\(texts.hotline.contactOpen)</a></p>"
        }
        return """
            <article class="card" id="alarm-\(alarm.id.text)"><h2>\(Badge(texts.hotline.alarmOpen, .danger).html) \
            \(RelativeTime(alarm.raisedAt, now: now, zone: zone).html(texts))</h2>\
            <p><bdi>\(alarm.reason)</bdi></p>\(contact)\(rings(alarm, texts))\(mayWrite ? actions(alarm, texts) : "")</article>
            """
    }

    private func rings(_ alarm: Alarm, _ texts: Texts) -> HTML {
        let lines = HTML.each(alarm.rings) { ring in
            let answer: HTML =
                ring.answer.map { Badge($0.title(texts), $0 == .answered ? .done : .neutral).html }
                ?? Badge(texts.hotline.rings, .due).html
            return """
                <li><strong><bdi>\(ring.person.name)</bdi></strong> \
                <a href="\(url: URLAttribute("tel:" + ring.person.phone))" dir="ltr">\(ring.person.phone)</a> \
                <span class="muted">\(texts.formats.time(milliseconds: ring.rungAt.milliseconds, zone: zone))</span> \
                \(answer)</li>
                """
        }
        return "<ol>\(lines)</ol>\(next(alarm, texts))"
    }

    private func next(_ alarm: Alarm, _ texts: Texts) -> HTML {
        let order = steps.map(\.id)
        let rings = alarm.rings.compactMap { ring in
            order.firstIndex(of: ring.step).map { (place: $0, at: ring.rungAt, answer: ring.answer) }
        }
        switch OnCallLadder.next(waits: steps.map(\.waitMinutes), rings: rings, at: now) {
        case .answered: return "<p class=\"strong\">\(texts.hotline.alarmSomebody)</p>"
        case .wait(let seconds):
            return "<p>\(texts.hotline.alarmWait(minutes: texts.formats.number(Int((seconds + 59) / 60))))</p>"
        case .ring(let position):
            guard steps.indices.contains(position) else { return "" }
            return "<p>\(texts.hotline.alarmNext(name: steps[position].person.name))</p>"
        case .exhausted: return "<p>\(texts.hotline.alarmExhausted)</p>"
        }
    }

    private func actions(_ alarm: Alarm, _ texts: Texts) -> HTML {
        let answers = AlarmAnswer.allCases.map { answer in
            Button(
                answer.title(texts),
                .submit(name: "do", value: answer.rawValue),
                style: answer == .answered ? .primary : .secondary
            ).html
        }
        let ring = Button(texts.hotline.ringNext, .submit(name: "do", value: "ring")).html
        let close = Button(texts.hotline.alarmClose, .submit(name: "do", value: "close"), style: .quiet).html
        return Form(
            HotlineURL.alarm(alarm.id).url,
            token: token,
            kind: "plain",
            content: "<div class=\"actions\">\(answers)\(ring)\(close)</div>"
        ).html(texts)
    }

    private func ladder(_ texts: Texts) -> HTML {
        let lines = HTML.each(steps) { step in
            let remove: HTML =
                mayWrite
                ? Form(
                    HotlineURL.stepRemove(step.id).url,
                    token: token,
                    kind: "plain",
                    content: Button(texts.hotline.remove, style: .quiet, about: step.person.name).html
                ).html(texts) : ""
            return """
                <li><strong><bdi>\(step.person.name)</bdi></strong> <span dir="ltr">\(step.person.phone)</span> \
                <span class="muted">\(texts.hotline.waits(minutes: texts.formats.number(step.waitMinutes)))</span>\(remove)</li>
                """
        }
        return """
            <section><h2>\(texts.hotline.ladder)</h2><ol>\(lines)</ol>\(mayWrite ? form(texts) : "")</section>
            """
    }

    private func form(_ texts: Texts) -> HTML {
        let name = TextField(
            "name",
            label: texts.hotline.dutyName,
            value: typed["name"],
            error: errors.message(for: "name", texts),
            isRequired: true
        ).html(texts)
        let phone = PhoneField(
            "phone",
            label: texts.hotline.phone,
            value: typed["phone"],
            error: errors.message(for: "phone", texts),
            isRequired: true
        ).html(texts)
        let wait = NumberField(
            "wait",
            label: texts.hotline.waitMinutes,
            value: typed["wait"].isEmpty ? "3" : typed["wait"],
            error: errors.message(for: "wait", texts)
        ).html(texts)
        return Form(
            HotlineURL.onCall.url,
            token: token,
            content: "<div class=\"row-fields\">\(name)\(phone)\(wait)</div>\(Button(texts.common.add).html)"
        ).html(texts)
    }

    private func pastList(_ past: [Alarm], _ texts: Texts) -> HTML {
        let items = HTML.each(past) { alarm in
            """
            <li>\(RelativeTime(alarm.raisedAt, now: now, zone: zone).html(texts)) <bdi>\(alarm.reason)</bdi>\
            \(rings(alarm, texts))</li>
            """
        }
        return "<section><h2>\(texts.hotline.alarmsPast)</h2><ul class=\"bare\">\(items)</ul></section>"
    }
}
