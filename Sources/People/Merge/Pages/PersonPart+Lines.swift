import Domain
import Localization

extension PersonPart {
    func title(_ texts: Texts) -> String {
        switch self {
        case .names: texts.people.columnName
        case .birth: texts.people.birthDate
        case .sex: texts.people.sex
        case .citizenship: texts.people.citizenship
        case .home: texts.people.homePlace
        case .languages: texts.people.languages
        case .phones: texts.people.sectionPhones
        case .documents: texts.people.sectionDocuments
        case .notes: texts.people.sectionNotes
        case .safety: texts.people.sectionSafety
        case .circle: texts.people.sectionCircle
        case .vulnerability: texts.people.sectionVulnerability
        case .places: texts.people.sectionPlaces
        case .stays: PersonSection.stays.title(texts)
        case .detentions: PersonSection.detentions.title(texts)
        }
    }

    /// What is recorded, a line for each entry; a line that stands in one record only is a difference.
    func lines(_ details: PersonDetails, now: Instant, zone: String, _ texts: Texts) -> [String] {
        let identity = details.identity
        let formats = texts.formats
        switch self {
        case .names: return names(identity, texts)
        case .birth:
            guard let date = identity.birthDate else { return [] }
            let text = BirthText.short(date, formats)
            return [identity.isBirthEstimated ? "\(text) (\(texts.people.birthEstimated))" : text]
        case .sex: return Sex(rawValue: identity.sex).flatMap { $0 == .unknown ? nil : [$0.title(texts)] } ?? []
        case .citizenship: return identity.citizenship.map { [formats.country($0)] } ?? []
        case .home:
            let region = identity.homeRegion.map { HomeRegions.title($0, texts) } ?? ""
            let home = [identity.homePlace, region].filter { !$0.isEmpty }
            return home.isEmpty ? [] : [home.joined(separator: ", ")]
        case .languages: return identity.languages.map { formats.languageName($0) }
        case .phones:
            return (details.phones ?? []).map { phone in
                joined([
                    phone.number, phone.owner == .person ? "" : phone.owner.title(texts), phone.messenger, phone.note,
                ])
            }
        case .documents: return (details.documents ?? []).map { document($0, texts) }
        case .notes: return details.notes.flatMap { $0.isEmpty ? nil : [$0] } ?? []
        case .safety: return safety(details.safety ?? PersonSafety(), now: now, zone: zone, texts)
        case .circle: return rows(.circle, details, texts)
        case .vulnerability:
            let vulnerability = details.vulnerability ?? PersonVulnerability()
            return vulnerability.codes.map { $0.title(texts) }
                + (vulnerability.note.isEmpty ? [] : [vulnerability.note])
        case .places: return rows(.places, details, texts)
        case .stays: return rows(.stays, details, texts)
        case .detentions: return rows(.detentions, details, texts)
        }
    }

    private func names(_ identity: PersonIdentity, _ texts: Texts) -> [String] {
        identity.names.map(\.display).filter { !$0.isEmpty }
            + (identity.alias.isEmpty ? [] : ["\(texts.people.alias): \(identity.alias)"])
            + (identity.isNameless ? [texts.people.nameless] : [])
    }

    private func document(_ document: PersonDocument, _ texts: Texts) -> String {
        let state = DocumentState(rawValue: document.state) ?? .held
        return joined([
            DocumentKind(rawValue: document.kind)?.title(texts) ?? document.kind, document.number,
            state == .held ? "" : state.title(texts), document.heldBy ?? "",
            document.since.map { "\(texts.people.heldSince) \(BirthText.short($0, texts.formats))" } ?? "",
        ])
    }

    private func safety(_ safety: PersonSafety, now: Instant, zone: String, _ texts: Texts) -> [String] {
        let nobody = PersonIdentity(names: [], birthDate: nil, sex: .unknown, citizenship: nil)
        let details = PersonDetails(identity: nobody, safety: safety)
        var lines = PersonWarnings(details: details, now: now, zone: zone).lines(texts)
        // The word itself stands on each record's own page, folded.
        if !safety.contact.codeWord.isEmpty { lines.append("\(texts.people.codeWord): \(texts.common.yes)") }
        if safety.wishes.womanLawyer { lines.append(texts.people.womanLawyer) }
        if safety.wishes.notFromOwnVillage { lines.append(texts.people.notFromOwnVillage) }
        if safety.wishes.interpreter != .none {
            lines.append("\(texts.people.interpreter): \(safety.wishes.interpreter.title(texts))")
        }
        if let recognition = safety.recognition {
            let end = recognition.withdrawnOn.map {
                "\(texts.people.recognitionWithdrawnOn) \(BirthText.short($0.iso, texts.formats))"
            }
            lines.append(joined(["\(texts.people.recognition): \(recognition.manner.title(texts))", end ?? ""]))
        }
        return lines
    }

    private func rows(_ section: PersonSection, _ details: PersonDetails, _ texts: Texts) -> [String] {
        details.rows(section).map { row in
            joined(
                section.columns.map { column in
                    let value = row[column.name]
                    if value.isEmpty { return "" }
                    switch column.kind {
                    case .date, .day:
                        return "\(section.title(of: column.name, texts)) \(BirthText.short(value, texts.formats))"
                    case .country: return texts.formats.country(value)
                    case .choice: return section.title(ofCode: value, in: column.name, texts)
                    case .flag: return section.title(of: column.name, texts)
                    case .text, .phone: return value
                    case .person: return ""
                    }
                }
            )
        }
    }

    private func joined(_ parts: [String]) -> String { parts.filter { !$0.isEmpty }.joined(separator: " · ") }
}

extension MergeField {
    func title(_ texts: Texts) -> String {
        switch self {
        case .name: texts.people.mergeFirstNames
        case .alias: texts.people.alias
        case .birth: texts.people.birthDate
        case .sex: texts.people.sex
        case .citizenship: texts.people.citizenship
        case .home: texts.people.homePlace
        case .safeContact: texts.people.sectionSafety
        case .codeWord: texts.people.codeWord
        case .healthNote: texts.people.sectionVulnerability
        case .notes: texts.people.sectionNotes
        }
    }

    /// The part whose lines show what the field says; `nil` for what is better not shown.
    var part: PersonPart? {
        switch self {
        case .name, .codeWord: nil
        case .alias: nil
        case .birth: .birth
        case .sex: .sex
        case .citizenship: .citizenship
        case .home: .home
        case .safeContact: .safety
        case .healthNote: nil
        case .notes: nil
        }
    }
}

extension MergeRefusal {
    func message(_ texts: Texts) -> String {
        switch self {
        case .sameRecord: texts.people.mergeRefusedSame
        case .bothShared: texts.people.mergeRefusedBothShared
        case .sharedMustStay: texts.people.mergeRefusedShared
        case .barred: texts.people.mergeRefusedBarred
        case .relatives: texts.people.mergeRefusedRelatives
        case .markedDistinct: texts.people.mergeRefusedDistinct
        case .tooMuch: texts.people.mergeRefusedTooMuch
        }
    }
}
