import Database
import Domain
import Journal
import Vault

/// The sealed columns of a person's row, and the mark of an imported one.
struct SealedPerson {
    /// The columns that ``init(from:at:)`` reads, in its order.
    static let columns: SQL = """
        summary, identity, contact, documents, narrative, is_imported, safety, circle, stays, vulnerability, places,
        merged_into
        """

    var summary: [UInt8]
    var identity: [UInt8]
    var contact: [UInt8]
    var documents: [UInt8]
    var narrative: [UInt8]
    var isImported: Bool
    /// The columns that came later; `nil` where nothing is recorded.
    var later: [[UInt8]?]
    /// The record with which this one was united; it is hidden then.
    var mergedInto: PersonID?

    /// Seals the details with the person's key; groups that the writer can't open stay as they are, so only owners
    /// write.
    init(_ details: PersonDetails, isImported: Bool, with key: RecordKey) throws {
        summary = try key.seal(PersonSummary(details).bytes, .personSummary)
        identity = try key.sealValue(details.identity, .personIdentity)
        contact = try key.sealValue(details.phones ?? [], .personPhones)
        documents = try key.sealValue(details.documents ?? [], .personDocuments)
        narrative = try key.seal(details.notes ?? "", .personNotes)
        self.isImported = isImported
        func sealed<Value: Encodable>(_ value: Value?, _ isEmpty: Bool, _ field: SealedField) throws -> [UInt8]? {
            guard let value, !isEmpty else { return nil }
            return try key.sealValue(value, field)
        }
        later = [
            try sealed(details.safety, details.safety?.isEmpty ?? true, .personSafety),
            try sealed(details.circle, details.circle?.isEmpty ?? true, .personCircle),
            try sealed(details.stays, details.stays?.isEmpty ?? true, .personStays),
            try sealed(details.vulnerability, details.vulnerability?.isEmpty ?? true, .personVulnerability),
            try sealed(details.places, details.places?.isEmpty ?? true, .personPlaces),
        ]
    }

    /// Reads ``columns`` of a row.
    init(from row: any Row, at column: Int) throws {
        summary = try row.blob(column)
        identity = try row.blob(column + 1)
        contact = try row.blob(column + 2)
        documents = try row.blob(column + 3)
        narrative = try row.blob(column + 4)
        isImported = try row.bool(column + 5)
        later = try (6...10).map { try row.blobOrNil(column + $0) }
        mergedInto = try row.idOrNil(column + 11)
    }

    /// Opens what the key covers; what was never recorded is empty.
    func opened(with key: RecordKey) throws -> PersonDetails {
        func value<Value: Decodable>(_ index: Int, _ field: SealedField, orElse empty: Value) throws -> Value? {
            guard key.has(field.group) else { return nil }
            guard let sealed = later[index] else { return empty }
            return try key.openValue(sealed, field)
        }
        return PersonDetails(
            identity: try key.openValue(identity, .personIdentity),
            phones: key.has(.contact) ? try key.openValue(contact, .personPhones) : nil,
            documents: key.has(.documents) ? try key.openValue(documents, .personDocuments) : nil,
            notes: key.has(.narrative) ? try key.openText(narrative, .personNotes) : nil,
            safety: try value(0, .personSafety, orElse: PersonSafety()),
            circle: try value(1, .personCircle, orElse: []),
            stays: try value(2, .personStays, orElse: PersonStays()),
            vulnerability: try value(3, .personVulnerability, orElse: PersonVulnerability()),
            places: try value(4, .personPlaces, orElse: [])
        )
    }

    /// What a leaf commits to: the row as it stands after a change. Later columns count only where they hold something,
    /// so that hashes from before they existed keep their meaning.
    func state(id: PersonID, owner: OrganizationID, version: Int64) -> [UInt8] {
        var state = RecordState()
        state.add(id.text)
        state.add(owner.text)
        state.add(version)
        for column in [summary, identity, contact, documents, narrative] { state.add(column) }
        for (index, column) in later.enumerated() {
            guard let column else { continue }
            state.add(Int64(index))
            state.add(column)
        }
        if isImported { state.add("imported") }
        if let mergedInto {
            state.add("merged")
            state.add(mergedInto.text)
        }
        return state.finish()
    }

    /// The assignments of an `UPDATE` for everything but the mark of an imported one and the record it is united with.
    var assignments: SQL {
        """
        summary = \(Blob(summary)), identity = \(Blob(identity)), contact = \(Blob(contact)),
            documents = \(Blob(documents)), narrative = \(Blob(narrative)), safety = \(later[0].map { Blob($0) }),
            circle = \(later[1].map { Blob($0) }), stays = \(later[2].map { Blob($0) }),
            vulnerability = \(later[3].map { Blob($0) }), places = \(later[4].map { Blob($0) })
        """
    }
}
