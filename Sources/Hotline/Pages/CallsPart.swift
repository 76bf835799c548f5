import Domain
import Localization
import Markup
import Web

/// The calls that the exchange announces; refreshed by itself when something changes.
struct CallsPart {
    let calls: [IncomingCall]
    let token: String
    let now: Instant
    let zone: String

    func html(_ texts: Texts) -> HTML {
        let shown = calls.filter { $0.takenBy == nil && ($0.state == .ringing || isRecent($0)) }
        let lines = HTML.each(shown) { line($0, texts) }
        return "<div id=\"calls\" data-live=\"\" aria-live=\"polite\">\(shown.isEmpty ? "" : lines)</div>"
    }

    /// A call that rang or was answered minutes ago is still somebody's to take.
    private func isRecent(_ call: IncomingCall) -> Bool {
        call.announcedAt.advanced(bySeconds: call.state == .ended ? 600 : 1800) > now
    }

    private func line(_ call: IncomingCall, _ texts: Texts) -> HTML {
        let number: HTML =
            call.from.isEmpty ? "\(texts.hotline.numberWithheld)" : "<bdi dir=\"ltr\">\(call.from)</bdi>"
        let mark: HTML? = call.isMarked ? Badge(texts.hotline.numberMarkedShort, .due).html : nil
        let take = Form(
            HotlineURL.takeCall(call.id).url,
            token: token,
            kind: "plain",
            content: Button(texts.hotline.takeCall, style: .primary, icon: .phone).html
        ).html(texts)
        let isMissed = call.state == .ended
        return """
            <div class="notice \(call.state == .ringing ? "warning" : "info") call" data-call="\(call.id.text)">\(Icon.phone.html)<div>\
            <strong>\(isMissed ? texts.hotline.callMissed : call.state.title(texts))</strong> · \(number) \(mark) \
            <span class="muted">\(RelativeTime(call.announcedAt, now: now, zone: zone).html(texts))</span></div>\(take)</div>
            """
    }
}
