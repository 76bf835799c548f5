public import Access
public import Database
public import Domain
import Facts
import Journal
import People

extension CaseStore {
    /// Makes a person's place in cases, entries and authorities another's, since both are one. Somebody who stands in a
    /// case twice then stands there once.
    ///
    /// - Returns: the rows that were changed.
    public func move(
        _ person: PersonID,
        to other: PersonID,
        by principal: Principal,
        on connection: any Connection
    ) throws -> [MovedReference] {
        let own = principal.organization
        var moved: [MovedReference] = []
        let tables: [(kind: String, name: SQL)] = [("case_entry", "case_entry"), ("authority", "authority")]
        for (kind, table) in tables {
            let ids = try connection.rows(
                "SELECT id FROM \(table) WHERE organization_id = \(own) AND person_id = \(person) ORDER BY id"
            ) { try $0.text(0) }
            moved += ids.map { MovedReference(kind, $0) }
            try connection.execute(
                "UPDATE \(table) SET person_id = \(other) WHERE organization_id = \(own) AND person_id = \(person)"
            )
        }
        let places = try connection.rows(
            """
            SELECT m.case_id, m.role, m.position, k.role FROM case_person m
            LEFT JOIN case_person k ON k.case_id = m.case_id AND k.person_id = \(other)
            WHERE m.organization_id = \(own) AND m.person_id = \(person) ORDER BY m.case_id
            """
        ) { row in
            (
                id: try row.id(0, CaseEntity.self), role: try row.text(1), position: try row.integer(2),
                other: try row.textOrNil(3)
            )
        }
        for place in places {
            var before: [String: String] = [:]
            if let present = place.other {
                before = ["role": place.role, "position": String(place.position), "kept_role": present]
                try join(person, place.role, into: other, present, in: place.id, on: connection)
            } else {
                try connection.execute(
                    "UPDATE case_person SET person_id = \(other) WHERE case_id = \(place.id) AND person_id = \(person)"
                )
            }
            moved.append(MovedReference("case_person", place.id.text, before: before))
            try membersMoved(in: place.id, by: principal, on: connection)
        }
        return moved
    }

    /// Gives those rows back that still name who they were moved to.
    public func restore(
        _ moved: [MovedReference],
        from person: PersonID,
        to other: PersonID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let own = principal.organization
        for row in moved {
            switch row.kind {
            case "case_entry":
                try connection.execute(
                    """
                    UPDATE case_entry SET person_id = \(other)
                    WHERE organization_id = \(own) AND id = \(row.row) AND person_id = \(person)
                    """
                )
            case "authority": try restoreAuthority(row.row, from: person, to: other, of: own, on: connection)
            case "case_person":
                guard let id = CaseID(row.row) else { continue }
                try restorePlace(row, in: id, from: person, to: other, by: principal, on: connection)
            default: break
            }
        }
    }

    /// Whether an authority, a referral or an offered transfer opens a person's record to another organisation now or at
    /// its next step.
    public func isShared(_ person: PersonID, by principal: Principal, on connection: any Connection) throws -> Bool {
        let own = principal.organization
        return try connection.count(
            """
            SELECT
                (SELECT COUNT(*) FROM authority a WHERE a.organization_id = \(own) AND a.person_id = \(person)
                    AND a.recipient_organization_id IS NOT NULL AND a.ended_at IS NULL
                    AND a.ends_at > \(surroundings.now()))
                + (SELECT COUNT(*) FROM authority a JOIN referral r ON r.authority_id = a.id
                    WHERE a.organization_id = \(own) AND a.person_id = \(person)
                        AND r.from_organization_id = \(own) AND r.state IN \(Referral.liveStates))
                + (SELECT COUNT(*) FROM case_person m JOIN transfer t ON t.case_id = m.case_id
                    WHERE m.organization_id = \(own) AND m.person_id = \(person)
                        AND t.from_organization_id = \(own) AND t.state = \(TransferState.offered.rawValue))
            """
        ) > 0
    }

    /// Whether the principal is barred from a case in which a person stands.
    public func isBarred(_ principal: Principal, from person: PersonID, on connection: any Connection) throws -> Bool {
        try connection.count(
            """
            SELECT COUNT(*) FROM case_person m JOIN case_bar b ON b.case_id = m.case_id
            WHERE m.organization_id = \(principal.organization) AND m.person_id = \(person)
                AND b.user_id = \(principal.user)
            """
        ) > 0
    }

    /// The same persons under the records in which they are kept now; what was noted for taking a change back, or typed
    /// into a form, may name one that was united with another since.
    func current(_ members: [CaseMember], on connection: any Connection) throws -> [CaseMember] {
        try members.map { CaseMember(try people.current($0.person, on: connection), $0.role) }
    }

    // MARK: - Parts

    /// The client's place wins over any other.
    private func join(
        _ person: PersonID,
        _ role: String,
        into other: PersonID,
        _ otherRole: String,
        in id: CaseID,
        on connection: any Connection
    ) throws {
        try connection.execute("DELETE FROM case_person WHERE case_id = \(id) AND person_id = \(person)")
        guard role == CaseRole.client.rawValue, otherRole != role else { return }
        try connection.execute(
            "UPDATE case_person SET role = \(role) WHERE case_id = \(id) AND person_id = \(other)"
        )
    }

    private func restorePlace(
        _ row: MovedReference,
        in id: CaseID,
        from person: PersonID,
        to other: PersonID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let own = principal.organization
        let places = try connection.rows(
            """
            SELECT m.person_id, m.role FROM case_person m JOIN case_file c ON c.id = m.case_id
            WHERE m.case_id = \(id) AND c.organization_id = \(own)
            """
        ) { (person: try $0.id(0, PersonEntity.self), role: try $0.text(1)) }
        // Whoever was taken out of the case since, or stands there already, stays so.
        guard let present = places.first(where: { $0.person == person }),
            !places.contains(where: { $0.person == other })
        else { return }
        if let role = row.before["role"], let position = row.before["position"].flatMap({ Int64($0) }) {
            try connection.execute(
                """
                INSERT INTO case_person (case_id, person_id, organization_id, role, position)
                VALUES (\(id), \(other), \(own), \(role), \(position))
                """
            )
            // Only where the uniting made it so and nobody changed it since.
            if let former = row.before["kept_role"], former != role, role == CaseRole.client.rawValue,
                present.role == role
            {
                try connection.execute(
                    "UPDATE case_person SET role = \(former) WHERE case_id = \(id) AND person_id = \(person)"
                )
            }
        } else {
            try connection.execute(
                "UPDATE case_person SET person_id = \(other) WHERE case_id = \(id) AND person_id = \(person)"
            )
        }
        if try membersMoved(in: id, by: principal, on: connection) == other {
            try facts.movePerson(ofSubject: id.retagged(), from: person, to: other, of: own, on: connection)
        }
    }

    private func restoreAuthority(
        _ id: String,
        from person: PersonID,
        to other: PersonID,
        of own: OrganizationID,
        on connection: any Connection
    ) throws {
        let changed = try connection.execute(
            """
            UPDATE authority SET person_id = \(other)
            WHERE organization_id = \(own) AND id = \(id) AND person_id = \(person)
            """
        )
        guard changed == 1 else { return }
        let referrals: [ReferralID] = try connection.rows(
            "SELECT id FROM referral WHERE authority_id = \(id) AND from_organization_id = \(own)"
        ) { try $0.id(0) }
        for referral in referrals {
            try facts.movePerson(ofSubject: referral.retagged(), from: person, to: other, of: own, on: connection)
        }
    }

    /// Writes the case's next version after its members were changed; what recipients hold follows, and never grows.
    ///
    /// - Returns: the client.
    @discardableResult
    private func membersMoved(
        in id: CaseID,
        by principal: Principal,
        on connection: any Connection
    ) throws -> PersonID? {
        let found = try connection.first(
            "SELECT \(CaseRow.columns) FROM case_file c WHERE c.id = \(id) AND c.organization_id = \(principal.organization)"
        ) { try CaseRow(from: $0) }
        guard var row = found else { return nil }
        let members = try members(of: id, on: connection)
        row.head.client = Self.client(members)
        row.head.personCount = members.count
        row.head.fieldVersions = row.head.fieldVersions.advanced([.members])
        try save(&row, .caseChanged, by: principal, on: connection)
        try AuthorityStore(self).membersChanged(in: id, by: principal, on: connection)
        return row.head.client
    }
}
