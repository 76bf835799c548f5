import Database

extension SharingSchema {
    static let tables: [TableDescription] = [
        TableDescription(
            "authority",
            // The recipient it names sees by whose authority it reads and until when; only the owner writes.
            .between(owner: "organization_id", recipient: "recipient_organization_id"),
            [
                "id": .coded, "organization_id": .coded, "case_id": .coded, "person_id": .coded,
                "recipient_organization_id": .coded, "basis": .coded, "purpose": .coded, "field_groups": .coded,
                "language": .coded, "method": .coded, "given_by": .coded, "wording": .coded, "given_at": .coded,
                "expires_on": .coded, "expires_at": .coded, "ends_at": .coded, "created_by": .coded,
                "second_user_id": .coded, "needs_confirmation": .coded, "confirmed_by": .coded,
                "confirmed_at": .coded, "is_state": .coded, "is_overridden": .coded, "ended_at": .coded,
                "ended_by": .coded, "end_reason": .coded, "details": .sealed,
            ]
        ),
        TableDescription(
            "withdrawal",
            .joint(owner: "from_organization_id", partner: "to_organization_id"),
            [
                "id": .coded, "from_organization_id": .coded, "to_organization_id": .coded, "referral_id": .coded,
                "authority_id": .coded, "linked_case_id": .coded, "at": .coded, "reason": .coded, "due_at": .coded,
                "decision": .coded, "decided_at": .coded, "decided_by": .coded,
            ]
        ),
        TableDescription(
            "referral",
            .joint(owner: "from_organization_id", partner: "to_organization_id"),
            [
                "id": .coded, "from_organization_id": .coded, "to_organization_id": .coded, "from_team": .coded,
                "to_team": .coded, "case_id": .coded, "authority_id": .coded, "service_id": .coded,
                "counter_of": .coded, "purpose": .coded, "urgency": .coded, "problem": .coded, "state": .coded,
                "version": .coded, "token": .coded, "created_by": .coded, "sent_at": .coded, "due_at": .coded,
                "expires_at": .coded, "escalation": .coded, "seen_at": .coded, "answered_at": .coded,
                "answered_by": .coded, "ended_at": .coded, "ended_by": .coded, "reason": .coded, "outcome": .coded,
                "linked_case_id": .coded, "facts_due": .coded, "note": .sealed, "answer": .sealed,
            ]
        ),
        TableDescription(
            "referral_grant",
            .between(owner: "from_organization_id", recipient: "to_organization_id"),
            [
                "grant_id": .coded, "from_organization_id": .coded, "to_organization_id": .coded,
                "record_id": .coded, "created_at": .coded, "ended_at": .coded,
            ]
        ),
        TableDescription(
            "referral_message",
            .between(owner: "author_organization_id", recipient: "other_organization_id"),
            appendOnly: true,
            [
                "id": .coded, "referral_id": .coded, "author_organization_id": .coded,
                "other_organization_id": .coded, "author_user_id": .coded, "at": .coded, "body": .sealed,
            ]
        ),
        TableDescription(
            "transfer",
            .joint(owner: "from_organization_id", partner: "to_organization_id"),
            [
                "id": .coded, "from_organization_id": .coded, "to_organization_id": .coded, "from_team": .coded,
                "to_team": .coded, "case_id": .coded, "problem": .coded, "state": .coded, "version": .coded,
                "created_by": .coded, "offered_at": .coded, "due_at": .coded, "answered_at": .coded,
                "answered_by": .coded, "reason": .coded, "sheet": .sealed,
            ]
        ),
        TableDescription(
            "letter",
            .organization(column: "organization_id"),
            [
                "id": .coded, "organization_id": .coded, "case_id": .coded, "authority_id": .coded,
                "addressee": .coded, "is_neutral": .coded, "created_by": .coded, "at": .coded, "body": .sealed,
            ]
        ),
    ]
}
