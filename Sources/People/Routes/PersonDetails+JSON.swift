import Domain
import JSON
import Web

extension JSONWriter {
    /// A person's members, without those that the caller may not see.
    mutating func details(_ details: PersonDetails) {
        identity(details.identity)
        if let phones = details.phones { self.phones(phones) }
        if let documents = details.documents { self.documents(documents) }
        if let safety = details.safety { self.safety(safety) }
        if let vulnerability = details.vulnerability {
            codes("vulnerabilities", vulnerability.codes.map(\.rawValue))
            text("vulnerabilityNote", vulnerability.note)
        }
        if details.circle != nil { array("circle") { $0.rows(details, .circle) } }
        if details.places != nil { array("places") { $0.rows(details, .places) } }
        if details.stays != nil {
            array("stays") { $0.rows(details, .stays) }
            array("detentions") { $0.rows(details, .detentions) }
        }
        if let notes = details.notes { member("notes", notes) }
    }

    private mutating func identity(_ identity: PersonIdentity) {
        array("names") { json in
            for name in identity.names {
                json.object { json in
                    json.member("family", name.family)
                    json.member("given", name.given)
                    json.text("patronymic", name.patronymic)
                }
            }
        }
        text("alias", identity.alias)
        if identity.isNameless { member("nameless", true) }
        if let birth = identity.birthDate { member("birthDate", birth) }
        if identity.isBirthEstimated { member("birthEstimated", true) }
        member("sex", identity.sex)
        if let citizenship = identity.citizenship { member("citizenship", citizenship) }
        if let region = identity.homeRegion { member("homeRegion", region) }
        text("homePlace", identity.homePlace)
        codes("languages", identity.languages)
    }

    private mutating func phones(_ phones: [PersonPhone]) {
        array("phones") { json in
            for phone in phones {
                json.object { json in
                    json.member("number", phone.number)
                    json.text("note", phone.note)
                    json.member("owner", phone.owner.rawValue)
                    json.text("messenger", phone.messenger)
                }
            }
        }
    }

    private mutating func documents(_ documents: [PersonDocument]) {
        array("documents") { json in
            for document in documents {
                json.object { json in
                    json.member("type", document.kind)
                    json.member("number", document.number)
                    json.member("state", document.state)
                    json.text("heldBy", document.heldBy ?? "")
                    json.text("since", document.since ?? "")
                }
            }
        }
    }

    private mutating func safety(_ safety: PersonSafety) {
        let (contact, wishes) = (safety.contact, safety.wishes)
        object("safeContact") { json in
            json.member("mustNotBeContacted", contact.mustNotBeContacted)
            json.text("channel", contact.channel?.rawValue ?? "")
            json.text("from", TypedText.time(contact.fromMinute))
            json.text("until", TypedText.time(contact.untilMinute))
            json.text("zone", contact.zone)
            json.text("codeWord", contact.codeWord)
            json.member("neverLeaveMessage", contact.neverLeaveMessage)
            json.member("neutralSender", contact.neutralSender)
            json.text("note", contact.note)
        }
        object("wishes") { json in
            json.member("womanLawyer", wishes.womanLawyer)
            json.member("notFromOwnVillage", wishes.notFromOwnVillage)
            json.member("doNotTellMyState", wishes.doNotTellMyState)
            json.member("interpreter", wishes.interpreter.rawValue)
        }
        codes("marks", safety.marks.map(\.rawValue))
        guard let recognition = safety.recognition else { return }
        object("recognition") { json in
            json.member("manner", recognition.manner.rawValue)
            json.text("givenOn", recognition.givenOn?.iso ?? "")
            json.text("withdrawnOn", recognition.withdrawnOn?.iso ?? "")
        }
    }

    private mutating func rows(_ details: PersonDetails, _ section: PersonSection) {
        for row in details.rows(section) {
            object { json in
                for column in section.columns where !row[column.name].isEmpty {
                    if column.kind == .flag {
                        json.flag(named: column.name)
                    } else {
                        json.member(named: column.name, row[column.name])
                    }
                }
            }
        }
    }

    /// A flag that is set, under a name of the table of columns.
    private mutating func flag(named name: String) {
        switch name {
        case "hadInterpreter": member("hadInterpreter", true)
        default: member("hadLawyer", true)
        }
    }

    private mutating func codes(_ name: StaticString, _ codes: [String]) {
        array(name) { json in
            for code in codes { json.value(code) }
        }
    }

    /// A text that isn't empty.
    private mutating func text(_ name: StaticString, _ value: String) {
        if !value.isEmpty { member(name, value) }
    }
}
