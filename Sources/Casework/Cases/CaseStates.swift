import Database
import Domain
public import Journal

extension RecordStateReader {
    /// Every case's row as verification compares it with the journals.
    public static let cases = RecordStateReader(kindPrefix: "case.") { connection, body in
        // By the page: PostgreSQL's whole result would be in memory at once.
        var after = ""
        var count = pageSize
        while count == pageSize {
            count = 0
            try connection.forEachRow(
                "SELECT \(CaseRow.columns) FROM case_file c WHERE c.id > \(after) ORDER BY c.id LIMIT \(pageSize)"
            ) { row in
                let file = try CaseRow(from: row)
                try body(file.head.id.retagged(), file.head.owner, file.state)
                after = file.head.id.text
                count += 1
            }
        }
    }

    private static let pageSize = 500
}
