import Localization
import Markup

/// What every page has, whichever its frame.
struct ShellDocument {
    let texts: Texts
    let assets: ShellAssets
    let addresses: ShellAddresses
    let isDemonstration: Bool
    /// Whether the page belongs to an organisation that is for training only.
    var isPractice = false

    /// The document round a frame's pieces.
    func html(title: String, head: HTML, body: [HTML]) -> HTML {
        .document(
            language: texts.language,
            direction: Self.direction(texts.language),
            title: "\(title) – Tirek",
            head: """
                <meta name="color-scheme" content="light dark"/><meta name="robots" content="noindex"/>\
                <link rel="stylesheet" href="\(url: assets.stylesheet)"/>\
                <link rel="icon" href="\(url: assets.icon)" type="image/svg+xml"/>\
                <script src="\(url: assets.script)" defer=""></script>\(head)
                """,
            body: ["<a class=\"skip\" href=\"#main\">\(texts.common.skipToContent)</a>\(strip)"] + body
        )
    }

    private var strip: HTML {
        if isPractice { return "<p class=\"demonstration practice\">\(texts.shell.practice)</p>" }
        return isDemonstration ? "<p class=\"demonstration\">\(texts.shell.demonstration)</p>" : ""
    }

    /// What the page's language needs to be said about: its translation, when nobody has reviewed it.
    var footer: HTML {
        texts.isReviewed ? "" : "<footer><p class=\"muted\">\(texts.common.notReviewed)</p></footer>"
    }

    /// What the script shows when the line drops or the session ends.
    var hiddenNotices: HTML {
        """
        <div class="float" role="alert"><div id="line-lost" class="notice warning" hidden="">\(Icon.warning.html)\
        <div>\(texts.shell.lineLost)</div></div><div id="session-ended" class="notice warning" hidden="">\
        \(Icon.lock.html)<div>\(texts.shell.sessionEnded) \
        <a href="\(url: addresses.signIn)" target="_blank" rel="noopener">\(texts.shell.signIn)</a></div></div></div>
        """
    }

    /// The direction of a language's usual script.
    static func direction(_ language: String) -> HTML.Direction {
        switch language.prefix(while: { $0 != "-" }) {
        case "ar", "fa", "ur", "he", "ps", "ug": .rightToLeft
        default: .leftToRight
        }
    }
}
