public import Access
public import Database
public import Domain
import Journal

extension PeopleStore {
    /// Remembers that two records are of two persons, or no longer says so. Such a pair is suspected no more.
    ///
    /// - Throws: `PeopleError.notFound` unless both are the principal's to change.
    public func setDistinct(
        _ isDistinct: Bool,
        _ one: PersonID,
        _ other: PersonID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let pair = PersonPair(one, other)
        for id in [one, other] { _ = try ownLine(id, by: principal, on: connection) }
        guard one != other, try self.isDistinct(one, other, for: principal, on: connection) != isDistinct else {
            return
        }
        if isDistinct {
            try connection.execute(
                """
                INSERT INTO person_distinct (organization_id, first_id, second_id, said_by, said_at)
                VALUES (
                    \(principal.organization), \(pair.first), \(pair.second), \(principal.user), \(surroundings.now())
                )
                """
            )
        } else {
            for line in try distinctLines(of: principal.organization, on: connection) where line.meant == pair {
                try connection.execute(
                    """
                    DELETE FROM person_distinct WHERE organization_id = \(principal.organization)
                        AND first_id = \(line.said.first) AND second_id = \(line.said.second)
                    """
                )
            }
        }
        let kind: LeafKind = isDistinct ? .personDistinct : .personDistinctTakenBack
        try recorder.record(
            leaf(kind, pair.first, by: principal),
            and: [leaf(kind, pair.second, by: principal)],
            on: connection
        )
    }

    /// Whether somebody said that two records are of two persons.
    public func isDistinct(
        _ one: PersonID,
        _ other: PersonID,
        for principal: Principal,
        on connection: any Connection
    ) throws -> Bool {
        try distinctPairs(for: principal, on: connection).contains(PersonPair(one, other))
    }

    /// Every pair that was said to be of two persons.
    func distinctPairs(for principal: Principal, on connection: any Connection) throws -> Set<PersonPair> {
        try distinctPairs(of: principal.organization, on: connection)
    }

    func distinctPairs(of organization: OrganizationID, on connection: any Connection) throws -> Set<PersonPair> {
        Set(try distinctLines(of: organization, on: connection).map(\.meant))
    }

    /// What was said of a record that was united since holds for the one that stayed.
    private func distinctLines(
        of organization: OrganizationID,
        on connection: any Connection
    ) throws -> [(said: PersonPair, meant: PersonPair)] {
        try connection.rows(
            """
            SELECT d.first_id, d.second_id, COALESCE(a.merged_into, d.first_id), COALESCE(b.merged_into, d.second_id)
            FROM person_distinct d LEFT JOIN person a ON a.id = d.first_id LEFT JOIN person b ON b.id = d.second_id
            WHERE d.organization_id = \(organization)
            """
        ) { row in
            (
                said: PersonPair(try row.id(0), try row.id(1)),
                meant: PersonPair(try row.id(2), try row.id(3))
            )
        }
    }
}
