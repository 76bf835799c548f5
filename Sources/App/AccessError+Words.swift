import Access

extension AccessError {
    /// The error in words for whoever runs a command.
    var words: String {
        switch self {
        case .codeTaken: "Another organisation has this code."
        case .invalidCode: "A code has 2 to 40 lower-case Latin letters, digits and hyphens inside."
        case .unknownTimeZone: "There is no such time zone; an example is Asia/Bishkek."
        case .invalidName: "The name is empty or too long."
        case .emailTaken: "Another account has this e-mail address."
        case .noSuchOrganization: "There is no such organisation."
        case .noSuchAccount: "There is no such account."
        case .notAMember: "The account doesn't work for this organisation."
        case .alreadyAMember: "The account works for this organisation already."
        case .roleNotOfOrganization: "This role isn't one that the organisation can have."
        case .lastManager: "An organisation needs at least one manager."
        }
    }
}
