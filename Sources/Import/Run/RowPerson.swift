import Database
import Domain
import Facts
import Foundation
import People
import Vault

/// What one row says of its person, kept sealed beside the row: by it a wrong link can be taken back.
struct RowPerson: Codable, Sendable {
    /// The sheet's name; the line stands open beside it.
    var sheet: String
    var identity: PersonIdentity
    var phones: [PersonPhone]
    /// Codes that the row itself states, by dimension.
    var codes: [String: String]

    init(_ row: PlannedRow) {
        let details = PlannedPerson([row.contact]).details
        sheet = row.contact.place.sheet
        identity = details.identity
        phones = details.phones ?? []
        codes = Dictionary(row.codes.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// Of a contact whose row was imported before rows were kept: its number is all that is left.
    init(name: String, number: String) {
        sheet = ""
        identity = PersonIdentity(
            names: [],
            birthDate: nil,
            sex: .unknown,
            citizenship: nil,
            alias: name,
            isNameless: name.isEmpty
        )
        phones = number.isEmpty ? [] : [PersonPhone(number: number)]
        codes = [:]
    }

    init(sealed: [UInt8], with key: RecordKey) throws {
        self = try key.openValue(sealed, .importedPerson)
    }

    func sealed(with key: RecordKey) throws -> Blob {
        Blob(try key.sealValue(self, .importedPerson))
    }

    /// Whether there is anything to make a person of.
    var tellsSomebody: Bool { !names.isEmpty || !phones.isEmpty || identity.birthDate != nil }

    /// As it was written, the fullest first.
    var names: [String] {
        (identity.names.map(\.display) + [identity.alias]).filter { !$0.isEmpty }
    }

    var details: PersonDetails { PersonDetails(identity: identity, phones: phones) }

    var stated: [FactDimension: String] {
        Dictionary(
            codes.compactMap { name, code in FactDimension(rawValue: name).map { ($0, code) } },
            uniquingKeysWith: { first, _ in first }
        )
    }
}

extension PersonDetails {
    /// Without the names, numbers and birth date that only this row brought: it was somebody else who said them.
    /// Whoever would be left without any name keeps theirs.
    func without(_ row: RowPerson, keeping others: [RowPerson]) -> PersonDetails {
        var details = self
        let kept = Set(others.flatMap(\.names).map { Words.fold($0) })
        let gone = Set(row.names.map { Words.fold($0) }).subtracting(kept)
        let names = identity.names.filter { !gone.contains(Words.fold($0.display)) }
        if !names.isEmpty { details.identity.names = names }
        let numbers = Set(others.flatMap(\.phones).map(\.number))
        details.phones?.removeAll { phone in
            !numbers.contains(phone.number) && row.phones.contains { $0.number == phone.number }
        }
        let births = others.compactMap(\.identity.birthDate)
        if let birth = identity.birthDate, birth == row.identity.birthDate, !births.contains(birth) {
            details.identity.birthDate = births.max { $0.count < $1.count }
        }
        return details
    }

    /// With what the row says, where it isn't there.
    func with(_ row: RowPerson) -> PersonDetails {
        var details = self
        let known = Set(identity.names.map { Words.fold($0.display) })
        details.identity.names += row.identity.names.filter { !known.contains(Words.fold($0.display)) }
        let numbers = Set((phones ?? []).map(\.number))
        details.phones?.append(contentsOf: row.phones.filter { !numbers.contains($0.number) })
        if identity.birthDate == nil { details.identity.birthDate = row.identity.birthDate }
        return details
    }
}
