import Database
import Domain
import Vault

/// Opens a few sealed records all the way from the root key. Which ones depends on the rows alone, so that a restore
/// opens the same as the backup did.
enum SampleCheck {
    /// A table with sealed columns of records.
    private struct Sampled {
        let table: String
        /// The column with the owner; `nil` for records of the installation.
        let owner: String?
        let fields: [(column: String, field: SealedField)]
        let limit: Int
    }

    private static let sampled = [
        Sampled(
            table: "person",
            owner: "organization_id",
            fields: [
                ("summary", .personSummary), ("identity", .personIdentity), ("contact", .personPhones),
                ("documents", .personDocuments), ("narrative", .personNotes),
            ],
            limit: 40
        ),
        Sampled(
            table: "user_account",
            owner: nil,
            fields: [("email", .accountEmail), ("names", .accountName)],
            limit: 10
        ),
    ]

    struct Outcome: Sendable {
        var opened = 0
        var unreadable: [String] = []
    }

    private struct Candidate {
        let owner: OrganizationID
        let values: [(SealedField, [UInt8])]
    }

    /// Opens a sample of what stands in a backup's files: sealed columns and wraps come from the files, the keys of the
    /// organisations from the snapshot that they were written from.
    static func run(
        in directory: String,
        rows: [String: Int64],
        _ vault: Vault,
        on connection: any Connection
    ) throws -> Outcome {
        var candidates: [RecordID: Candidate] = [:]
        for sampled in sampled {
            let step = max(1, (rows[sampled.table] ?? 0) / Int64(sampled.limit))
            var index: Int64 = 0
            _ = try RowFile.read(directory + "/data/\(sampled.table).rows", of: sampled.table) { row in
                defer { index += 1 }
                guard index % step == 0, index / step < sampled.limit else { return }
                if let (record, candidate) = try candidate(sampled, row) { candidates[record] = candidate }
            }
        }
        var keys: [RecordID: RecordKey] = [:]
        var keyrings: [OrganizationID: Keyring] = [:]
        _ = try RowFile.read(directory + "/keys/record_key_wrap.rows", of: "record_key_wrap") { row in
            let wrap = WrapRow(row)
            guard let record = wrap.record, wrap.group == 0, let candidate = candidates[record] else { return }
            let keyring = try keyrings[candidate.owner] ?? vault.keyring(for: candidate.owner, on: connection)
            keyrings[candidate.owner] = keyring
            keys[record] = try? keyring.recordKey(record: record, from: wrap.inKeyringOrder, at: 0)
        }
        return outcome(candidates) { keys[$0] }
    }

    /// Opens the same sample in a restored database.
    static func run(rows: [String: Int64], _ vault: Vault, on connection: any Connection) throws -> Outcome {
        var candidates: [RecordID: Candidate] = [:]
        for sampled in sampled {
            let total = rows[sampled.table] ?? 0
            let step = max(1, total / Int64(sampled.limit))
            let names = ["id"] + [sampled.owner].compactMap { $0 } + sampled.fields.map(\.column)
            let columns = SQL.joined(try names.map(StoredTable.checked), separator: ", ")
            for place in stride(from: Int64(0), to: min(total, step * Int64(sampled.limit)), by: Int64.Stride(step)) {
                let found = try connection.first(
                    "SELECT \(columns) FROM \(try StoredTable.checked(sampled.table)) ORDER BY id LIMIT 1 OFFSET \(place)"
                ) { row in
                    let values = try names.indices.map { index in
                        let isText = index < names.count - sampled.fields.count
                        return try (isText ? StoredType.text : .blob).read(row, index)
                    }
                    return try candidate(sampled, DetachedRow(columns: names, values: values))
                }
                if let found, let (record, candidate) = found { candidates[record] = candidate }
            }
        }
        var keyrings: [OrganizationID: Keyring] = [:]
        return try outcome(candidates) { record in
            guard let owner = candidates[record]?.owner else { return nil }
            let keyring = try keyrings[owner] ?? vault.keyring(for: owner, on: connection)
            keyrings[owner] = keyring
            do {
                return try keyring.open(record, on: connection)
            } catch is VaultError {
                return nil
            }
        }
    }

    private static func candidate(_ sampled: Sampled, _ row: DetachedRow) throws -> (RecordID, Candidate)? {
        func value(_ column: String) -> SQLValue {
            row.columns.firstIndex(of: column).map { row.values[$0] } ?? .null
        }
        guard case .text(let id) = value("id"), let record = RecordID(id) else { return nil }
        var owner = OrganizationID.installation
        if let column = sampled.owner {
            guard case .text(let text) = value(column), let id = OrganizationID(text) else { return nil }
            owner = id
        }
        let values = sampled.fields.compactMap { field -> (SealedField, [UInt8])? in
            if case .blob(let bytes) = value(field.column) { (field.field, bytes) } else { nil }
        }
        // An erased account's row stays, without anything sealed.
        return values.isEmpty ? nil : (record, Candidate(owner: owner, values: values))
    }

    private static func outcome(
        _ candidates: [RecordID: Candidate],
        _ key: (RecordID) throws -> RecordKey?
    ) rethrows -> Outcome {
        var outcome = Outcome()
        for (record, candidate) in candidates.sorted(by: { $0.key < $1.key }) {
            if let key = try key(record), opens(candidate, with: key) {
                outcome.opened += 1
            } else {
                outcome.unreadable.append(record.text)
            }
        }
        return outcome
    }

    private static func opens(_ candidate: Candidate, with key: RecordKey) -> Bool {
        do {
            for (field, sealed) in candidate.values { _ = try key.open(sealed, field) }
            return true
        } catch {
            return false
        }
    }
}

/// A row of `record_key_wrap` from a backup's file.
private struct WrapRow {
    private let row: DetachedRow

    init(_ row: DetachedRow) {
        self.row = row
    }

    var record: RecordID? {
        if case .text(let id) = value("record_id") { RecordID(id) } else { nil }
    }

    var group: Int64? {
        if case .integer(let number) = value("field_group") { number } else { nil }
    }

    /// The columns of ``Keyring/wrapColumns``.
    var inKeyringOrder: DetachedRow {
        let names = [
            "owner_organization_id", "key_version", "field_group", "organization_key_version", "grant_id", "wrapped",
        ]
        return DetachedRow(columns: names, values: names.map(value))
    }

    private func value(_ column: String) -> SQLValue {
        row.columns.firstIndex(of: column).map { row.values[$0] } ?? .null
    }
}
