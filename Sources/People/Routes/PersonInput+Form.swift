import Domain
import Web

extension PersonInput {
    /// What a form sent, exactly as typed.
    init(_ form: FormData) {
        self.init()
        names = form.groups("names").map {
            PersonName(family: $0["family"], given: $0["given"], patronymic: $0["patronymic"])
        }
        alias = form["alias"]
        isNameless = form.has("nameless")
        birthDay = form["birthDay"]
        birthMonth = form["birthMonth"]
        birthYear = form["birthYear"]
        isBirthEstimated = form.has("birthEstimated")
        sex = form["sex"]
        citizenship = form["citizenship"]
        homeRegion = form["homeRegion"]
        homePlace = form["homePlace"]
        languages = form.values("languages")
        phones = form.groups("phones").map {
            Phone(number: $0["number"], note: $0["note"], owner: $0["owner"], messenger: $0["messenger"])
        }
        documents = form.groups("documents").map {
            Document(
                kind: $0["kind"],
                number: $0["number"],
                state: $0["state"],
                heldBy: $0["heldBy"],
                since: $0["since"]
            )
        }
        notes = form["notes"]
        safety = Safety(form)
        vulnerabilities = Set(form.values("vulnerabilities"))
        vulnerabilityNote = form["vulnerabilityNote"]
        for section in PersonSection.allCases {
            self[section] = form.groups(section.rawValue).map { row in
                PersonRow(
                    Dictionary(section.columns.map { ($0.name, row[$0.name]) }, uniquingKeysWith: { first, _ in first })
                )
            }
        }
    }

    /// What is recorded, as the form shows it for a change; judged again it gives the same details.
    public init(_ details: PersonDetails) {
        self.init()
        let identity = details.identity
        names = identity.names
        alias = identity.alias
        isNameless = identity.isNameless
        if let birth = identity.birth {
            birthYear = String(birth.year)
            birthMonth = birth.month.map { String($0) } ?? ""
            birthDay = birth.day.map { String($0) } ?? ""
        }
        isBirthEstimated = identity.isBirthEstimated
        sex = identity.sex
        citizenship = identity.citizenship ?? ""
        homeRegion = identity.homeRegion ?? ""
        homePlace = identity.homePlace
        languages = identity.languages
        phones = (details.phones ?? []).map {
            Phone(number: $0.number, note: $0.note, owner: $0.owner.rawValue, messenger: $0.messenger)
        }
        documents = (details.documents ?? []).map {
            Document(
                kind: $0.kind,
                number: $0.number,
                state: $0.state,
                heldBy: $0.heldBy ?? "",
                since: TypedText.shown($0.since)
            )
        }
        notes = details.notes ?? ""
        safety = Safety(details.safety ?? PersonSafety())
        vulnerabilities = Set((details.vulnerability?.codes ?? []).map(\.rawValue))
        vulnerabilityNote = details.vulnerability?.note ?? ""
        for section in PersonSection.allCases {
            self[section] = details.rows(section).map { Self.shown($0, section) }
        }
    }

    /// Dates as they are typed.
    private static func shown(_ row: PersonRow, _ section: PersonSection) -> PersonRow {
        var shown = row
        for column in section.columns where column.kind == .date || column.kind == .day {
            shown[column.name] = TypedText.shown(row[column.name])
        }
        return shown
    }

    /// Adds an empty row where the form's "Add" button asked for one, or takes one out; without scripts.
    ///
    /// - Returns: whether one of those buttons was used, so that nothing is saved yet.
    mutating func applyRowButtons(_ form: FormData) -> Bool {
        switch form[FormNames.add] {
        case "names": names.append(PersonName())
        case "phones": phones.append(Phone())
        case "documents": documents.append(Document())
        case let name:
            guard let section = PersonSection(rawValue: name) else { return removeRow(form[FormNames.remove]) }
            self[section].append(PersonRow())
        }
        return true
    }

    private mutating func removeRow(_ prefix: String) -> Bool {
        let parts = prefix.split(separator: ".")
        guard parts.count == 2, let index = Int(parts[1]) else { return false }
        switch parts[0] {
        case "names" where names.indices.contains(index): names.remove(at: index)
        case "phones" where phones.indices.contains(index): phones.remove(at: index)
        case "documents" where documents.indices.contains(index): documents.remove(at: index)
        case let name:
            guard let section = PersonSection(rawValue: String(name)), self[section].indices.contains(index) else {
                return false
            }
            self[section].remove(at: index)
        }
        return true
    }
}

extension PersonInput.Safety {
    init(_ form: FormData) {
        self.init()
        mustNotBeContacted = form.has("safety.mustNotBeContacted")
        channel = form["safety.channel"]
        from = form["safety.from"]
        until = form["safety.until"]
        zone = form["safety.zone"]
        codeWord = form["safety.codeWord"]
        neverLeaveMessage = form.has("safety.neverLeaveMessage")
        neutralSender = form.has("safety.neutralSender")
        note = form["safety.note"]
        womanLawyer = form.has("safety.womanLawyer")
        notFromOwnVillage = form.has("safety.notFromOwnVillage")
        doNotTellMyState = form.has("safety.doNotTellMyState")
        interpreter = form["safety.interpreter"]
        marks = Set(form.values("safety.marks"))
        recognition = form["safety.recognition"]
        recognitionGivenOn = form["safety.recognitionGivenOn"]
        recognitionWithdrawnOn = form["safety.recognitionWithdrawnOn"]
    }

    init(_ safety: PersonSafety) {
        self.init()
        mustNotBeContacted = safety.contact.mustNotBeContacted
        channel = safety.contact.channel?.rawValue ?? ""
        from = TypedText.time(safety.contact.fromMinute)
        until = TypedText.time(safety.contact.untilMinute)
        zone = safety.contact.zone
        codeWord = safety.contact.codeWord
        neverLeaveMessage = safety.contact.neverLeaveMessage
        neutralSender = safety.contact.neutralSender
        note = safety.contact.note
        womanLawyer = safety.wishes.womanLawyer
        notFromOwnVillage = safety.wishes.notFromOwnVillage
        doNotTellMyState = safety.wishes.doNotTellMyState
        interpreter = safety.wishes.interpreter.rawValue
        marks = Set(safety.marks.map(\.rawValue))
        recognition = safety.recognition?.manner.rawValue ?? ""
        recognitionGivenOn = TypedText.shown(safety.recognition?.givenOn?.iso)
        recognitionWithdrawnOn = TypedText.shown(safety.recognition?.withdrawnOn?.iso)
    }
}
