import Access
import Database
import Domain
import Foundation
import Vault

extension ImportStore {
    /// The mapping that the organization kept for files with these titles.
    func keptMapping(for guess: ImportMapping, _ principal: Principal, on connection: any Connection) throws
        -> ImportMapping?
    {
        let keyring = try services.vault.keyring(for: principal.organization, on: connection)
        for tag in try keyring.blindIndex(on: connection).tags(.codeLocator, Self.titles(guess)) {
            let found = try connection.first(
                """
                SELECT id, body FROM import_mapping
                WHERE organization_id = \(principal.organization) AND titles_tag = \(Blob(tag.bytes))
                """
            ) { (id: try $0.id(0, ImportEntity.self), body: try $0.blob(1)) }
            guard let found, let key = try keyring.open(found.id.retagged(), on: connection) else { continue }
            return try? key.openValue(found.body, .importMapping, as: ImportMapping.self)
        }
        return nil
    }

    /// Keeps a mapping for the organization's next file with the same titles.
    func keep(_ mapping: ImportMapping, by principal: Principal, on connection: any Connection) throws {
        let keyring = try services.vault.keyring(for: principal.organization, on: connection)
        guard let tag = try keyring.blindIndex(on: connection).tags(.codeLocator, Self.titles(mapping)).first else {
            return
        }
        // The same record is sealed again: a new one would leave the former one's key behind.
        let present = try connection.first(
            """
            SELECT id FROM import_mapping
            WHERE organization_id = \(principal.organization) AND titles_tag = \(Blob(tag.bytes))
            """
        ) { try $0.id(0, ImportEntity.self) }
        let id = present ?? services.surroundings.newID()
        let key = try keyring.open(id.retagged(), on: connection) ?? keyring.newRecord(id.retagged(), on: connection)
        let body = try key.sealValue(mapping, .importMapping)
        try connection.execute(
            """
            INSERT INTO import_mapping (id, organization_id, titles_tag, changed_at, body)
            VALUES (
                \(id), \(principal.organization), \(Blob(tag.bytes)), \(services.surroundings.now()), \(Blob(body))
            ) ON CONFLICT (id) DO UPDATE SET changed_at = excluded.changed_at, body = excluded.body
            """
        )
    }

    /// What two files of one kind share: the titles of their logs.
    private static func titles(_ mapping: ImportMapping) -> String {
        "import-titles:"
            + Set(
                mapping.sheets.filter { !$0.titles.isEmpty }.map {
                    $0.titles.map { Words.fold($0) }.joined(separator: "|")
                }
            )
            .sorted().joined(separator: "||")
    }
}
