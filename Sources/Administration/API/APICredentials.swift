import Access
import Domain
import JSON
import Localization
import Web

/// The body of `POST /api/v1/sessions`.
struct APICredentials {
    let email: String
    let password: String
    /// Of the second factor.
    let code: String?
    /// Which rights the token shall have, and for how long.
    let limits: TokenLimits

    /// - Throws: a 400 for anything but an object, a 422 naming members that are missing, unknown or no text.
    init(_ body: JSONValue) throws(WebError) {
        guard body.members != nil else { throw .badRequest(.json) }
        var errors = FormErrors()
        for name in body.unknownMembers(besides: ["email", "password", "otp", "scopes", "expiresInSeconds"]) {
            errors.add(name, "unknown_member") { $0.request.unknownMember }
        }
        email = Self.text(body, "email", isRequired: true, &errors) ?? ""
        password = Self.text(body, "password", isRequired: true, &errors) ?? ""
        code = Self.text(body, "otp", isRequired: false, &errors)
        limits = TokenLimits(scopes: Self.scopes(body, &errors), seconds: Self.seconds(body, &errors))
        guard errors.isEmpty else { throw .unprocessable(errors) }
    }

    /// The rights named in `scopes`; every token may say who it is and end itself.
    private static func scopes(_ body: JSONValue, _ errors: inout FormErrors) -> Set<Right>? {
        guard let value = body["scopes"] else { return nil }
        let named = value.array?.map { $0.string.flatMap { Right(rawValue: $0) } }
        guard let named, !named.isEmpty, !named.contains(nil) else {
            errors.add("scopes", "unknown_code") { $0.request.choiceUnknown }
            return nil
        }
        return Set(named.compactMap { $0 }).union([.apiUse])
    }

    private static func seconds(_ body: JSONValue, _ errors: inout FormErrors) -> Int64? {
        guard let value = body["expiresInSeconds"] else { return nil }
        guard let seconds = value.integer, (60...31_536_000).contains(seconds) else {
            errors.add("expiresInSeconds", "out_of_range") { $0.request.numberWrong }
            return nil
        }
        return seconds
    }

    private static func text(
        _ body: JSONValue,
        _ name: String,
        isRequired: Bool,
        _ errors: inout FormErrors
    ) -> String? {
        guard let value = body[name] else {
            if isRequired { errors.add(name, "required") { $0.request.fieldRequired } }
            return nil
        }
        guard let text = value.string else {
            errors.add(name, "wrong_type") { $0.request.wrongType }
            return nil
        }
        if text.isEmpty, isRequired { errors.add(name, "required") { $0.request.fieldRequired } }
        return text
    }
}
