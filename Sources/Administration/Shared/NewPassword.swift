import Access
import Localization
import Markup
import Web

/// A password being chosen: typed twice, judged by the rules, never shown again.
enum NewPassword {
    static let field = "new_password"
    static let repetition = "repeat_password"

    /// The password as typed; notes when the two differ.
    static func read(_ form: FormData, _ errors: inout FormErrors) -> String {
        let password = form[field]
        if !errors.require(form, field), password != form[repetition] {
            errors.add(repetition, "different") { $0.signIn.passwordsDiffer }
        }
        return password
    }

    /// The two fields.
    static func fields(_ errors: FormErrors, _ texts: Texts) -> HTML {
        let first = PasswordField(
            field,
            label: texts.signIn.newPassword,
            hint: texts.signIn.passwordHint,
            error: errors.message(for: field, texts),
            isNew: true
        ).html(texts)
        let second = PasswordField(
            repetition,
            label: texts.signIn.repeatPassword,
            error: errors.message(for: repetition, texts),
            isNew: true
        ).html(texts)
        return "\(first)\(second)"
    }
}

extension FormErrors {
    /// Notes why the new password isn't taken.
    mutating func add(_ problem: PasswordRules.Problem) {
        add(NewPassword.field, problem.rawValue) { texts in
            switch problem {
            case .tooShort: texts.signIn.passwordTooShort
            case .tooLong: texts.signIn.passwordTooLong
            case .unusable: texts.signIn.passwordUnusable
            case .common, .context: texts.signIn.passwordCommon
            }
        }
    }
}
