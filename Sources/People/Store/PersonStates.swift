import Database
import Domain
public import Journal

extension RecordStateReader {
    /// Every person's row as verification compares it with the journals.
    public static let people = RecordStateReader(kindPrefix: "person.") { connection, body in
        // By the page: PostgreSQL's whole result would be in memory at once.
        var after = ""
        var count = pageSize
        while count == pageSize {
            count = 0
            try connection.forEachRow(
                """
                SELECT id, organization_id, version, \(SealedPerson.columns)
                FROM person WHERE id > \(after) ORDER BY id LIMIT \(pageSize)
                """
            ) { row in
                let id = try row.id(0, PersonEntity.self)
                let owner = try row.id(1, OrganizationEntity.self)
                let sealed = try SealedPerson(from: row, at: 3)
                try body(id.retagged(), owner, sealed.state(id: id, owner: owner, version: try row.integer(2)))
                after = id.text
                count += 1
            }
        }
    }

    private static let pageSize = 500
}
