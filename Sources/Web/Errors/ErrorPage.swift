public import Access
public import HTTPTypes
public import Localization
public import Markup

/// What an error page says, in the user's language, ready to be laid out.
public struct ErrorPage: Sendable {
    /// A form that can be sent once more, when the page's form was refused for a reason that has passed.
    public struct Resend: Sendable {
        public let action: LocalPath
        /// Everything that was typed, but for passwords and codes.
        public let fields: [FormData.Field]
        /// The form token to send with it; `nil` while nobody is signed in.
        public let token: String?
    }

    public let status: HTTPResponse.Status
    /// What happened, in a few words.
    public let title: String
    /// What it means and what to do now.
    public let explanation: String
    /// What is wrong field by field; mostly empty.
    public let problems: [String]
    /// What to name when asking for help.
    public let requestID: String
    /// Where the language menu leads back to: the page that failed, or the start after a form.
    public let path: String
    /// The form token of whoever asks, for the language menu.
    public let token: String
    /// Whether signing in would help.
    public let offersSignIn: Bool
    public let resend: Resend?
}

/// Lays out error pages. The page shell gives its own; without one ``plain`` serves.
public struct ErrorPageRenderer: Sendable {
    public var render: @Sendable (ErrorPage, Texts, Principal?) -> HTML

    public init(render: @escaping @Sendable (ErrorPage, Texts, Principal?) -> HTML) {
        self.render = render
    }

    /// A page without shell and style.
    public static let plain = ErrorPageRenderer { page, texts, _ in
        HTML.document(
            language: texts.language,
            direction: .leftToRight,
            title: page.title,
            body: "<main>\(content(page, texts))</main>"
        )
    }

    /// The main part of the page: heading, explanation, what to do, request id.
    public static func content(_ page: ErrorPage, _ texts: Texts) -> HTML {
        let problems: HTML = page.problems.isEmpty ? "" : "<ul>\(HTML.each(page.problems) { "<li>\($0)</li>" })</ul>"
        let signIn: HTML =
            page.offersSignIn
            ? "<p><a href=\"/sign-in\"\(attribute: "target", page.resend == nil ? nil : "_blank")>\(texts.error.signIn)</a></p>"
            : ""
        return """
            <h1>\(page.title)</h1>
            <p>\(page.explanation)</p>
            \(problems)\(signIn)\(page.resend.map { resendForm($0, texts) })
            <p><a href="/">\(texts.error.toStart)</a></p>
            <p><small>\(texts.error.requestNumber) <code>\(page.requestID)</code></small></p>
            """
    }

    private static func resendForm(_ resend: ErrorPage.Resend, _ texts: Texts) -> HTML {
        let fields = HTML.each(resend.fields) { field in
            "<input type=\"hidden\" name=\"\(field.name)\"\(attribute: "value", field.value)/>"
        }
        let token: HTML = resend.token.map { "<input type=\"hidden\" name=\"_token\" value=\"\($0)\"/>" } ?? ""
        return """
            <form method="post" action="\(url: resend.action.url)">\(fields)\(token)
            <p>\(texts.error.resendExplanation)</p>
            <p><button type="submit" class="button primary">\(texts.error.resend)</button></p>
            </form>
            """
    }
}
