import Domain
import Localization
import Markup
import Web

// The controls of the form, each with what was typed and what is wrong with it.
extension EntryFormPage {
    func text(_ name: String, _ label: String, _ texts: Texts, isRequired: Bool = false) -> HTML {
        TextField(
            name,
            label: label,
            value: form[name],
            error: errors.message(for: name, texts),
            isRequired: isRequired
        ).html(texts)
    }

    func area(_ name: String, _ label: String, _ texts: Texts) -> HTML {
        TextArea(name, label: label, value: form[name], error: errors.message(for: name, texts), rows: 3).html(texts)
    }

    func box(_ name: String, _ label: String, _ texts: Texts) -> HTML {
        CheckboxField(name, label: label, value: "1", isChecked: form.has(name)).html(texts)
    }

    func select(
        _ name: String,
        _ label: String,
        _ options: [FieldOption],
        _ texts: Texts,
        placeholder: String? = nil
    ) -> HTML {
        SelectField(
            name,
            label: label,
            options: options,
            value: form[name],
            error: errors.message(for: name, texts),
            placeholder: placeholder,
            width: .medium
        ).html(texts)
    }

    func money(_ prefix: String, _ legend: String, _ texts: Texts) -> HTML {
        MoneyFields.html(
            prefix,
            legend: legend,
            amount: form[prefix + "amount"],
            currency: form[prefix + "currency"],
            error: errors.message(for: prefix + "amount", texts),
            texts
        )
    }

    func date(_ name: String, _ legend: String, _ texts: Texts) -> HTML {
        DateField(
            name,
            legend: legend,
            day: form[name + "Day"],
            month: form[name + "Month"],
            year: form[name + "Year"],
            error: errors.message(for: name + "Day", texts),
            isPartial: false
        ).html(texts)
    }

    func counterpart(_ texts: Texts) -> HTML {
        select(
            "counterpart",
            texts.entries.counterpart,
            EntryCounterpart.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
            texts,
            placeholder: texts.entries.counterpartNone
        )
    }

    func assignee(_ texts: Texts) -> HTML {
        SelectField(
            "assignee",
            label: texts.entries.assignee,
            options: staff.options,
            value: form.trimmedOrNil("assignee") ?? (entry == nil ? head.worker?.text ?? "" : ""),
            error: errors.message(for: "workerId", texts),
            placeholder: texts.cases.nobody,
            width: .medium
        ).html(texts)
    }

    func person(_ texts: Texts) -> HTML {
        let members = opened.file.members
        guard members.count > 1 || kind == .childNote else { return "" }
        return select(
            "person",
            texts.entries.person,
            members.map { FieldOption($0.person.text, opened.names[$0.person] ?? texts.cases.unnamed) },
            texts,
            placeholder: kind == .childNote ? nil : texts.entries.everybody
        )
    }
}
