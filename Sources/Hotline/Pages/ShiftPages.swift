import Domain
import Localization
import Markup
import Web

/// The notes from shift to shift.
struct HandoverPage {
    let notes: [ShiftNote]
    let names: [UserID: String]
    let typed: String
    let errors: FormErrors
    let user: UserID
    let mayWrite: Bool
    let token: String
    let now: Instant
    let zone: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(texts.hotline.handover).html(texts)
        let form: HTML =
            mayWrite
            ? Form(
                HotlineURL.handover.url,
                token: token,
                isGuarded: true,
                content: """
                    \(TextArea("text", label: texts.hotline.handoverText, value: typed, hint: texts.hotline.handoverHint, error: errors.message(for: "text", texts), rows: 6).html(texts))\
                    \(Button(texts.hotline.handoverSave, style: .primary).html)
                    """
            ).html(texts) : ""
        let list = HTML.each(notes) { note($0, texts) }
        return "\(header)\(HotlineTabs.html(.handover, texts))\(form)<section class=\"stack\">\(list)</section>"
    }

    private func note(_ note: ShiftNote, _ texts: Texts) -> HTML {
        let author = names[note.writtenBy] ?? texts.hotline.colleague
        let seen: HTML =
            note.readBy.map { reader in
                "<span class=\"muted\">\(texts.hotline.handoverReadBy(name: names[reader] ?? texts.hotline.colleague))</span>"
            }
            ?? (mayWrite && note.writtenBy != user
                ? Form(
                    HotlineURL.noteRead(note.id).url,
                    token: token,
                    kind: "plain",
                    content: Button(texts.hotline.handoverMark).html
                ).html(texts) : "")
        return """
            <article class="card"><p class="muted"><bdi>\(author)</bdi> · \
            \(RelativeTime(note.writtenAt, now: now, zone: zone).html(texts))</p>\
            <div class="prose"><bdi>\(note.text)</bdi></div>\(seen)</article>
            """
    }
}

/// Who is on duty when, over time zones.
struct RotaPage {
    let entries: [RotaEntry]
    let typed: FormData
    let errors: FormErrors
    let mayWrite: Bool
    let token: String
    let now: Instant
    let zone: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(texts.hotline.rota).html(texts)
        let table = Table(
            texts.hotline.rota,
            columns: [
                TableColumn(texts.hotline.dutyName, isHeading: true), TableColumn(texts.hotline.day),
                TableColumn(texts.hotline.theirHours), TableColumn(texts.hotline.ourHours),
                TableColumn(texts.hotline.phone), TableColumn(texts.common.actions, hidesTitle: true),
            ],
            empty: EmptyState(texts.hotline.rotaEmpty, icon: .clock)
        ).html(texts) { rows in
            for entry in entries {
                rows.row { row in
                    row.html(name(entry, texts))
                    let date = entry.hours.day.date
                    row.text(texts.formats.date(year: date.year, month: date.month, day: date.day))
                    row.text(hours(entry))
                    row.text(ours(entry, texts))
                    row.text(entry.person.phone)
                    row.html(remove(entry, texts))
                }
            }
        }
        return "\(header)\(HotlineTabs.html(.rota, texts))\(table)\(mayWrite ? form(texts) : "")"
    }

    private func name(_ entry: RotaEntry, _ texts: Texts) -> HTML {
        let isNow = entry.hours.covers(now)
        return """
            <bdi>\(entry.person.name)</bdi> \(isNow ? Badge(texts.hotline.now, .active).html : "")\
            \(entry.isOnCall ? Badge(texts.hotline.onCallOnly, .due).html : "")
            """
    }

    private func hours(_ entry: RotaEntry) -> String {
        "\(ClockTime.text(entry.hours.fromMinute))–\(ClockTime.text(entry.hours.untilMinute)) \(entry.hours.zone)"
    }

    private func ours(_ entry: RotaEntry, _ texts: Texts) -> String {
        let formats = texts.formats
        return formats.time(milliseconds: entry.hours.startsAt.milliseconds, zone: zone) + "–"
            + formats.time(milliseconds: entry.hours.endsAt.milliseconds, zone: zone)
    }

    private func remove(_ entry: RotaEntry, _ texts: Texts) -> HTML {
        guard mayWrite else { return "" }
        return Form(
            HotlineURL.rotaRemove(entry.id).url,
            token: token,
            kind: "plain",
            content: Button(texts.hotline.remove, style: .quiet, about: entry.person.name).html
        ).html(texts)
    }

    private func form(_ texts: Texts) -> HTML {
        func text(_ name: String, _ label: String, required: Bool = false) -> HTML {
            TextField(
                name,
                label: label,
                value: typed[name],
                error: errors.message(for: name, texts),
                isRequired: required
            ).html(texts)
        }
        let zones = SelectField(
            "zone",
            label: texts.hotline.zone,
            options: ZoneOptions.all(usual: zone, texts, now: now),
            value: typed["zone"].isEmpty ? zone : typed["zone"],
            error: errors.message(for: "zone", texts),
            placeholder: ""
        ).html(texts)
        let day: HTML = """
            <div class="field\(errors.message(for: "day", texts) == nil ? "" : " invalid")">\
            <label for="\(fieldID("day"))">\(texts.hotline.day)</label>\
            \(errors.message(for: "day", texts).map { "<p class=\"error\">\($0)</p>" })\
            <input type="date" id="\(fieldID("day"))" name="day" value="\(typed["day"])"/></div>
            """
        return """
            <section><h2>\(texts.hotline.rotaAdd)</h2>\(Form(
                HotlineURL.rota.url,
                token: token,
                content: """
                    <div class="row-fields">\(text("name", texts.hotline.dutyName, required: true))\(day)\
                    \(text("from", texts.hotline.from, required: true))\(text("until", texts.hotline.until, required: true))\
                    \(zones)\(text("phone", texts.hotline.phone))</div>\
                    \(CheckboxField("onCall", label: texts.hotline.onCallOnly, isChecked: typed.has("onCall")).html(texts))\
                    \(Button(texts.common.add, style: .primary).html)
                    """
            ).html(texts))</section>
            """
    }
}

/// Numbers that are marked as abusive.
struct NumbersPage {
    let marks: [NumberMark]
    let names: [UserID: String]
    let typed: FormData
    let errors: FormErrors
    let mayWrite: Bool
    let token: String
    let now: Instant
    let zone: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(texts.hotline.numbers).html(texts)
        let table = Table(
            texts.hotline.numbers,
            columns: [
                TableColumn(texts.hotline.callerNumber, isHeading: true), TableColumn(texts.hotline.markReason),
                TableColumn(texts.hotline.markUntil), TableColumn(texts.hotline.takenBy),
                TableColumn(texts.common.actions, hidesTitle: true),
            ],
            empty: EmptyState(texts.hotline.numbersEmpty, icon: .phone)
        ).html(texts) { rows in
            for mark in marks {
                rows.row { row in
                    row.text(mark.number)
                    row.text([mark.reason.title(texts), mark.note].filter { !$0.isEmpty }.joined(separator: ": "))
                    row.time(RelativeTime(mark.expiresAt, now: now, zone: zone), texts)
                    row.text(names[mark.madeBy] ?? texts.hotline.colleague)
                    row.html(end(mark, texts))
                }
            }
        }
        return """
            \(header)\(HotlineTabs.html(.numbers, texts))<p class="muted">\(texts.hotline.numbersNote)</p>\
            \(table)\(mayWrite ? form(texts) : "")
            """
    }

    private func end(_ mark: NumberMark, _ texts: Texts) -> HTML {
        guard mayWrite else { return "" }
        return Form(
            HotlineURL.numberEnd(mark.id).url,
            token: token,
            kind: "plain",
            content: Button(texts.hotline.remove, style: .quiet, about: mark.number).html
        ).html(texts)
    }

    private func form(_ texts: Texts) -> HTML {
        let number = PhoneField(
            "number",
            label: texts.hotline.callerNumber,
            value: typed["number"],
            error: errors.message(for: "number", texts),
            isRequired: true
        ).html(texts)
        let reason = SelectField(
            "reason",
            label: texts.hotline.markReason,
            options: NumberMarkReason.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
            value: typed["reason"].isEmpty ? NumberMarkReason.abuse.rawValue : typed["reason"],
            placeholder: "",
            width: .medium
        ).html(texts)
        let days = NumberField(
            "days",
            label: texts.hotline.markDays,
            value: typed["days"].isEmpty ? "1" : typed["days"],
            error: errors.message(for: "days", texts)
        ).html(texts)
        let note = TextField("note", label: texts.hotline.callBackNote, value: typed["note"]).html(texts)
        return """
            <section><h2>\(texts.hotline.markAdd)</h2>\(Form(
                HotlineURL.numbers.url,
                token: token,
                content: "\(number)\(reason)\(days)\(note)\(Button(texts.hotline.markSave, style: .primary).html)"
            ).html(texts))</section>
            """
    }
}
