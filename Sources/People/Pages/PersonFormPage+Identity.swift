import Domain
import Localization
import Markup
import Web

/// Who somebody is, how to ring them, what papers they have.
extension PersonFormPage {
    func names(_ texts: Texts) -> HTML {
        let group = RepeatableGroup(
            "names",
            legend: texts.people.sectionNames,
            count: max(1, input.names.count),
            hint: texts.people.nameHint,
            addLabel: texts.people.addName,
            maximum: PersonRules.mostEntries
        ) { prefix, index in
            let name = index.flatMap { input.names.indices.contains($0) ? input.names[$0] : nil } ?? PersonName()
            return [
                TextField(
                    "\(prefix).family",
                    label: texts.people.family,
                    value: name.family,
                    error: message("\(prefix).family", texts),
                    width: .medium
                ),
                TextField("\(prefix).given", label: texts.people.given, value: name.given, width: .medium),
                TextField(
                    "\(prefix).patronymic",
                    label: texts.people.patronymic,
                    value: name.patronymic,
                    width: .medium
                ),
            ].map { $0.html(texts) }.joined()
        }.html(texts)
        let alias = TextField(
            "alias",
            label: texts.people.alias,
            value: input.alias,
            hint: texts.people.aliasHint,
            error: message("alias", texts),
            width: .medium
        ).html(texts)
        let nameless = CheckboxField("nameless", label: texts.people.nameless, isChecked: input.isNameless)
            .html(texts)
        return "\(group)\(alias)\(nameless)"
    }

    func birth(_ texts: Texts) -> HTML {
        let parts: [HTML] = [
            DateField(
                "birth",
                legend: texts.people.birthDate,
                day: input.birthDay,
                month: input.birthMonth,
                year: input.birthYear,
                hint: texts.people.birthHint,
                error: message("birthYear", texts)
            ).html(texts),
            CheckboxField(
                "birthEstimated",
                label: texts.people.birthEstimated,
                isChecked: input.isBirthEstimated
            ).html(texts),
            RadioField(
                "sex",
                legend: texts.people.sex,
                options: Sex.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                value: input.sex.isEmpty ? Sex.unknown.rawValue : input.sex,
                error: message("sex", texts),
                isInline: true
            ).html(texts),
            SelectField(
                "citizenship",
                label: texts.people.citizenship,
                options: CountryOptions.all(texts),
                value: input.citizenship,
                error: message("citizenship", texts),
                placeholder: texts.common.notRecorded,
                width: .medium
            ).html(texts),
            folded(
                texts.people.sectionBirth,
                ["homeRegion", "homePlace", "languages"],
                !input.homeRegion.isEmpty || !input.homePlace.isEmpty || !input.languages.isEmpty,
                origin(texts)
            ),
        ]
        return parts.joined()
    }

    private func origin(_ texts: Texts) -> HTML {
        var regions = HomeRegions.codes
        if !input.homeRegion.isEmpty, !regions.contains(input.homeRegion) { regions.append(input.homeRegion) }
        let region = SelectField(
            "homeRegion",
            label: texts.people.homeRegion,
            options: regions.map { FieldOption($0, HomeRegions.title($0, texts)) },
            value: input.homeRegion,
            error: message("homeRegion", texts),
            placeholder: texts.common.notRecorded,
            width: .medium
        ).html(texts)
        let place = TextField(
            "homePlace",
            label: texts.people.homePlace,
            value: input.homePlace,
            error: message("homePlace", texts),
            width: .medium
        ).html(texts)
        var tags = InterfaceLanguage.allCases.map(\.rawValue) + ["tr", "de", "pl", "ko", "ar", "uk", "zh", "fa"]
        for tag in input.languages where !tags.contains(tag) { tags.append(tag) }
        let languages = CheckboxGroup(
            "languages",
            legend: texts.people.languages,
            options: tags.map { FieldOption($0, texts.formats.languageName($0)) },
            values: Set(input.languages),
            error: message("languages", texts),
            isInline: true
        ).html(texts)
        return "\(region)\(place)\(languages)"
    }

    func phones(_ texts: Texts) -> HTML {
        RepeatableGroup(
            "phones",
            legend: texts.people.sectionPhones,
            count: input.phones.count,
            rowLabel: texts.people.phone,
            addLabel: texts.people.addPhone,
            maximum: PersonRules.mostEntries
        ) { prefix, index in
            let phone = index.flatMap { input.phones.indices.contains($0) ? input.phones[$0] : nil }
            let parts: [HTML] = [
                TextField(
                    "\(prefix).number",
                    label: texts.people.phone,
                    value: phone?.number ?? "",
                    error: message("\(prefix).number", texts),
                    kind: .phone,
                    width: .medium
                ).html(texts),
                choice(
                    "\(prefix).owner",
                    texts.people.phoneOwner,
                    PhoneOwner.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                    phone?.owner ?? "",
                    usual: PhoneOwner.person.rawValue,
                    texts
                ),
                line("\(prefix).messenger", texts.people.phoneMessenger, phone?.messenger ?? "", texts),
                line("\(prefix).note", texts.people.phoneNote, phone?.note ?? "", texts),
            ]
            return parts.joined()
        }.html(texts)
    }

    func documents(_ texts: Texts) -> HTML {
        RepeatableGroup(
            "documents",
            legend: texts.people.sectionDocuments,
            count: input.documents.count,
            rowLabel: texts.people.documentKind,
            addLabel: texts.people.addDocument,
            maximum: PersonRules.mostEntries
        ) { prefix, index in
            let document = index.flatMap { input.documents.indices.contains($0) ? input.documents[$0] : nil }
            let parts: [HTML] = [
                choice(
                    "\(prefix).kind",
                    texts.people.documentKind,
                    DocumentKind.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                    document?.kind ?? "",
                    usual: DocumentKind.passport.rawValue,
                    texts
                ),
                line("\(prefix).number", texts.people.documentNumber, document?.number ?? "", texts),
                choice(
                    "\(prefix).state",
                    texts.people.documentState,
                    DocumentState.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                    document?.state ?? "",
                    usual: DocumentState.held.rawValue,
                    texts
                ),
                line("\(prefix).heldBy", texts.people.heldBy, document?.heldBy ?? "", texts),
                line(
                    "\(prefix).since",
                    texts.people.heldSince,
                    document?.since ?? "",
                    hint: texts.people.dateHint,
                    texts
                ),
            ]
            return parts.joined()
        }.html(texts)
    }

    /// One line of text of medium width.
    func line(
        _ name: String,
        _ label: String,
        _ value: String,
        hint: String? = nil,
        kind: TextField.Kind = .text,
        _ texts: Texts
    ) -> HTML {
        TextField(
            name,
            label: label,
            value: value,
            hint: hint,
            error: message(name, texts),
            kind: kind,
            width: .medium
        ).html(texts)
    }

    /// A choice among codes, of which one is meant when none was chosen. A code that isn't among them is shown as it is.
    func choice(
        _ name: String,
        _ label: String,
        _ options: [FieldOption],
        _ value: String,
        usual: String,
        _ texts: Texts
    ) -> HTML {
        SelectField(
            name,
            label: label,
            options: options,
            value: value.isEmpty ? usual : value,
            error: message(name, texts),
            placeholder: "",
            width: .medium
        ).html(texts)
    }
}
