import Domain
import Guides
import Localization
import Markup
import Web

/// The console: one contact that is being written, on the left what was said, on the right who it is and what helps.
///
/// It is one form. Every button sends it whole and gets the page again; the script only fetches the parts named
/// `data-part` instead.
struct ConsolePage {
    let model: ConsoleModel
    let content: ContentLibrary
    let token: String
    let now: Instant
    let zone: String
    let user: UserID
    let script: URLAttribute
    let organizationName: @Sendable (OrganizationID) -> String

    var state: ConsoleState { model.state }

    func html(_ texts: Texts) -> HTML {
        let action = HotlineURL.draft(model.id).url
        return """
            \(bar(texts))\(CallsPart(calls: model.calls, token: token, now: now, zone: zone).html(texts))\
            \(ErrorSummary(model.errors, texts).html(texts))\
            <form id="console" method="post" action="\(url: action)" class="console" novalidate="" \
            data-console="" data-address="\(url: action)">\
            \(Form.tokenField(token))\
            <input type="hidden" name="startedAt" value="\(String(state.startedAt))"/>\
            <button type="submit" name="do" value="update" class="sr" tabindex="-1" aria-hidden="true"></button>\
            <div class="console-form">\(left(texts))</div>\
            <div class="console-aside">\(right(texts))</div></form>\
            <script src="\(url: script)" defer=""></script>
            """
    }

    /// The parts that follow from what was typed, for the script.
    func parts(_ texts: Texts) -> HTML {
        let parts = [
            part("problems", problems(texts)), part("found", found(texts)), part("place", understoodPlace(texts)),
            part("risk", ConsoleQuestions(page: self).html(texts)), part("follow", follow(texts)),
            part("number", number(texts)), part("who-is-it", ConsolePeople(page: self).html(texts)),
            part("help", ConsoleHelp(page: self).html(texts)),
        ]
        return HTML.each(parts) { $0 }
    }

    func part(_ name: String, _ content: HTML) -> HTML {
        "<div id=\"\("part-" + name)\" data-part=\"\">\(content)</div>"
    }

    func error(_ field: String, _ texts: Texts) -> String? { model.errors.message(for: field, texts) }

    // MARK: - Above

    private func bar(_ texts: Texts) -> HTML {
        let mine = model.drafts.filter { $0.user == user && !$0.isParked && $0.id != model.id }
        let others = HTML.each(mine) { line in
            """
            <li><a href="\(url: HotlineURL.draft(line.id).url)">\(line.channel.title(texts)) \
            <bdi>\(line.title)</bdi></a></li>
            """
        }
        let open: HTML =
            mine.isEmpty
            ? "" : "<nav aria-label=\"\(texts.hotline.openContacts)\"><ul class=\"bare\">\(others)</ul></nav>"
        let number: HTML = state.callerNumber.isEmpty ? "" : " · <bdi dir=\"ltr\">\(state.callerNumber)</bdi>"
        let channel = Channel(rawValue: state.channel) ?? .phone
        let started = Formats.machineTime(milliseconds: state.startedAt)
        return """
            <header class="console-bar"><h1>\(channel.title(texts)) · \
            <time datetime="\(started)" data-timer="" class="number">\(timer)</time>\(number)</h1>\
            \(open)<span class="muted" id="console-state" role="status" data-saved="\(texts.hotline.saved)" \
            data-unsaved="\(texts.hotline.unsaved)">\(model.isSaved ? texts.hotline.saved : "")</span>\
            <a class="button secondary" href="\(url: HotlineURL.newContact.url)" data-new="">\(Icon.plus.html) \
            \(texts.hotline.newContact)</a></header>
            """
    }

    private var timer: String {
        let seconds = max(0, (now.milliseconds - state.startedAt) / 1000)
        let rest = seconds % 60
        return "\(seconds / 60):" + (rest < 10 ? "0\(rest)" : "\(rest)")
    }

    // MARK: - Left

    private func left(_ texts: Texts) -> HTML {
        """
        \(languages(texts))\(problemBox(texts))\(part("found", found(texts)))\(part("problems", problems(texts)))\
        \(placeFields(texts))\(part("place", understoodPlace(texts)))\
        \(part("risk", ConsoleQuestions(page: self).html(texts)))\
        \(TextArea("summary", label: texts.hotline.summary, value: state.summary, error: error("summary", texts), rows: 4).html(texts))\
        \(outcomes(texts))\(part("follow", follow(texts)))\(more(texts))\(buttons(texts))
        """
    }

    private func languages(_ texts: Texts) -> HTML {
        let first = InterfaceLanguage.allCases.map(\.rawValue)
        let codes = first.contains(state.language) || state.language.isEmpty ? first : first + [state.language]
        let choices = HTML.each(codes.enumerated()) { index, code in
            let id = index == 0 ? fieldID("language") : "\(fieldID("language"))-\(index)"
            let isChosen = code == state.language
            return """
                <label class="chip"><input type="radio" id="\(id)" name="language" value="\(code)"\
                \(attribute: "checked", isChosen)\
                \(attribute: "data-focus", isChosen && model.errors.isEmpty && !model.isSaved)/>\
                <span lang="\(code)"><kbd>\(index + 1)</kbd> \(texts.formats.ownLanguageName(code))</span></label>
                """
        }
        return """
            <fieldset class="field" role="radiogroup" id="languages"><legend>\(texts.hotline.language)</legend>\
            <div class="chips">\(choices)</div></fieldset>
            """
    }

    private func problemBox(_ texts: Texts) -> HTML {
        let message = error("problems", texts)
        let note: HTML? = message.map { "<p class=\"error\" id=\"f-problems-error\">\($0)</p>" }
        let usual = content.problems.name(.information, texts.language)
        return """
            <div class="field\(message == nil ? "" : " invalid")"><label for="\(fieldID("problems"))">\
            \(texts.hotline.problem)</label>\(note)\
            <input type="text" id="\(fieldID("problems"))" name="problemQuery" value="\(state.problemQuery)" dir="auto" \
            autocomplete="off" maxlength="100" placeholder="\(texts.hotline.problemHint(usual: usual))" \
            data-look="" data-default="\(ProblemCode.information.rawValue)"/></div>
            """
    }

    private func found(_ texts: Texts) -> HTML {
        guard !state.problemQuery.isEmpty else { return "" }
        guard !model.found.isEmpty else { return "<p class=\"hint\">\(texts.common.nothingFound)</p>" }
        let buttons = HTML.each(model.found) { hit -> HTML in
            let matched: HTML? = hit.matched == hit.name ? nil : " <span class=\"muted\">\(hit.matched)</span>"
            return """
                <button type="submit" name="do" value="problem:\(hit.problem.code.rawValue)" class="pick">\
                <bdi>\(hit.name)</bdi>\(matched)</button>
                """
        }
        return "<div class=\"picks\" role=\"group\" aria-label=\"\(texts.hotline.problem)\">\(buttons)</div>"
    }

    private func problems(_ texts: Texts) -> HTML {
        let codes = state.problemCodes
        guard !codes.isEmpty else { return "" }
        let chosen = HTML.each(codes.enumerated()) { index, code -> HTML in
            let mark: HTML? =
                index == 0 && codes.count > 1 ? " <span class=\"muted\">(\(texts.hotline.primary))</span>" : nil
            return """
                <label class="chip"><input type="checkbox" name="problems" value="\(code.rawValue)" checked="" \
                data-update=""/><span>\(content.problems.name(code, texts.language))\(mark)</span></label>
                """
        }
        return "<div class=\"chips\">\(chosen)</div>"
    }

    private func placeFields(_ texts: Texts) -> HTML {
        """
        <div class="field"><label for="\(fieldID("place"))">\(texts.hotline.place)</label>\
        <input type="text" id="\(fieldID("place"))" name="place" value="\(state.place)" dir="auto" autocomplete="off" \
        maxlength="200" data-update=""/></div>
        """
    }

    private func understoodPlace(_ texts: Texts) -> HTML {
        guard let place = model.place else {
            guard !state.place.isEmpty, model.country == nil else { return "" }
            return "<p class=\"hint\">\(texts.hotline.placeNotUnderstood)</p>"
        }
        return "<p class=\"hint\"><bdi>\(place.label(texts.language))</bdi></p>"
    }

    private func outcomes(_ texts: Texts) -> HTML {
        let choices = HTML.each(ContactOutcome.allCases.enumerated()) { index, outcome in
            let id = index == 0 ? fieldID("outcome") : "\(fieldID("outcome"))-\(index)"
            return """
                <label class="chip"><input type="radio" id="\(id)" name="outcome" value="\(outcome.rawValue)"\
                \(attribute: "checked", outcome.rawValue == state.outcome) data-update=""/>\
                <span>\(outcome.title(texts))</span></label>
                """
        }
        let note: HTML? = error("outcome", texts).map { "<p class=\"error\">\($0)</p>" }
        return """
            <fieldset class="field" role="radiogroup" id="outcomes"><legend>\(texts.hotline.outcome)</legend>\(note)\
            <div class="chips">\(choices)</div></fieldset>
            """
    }

    /// What an outcome needs besides.
    private func follow(_ texts: Texts) -> HTML {
        switch ContactOutcome(rawValue: state.outcome) {
        case .callBack:
            let typed = state.callBackNumber.isEmpty ? state.callerNumber : state.callBackNumber
            let number = TextField(
                "callBackNumber",
                label: texts.hotline.callBackNumber,
                value: typed,
                error: error("callBackNumber", texts),
                kind: .phone,
                width: .medium
            ).html(texts)
            let note = TextField("callBackNote", label: texts.hotline.callBackNote, value: state.callBackNote)
                .html(texts)
            let neutral: HTML? = model.isNeutral ? Notice(.warning, texts.hotline.neutralDue).html(texts) : nil
            return "\(due(texts))\(number)\(note)\(neutral)"
        case .appointment: return due(texts)
        case .caseOpened where !hasPerson: return "<p class=\"hint\">\(texts.hotline.caseNameless)</p>"
        case .referred: return "<p class=\"hint\">\(texts.hotline.referNext)</p>"
        default: return ""
        }
    }

    private var hasPerson: Bool { !state.members.isEmpty || !state.newPerson.isEmpty }

    private func due(_ texts: Texts) -> HTML {
        let message = error("dueDay", texts)
        let note: HTML? = message.map { "<p class=\"error\">\($0)</p>" }
        let zone = SelectField(
            "dueZone",
            label: texts.hotline.zone,
            options: ZoneOptions.all(usual: self.zone, texts, now: now),
            value: state.dueZone.isEmpty ? self.zone : state.dueZone,
            placeholder: "",
            width: .medium
        ).html(texts)
        return """
            \(note)<div class="console-row"><div class="field short"><label for="\(fieldID("dueDay"))">\
            \(texts.hotline.day)</label><input type="date" id="\(fieldID("dueDay"))" name="dueDay" \
            value="\(state.dueDay)"/></div><div class="field short"><label for="\(fieldID("dueTime"))">\
            \(texts.hotline.time)</label><input type="time" id="\(fieldID("dueTime"))" name="dueTime" \
            value="\(state.dueTime)"/></div>\(zone)</div>
            """
    }

    private func buttons(_ texts: Texts) -> HTML {
        """
        <div class="actions">\(Button(texts.hotline.save, .submit(name: "do", value: "save"), style: .primary).html)\
        <span class="muted"><kbd>Ctrl</kbd> <kbd>↵</kbd></span>\
        \(Button(texts.hotline.park, .submit(name: "do", value: "park")).html)\
        \(Button(texts.hotline.giveCode, .submit(name: "do", value: "code"), style: .quiet).html)\
        <details class="confirm"><summary class="button quiet">\(texts.hotline.discard)</summary>\
        <div class="confirm-body"><p>\(texts.hotline.discardWhat)</p>\
        \(Button(texts.hotline.discardConfirm, .submit(name: "do", value: "discard"), style: .destructive).html)</div></details>\
        <button type="submit" class="button destructive" formaction="\(url: HotlineURL.raise.url)" name="contact" \
        value="\(model.id.text)">\(Icon.warning.html) \(texts.hotline.redKey)</button></div>\
        \(state.givenCode.isEmpty ? "" : givenCode(texts))
        """
    }

    private func givenCode(_ texts: Texts) -> HTML {
        "<p>\(texts.hotline.givenCode) <code class=\"return-code\">\(state.givenCode)</code></p>"
    }
}
