import Domain
import HTTPTypes
public import Web

extension CaseAPI {
    private static let persons = APIMember(
        "persons",
        .list(
            of: .object([
                APIMember("personId", .id, isRequired: true),
                APIMember("role", .code(CaseRole.allCases.map(\.rawValue))),
            ])
        )
    )

    private static let fields: [APIMember] = [
        APIMember("risk", .code(RiskLevel.allCases.map(\.rawValue))),
        APIMember("workerId", .id), persons,
        APIMember("countryOfStay", .text), APIMember("countryOfRight", .text), APIMember("countryOfReturn", .text),
        APIMember("summary", .text), APIMember("situation", .text), APIMember("isCollective", .flag),
    ]

    private static let head: [APIMember] = [
        APIMember("id", .id, isRequired: true), APIMember("number", .text, isRequired: true),
        APIMember("status", .code(CaseStatus.allCases.map(\.rawValue)), isRequired: true),
        APIMember("stage", .code(CaseStage.allCases.map(\.rawValue)), isRequired: true),
        APIMember("risk", .code(RiskLevel.allCases.map(\.rawValue)), isRequired: true), APIMember("problem", .text),
        APIMember("workerId", .id), APIMember("personId", .id), APIMember("openedAt", .instant, isRequired: true),
        APIMember("nextDueOn", .date),
    ]

    private static let file: [APIMember] =
        head + [
            APIMember("organizationId", .id, isRequired: true), APIMember("problems", .list(of: .text)), persons,
            APIMember("personCount", .integer), APIMember("countryOfStay", .text), APIMember("countryOfRight", .text),
            APIMember("countryOfReturn", .text), APIMember("isCollective", .flag), APIMember("outcome", .text),
            APIMember("contactId", .id), APIMember("summary", .text), APIMember("situation", .text),
            APIMember("importedNumber", .text),
        ]

    /// The calls of this room, for the description of the programming interface.
    public static var openAPI: [APIOperation] {
        [
            APIOperation(
                .get,
                "api/v1/cases",
                "Lists cases, newest first.",
                query: [
                    APIMember("box", .code(CaseQuery.Box.allCases.map(\.rawValue))),
                    APIMember("status", .code(CaseStatus.allCases.map(\.rawValue))), APIMember("problem", .text),
                    APIMember("after", .text, note: "The value of next of the page before."),
                    APIMember("limit", .integer, note: "1 to 200, usually 50."),
                ],
                answer: [
                    APIMember("items", .list(of: .object(head + [APIMember("name", .text)])), isRequired: true),
                    APIMember("next", .text),
                ]
            ),
            APIOperation(
                .post,
                "api/v1/cases",
                "Opens a case.",
                body: [
                    APIMember("personId", .id, isRequired: true), APIMember("contactId", .id),
                    APIMember("problems", .list(of: .text), isRequired: true, note: "The first is the primary one."),
                ] + fields,
                answer: [APIMember("id", .id, isRequired: true), APIMember("number", .text, isRequired: true)],
                status: 201,
                refusals: [409: "The idempotency key was used for another body.", 422: "A member is wrong."]
            ),
            APIOperation(.get, "api/v1/cases/:id", "Opens a case.", answer: file),
            APIOperation(
                .patch,
                "api/v1/cases/:id",
                "Changes single fields of a case; If-Match carries the entity tag that they were read with.",
                body: [
                    APIMember("status", .code(["open", "waiting"])), APIMember("problems", .list(of: .text)),
                ] + fields,
                answer: file,
                refusals: [
                    409: "The case's state doesn't allow it.",
                    412: "Somebody changed one of these fields meanwhile; errors name them.",
                    422: "A member is wrong.", 428: "If-Match is missing.",
                ]
            ),
            APIOperation(
                .post,
                "api/v1/cases/:id/close",
                "Closes a case with its outcome and what the person recovered.",
                body: [
                    APIMember("outcome", .code(CaseOutcome.allCases.map(\.rawValue)), isRequired: true),
                    APIMember("status", .code(CaseStatus.allCases.filter { !$0.isOpen }.map(\.rawValue))),
                    APIMember("told", .text),
                    APIMember(
                        "recovered",
                        .list(
                            of: .object([
                                APIMember("amount", .number, isRequired: true),
                                APIMember("currency", .text, isRequired: true),
                            ])
                        )
                    ),
                    APIMember("outcomes", .object([]), note: "Outcomes by problem."),
                ],
                answer: file,
                refusals: [409: "The case is closed already.", 422: "A member is wrong."]
            ),
        ]
    }
}
