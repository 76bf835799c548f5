public import Access
public import Localization

/// A request from anybody, signed in or not.
public struct PublicRequest: IncomingRequest {
    public let core: RequestCore
    public let texts: Texts
    public let signedIn: Principal?

    init(_ core: RequestCore, signedIn: Principal?) {
        self.core = core
        self.signedIn = signedIn
        texts = core.texts
    }

    /// The session's token; without a session one bound to a cookie that the answer sets.
    public var csrfToken: String {
        signedIn?.csrfToken ?? core.anonymousFormToken()
    }
}
