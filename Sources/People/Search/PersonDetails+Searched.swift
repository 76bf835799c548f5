import Database
import Domain
import JSON
import Vault

// In a file of its own, since the engine of names has a record key too.
extension PersonDetails {
    /// What somebody can be found by, from a row of id, owner, identity, contact and documents.
    init(searched row: any Row, with key: RecordKey) throws {
        /// An empty list needs no decoder; most are.
        func list<Element: Decodable>(_ bytes: [UInt8]) throws -> [Element] {
            bytes.count == 2 ? [] : try JSONCoding.decode(from: bytes)
        }
        self.init(
            identity: try row.withBlob(2) { try key.openValue($0, .personIdentity) },
            phones: key.has(.contact) ? try list(try row.withBlob(3) { try key.open($0, .personPhones) }) : nil,
            documents: key.has(.documents) ? try list(try row.withBlob(4) { try key.open($0, .personDocuments) }) : nil
        )
    }
}

extension PersonSafety {
    private static let recognitionMark = Array("\"recognition\"".utf8)

    /// Whether somebody agreed to be recognised in the network, from the sealed safety of a row. What can't be read
    /// allows nothing.
    static func allowsRecognition(_ row: any Row, at column: Int, with key: RecordKey) throws -> Bool {
        guard key.has(.safeContact), let sealed = try row.blobOrNil(column),
            let opened = try? key.open(sealed, .personSafety),
            // Most never spoke of it, and looking is quicker than decoding.
            opened.contains(recognitionMark),
            let safety = try? JSONCoding.decode(PersonSafety.self, from: opened)
        else { return false }
        return safety.recognition?.isLive ?? false
    }
}
