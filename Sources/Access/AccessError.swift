/// Why a call of Access could not do what was asked. Each is the caller's to explain; none carries a name or address.
public enum AccessError: Error, Sendable, Hashable {
    /// Another organisation has the code.
    case codeTaken
    /// The code isn't 2 to 40 lower-case letters, digits and inner hyphens.
    case invalidCode
    /// The time zone isn't one of the IANA database.
    case unknownTimeZone
    /// A name is empty, too long or holds control characters.
    case invalidName
    /// An account with this address exists.
    case emailTaken
    /// There is no such organisation, or it is closed.
    case noSuchOrganization
    /// There is no such account, or it was erased.
    case noSuchAccount
    /// The user isn't a member of the organisation.
    case notAMember
    /// The user is a member of the organisation already.
    case alreadyAMember
    /// The role belongs to the installation alone, or to organisations alone.
    case roleNotOfOrganization
    /// An organisation, and the installation, keeps at least one who can let others in.
    case lastManager
}
