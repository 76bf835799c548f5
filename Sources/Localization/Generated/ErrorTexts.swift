// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `error`.
public struct ErrorTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 833 + offset) }

    /// To the start page
    public var toStart: String { texts.text(Self.key(0)) }

    /// Sign in
    public var signIn: String { texts.text(Self.key(1)) }

    /// Request number:
    public var requestNumber: String { texts.text(Self.key(2)) }

    /// Send again
    public var resend: String { texts.text(Self.key(3)) }

    /// What you typed is kept on this page. Sign in in another tab if you are signed out, then send it again. Passwords
    /// and codes have to be typed anew.
    public var resendExplanation: String { texts.text(Self.key(4)) }

    /// The request could not be understood
    public var badRequestTitle: String { texts.text(Self.key(5)) }

    /// Some text in the request is not valid UTF-8. Go back, type the text again and send it.
    public var badEncoding: String { texts.text(Self.key(6)) }

    /// The form has more fields than the program takes. Send it in parts.
    public var badTooManyFields: String { texts.text(Self.key(7)) }

    /// The form arrived damaged. Go back, reload the page and send it again.
    public var badForm: String { texts.text(Self.key(8)) }

    /// The body is not valid JSON, or has a name twice, or is nested too deeply. Correct it and send it again.
    public var badJson: String { texts.text(Self.key(9)) }

    /// The address is not valid. Check it or begin at the start page.
    public var badAddress: String { texts.text(Self.key(10)) }

    /// The request ended before all of it had arrived. Check the connection and send it again.
    public var badBody: String { texts.text(Self.key(11)) }

    /// A part of the address or a header of the request has a value that is not possible here. Begin at the start page.
    public var badParameter: String { texts.text(Self.key(12)) }

    /// You are signed out
    public var unauthorizedTitle: String { texts.text(Self.key(13)) }

    /// This page is for those who are signed in. Sign in and try again.
    public var unauthorizedExplanation: String { texts.text(Self.key(14)) }

    /// Please enter your password again
    public var stepUpTitle: String { texts.text(Self.key(15)) }

    /// This act needs your password again. Enter it and repeat the act.
    public var stepUpExplanation: String { texts.text(Self.key(16)) }

    /// Choose a new password first
    public var passwordChangeTitle: String { texts.text(Self.key(17)) }

    /// Your password was set by somebody else. Choose your own, then go on.
    public var passwordChangeExplanation: String { texts.text(Self.key(18)) }

    /// The form was not accepted
    public var forgedTitle: String { texts.text(Self.key(19)) }

    /// The form did not come from a current page of this site, perhaps because you have signed in anew since. Nothing
    /// was changed.
    public var forgedExplanation: String { texts.text(Self.key(20)) }

    /// There is no such page
    public var notFoundTitle: String { texts.text(Self.key(21)) }

    /// The address is wrong, or what was here is gone, or it is not open to you.
    public var notFoundExplanation: String { texts.text(Self.key(22)) }

    /// This cannot be done here
    public var methodTitle: String { texts.text(Self.key(23)) }

    /// The address exists, but not for this kind of request. Begin at the start page.
    public var methodExplanation: String { texts.text(Self.key(24)) }

    /// The request came too slowly
    public var slowTitle: String { texts.text(Self.key(25)) }

    /// The connection is too slow for what was sent. Try again with a better one, or send less at once.
    public var slowExplanation: String { texts.text(Self.key(26)) }

    /// This is in conflict with what is there
    public var conflictTitle: String { texts.text(Self.key(27)) }

    /// Somebody has changed it meanwhile, or it is there already. Open it again and look.
    public var conflictExplanation: String { texts.text(Self.key(28)) }

    /// It has been changed meanwhile
    public var changedTitle: String { texts.text(Self.key(29)) }

    /// Somebody else has saved a change since you opened it. Open it again, then make your change.
    public var changedExplanation: String { texts.text(Self.key(30)) }

    /// The version is missing
    public var versionTitle: String { texts.text(Self.key(31)) }

    /// Send the ETag of the record in If-Match with every change.
    public var versionExplanation: String { texts.text(Self.key(32)) }

    /// That is too much at once
    public var tooLargeTitle: String { texts.text(Self.key(33)) }

    /// What was sent is larger than the program takes. Send less.
    public var tooLargeExplanation: String { texts.text(Self.key(34)) }

    /// What was sent is larger than the {limit} that are possible here. Send less.
    public func tooLargeWithLimit(limit: String) -> String {
        texts.text(Self.key(35), ["limit": limit])
    }

    /// {size} MiB
    public func mebibytes(size: String) -> String {
        texts.text(Self.key(36), ["size": size])
    }

    /// {size} KiB
    public func kibibytes(size: String) -> String {
        texts.text(Self.key(37), ["size": size])
    }

    /// This kind of data is not taken here
    public var mediaTypeTitle: String { texts.text(Self.key(38)) }

    /// Pages take forms, the interface takes application/json. Send it in that form.
    public var mediaTypeExplanation: String { texts.text(Self.key(39)) }

    /// Something has to be corrected
    public var unprocessableTitle: String { texts.text(Self.key(40)) }

    /// Some of what was sent cannot be taken as it is. Correct it and send it again.
    public var unprocessableExplanation: String { texts.text(Self.key(41)) }

    /// Too many requests
    public var tooManyTitle: String { texts.text(Self.key(42)) }

    /// There were too many requests from your connection in a short time. Wait a little and try again.
    public var tooManyExplanation: String { texts.text(Self.key(43)) }

    /// Not possible at the moment
    public var unavailableTitle: String { texts.text(Self.key(44)) }

    /// The program is busy or cannot save just now. Nothing was changed. Try again in a few seconds.
    public var unavailableExplanation: String { texts.text(Self.key(45)) }

    /// Something went wrong on our side
    public var internalTitle: String { texts.text(Self.key(46)) }

    /// The request was noted. If it happens again, tell your administrator the request number.
    public var internalExplanation: String { texts.text(Self.key(47)) }
}
