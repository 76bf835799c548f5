import Domain
import Web

extension PersonInput {
    /// What a form sent, exactly as typed.
    init(_ form: FormData) {
        self.init()
        names = form.groups("names").map {
            PersonName(family: $0["family"], given: $0["given"], patronymic: $0["patronymic"])
        }
        birthDay = form["birthDay"]
        birthMonth = form["birthMonth"]
        birthYear = form["birthYear"]
        sex = form["sex"]
        citizenship = form["citizenship"]
        phones = form.groups("phones").map { Phone(number: $0["number"], note: $0["note"]) }
        documents = form.groups("documents").map {
            Document(kind: $0["kind"], number: $0["number"], state: $0["state"])
        }
        notes = form["notes"]
    }

    /// What is recorded, as the form shows it for a change.
    init(_ details: PersonDetails) {
        self.init()
        names = details.identity.names
        if let birth = details.identity.birth {
            birthYear = String(birth.year)
            birthMonth = birth.month.map { String($0) } ?? ""
            birthDay = birth.day.map { String($0) } ?? ""
        }
        sex = details.identity.sex
        citizenship = details.identity.citizenship ?? ""
        phones = (details.phones ?? []).map { Phone(number: $0.number, note: $0.note) }
        documents = (details.documents ?? []).map { Document(kind: $0.kind, number: $0.number, state: $0.state) }
        notes = details.notes ?? ""
    }

    /// Adds an empty row where the form's "Add" button asked for one, or takes one out; without scripts.
    ///
    /// - Returns: whether one of those buttons was used, so that nothing is saved yet.
    mutating func applyRowButtons(_ form: FormData) -> Bool {
        switch form[FormNames.add] {
        case "names": names.append(PersonName())
        case "phones": phones.append(Phone())
        case "documents": documents.append(Document())
        default: return removeRow(form[FormNames.remove])
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
        default: return false
        }
        return true
    }
}
