public import Access
public import Database
public import Domain
public import Vault

/// The rows of imports that name a person, when two records of one person are united or taken apart again. What a row
/// says of its person goes under the key of whoever it names.
public struct ImportReferences: Sendable {
    private let vault: Vault

    public init(vault: Vault) {
        self.vault = vault
    }

    /// Makes the rows that name a person name another.
    ///
    /// - Returns: the rows that were changed.
    public func move(
        _ person: PersonID,
        to other: PersonID,
        by principal: Principal,
        on connection: any Connection
    ) throws -> [MovedReference] {
        let own = principal.organization
        let named = try tags("person_id", person, own, on: connection)
        let former = try tags("former_person_id", person, own, on: connection)
        for tag in named { try name(other, insteadOf: person, in: tag, principal, on: connection) }
        try connection.execute(
            """
            UPDATE import_row SET former_person_id = \(other)
            WHERE organization_id = \(own) AND former_person_id = \(person)
            """
        )
        return named.map { MovedReference("import_row", Hexadecimal.text($0)) }
            + former.map { MovedReference("import_row_former", Hexadecimal.text($0)) }
    }

    /// Gives those rows back that still name who they were moved to.
    public func restore(
        _ moved: [MovedReference],
        from person: PersonID,
        to other: PersonID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        for row in moved {
            guard let tag = Hexadecimal.bytes(row.row) else { continue }
            switch row.kind {
            case "import_row": try name(other, insteadOf: person, in: tag, principal, on: connection)
            case "import_row_former":
                try connection.execute(
                    """
                    UPDATE import_row SET former_person_id = \(other)
                    WHERE organization_id = \(principal.organization) AND row_tag = \(Blob(tag))
                        AND former_person_id = \(person)
                    """
                )
            default: break
            }
        }
    }

    private func tags(
        _ column: SQL,
        _ person: PersonID,
        _ own: OrganizationID,
        on connection: any Connection
    ) throws -> [[UInt8]] {
        try connection.rows(
            """
            SELECT row_tag FROM import_row
            WHERE organization_id = \(own) AND \(column) = \(person) ORDER BY contact_id
            """
        ) { try $0.blob(0) }
    }

    private func name(
        _ other: PersonID,
        insteadOf person: PersonID,
        in tag: [UInt8],
        _ principal: Principal,
        on connection: any Connection
    ) throws {
        let own = principal.organization
        let found = try connection.first(
            """
            SELECT said FROM import_row
            WHERE organization_id = \(own) AND row_tag = \(Blob(tag)) AND person_id = \(person)
            """
        ) { try $0.blobOrNil(0) }
        guard let found else { return }
        var said: Blob?
        if let found {
            let keyring = try vault.keyring(for: own, on: connection)
            let old = try keyring.key(of: person.retagged(), on: connection)
            said = try RowPerson(sealed: found, with: old)
                .sealed(with: try keyring.key(of: other.retagged(), on: connection))
        }
        try connection.execute(
            """
            UPDATE import_row SET person_id = \(other), said = \(said)
            WHERE organization_id = \(own) AND row_tag = \(Blob(tag))
            """
        )
    }
}
