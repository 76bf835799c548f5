// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `account`.
public struct AccountTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 532 + offset) }

    /// My account
    public var title: String { texts.text(Self.key(0)) }

    /// Password
    public var passwordTitle: String { texts.text(Self.key(1)) }

    /// Present password
    public var currentPassword: String { texts.text(Self.key(2)) }

    /// The present password is wrong.
    public var passwordWrong: String { texts.text(Self.key(3)) }

    /// The password is changed. Your other sessions are ended.
    public var passwordChanged: String { texts.text(Self.key(4)) }

    /// Change the password
    public var changePassword: String { texts.text(Self.key(5)) }

    /// Second step when signing in
    public var secondTitle: String { texts.text(Self.key(6)) }

    /// A code from your phone is asked for.
    public var secondOn: String { texts.text(Self.key(7)) }

    /// Only the password is asked for. A second step protects the people in your records when a password is stolen.
    public var secondOff: String { texts.text(Self.key(8)) }

    /// Set up
    public var secondSetUp: String { texts.text(Self.key(9)) }

    /// Switch off
    public var secondRemove: String { texts.text(Self.key(10)) }

    /// Type this key into your authenticator app
    public var secondSecret: String { texts.text(Self.key(11)) }

    /// Then type the code it shows
    public var secondConfirm: String { texts.text(Self.key(12)) }

    /// The second step is on.
    public var secondEnabled: String { texts.text(Self.key(13)) }

    /// The second step is off.
    public var secondDisabled: String { texts.text(Self.key(14)) }

    /// Recovery codes
    public var recoveryTitle: String { texts.text(Self.key(15)) }

    /// Each works once, in place of the phone. They are shown only now: print or copy them.
    public var recoveryBody: String { texts.text(Self.key(16)) }

    /// {count} recovery codes left.
    public func recoveryLeft(count: Int) -> String {
        texts.plural(Self.key(17), count)
    }

    /// Make new recovery codes
    public var recoveryNew: String { texts.text(Self.key(18)) }

    /// Where you are signed in
    public var sessionsTitle: String { texts.text(Self.key(19)) }

    /// this one
    public var sessionThis: String { texts.text(Self.key(20)) }

    /// Since
    public var sessionStarted: String { texts.text(Self.key(21)) }

    /// Last used
    public var sessionSeen: String { texts.text(Self.key(22)) }

    /// What
    public var sessionKind: String { texts.text(Self.key(23)) }

    /// Browser
    public var kindDesk: String { texts.text(Self.key(24)) }

    /// Program
    public var kindApi: String { texts.text(Self.key(25)) }

    /// End
    public var sessionEnd: String { texts.text(Self.key(26)) }

    /// The session is ended.
    public var sessionEnded: String { texts.text(Self.key(27)) }

    /// Lock now
    public var lockTitle: String { texts.text(Self.key(28)) }

    /// Ends all your sessions at once, on every device.
    public var lockBody: String { texts.text(Self.key(29)) }

    /// Language
    public var languageTitle: String { texts.text(Self.key(30)) }

    /// Tirek now speaks this language with you.
    public var languageSaved: String { texts.text(Self.key(31)) }

    /// Enter your password again
    public var confirmTitle: String { texts.text(Self.key(32)) }

    /// This step is important: Tirek makes sure that it is you.
    public var confirmLead: String { texts.text(Self.key(33)) }

    /// Go on
    public var confirmButton: String { texts.text(Self.key(34)) }

    /// You need an authenticator app on your phone. From then on its code is asked for when you sign in.
    public var secondLead: String { texts.text(Self.key(35)) }

    /// Ten new codes are made. The old ones stop working at once.
    public var recoveryReplace: String { texts.text(Self.key(36)) }

    /// End all others
    public var sessionsEndOthers: String { texts.text(Self.key(37)) }

    /// The password or the code is wrong.
    public var confirmRefused: String { texts.text(Self.key(38)) }

    /// Choose another password than the present one.
    public var passwordSame: String { texts.text(Self.key(39)) }

    /// Account
    public var rail: String { texts.text(Self.key(40)) }
}
