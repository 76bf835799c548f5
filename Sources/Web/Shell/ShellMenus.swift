import Localization
import Markup

/// The menus of the top bar; each opens without a script.
struct ShellMenus {
    let texts: Texts
    let addresses: ShellAddresses
    /// `nil` where nobody is signed in.
    let csrfToken: String?
    let currentPath: String

    /// Every language in its own name; a choice comes back to this page.
    func language(_ languages: [LanguageChoice]) -> HTML {
        guard languages.count > 1 else { return "" }
        let buttons = HTML.each(languages) { choice in
            let note: HTML = choice.isReviewed ? "" : " <span class=\"muted\">\(texts.shell.notReviewed)</span>"
            return """
                <li><button type="submit" name="language" value="\(choice.code)" lang="\(choice.code)"\
                \(attribute: "aria-current", choice.code == texts.language ? "true" : nil)>\
                \(texts.formats.ownLanguageName(choice.code))</button>\
                \(note)</li>
                """
        }
        return """
            <details class="menu"><summary>\(Icon.language.html)<span class="sr">\(texts.common.language): </span>\
            <span>\(texts.language)</span>\(Icon.chevron.html)</summary>\
            <form method="post" action="\(url: addresses.language)">\(csrfToken.map { Form.tokenField($0) })\
            <input type="hidden" name="return" value="\(currentPath)"/><ul>\(buttons)</ul></form></details>
            """
    }

    /// One's own account, locking and leaving.
    func account(_ user: SignedInUser) -> HTML {
        """
        <details class="menu"><summary><span class="sr">\(texts.shell.account): \(user.name)</span>\
        <span class="initials" aria-hidden="true">\(user.initials)</span>\(Icon.chevron.html)</summary><div>\
        <p><bdi class="strong">\(user.name)</bdi><br/><bdi class="muted">\(user.organization)</bdi></p>\
        <ul><li><a href="\(url: addresses.account)">\(Icon.person.html) \(texts.shell.myAccount)</a></li>\
        <li>\(button(addresses.lock, .lock, texts.shell.lockNow))</li>\
        <li>\(button(addresses.signOut, .signOut, texts.shell.signOut))</li></ul></div></details>
        """
    }

    private func button(_ action: URLAttribute, _ icon: Icon, _ label: String) -> HTML {
        """
        <form method="post" action="\(url: action)">\(csrfToken.map { Form.tokenField($0) })\
        <button type="submit">\(icon.html) \(label)</button></form>
        """
    }
}
