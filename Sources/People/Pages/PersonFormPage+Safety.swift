import Domain
import Localization
import Markup
import Web

/// How somebody may be reached, what they wish, what endangers them, and the rows of the sections that repeat.
extension PersonFormPage {
    func safety(_ texts: Texts) -> HTML {
        let safety = input.safety
        let parts: [HTML] = [
            tick("safety.mustNotBeContacted", texts.people.mustNotBeContacted, safety.mustNotBeContacted, texts),
            SelectField(
                "safety.channel",
                label: texts.people.onlyChannel,
                options: Channel.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                value: safety.channel,
                error: message("safety.channel", texts),
                placeholder: texts.people.anyChannel,
                width: .medium
            ).html(texts),
            line("safety.from", texts.people.hoursFrom, safety.from, hint: texts.people.hoursHint, texts),
            line("safety.until", texts.people.hoursUntil, safety.until, texts),
            zones(texts),
            line("safety.codeWord", texts.people.codeWord, safety.codeWord, hint: texts.people.codeWordHint, texts),
            tick("safety.neverLeaveMessage", texts.people.neverLeaveMessage, safety.neverLeaveMessage, texts),
            tick("safety.neutralSender", texts.people.neutralSender, safety.neutralSender, texts),
            line("safety.note", texts.people.safetyNote, safety.note, texts),
            "<p class=\"strong\">\(texts.people.sectionWishes)</p>",
            tick("safety.womanLawyer", texts.people.womanLawyer, safety.womanLawyer, texts),
            tick("safety.notFromOwnVillage", texts.people.notFromOwnVillage, safety.notFromOwnVillage, texts),
            tick("safety.doNotTellMyState", texts.people.doNotTellMyState, safety.doNotTellMyState, texts),
            choice(
                "safety.interpreter",
                texts.people.interpreter,
                InterpreterWish.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                safety.interpreter,
                usual: InterpreterWish.none.rawValue,
                texts
            ),
            CheckboxGroup(
                "safety.marks",
                legend: texts.people.sectionMarks,
                options: SafetyMark.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                values: safety.marks,
                error: message("safety.marks", texts)
            ).html(texts),
            SelectField(
                "safety.recognition",
                label: texts.people.recognition,
                options: RecognitionManner.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                value: safety.recognition,
                hint: texts.people.recognitionHint,
                error: message("safety.recognition", texts),
                placeholder: texts.people.recognitionNotAsked,
                width: .medium
            ).html(texts),
            line("safety.recognitionGivenOn", texts.people.recognitionGivenOn, safety.recognitionGivenOn, texts),
            line(
                "safety.recognitionWithdrawnOn",
                texts.people.recognitionWithdrawnOn,
                safety.recognitionWithdrawnOn,
                texts
            ),
        ]
        return parts.joined()
    }

    /// The zones of the corridor, the organisation's own and the one that was chosen.
    private func zones(_ texts: Texts) -> HTML {
        var zones = [
            "Asia/Bishkek", "Europe/Moscow", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Novosibirsk",
            "Asia/Krasnoyarsk", "Asia/Irkutsk", "Asia/Vladivostok", "Asia/Almaty", "Asia/Tashkent", "Asia/Dushanbe",
            "Europe/Istanbul", "Europe/Chisinau", "Europe/Warsaw", "Europe/Berlin", "Asia/Seoul", "Asia/Dubai",
        ]
        let chosen = input.safety.zone.isEmpty ? zone : input.safety.zone
        if !zones.contains(chosen) { zones.insert(chosen, at: 0) }
        return choice(
            "safety.zone",
            texts.people.zone,
            zones.map { FieldOption($0, $0) },
            chosen,
            usual: zone,
            texts
        )
    }

    func vulnerability(_ texts: Texts) -> HTML {
        let codes = CheckboxGroup(
            "vulnerabilities",
            legend: texts.people.sectionVulnerability,
            options: Vulnerability.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
            values: input.vulnerabilities,
            error: message("vulnerabilities", texts)
        ).html(texts)
        return "\(codes)\(line("vulnerabilityNote", texts.people.vulnerabilityNote, input.vulnerabilityNote, texts))"
    }

    /// The rows of a section, by the table of its columns.
    func rows(_ section: PersonSection, _ texts: Texts) -> HTML {
        let rows = input[section]
        let group = RepeatableGroup(
            section.rawValue,
            legend: section.title(texts),
            count: rows.count,
            hint: section.hint(texts),
            addLabel: section.addTitle(texts),
            maximum: PersonRules.mostEntries
        ) { prefix, index in
            let row = index.flatMap { rows.indices.contains($0) ? rows[$0] : nil } ?? PersonRow()
            return section.columns.map { cell($0, of: section, row, prefix, texts) }.joined()
        }.html(texts)
        return folded(section.title(texts), [section.rawValue], !rows.isEmpty, group)
    }

    private func cell(
        _ column: PersonColumn,
        of section: PersonSection,
        _ row: PersonRow,
        _ prefix: String,
        _ texts: Texts
    ) -> HTML {
        let name = "\(prefix).\(column.name)"
        let value = row[column.name]
        let label = section.title(of: column.name, texts)
        switch column.kind {
        case .text: return line(name, label, value, texts)
        case .phone: return line(name, label, value, kind: .phone, texts)
        case .date, .day: return line(name, label, value, hint: texts.people.dateHint, texts)
        case .flag: return tick(name, label, !value.isEmpty, texts)
        case .person: return "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\"/>"
        case .country:
            return SelectField(
                name,
                label: label,
                options: CountryOptions.all(texts),
                value: value,
                error: message(name, texts),
                placeholder: texts.common.notRecorded,
                width: .medium
            ).html(texts)
        case .choice(let codes, let usual):
            let options = codes.map { FieldOption($0, section.title(ofCode: $0, in: column.name, texts)) }
            return choice(name, label, options, value, usual: usual, texts)
        }
    }

    private func tick(_ name: String, _ label: String, _ isChecked: Bool, _ texts: Texts) -> HTML {
        CheckboxField(name, label: label, isChecked: isChecked, error: message(name, texts)).html(texts)
    }
}
