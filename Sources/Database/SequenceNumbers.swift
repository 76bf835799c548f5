public import Domain

/// Counters of an organisation's records, as people number them: without gaps in the order of their commits.
public enum SequenceNumbers {
    /// The next number of a kind of record; the first is 1.
    ///
    /// - Parameters:
    ///   - kind: what is counted, such as `case`.
    ///   - year: begins anew with each year; `nil` for a counter that never does.
    ///   - organization: whose counter; the transaction's own.
    ///   - connection: a write transaction; the number is lost again when it fails.
    /// - Returns: the number.
    /// - Throws: what the database throws.
    public static func next(
        _ kind: String,
        year: Int? = nil,
        for organization: OrganizationID,
        on connection: any Connection
    ) throws -> Int64 {
        let year = year ?? 0
        let next = try connection.first(
            """
            INSERT INTO sequence_number (organization_id, kind, year, last) VALUES (\(organization), \(kind), \(year), 1)
            ON CONFLICT (organization_id, kind, year) DO UPDATE SET last = sequence_number.last + 1
            RETURNING last
            """
        ) { try $0.integer(0) }
        return next ?? 1
    }
}
