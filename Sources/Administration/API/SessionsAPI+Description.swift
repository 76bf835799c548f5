import HTTPTypes
public import Web

extension AdministrationRoutes {
    /// The calls of this room.
    public static let operations = [
        APIOperation(
            .post,
            "api/v1/sessions",
            "Signs in and gives a bearer token, with fewer rights and a shorter life if asked for.",
            body: [
                APIMember("email", .text, isRequired: true),
                APIMember("password", .text, isRequired: true),
                APIMember("otp", .text, note: "The code of the second factor, for an account that has one."),
                APIMember("scopes", .list(of: .text), note: "Codes of rights, such as contacts.write."),
                APIMember("expiresInSeconds", .integer, note: "60 to 31536000, and never longer than usual."),
            ],
            answer: [APIMember("token", .text, isRequired: true), APIMember("expiresAt", .instant, isRequired: true)],
            status: 201,
            refusals: [422: "A member is missing, unknown or unreadable."]
        ),
        APIOperation(.delete, "api/v1/sessions", "Ends the token's own session.", status: 204),
        APIOperation(
            .get,
            "api/v1/session",
            "Says whose the token is, and what it may do.",
            answer: [
                APIMember("id", .id, isRequired: true),
                APIMember("user", .object([APIMember("id", .id), APIMember("dutyName", .text)])),
                APIMember("organization", .object([APIMember("id", .id), APIMember("name", .text)])),
                APIMember("role", .text),
                APIMember("rights", .list(of: .object([APIMember("right", .text), APIMember("reach", .text)]))),
            ]
        ),
    ]
}
