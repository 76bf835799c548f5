public import Journal

extension LeafKind {
    /// A link was made with which the account's holder chooses a password.
    public static let passwordLinkMade = LeafKind(rawValue: "account.password_link_made")
    /// A session began to act for another organisation of its user.
    public static let sessionSwitched = LeafKind(rawValue: "session.switched")
}
