// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `shell`.
public struct ShellTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 72 + offset) }

    /// Main menu
    public var navigation: String { texts.text(Self.key(0)) }

    /// Name, phone or document
    public var searchHint: String { texts.text(Self.key(1)) }

    /// Found
    public var searchResults: String { texts.text(Self.key(2)) }

    /// Account
    public var account: String { texts.text(Self.key(3)) }

    /// My account
    public var myAccount: String { texts.text(Self.key(4)) }

    /// Lock now
    public var lockNow: String { texts.text(Self.key(5)) }

    /// Sign out
    public var signOut: String { texts.text(Self.key(6)) }

    /// not reviewed
    public var notReviewed: String { texts.text(Self.key(7)) }

    /// Demonstration: nobody here is real. Do not enter data about real people.
    public var demonstration: String { texts.text(Self.key(8)) }

    /// Keyboard shortcuts
    public var keys: String { texts.text(Self.key(9)) }

    /// Make new
    public var keyNew: String { texts.text(Self.key(10)) }

    /// Show the keys
    public var keyKeys: String { texts.text(Self.key(11)) }

    /// The connection is lost. What you typed is still here and can be sent when the connection is back.
    public var lineLost: String { texts.text(Self.key(12)) }

    /// Your session has ended. What you typed is still here: sign in in another window, then come back.
    public var sessionEnded: String { texts.text(Self.key(13)) }

    /// Sign in
    public var signIn: String { texts.text(Self.key(14)) }

    /// Error: {title}
    public func errorTitle(title: String) -> String {
        texts.text(Self.key(15), ["title": title])
    }

    /// Practice organisation: nothing here is real or counted
    public var practice: String { texts.text(Self.key(16)) }
}
