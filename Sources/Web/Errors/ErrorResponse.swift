import Access
import HTTPTypes
import JSON
import Synchronization
import Localization
import Markup

extension RequestCore {
    /// The answer to a request that failed: a redirect, a page or problem+json, by the kind of route.
    func response(to error: WebError, caller: Caller) -> WebResponse {
        var response = wantsPage ? page(error, caller) : problem(error)
        if let seconds = error.retryAfter { response.headers[.retryAfter] = String(seconds) }
        if let allow = error.allow { response.headers[.allow] = allow }
        return response
    }

    private func page(_ error: WebError, _ caller: Caller) -> WebResponse {
        let texts = texts
        switch error.kind {
        case .unauthorized where isSafe:
            if case .pending = caller { return .seeOther("/sign-in/code") }
            return .seeOther(path == "/" ? "/sign-in" : withNext("/sign-in"))
        case .stepUpNeeded: return .seeOther(isSafe ? withNext("/account/confirm") : "/account/confirm")
        case .passwordChangeNeeded: return .seeOther("/account/password")
        default: break
        }
        let words = ErrorWords(error, texts)
        let page = ErrorPage(
            status: error.status,
            title: words.title,
            explanation: words.explanation,
            problems: error.fields.problems.map { $0.message(texts) },
            requestID: requestID,
            path: isSafe ? (rawQuery.isEmpty ? path : path + "?" + rawQuery) : "/",
            token: caller.csrfToken ?? anonymousFormToken(),
            offersSignIn: error.kind == .unauthorized,
            resend: resend(error, caller)
        )
        return .html(site.errorPages.render(page, texts, caller.principal), status: error.status)
    }

    private var isSafe: Bool { head.method == .get || head.method == .head }

    private func withNext(_ address: URLAttribute) -> URLAttribute {
        address.adding(query: "next", LocalPath(rawQuery.isEmpty ? path : path + "?" + rawQuery)?.text)
    }

    /// Nothing typed is lost to an ended session: the refused form comes back with the page, to be sent again.
    private func resend(_ error: WebError, _ caller: Caller) -> ErrorPage.Resend? {
        guard error.kind == .unauthorized || error.kind == .forgedForm, head.method == .post, isSameOrigin,
            let form = progress.withLock({ $0.form }), let action = LocalPath(path)
        else { return nil }
        let secrets = ["password", "code", "secret", FormData.tokenField]
        let fields = form.fields.filter { field in !secrets.contains { field.name.contains($0) } }
        return ErrorPage.Resend(action: action, fields: fields, token: caller.csrfToken)
    }

    /// RFC 9457.
    private func problem(_ error: WebError) -> WebResponse {
        let texts = texts
        let words = ErrorWords(error, texts)
        var writer = JSONWriter()
        writer.object { object in
            object.member("type", "urn:tirek:problem:" + error.code)
            object.member("title", words.title)
            object.member("status", error.status.code)
            object.member("detail", words.explanation)
            object.member("code", error.code)
            object.member("requestId", requestID)
            if !error.fields.isEmpty {
                object.array("errors") { array in
                    for problem in error.fields.problems {
                        array.object { entry in
                            entry.member("field", problem.field)
                            entry.member("code", problem.code)
                            entry.member("message", problem.message(texts))
                        }
                    }
                }
            }
        }
        var response = WebResponse.bytes(writer.bytes, type: "application/problem+json", status: error.status)
        if error.kind == .unauthorized { response.headers[.wwwAuthenticate] = "Bearer realm=\"tirek\"" }
        return response
    }
}
