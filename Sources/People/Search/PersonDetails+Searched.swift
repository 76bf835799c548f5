import Database
import Domain
import Vault

// In a file of its own, since the engine of names has a record key too.
extension PersonDetails {
    /// What somebody can be found by, from a row of id, owner, identity, contact and documents.
    init(searched row: any Row, with key: RecordKey) throws {
        /// An empty list needs no decoder; most are.
        func list<Element: Decodable>(_ bytes: [UInt8]) throws -> [Element] {
            bytes.count == 2 ? [] : try SealedPerson.decoded(bytes)
        }
        self.init(
            identity: try SealedPerson.decoded(try row.withBlob(2) { try key.open($0, .personIdentity) }),
            phones: key.has(.contact) ? try list(try row.withBlob(3) { try key.open($0, .personPhones) }) : nil,
            documents: key.has(.documents) ? try list(try row.withBlob(4) { try key.open($0, .personDocuments) }) : nil
        )
    }
}
