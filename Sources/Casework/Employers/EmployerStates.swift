import Database
import Domain
public import Journal

extension RecordStateReader {
    /// Every employer's row as verification compares it with the journals.
    public static let employers = RecordStateReader(kindPrefix: "employer.") { connection, body in
        var after = ""
        var count = pageSize
        while count == pageSize {
            count = 0
            try connection.forEachRow(
                """
                SELECT id, organization_id, version, standing, name, notes FROM employer
                WHERE id > \(after) ORDER BY id LIMIT \(pageSize)
                """
            ) { row in
                let id: EmployerID = try row.id(0)
                let owner: OrganizationID = try row.id(1)
                let state = EmployerStore.state(
                    id,
                    owner,
                    try row.integer(2),
                    EmployerStanding(rawValue: try row.text(3)) ?? .alleged,
                    (name: try row.blob(4), notes: try row.blob(5))
                )
                try body(id.retagged(), owner, state)
                after = id.text
                count += 1
            }
        }
    }

    private static let pageSize = 500
}
