import Domain
import HTTPTypes
public import Web

extension SharingAPI {
    /// What the calls take and give.
    public static let openAPI: [APIOperation] = consents + referrals + transfers

    private static let conflict = [409: "somebody was quicker", 422: "rules stand against it"]
    private static let id = [APIMember("id", .id, isRequired: true)]

    private static let authority: [APIMember] = [
        APIMember("id", .id, isRequired: true), APIMember("personId", .id, isRequired: true),
        APIMember("recipientOrganizationId", .id), APIMember("basis", .code(AuthorityBasis.allCases.map(\.rawValue))),
        APIMember("purpose", .code(SharePurpose.allCases.map(\.rawValue))),
        APIMember("scope", .list(of: .code(FieldGroup.allCases.map(\.code)))), APIMember("language", .text),
        APIMember("method", .code(AuthorityMethod.allCases.map(\.rawValue))), APIMember("givenBy", .text),
        APIMember("expiresOn", .date), APIMember("isLive", .flag), APIMember("needsConfirmation", .flag),
        APIMember("ended", .code(AuthorityEnd.allCases.map(\.rawValue))),
    ]

    private static let consents: [APIOperation] = [
        APIOperation(
            .get,
            "api/v1/cases/:id/consents",
            "The authorities of a case.",
            answer: [APIMember("items", .list(of: .object(authority)), isRequired: true)]
        ),
        APIOperation(
            .post,
            "api/v1/cases/:id/consents",
            "Records an authority to pass a person's data to one recipient.",
            body: [
                APIMember("recipientOrganizationId", .id, note: "or recipientName for a partner outside"),
                APIMember("recipientName", .text),
                APIMember("purpose", .code(SharePurpose.allCases.map(\.rawValue)), isRequired: true),
                APIMember("scope", .text, isRequired: true, note: "summary, full, or a list of field groups"),
                APIMember("language", .text, isRequired: true),
                APIMember("method", .code(AuthorityMethod.allCases.map(\.rawValue)), isRequired: true),
                APIMember("expiresOn", .date, isRequired: true), APIMember("personId", .id),
                APIMember("basis", .code(AuthorityBasis.allCases.map(\.rawValue))), APIMember("givenBy", .text),
                APIMember("giver", .code(AuthorityGiver.allCases.map(\.rawValue))), APIMember("relation", .text),
                APIMember("interpreter", .text), APIMember("reason", .text), APIMember("bestInterest", .text),
                APIMember("lawyer", .text), APIMember("secondUserId", .id),
                APIMember("isStateSentenceRead", .flag, note: "for a recipient of a state"),
                APIMember("isPersonInformed", .flag),
            ],
            answer: id,
            status: 201,
            refusals: conflict
        ),
        APIOperation(
            .post,
            "api/v1/cases/:id/consents/:consent/confirm",
            "A second member of staff confirms an authority.",
            answer: id,
            refusals: conflict
        ),
        APIOperation(
            .delete,
            "api/v1/cases/:id/consents/:consent",
            "Withdraws an authority; access by it ends at once.",
            query: [APIMember("recipientLearnsWhy", .flag)],
            status: 204
        ),
    ]

    private static let referral: [APIMember] = [
        APIMember("id", .id, isRequired: true), APIMember("caseId", .id, isRequired: true),
        APIMember("fromOrganizationId", .id, isRequired: true), APIMember("organizationId", .id, isRequired: true),
        APIMember("consentId", .id), APIMember("serviceId", .id),
        APIMember("state", .code(ReferralState.allCases.map(\.rawValue)), isRequired: true),
        APIMember("urgency", .code(Urgency.allCases.map(\.rawValue))),
        APIMember("purpose", .code(SharePurpose.allCases.map(\.rawValue))), APIMember("problem", .text),
        APIMember("sentAt", .instant), APIMember("dueAt", .instant), APIMember("seenAt", .instant),
        APIMember("answeredAt", .instant), APIMember("endedAt", .instant), APIMember("reason", .text),
        APIMember("outcome", .code(CaseOutcome.allCases.map(\.rawValue))), APIMember("escalation", .integer),
        APIMember("answersReferralId", .id),
    ]

    private static let opened: [APIMember] =
        referral + [
            APIMember("note", .text), APIMember("answer", .text),
            APIMember("persons", .list(of: .object([APIMember("id", .id), APIMember("name", .text)]))),
            APIMember("otherPersons", .integer), APIMember("summary", .text), APIMember("situation", .text),
            APIMember("linkedCaseId", .id), APIMember("linkedCaseNumber", .text),
        ]

    private static func act(_ name: String, _ summary: String, body: [APIMember]? = nil) -> APIOperation {
        APIOperation(
            .post,
            "api/v1/referrals/:id/" + name,
            summary,
            body: body,
            answer: opened,
            refusals: conflict
        )
    }

    private static let referrals: [APIOperation] = [
        APIOperation(
            .post,
            "api/v1/cases/:id/referrals",
            "Sends a case to another organisation's inbox; refused without a live consent.",
            body: [
                APIMember("organizationId", .id, isRequired: true), APIMember("serviceId", .id),
                APIMember("consentId", .id, isRequired: true),
                APIMember("urgency", .code(Urgency.allCases.map(\.rawValue))), APIMember("note", .text),
                APIMember("agreement", .text),
                APIMember("wishes", .list(of: .code(["woman_lawyer", "interpreter", "not_from_own_village"]))),
            ],
            answer: opened,
            status: 201,
            refusals: conflict
        ),
        APIOperation(
            .get,
            "api/v1/referrals",
            "The inbox or outbox, newest first.",
            query: [
                APIMember("box", .code(ReferralBox.allCases.map(\.rawValue))), APIMember("before", .id),
                APIMember("limit", .integer),
            ],
            answer: [
                APIMember("items", .list(of: .object(referral + [APIMember("name", .text)])), isRequired: true),
                APIMember("next", .id),
            ]
        ),
        APIOperation(.get, "api/v1/referrals/:id", "One referral as far as its consents open it.", answer: opened),
        act("accept", "Takes a referral on and opens a linked case of one's own."),
        act(
            "decline",
            "Refuses a referral with a reason.",
            body: [
                APIMember("reason", .text, note: DeclineReason.allCases.map(\.rawValue).joined(separator: ", ")),
                APIMember("text", .text),
            ]
        ),
        act("start", "Notes that work has begun."),
        act(
            "complete",
            "Ends the work with its outcome.",
            body: [
                APIMember("outcome", .code(CaseOutcome.allCases.map(\.rawValue))), APIMember("text", .text),
            ]
        ),
        act("revoke", "The sender takes a referral back."),
    ]

    private static let transfer: [APIMember] = [
        APIMember("id", .id, isRequired: true), APIMember("caseId", .id, isRequired: true),
        APIMember("fromOrganizationId", .id, isRequired: true), APIMember("organizationId", .id, isRequired: true),
        APIMember("state", .code(TransferState.allCases.map(\.rawValue)), isRequired: true),
        APIMember("offeredAt", .instant), APIMember("dueAt", .instant), APIMember("reason", .text),
        APIMember("number", .text),
    ]

    private static let transfers: [APIOperation] = [
        APIOperation(
            .post,
            "api/v1/cases/:id/transfers",
            "Offers a case to another organisation for good; every client must have agreed to everything.",
            body: [
                APIMember("organizationId", .id, isRequired: true), APIMember("deadlines", .text),
                APIMember("originals", .text), APIMember("promises", .text), APIMember("dangers", .text),
                APIMember("note", .text),
            ],
            answer: transfer,
            status: 201,
            refusals: conflict
        ),
        APIOperation(
            .get,
            "api/v1/transfers",
            "Offered and past transfers, newest first.",
            query: [APIMember("box", .code(ReferralBox.allCases.map(\.rawValue)))],
            answer: [APIMember("items", .list(of: .object(transfer)), isRequired: true)]
        ),
        APIOperation(
            .post,
            "api/v1/transfers/:id/accept",
            "Takes the case over.",
            answer: transfer,
            refusals: conflict
        ),
        APIOperation(
            .post,
            "api/v1/transfers/:id/decline",
            "Refuses the offer.",
            body: [APIMember("reason", .text)],
            answer: transfer,
            refusals: conflict
        ),
        APIOperation(
            .post,
            "api/v1/transfers/:id/revoke",
            "The owner takes the offer back.",
            answer: transfer,
            refusals: conflict
        ),
    ]
}
