public import Domain

/// What came of a sign-in. Pages word `refused` and `throttled` alike, so that they tell nothing about an address.
public enum SignInResult: Sendable {
    /// Signed in. The memberships are those that the session can be switched to; its own is among them.
    case signedIn(IssuedSession, memberships: [Membership])
    /// The password was right; a code is still to come. A desk gets a pending session for it, an API call comes again
    /// with the code.
    case needsSecondFactor(IssuedSession?)
    /// The password was right; the network wants a second factor that must be set up first, at a desk.
    case needsEnrolment(IssuedSession?)
    case refused
    /// Too many wrong attempts; none is looked at before this instant.
    case throttled(until: Instant)
}

/// What came of entering the code of a sign-in, or of setting up the second factor in the midst of one.
public enum SecondStepResult: Sendable {
    case signedIn(IssuedSession, memberships: [Membership])
    /// Wrong; may be tried again.
    case wrongCode
    /// The pending session is over; sign-in starts again.
    case ended
    case throttled(until: Instant)
}

/// What came of entering the password again.
public enum StepUpResult: Sendable {
    /// Done; the session has a new token.
    case done(IssuedSession)
    /// Password or code were wrong.
    case refused
    case throttled(until: Instant)
}

/// What came of choosing a password.
public enum PasswordChangeResult: Sendable {
    /// Done; all other sessions ended, and this one (if there is one) has a new token.
    case done(IssuedSession?)
    /// The present password was wrong.
    case wrongPassword
    /// The new one isn't taken.
    case problem(PasswordRules.Problem)
    /// The link is void, used or too old.
    case noTicket
    case throttled(until: Instant)
}
