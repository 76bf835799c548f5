import Database

extension CaseSchema {
    static let tables: [TableDescription] = [
        TableDescription(
            "case_file",
            .granted(organization: "organization_id", record: "id"),
            [
                "id": .coded, "organization_id": .coded, "year": .coded, "number": .coded, "version": .coded,
                "field_versions": .coded, "status": .coded, "is_open": .coded, "stage": .coded, "risk": .coded,
                "worker_user_id": .coded, "client_person_id": .coded, "primary_problem": .coded,
                "right_country": .coded, "stay_country": .coded, "return_country": .coded, "opened_at": .coded,
                "changed_at": .coded, "closed_at": .coded, "next_due_on": .coded, "person_count": .coded,
                "is_collective": .coded, "is_imported": .coded, "import_id": .coded, "contact_id": .coded,
                "referral_id": .coded, "outcome": .coded, "created_by": .coded, "network_token": .hashed,
                "summary": .sealed, "narrative": .sealed,
            ]
        ),
        TableDescription(
            "case_person",
            .granted(organization: "organization_id", record: "case_id"),
            [
                "case_id": .coded, "person_id": .coded, "organization_id": .coded, "role": .coded,
                "position": .coded,
            ]
        ),
        TableDescription(
            "case_problem",
            .granted(organization: "organization_id", record: "case_id"),
            [
                "case_id": .coded, "problem": .coded, "organization_id": .coded, "position": .coded,
                "opened_at": .coded, "outcome": .coded, "outcome_at": .coded,
            ]
        ),
        TableDescription(
            "case_bar",
            .organization(column: "organization_id"),
            [
                "case_id": .coded, "user_id": .coded, "organization_id": .coded, "barred_by": .coded,
                "barred_at": .coded,
            ]
        ),
        TableDescription(
            "case_entry",
            .granted(organization: "organization_id", record: "case_id"),
            [
                "id": .coded, "case_id": .coded, "organization_id": .coded, "version": .coded, "kind": .coded,
                "field_group": .coded, "state": .coded, "is_open": .coded, "code": .coded, "problem": .coded,
                "counterpart": .coded, "person_id": .coded, "parent_id": .coded, "assignee_user_id": .coded,
                "due_on": .coded, "event_at": .coded, "created_at": .coded, "created_by": .coded, "done_at": .coded,
                "done_by": .coded, "original_file_id": .coded, "shared_file_id": .coded, "media_type": .coded,
                "byte_count": .coded, "import_id": .coded, "body": .sealed,
            ]
        ),
        TableDescription(
            "case_undo",
            .organization(column: "organization_id"),
            [
                "id": .coded, "case_id": .coded, "organization_id": .coded, "user_id": .coded, "at": .coded,
                "act": .coded, "entry_id": .coded, "version_after": .coded, "undone_at": .coded, "before": .sealed,
            ]
        ),
        TableDescription(
            "employer",
            .organization(column: "organization_id"),
            [
                "id": .coded, "organization_id": .coded, "version": .coded, "created_at": .coded,
                "changed_at": .coded, "standing": .coded, "country": .coded, "import_id": .coded, "name": .sealed,
                "notes": .sealed,
            ]
        ),
        TableDescription(
            "case_employer",
            .granted(organization: "organization_id", record: "case_id"),
            [
                "case_id": .coded, "employer_id": .coded, "organization_id": .coded, "role": .coded,
                "added_at": .coded,
            ]
        ),
    ]
}
