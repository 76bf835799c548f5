import Domain
import Localization
import Web

/// The body of `POST /api/v1/sessions`.
struct APICredentials {
    let email: String
    let password: String
    /// Of the second factor.
    let code: String?

    /// - Throws: a 400 for anything but an object, a 422 naming members that are missing, unknown or no text.
    init(_ body: JSONValue) throws(WebError) {
        guard body.members != nil else { throw .badRequest(.json) }
        var errors = FormErrors()
        for name in body.unknownMembers(besides: ["email", "password", "otp"]) {
            errors.add(name, "unknown_member") { $0.request.unknownMember }
        }
        email = Self.text(body, "email", isRequired: true, &errors) ?? ""
        password = Self.text(body, "password", isRequired: true, &errors) ?? ""
        code = Self.text(body, "otp", isRequired: false, &errors)
        guard errors.isEmpty else { throw .unprocessable(errors) }
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
