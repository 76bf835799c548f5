import Database

extension VaultSchema {
    static let tables: [TableDescription] = [
        TableDescription(
            "organization_key",
            .organization(column: "organization_id"),
            [
                "organization_id": .coded, "version": .coded, "root_id": .hashed, "wrapped": .wrappedKey,
                "created_at": .coded,
            ]
        ),
        TableDescription(
            "index_key",
            .organization(column: "organization_id"),
            [
                "organization_id": .coded, "version": .coded, "root_id": .hashed, "wrapped": .wrappedKey,
                "created_at": .coded,
            ]
        ),
        TableDescription(
            "installation_secret",
            .installation,
            ["name": .coded, "root_id": .hashed, "wrapped": .wrappedKey, "created_at": .coded]
        ),
        TableDescription(
            "record_grant",
            .between(owner: "owner_organization_id", recipient: "recipient_organization_id"),
            [
                "id": .coded, "record_id": .coded, "owner_organization_id": .coded,
                "recipient_organization_id": .coded, "field_groups": .coded, "purpose": .coded, "starts_at": .coded,
                "expires_at": .coded, "revoked_at": .coded, "keys_destroyed_at": .coded, "created_by": .coded,
                "created_at": .coded,
            ]
        ),
        TableDescription(
            "record_key_wrap",
            .between(owner: "owner_organization_id", recipient: "holder_organization_id"),
            [
                "holder_organization_id": .coded, "record_id": .coded, "field_group": .coded,
                "owner_organization_id": .coded, "key_version": .coded, "organization_key_version": .coded,
                "grant_id": .coded, "wrapped": .wrappedKey,
            ]
        ),
        TableDescription(
            "blind_index",
            .organization(column: "organization_id"),
            ["organization_id": .coded, "kind": .coded, "key_version": .coded, "tag": .hashed, "record_id": .coded]
        ),
        TableDescription(
            "sealed_file",
            .granted(organization: "organization_id", record: "record_id"),
            [
                "id": .coded, "organization_id": .coded, "record_id": .coded, "byte_count": .coded,
                "chunk_count": .coded, "staged_at": .coded, "linked_at": .coded,
            ]
        ),
        TableDescription(
            "sealed_file_chunk",
            .granted(organization: "organization_id", record: "record_id"),
            [
                "file_id": .coded, "number": .coded, "organization_id": .coded, "record_id": .coded, "sealed": .sealed,
            ]
        ),
        TableDescription(
            "search_snapshot_key",
            .organization(column: "organization_id"),
            [
                "organization_id": .coded, "snapshot_id": .coded, "organization_key_version": .coded,
                "wrapped": .wrappedKey, "created_at": .coded,
            ]
        ),
        TableDescription(
            "rewrap_job",
            .installation,
            [
                "organization_id": .coded, "kind": .coded, "to_version": .coded, "after_record": .coded,
                "done_count": .coded, "started_at": .coded, "finished_at": .coded,
            ]
        ),
    ]
}
