public import Database

/// The tables of keys, wraps, grants, blind indexes and sealed files.
public enum VaultSchema {
    public static let part = SchemaPart(
        migrations: [
            Migration(100, "keys of organizations", keys),
            Migration(101, "grants and record keys", records),
            Migration(102, "blind indexes", blindIndexes),
            Migration(103, "sealed files", files),
            Migration(104, "re-wrap jobs", jobs),
            Migration(105, "grants by record") { _ in
                ["CREATE INDEX record_grant_of_record ON record_grant (record_id)"]
            },
            // With fewer columns SQLite prefers the primary key for one record's values of a kind and looks through all
            // that the organisation has of it.
            Migration(106, "blind indexes by record and kind") { _ in
                [
                    "DROP INDEX blind_index_of_record",
                    """
                    CREATE INDEX blind_index_of_record
                    ON blind_index (organization_id, record_id, kind, key_version)
                    """,
                ]
            },
            Migration(107, "keys of snapshots of names", snapshots),
        ],
        tables: tables
    )

    private static func keys(_ d: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE organization_key (
                organization_id \(d.textType) NOT NULL,
                version \(d.integerType) NOT NULL CHECK (version > 0),
                root_id \(d.textType) NOT NULL,
                wrapped \(d.blobType) NOT NULL CHECK (length(wrapped) = 61),
                created_at \(d.integerType) NOT NULL,
                PRIMARY KEY (organization_id, version)
            ) \(d.tableEnd)
            """,
            """
            CREATE TABLE index_key (
                organization_id \(d.textType) NOT NULL,
                version \(d.integerType) NOT NULL CHECK (version > 0),
                root_id \(d.textType) NOT NULL,
                wrapped \(d.blobType) NOT NULL CHECK (length(wrapped) = 61),
                created_at \(d.integerType) NOT NULL,
                PRIMARY KEY (organization_id, version)
            ) \(d.tableEnd)
            """,
            """
            CREATE TABLE installation_secret (
                name \(d.textType) NOT NULL PRIMARY KEY,
                root_id \(d.textType) NOT NULL,
                wrapped \(d.blobType) NOT NULL CHECK (length(wrapped) = 61),
                created_at \(d.integerType) NOT NULL
            ) \(d.tableEnd)
            """,
        ]
    }

    private static func records(_ d: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE record_grant (
                id \(d.textType) NOT NULL PRIMARY KEY,
                record_id \(d.textType) NOT NULL,
                owner_organization_id \(d.textType) NOT NULL,
                recipient_organization_id \(d.textType) NOT NULL
                    CHECK (recipient_organization_id <> owner_organization_id),
                field_groups \(d.integerType) NOT NULL CHECK (field_groups > 0),
                purpose \(d.textType) NOT NULL,
                starts_at \(d.integerType) NOT NULL,
                expires_at \(d.integerType) NOT NULL CHECK (expires_at > starts_at),
                revoked_at \(d.integerType),
                keys_destroyed_at \(d.integerType),
                created_by \(d.textType),
                created_at \(d.integerType) NOT NULL
            ) \(d.tableEnd)
            """,
            // One grant at a time per record and recipient: a second one would hold the same wraps.
            """
            CREATE UNIQUE INDEX record_grant_with_keys ON record_grant (record_id, recipient_organization_id)
            WHERE keys_destroyed_at IS NULL
            """,
            "CREATE INDEX record_grant_received ON record_grant (recipient_organization_id, record_id)",
            """
            CREATE INDEX record_grant_expiring ON record_grant (expires_at) WHERE keys_destroyed_at IS NULL
            """,
            """
            CREATE TABLE record_key_wrap (
                holder_organization_id \(d.textType) NOT NULL,
                record_id \(d.textType) NOT NULL,
                field_group \(d.integerType) NOT NULL CHECK (field_group BETWEEN 0 AND 62),
                owner_organization_id \(d.textType) NOT NULL,
                key_version \(d.integerType) NOT NULL CHECK (key_version > 0),
                organization_key_version \(d.integerType) NOT NULL CHECK (organization_key_version > 0),
                grant_id \(d.textType) REFERENCES record_grant (id),
                wrapped \(d.blobType) NOT NULL CHECK (length(wrapped) = 61),
                PRIMARY KEY (holder_organization_id, record_id, field_group),
                CHECK ((grant_id IS NULL) = (holder_organization_id = owner_organization_id)),
                CHECK ((grant_id IS NULL) = (field_group = 0))
            ) \(d.tableEnd)
            """,
            // A record has one owner, and erasure finds every holder.
            "CREATE UNIQUE INDEX record_key_owner ON record_key_wrap (record_id) WHERE field_group = 0",
            "CREATE INDEX record_key_holders ON record_key_wrap (record_id)",
        ]
    }

    private static func blindIndexes(_ d: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE blind_index (
                organization_id \(d.textType) NOT NULL,
                kind \(d.textType) NOT NULL,
                key_version \(d.integerType) NOT NULL,
                tag \(d.blobType) NOT NULL CHECK (length(tag) = 16),
                record_id \(d.textType) NOT NULL,
                PRIMARY KEY (organization_id, kind, key_version, tag, record_id)
            ) \(d.tableEnd)
            """,
            "CREATE INDEX blind_index_of_record ON blind_index (organization_id, record_id)",
        ]
    }

    private static func files(_ d: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE sealed_file (
                id \(d.textType) NOT NULL PRIMARY KEY,
                organization_id \(d.textType) NOT NULL,
                record_id \(d.textType) NOT NULL,
                byte_count \(d.integerType) NOT NULL CHECK (byte_count >= 0),
                chunk_count \(d.integerType) NOT NULL CHECK (chunk_count >= 0),
                staged_at \(d.integerType) NOT NULL,
                linked_at \(d.integerType)
            ) \(d.tableEnd)
            """,
            "CREATE INDEX sealed_file_of_record ON sealed_file (organization_id, record_id)",
            "CREATE INDEX sealed_file_staged ON sealed_file (staged_at) WHERE linked_at IS NULL",
            """
            CREATE TABLE sealed_file_chunk (
                file_id \(d.textType) NOT NULL REFERENCES sealed_file (id),
                number \(d.integerType) NOT NULL CHECK (number >= 0),
                organization_id \(d.textType) NOT NULL,
                record_id \(d.textType) NOT NULL,
                sealed \(d.blobType) NOT NULL,
                PRIMARY KEY (file_id, number)
            ) \(d.tableEnd)
            """,
        ]
    }

    private static func snapshots(_ d: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE search_snapshot_key (
                organization_id \(d.textType) NOT NULL PRIMARY KEY,
                snapshot_id \(d.textType) NOT NULL,
                organization_key_version \(d.integerType) NOT NULL CHECK (organization_key_version > 0),
                wrapped \(d.blobType) NOT NULL CHECK (length(wrapped) = 61),
                created_at \(d.integerType) NOT NULL
            ) \(d.tableEnd)
            """
        ]
    }

    private static func jobs(_ d: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE rewrap_job (
                organization_id \(d.textType) NOT NULL,
                kind \(d.textType) NOT NULL CHECK (kind IN ('organization_key', 'index_key')),
                to_version \(d.integerType) NOT NULL CHECK (to_version > 1),
                after_record \(d.textType) NOT NULL,
                done_count \(d.integerType) NOT NULL,
                started_at \(d.integerType) NOT NULL,
                finished_at \(d.integerType),
                PRIMARY KEY (organization_id, kind, to_version)
            ) \(d.tableEnd)
            """,
            """
            CREATE UNIQUE INDEX rewrap_job_running ON rewrap_job (organization_id, kind) WHERE finished_at IS NULL
            """,
        ]
    }
}
