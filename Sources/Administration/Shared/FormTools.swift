import Access
import Domain
import HTTPTypes
import Localization
import Markup
import Web

extension FormErrors {
    /// All errors in one list above the form.
    func summary(_ texts: Texts) -> HTML {
        ErrorSummary(problems.map { ErrorSummary.Item(field: $0.field, message: $0.message(texts)) }).html(texts)
    }

    /// Notes that a field was left empty; `true` when it was.
    mutating func require(_ form: FormData, _ field: String) -> Bool {
        guard form[field].isEmpty else { return false }
        add(field, "required") { $0.request.fieldRequired }
        return true
    }

    /// Notes that no further try is looked at before an instant.
    mutating func addThrottling(_ field: String, until: Instant, now: Instant) {
        let minutes = Waiting.minutes(until: until, now: now)
        add(field, "throttled") { $0.signIn.throttled(minutes: $0.formats.number(minutes)) }
    }
}

/// How long somebody who guessed too often has to wait.
enum Waiting {
    /// Whole seconds, at least one.
    static func seconds(until: Instant, now: Instant) -> Int {
        max(1, Int((until.milliseconds - now.milliseconds + 999) / 1000))
    }

    /// Whole minutes, at least one.
    static func minutes(until: Instant, now: Instant) -> Int {
        (seconds(until: until, now: now) + 59) / 60
    }
}

extension WebResponse {
    /// The same page as an answer to somebody who has to wait.
    func throttled(until: Instant, now: Instant) -> WebResponse {
        var response = adding(.retryAfter, String(Waiting.seconds(until: until, now: now)))
        response.status = .tooManyRequests
        return response
    }
}

extension IncomingRequest {
    /// Hands the session's secret to the browser.
    func begin(_ session: IssuedSession) {
        setCookie(site.cookies.session(session.token.text))
    }

    /// Takes the session's secret out of the browser.
    func endSession() {
        setCookie(site.cookies.endedSession)
    }
}

/// Where to go on afterwards, carried through a form as a hidden field.
enum NextPath {
    /// Checks what came from outside; pages of the sign-in itself lead nowhere.
    static func read(_ text: String) -> LocalPath? {
        guard let path = LocalPath(text), !path.text.hasPrefix("/sign-in") else { return nil }
        return path
    }

    static func field(_ next: LocalPath?) -> HTML {
        next.map { "<input type=\"hidden\" name=\"next\" value=\"\($0.text)\"/>" } ?? ""
    }
}
