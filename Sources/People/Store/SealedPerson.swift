import Database
import Domain
import Foundation
import Journal
import Vault

/// The sealed columns of a person's row.
struct SealedPerson {
    var summary: [UInt8]
    var identity: [UInt8]
    var contact: [UInt8]
    var documents: [UInt8]
    var narrative: [UInt8]

    /// Seals the details with the person's key; groups that the writer can't open stay as they are, so only owners
    /// write.
    init(_ details: PersonDetails, with key: RecordKey) throws {
        summary = try key.seal(PersonSummary(details).bytes, .personSummary)
        identity = try key.seal(try Self.encoded(details.identity), .personIdentity)
        contact = try key.seal(try Self.encoded(details.phones ?? []), .personPhones)
        documents = try key.seal(try Self.encoded(details.documents ?? []), .personDocuments)
        narrative = try key.seal(details.notes ?? "", .personNotes)
    }

    /// Reads the columns `summary, identity, contact, documents, narrative` of a row.
    init(from row: any Row, at column: Int) throws {
        summary = try row.blob(column)
        identity = try row.blob(column + 1)
        contact = try row.blob(column + 2)
        documents = try row.blob(column + 3)
        narrative = try row.blob(column + 4)
    }

    /// Opens what the key covers.
    func opened(with key: RecordKey) throws -> PersonDetails {
        PersonDetails(
            identity: try Self.decoded(try key.open(identity, .personIdentity)),
            phones: key.has(.contact) ? try Self.decoded(try key.open(contact, .personPhones)) : nil,
            documents: key.has(.documents) ? try Self.decoded(try key.open(documents, .personDocuments)) : nil,
            notes: key.has(.narrative) ? try key.openText(narrative, .personNotes) : nil
        )
    }

    /// What a leaf commits to: the row as it stands after a change.
    func state(id: PersonID, owner: OrganizationID, version: Int64) -> [UInt8] {
        var state = RecordState()
        state.add(id.text)
        state.add(owner.text)
        state.add(version)
        for column in [summary, identity, contact, documents, narrative] { state.add(column) }
        return state.finish()
    }

    private static func encoded(_ value: some Encodable) throws -> [UInt8] {
        [UInt8](try JSONEncoder().encode(value))
    }

    private static func decoded<Value: Decodable>(_ bytes: [UInt8]) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(bytes))
    }
}
