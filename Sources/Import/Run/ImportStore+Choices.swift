import Access
import Database
import Domain
public import Journal
import Vault

extension LeafKind {
    /// Somebody said who of an import is the same person as whom.
    public static let importChosen = LeafKind(rawValue: "import.chosen")
}

/// What was chosen about two people, by the tags of their first rows: they outlive another reading of the file.
struct KeptChoice: Sendable {
    let row: [UInt8]
    /// Of the other one's first row, or of the record's id.
    let other: [UInt8]
    let person: PersonID?
    let choice: SuspicionChoice
}

extension ImportStore {
    /// What was chosen in the organization's imports.
    func choices(of principal: Principal, on connection: any Connection) throws -> [KeptChoice] {
        try connection.rows(
            """
            SELECT row_tag, other_tag, person_id, choice FROM import_choice
            WHERE organization_id = \(principal.organization) ORDER BY chosen_at, row_tag, other_tag
            """
        ) { row in
            KeptChoice(
                row: try row.blob(0),
                other: try row.blob(1),
                person: try row.idOrNil(2, PersonEntity.self),
                choice: SuspicionChoice(rawValue: try row.text(3)) ?? .other
            )
        }
    }

    /// Keeps what was chosen of some suspicions of an import that is not written yet; `nil` forgets it.
    /// - Throws: `ImportError.wrongState`.
    func choose(
        _ chosen: [(key: SuspicionKey, choice: SuspicionChoice?)],
        in id: ImportID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let present = try run(id, for: principal, on: connection)
        guard present.state == .prepared else { throw ImportError.wrongState(present.state) }
        let blind = try services.vault.keyring(for: principal.organization, on: connection).blindIndex(on: connection)
        for (key, choice) in chosen {
            let ofRecord = key.person.flatMap { blind.tags(.codeLocator, "import-person:" + $0.text).first?.bytes }
            let other = Blob(ofRecord ?? key.other)
            try connection.execute(
                """
                DELETE FROM import_choice WHERE organization_id = \(principal.organization)
                    AND row_tag = \(Blob(key.row)) AND other_tag = \(other)
                """
            )
            guard let choice else { continue }
            try connection.execute(
                """
                INSERT INTO import_choice (
                    organization_id, row_tag, other_tag, import_id, person_id, choice, chosen_by, chosen_at
                ) VALUES (
                    \(principal.organization), \(Blob(key.row)), \(other), \(id), \(key.person),
                    \(choice.rawValue), \(principal.user), \(services.surroundings.now())
                )
                """
            )
        }
        try record(.importChosen, id, by: principal, on: connection)
    }

    /// Forgets what was chosen in an import that was undone.
    func forgetChoices(of id: ImportID, _ principal: Principal, on connection: any Connection) throws {
        try connection.execute(
            """
            DELETE FROM import_choice WHERE organization_id = \(principal.organization) AND import_id = \(id)
            """
        )
    }
}

/// By what a form names a suspicion: the tag of a row, and the tag of another or somebody of the register.
struct SuspicionKey: Sendable, Hashable {
    let row: [UInt8]
    let other: [UInt8]
    let person: PersonID?

    init(row: [UInt8], other: [UInt8]) {
        (self.row, self.other, person) = (row, other, nil)
    }

    init(row: [UInt8], person: PersonID) {
        (self.row, other, self.person) = (row, [], person)
    }

    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let row = Hexadecimal.bytes(parts[0]), let other = Hexadecimal.bytes(parts[1]),
            !row.isEmpty, row.count <= 64, other.count <= 64
        else { return nil }
        if let person = PersonID(parts[2]) {
            self.init(row: row, person: person)
        } else if parts[2].isEmpty, !other.isEmpty {
            self.init(row: row, other: other)
        } else {
            return nil
        }
    }

    var text: String { "\(Hexadecimal.text(row)).\(Hexadecimal.text(other)).\(person?.text ?? "")" }
}
