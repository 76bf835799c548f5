import Domain
import HTTPTypes
import NameMatching
public import Web

extension PeopleAPI {
    /// The calls of this room, for `/api/openapi.json`.
    public static let openAPI: [APIOperation] =
        [
            APIOperation(
                .get,
                "api/v1/people",
                "The people whom a text may mean, best first; without one, a page of all, newest first.",
                query: [
                    APIMember(
                        "q",
                        .text,
                        note: "A name in any spelling, a year, a phone, a document, or several of these."
                    ),
                    APIMember("limit", .integer, note: "1 to 200; 50 when not given."),
                    APIMember("before", .id, note: "Goes on after this id of the page before."),
                ],
                answer: [
                    APIMember(
                        "items",
                        .list(
                            of: .object(
                                [APIMember("id", .id, isRequired: true), APIMember("name", .text, isRequired: true)]
                                    + [APIMember("birthDate", .date)] + match
                            )
                        ),
                        isRequired: true
                    ),
                    APIMember("next", .id, note: "There is more; ask again with it as `before`."),
                    APIMember("warming", .integer, note: "Not everybody can be found yet; per cent."),
                ]
            ),
            APIOperation(
                .post,
                "api/v1/people",
                "Adds a person and names those who may be the same; nothing is joined.",
                body: members,
                answer: [
                    APIMember("id", .id, isRequired: true),
                    APIMember(
                        "possibleDuplicates",
                        .list(of: .object([APIMember("id", .id, isRequired: true)] + match)),
                        isRequired: true
                    ),
                    APIMember("warming", .integer, note: "Not everybody was compared yet; per cent."),
                ],
                status: 201,
                refusals: [
                    409: "The idempotency key was used for another body.",
                    422: "A value can't be taken; each problem names its member.",
                ]
            ),
            APIOperation(
                .get,
                "api/v1/people/:id",
                "One person, without the parts that the caller may not see; the ETag is the record's version.",
                answer: [
                    APIMember("id", .id, isRequired: true), APIMember("organizationId", .id, isRequired: true),
                    APIMember("imported", .flag, note: "From an imported list; not shared without an authority."),
                ] + members
            ),
            APIOperation(
                .post,
                "api/v1/people/:id/network-match",
                """
                Asks whether somebody in another organisation may be the same person, where both agreed to be recognised. \
                The answer is one of two words whatever is known.
                """,
                answer: [
                    APIMember("answer", .code(NetworkAnswer.allCases.map(\.rawValue)), isRequired: true)
                ],
                refusals: [
                    422: "The person has not agreed to be recognised in the network.",
                    503: "The search is warming; ask again later.",
                ]
            ),
        ] + mergeOperations

    private static let match = [
        APIMember("score", .number, note: "0 to 1."),
        APIMember("reasons", .list(of: .code(MatchReason.allCases.map(\.code)))),
    ]

    private static let members: [APIMember] =
        [
            APIMember(
                "names",
                .list(
                    of: .object([
                        APIMember("family", .text), APIMember("given", .text), APIMember("patronymic", .text),
                    ])
                ),
                note: "May be missing where there is an alias or `nameless`."
            ),
            APIMember("alias", .text),
            APIMember("nameless", .flag),
            APIMember("birthDate", .date, note: "In the precision that is known: 1987, 1987-03 or 1987-03-25."),
            APIMember("birthEstimated", .flag),
            APIMember("sex", .code(Sex.allCases.map(\.rawValue))),
            APIMember("citizenship", .text, note: "ISO 3166-1 alpha-2."),
            APIMember("homeRegion", .text, note: "ISO 3166-2."),
            APIMember("homePlace", .text),
            APIMember("languages", .list(of: .text), note: "BCP 47, the best first."),
            APIMember(
                "phones",
                .list(
                    of: .object([
                        APIMember("number", .text, isRequired: true), APIMember("note", .text),
                        APIMember("owner", .code(PhoneOwner.allCases.map(\.rawValue))),
                        APIMember("messenger", .text),
                    ])
                )
            ),
            APIMember(
                "documents",
                .list(
                    of: .object([
                        APIMember("type", .code(DocumentKind.allCases.map(\.rawValue))),
                        APIMember("number", .text, isRequired: true),
                        APIMember("state", .code(DocumentState.allCases.map(\.rawValue))),
                        APIMember("heldBy", .text), APIMember("since", .date),
                    ])
                )
            ),
            APIMember("safeContact", .object(safeContact)),
            APIMember(
                "wishes",
                .object([
                    APIMember("womanLawyer", .flag), APIMember("notFromOwnVillage", .flag),
                    APIMember("doNotTellMyState", .flag),
                    APIMember("interpreter", .code(InterpreterWish.allCases.map(\.rawValue))),
                ])
            ),
            APIMember("marks", .list(of: .code(SafetyMark.allCases.map(\.rawValue)))),
            APIMember(
                "recognition",
                .object([
                    APIMember("manner", .code(RecognitionManner.allCases.map(\.rawValue)), isRequired: true),
                    APIMember("givenOn", .date, isRequired: true), APIMember("withdrawnOn", .date),
                ]),
                note: "The person's leave to be recognised in the network."
            ),
            APIMember("vulnerabilities", .list(of: .code(Vulnerability.allCases.map(\.rawValue)))),
            APIMember("vulnerabilityNote", .text),
            APIMember("notes", .text),
        ]
        + PersonSection.allCases.map { section in
            APIMember(section.rawValue, .list(of: .object(section.columns.map(\.described))))
        }

    private static let safeContact = [
        APIMember("mustNotBeContacted", .flag),
        APIMember("channel", .code(Channel.allCases.map(\.rawValue)), note: "The only safe one."),
        APIMember("from", .text, note: "A time of day such as 20:00."),
        APIMember("until", .text),
        APIMember("zone", .text, note: "The IANA zone of the hours."),
        APIMember("codeWord", .text),
        APIMember("neverLeaveMessage", .flag),
        APIMember("neutralSender", .flag),
        APIMember("note", .text),
    ]
}

extension PersonColumn {
    fileprivate var described: APIMember {
        let shape: APIMember.Shape =
            switch kind {
            case .text, .phone, .country: .text
            case .date, .day: .date
            case .flag: .flag
            case .choice(let codes, _): .code(codes)
            case .person: .id
            }
        return APIMember(name, shape, isRequired: isNeeded)
    }
}
