import Domain
import HTTPTypes
public import Web

extension HotlineAPI {
    /// What these calls take and give, for the OpenAPI document.
    public static var openAPI: [APIOperation] {
        [
            APIOperation(
                .post,
                "api/v1/contacts",
                "Records a contact; a repeated taskId gives the first one's id with status 200.",
                body: draft,
                answer: saved,
                status: 201,
                refusals: [
                    200: "The task id was used before: the same id again.",
                    409: "The idempotency key was used with another body.",
                    422: "Fields are wrong, or a person isn't there.",
                ]
            ),
            APIOperation(
                .get,
                "api/v1/contacts",
                "Lists contacts, the newest first.",
                query: query,
                answer: [
                    APIMember("items", .list(of: .object(line)), isRequired: true),
                    APIMember("next", .text, note: "The value of before for the next page."),
                ]
            ),
            APIOperation(.get, "api/v1/contacts/:id", "Opens one contact.", answer: line + details),
            APIOperation(
                .post,
                "api/v1/telephony/calls",
                "Takes what a telephone exchange says of a call; saying it again changes nothing.",
                body: [
                    APIMember("callId", .text, isRequired: true, note: "The exchange's own name of the call."),
                    APIMember("from", .text, note: "Empty when the number is withheld."),
                    APIMember("to", .text, isRequired: true),
                    APIMember("line", .text, note: "Up to 20 of a-z, 0-9, _ and -."),
                    APIMember("event", .code(CallState.allCases.map(\.rawValue)), isRequired: true),
                    APIMember("at", .instant, note: "The present when it is left out."),
                ],
                answer: [
                    APIMember("id", .id, isRequired: true, note: "The contact's id once somebody takes the call."),
                    APIMember("event", .code(CallState.allCases.map(\.rawValue)), isRequired: true),
                ],
                refusals: [409: "A practice organization takes no calls.", 422: "Fields are wrong."]
            ),
        ]
    }

    private static var saved: [APIMember] {
        [APIMember("id", .id, isRequired: true), APIMember("number", .integer, isRequired: true)]
    }

    private static var query: [APIMember] {
        [
            APIMember("state", .code(ContactState.allCases.map(\.rawValue))),
            APIMember("channel", .code(Channel.allCases.map(\.rawValue))),
            APIMember("problem", .text), APIMember("outcome", .code(ContactOutcome.allCases.map(\.rawValue))),
            APIMember("mine", .flag), APIMember("day", .date), APIMember("from", .date), APIMember("to", .date),
            APIMember("before", .text), APIMember("after", .text), APIMember("limit", .integer),
        ]
    }

    private static var codes: [APIMember] {
        [
            APIMember("direction", .code(ContactDirection.allCases.map(\.rawValue))),
            APIMember("counterpart", .code(Counterpart.allCases.map(\.rawValue))),
            APIMember("relation", .code(CallerRelation.allCases.map(\.rawValue))),
            APIMember("heardFrom", .code(HeardFrom.allCases.map(\.rawValue))),
            APIMember("hostCountry", .text, note: "ISO 3166-1 alpha-2."),
            APIMember("region", .text, note: "ISO 3166-2."),
            APIMember("settlement", .code(Settlement.allCases.map(\.rawValue))),
            APIMember("urgency", .code(Urgency.allCases.map(\.rawValue))),
            APIMember("outcome", .code(ContactOutcome.allCases.map(\.rawValue))),
            APIMember("attempt", .code(AttemptResult.allCases.map(\.rawValue))), APIMember("messenger", .text),
            APIMember("summary", .text), APIMember("place", .text), APIMember("callerName", .text),
            APIMember("callerNumber", .text),
            APIMember(
                "answers",
                .object(
                    StandingQuestion.allCases.map {
                        APIMember($0.rawValue, .code(StandingAnswer.allCases.map(\.rawValue)))
                    }
                )
            ),
        ]
    }

    private static var draft: [APIMember] {
        [
            APIMember("taskId", .text, note: "1 to 200 characters; unique per organization, for ever."),
            APIMember("channel", .code(Channel.allCases.map(\.rawValue)), isRequired: true),
            APIMember("language", .text, isRequired: true, note: "BCP 47."),
            APIMember("problems", .list(of: .text), isRequired: true, note: "The first is the primary one."),
            APIMember("personId", .id, note: "The caller."),
            APIMember(
                "persons",
                .list(
                    of: .object([
                        APIMember("personId", .id),
                        APIMember("role", .code(ContactRole.allCases.map(\.rawValue)), isRequired: true),
                    ])
                )
            ),
            APIMember("occurredAt", .instant),
        ] + codes
    }

    private static var line: [APIMember] {
        [
            APIMember("id", .id, isRequired: true), APIMember("number", .integer, isRequired: true),
            APIMember("occurredAt", .instant, isRequired: true),
            APIMember("channel", .code((Channel.allCases + [.unknown]).map(\.rawValue)), isRequired: true),
            APIMember("language", .text, isRequired: true), APIMember("problem", .text),
            APIMember("state", .code(ContactState.allCases.map(\.rawValue)), isRequired: true),
        ]
    }

    private static var details: [APIMember] {
        [
            APIMember("problems", .list(of: .text), isRequired: true),
            APIMember(
                "persons",
                .list(
                    of: .object([
                        APIMember("personId", .id), APIMember("role", .code(ContactRole.allCases.map(\.rawValue))),
                        APIMember("check", .code(RecognitionCheck.allCases.map(\.rawValue))),
                        APIMember("isProvisional", .flag),
                    ])
                ),
                isRequired: true
            ),
            APIMember("caseId", .id), APIMember("isImported", .flag, isRequired: true),
        ] + codes
    }
}
