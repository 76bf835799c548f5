import Domain
import Guides
import Localization
import Markup
import Web

extension ConsolePage {
    // MARK: - What is rarely needed

    func more(_ texts: Texts) -> HTML {
        func select<Code: RawRepresentable>(
            _ name: String,
            _ label: String,
            _ codes: [Code],
            _ value: String,
            _ title: (Code) -> String,
            placeholder: String? = ""
        ) -> HTML where Code.RawValue == String {
            SelectField(
                name,
                label: label,
                options: codes.map { FieldOption($0.rawValue, title($0)) },
                value: value,
                error: error(name, texts),
                placeholder: placeholder,
                width: .medium
            ).html(texts)
        }
        let country = SelectField(
            "hostCountry",
            label: texts.hotline.country,
            options: CountryCode.corridor.map { FieldOption($0.code, texts.formats.country($0.code)) }
                + texts.formats.countries.map { FieldOption($0.code, $0.name) }
                .filter { option in !CountryCode.corridor.contains { $0.code == option.value } },
            value: state.hostCountry,
            placeholder: texts.common.notRecorded,
            width: .medium
        ).html(texts)
        let messenger = TextField("messenger", label: texts.hotline.messenger, value: state.messenger, width: .medium)
            .html(texts)
        return """
            <details class="section"\(attribute: "open", isUnusual)><summary>\(texts.hotline.more)</summary>\
            <div class="row-fields">\
            \(select("channel", texts.hotline.channel, Channel.allCases, state.channel) { $0.title(texts) })\
            \(select("direction", texts.hotline.direction, ContactDirection.allCases, state.direction) { $0.title(texts) })\
            \(select("urgency", texts.hotline.urgency, Urgency.allCases, state.urgency) { $0.title(texts) })\
            \(country)\(messenger)\
            \(select(
                "heardFrom", texts.hotline.heardFrom, HeardFrom.allCases, state.heardFrom, { $0.title(texts) },
                placeholder: texts.common.notRecorded
            ))</div></details>
            """
    }

    private var isUnusual: Bool {
        state.channel != Channel.phone.rawValue || state.direction != ContactDirection.incoming.rawValue
            || state.urgency != Urgency.normal.rawValue || !state.hostCountry.isEmpty
    }

    // MARK: - Right

    func right(_ texts: Texts) -> HTML {
        let counterparts = SelectField(
            "counterpart",
            label: texts.hotline.counterpart,
            options: Counterpart.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
            value: state.counterpart,
            placeholder: "",
            width: .medium
        ).html(texts)
        let relation = SelectField(
            "relation",
            label: texts.hotline.relation,
            options: CallerRelation.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
            value: state.relation,
            placeholder: texts.common.notRecorded,
            width: .medium
        ).html(texts)
        return """
            <section class="card" aria-labelledby="who-title"><h2 id="who-title">\(texts.hotline.whoTitle)</h2>\
            <div class="console-row">\(counterparts)\(relation)</div><div class="field">\
            <label for="\(fieldID("who"))">\(texts.hotline.who)</label><div class="console-row">\
            <input type="search" id="\(fieldID("who"))" name="who" value="\(state.who)" dir="auto" autocomplete="off" \
            maxlength="200" data-look="" spellcheck="false"/>\
            <button type="submit" name="do" value="look" class="button secondary">\(texts.common.search)</button></div></div>\
            \(part("who-is-it", ConsolePeople(page: self).html(texts)))\
            <div class="console-row">\
            \(TextField("callerNumber", label: texts.hotline.callerNumber, value: state.callerNumber, error: error("callerNumber", texts), kind: .phone).html(texts))\
            \(TextField("callerName", label: texts.hotline.callerName, value: state.callerName).html(texts))\
            \(TextField("returnCode", label: texts.hotline.returnCode, value: state.returnCode).html(texts))</div>\
            \(part("number", number(texts)))</section>\
            \(part("help", ConsoleHelp(page: self).html(texts)))
            """
    }

    /// What is known of the number and the return code.
    func number(_ texts: Texts) -> HTML {
        let mark: HTML? = model.isMarked ? Notice(.warning, texts.hotline.numberMarked).html(texts) : nil
        let same: HTML? =
            model.sameNumber.isEmpty
            ? nil
            : "<p class=\"muted\">\(texts.hotline.sameNumber)</p>\(ContactLines(contacts: model.sameNumber, content: content, now: now, zone: zone).html(texts))"
        return "\(mark)\(same)\(thread(texts))"
    }

    private func thread(_ texts: Texts) -> HTML {
        guard let first = model.thread.first else {
            return state.returnCode.isEmpty ? "" : "<p class=\"hint\">\(texts.hotline.codeUnknownToAll)</p>"
        }
        let lines = ContactLines(contacts: model.thread, content: content, now: now, zone: zone).html(texts)
        let root = model.thread.last ?? first
        let isUsed = state.thread == root.id.text
        let join: HTML? =
            isUsed
            ? CheckboxField("joinsThread", label: texts.hotline.joinThread, isChecked: state.joinsThread).html(texts)
            : nil
        let label = isUsed ? texts.hotline.threadUsed : texts.hotline.useThread
        return """
            <p>\(texts.hotline.threadFound)</p>\(lines)\
            \(Button(label, .submit(name: "do", value: "thread:" + root.id.text)).html)\(join)
            """
    }
}
