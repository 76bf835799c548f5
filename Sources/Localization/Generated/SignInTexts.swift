// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `signIn`.
public struct SignInTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 501 + offset) }

    /// Sign in
    public var title: String { texts.text(Self.key(0)) }

    /// For the staff of the network’s organisations.
    public var lead: String { texts.text(Self.key(1)) }

    /// E-mail
    public var email: String { texts.text(Self.key(2)) }

    /// Password
    public var password: String { texts.text(Self.key(3)) }

    /// Sign in
    public var button: String { texts.text(Self.key(4)) }

    /// E-mail or password is wrong. Check both and try again.
    public var refused: String { texts.text(Self.key(5)) }

    /// Too many tries. Wait {minutes} min and try again.
    public func throttled(minutes: String) -> String {
        texts.text(Self.key(6), ["minutes": minutes])
    }

    /// Second step
    public var codeTitle: String { texts.text(Self.key(7)) }

    /// Six-digit code, or a recovery code
    public var code: String { texts.text(Self.key(8)) }

    /// From the app on your phone.
    public var codeHint: String { texts.text(Self.key(9)) }

    /// This code doesn’t fit. Codes change every 30 seconds and work once.
    public var codeRefused: String { texts.text(Self.key(10)) }

    /// For which organisation?
    public var organizationTitle: String { texts.text(Self.key(11)) }

    /// Continue
    public var `continue`: String { texts.text(Self.key(12)) }

    /// Choose your password
    public var invitationTitle: String { texts.text(Self.key(13)) }

    /// Welcome, {name}. Nobody else will know this password.
    public func invitationLead(name: String) -> String {
        texts.text(Self.key(14), ["name": name])
    }

    /// This address has expired or was used. Ask your manager for a new one.
    public var invitationExpired: String { texts.text(Self.key(15)) }

    /// New password
    public var newPassword: String { texts.text(Self.key(16)) }

    /// The same again
    public var repeatPassword: String { texts.text(Self.key(17)) }

    /// At least 15 characters. Several words are best.
    public var passwordHint: String { texts.text(Self.key(18)) }

    /// Too short: at least 15 characters.
    public var passwordTooShort: String { texts.text(Self.key(19)) }

    /// Too long: at most 256 characters.
    public var passwordTooLong: String { texts.text(Self.key(20)) }

    /// Too easy to guess. Choose words that nobody connects with you.
    public var passwordCommon: String { texts.text(Self.key(21)) }

    /// The two passwords differ.
    public var passwordsDiffer: String { texts.text(Self.key(22)) }

    /// Your password is set. Sign in with it.
    public var passwordSet: String { texts.text(Self.key(23)) }

    /// You are signed out.
    public var signedOut: String { texts.text(Self.key(24)) }

    /// All your sessions are ended.
    public var locked: String { texts.text(Self.key(25)) }

    /// That took too long, or the code was wrong too often. Sign in again.
    public var startAgain: String { texts.text(Self.key(26)) }

    /// Use only characters that a keyboard types.
    public var passwordUnusable: String { texts.text(Self.key(27)) }

    /// Your network asks everybody for a second step. You need an authenticator app on your phone.
    public var enrolLead: String { texts.text(Self.key(28)) }

    /// This account has a second step: send its six-digit code as “otp”.
    public var apiCodeNeeded: String { texts.text(Self.key(29)) }

    /// Set up the second step in the browser first.
    public var apiEnrolmentNeeded: String { texts.text(Self.key(30)) }
}
