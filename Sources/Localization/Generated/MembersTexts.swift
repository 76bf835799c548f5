// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `members`.
public struct MembersTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 573 + offset) }

    /// Staff and roles
    public var title: String { texts.text(Self.key(0)) }

    /// Members of the organisation
    public var caption: String { texts.text(Self.key(1)) }

    /// Name
    public var name: String { texts.text(Self.key(2)) }

    /// E-mail
    public var email: String { texts.text(Self.key(3)) }

    /// Role
    public var role: String { texts.text(Self.key(4)) }

    /// Duty name
    public var dutyName: String { texts.text(Self.key(5)) }

    /// What the people you help see in place of the name.
    public var dutyHint: String { texts.text(Self.key(6)) }

    /// State
    public var state: String { texts.text(Self.key(7)) }

    /// active
    public var stateActive: String { texts.text(Self.key(8)) }

    /// invited
    public var stateInvited: String { texts.text(Self.key(9)) }

    /// barred
    public var stateDisabled: String { texts.text(Self.key(10)) }

    /// Second step
    public var second: String { texts.text(Self.key(11)) }

    /// Invite a colleague
    public var invite: String { texts.text(Self.key(12)) }

    /// Invite a colleague
    public var inviteTitle: String { texts.text(Self.key(13)) }

    /// Invite
    public var inviteButton: String { texts.text(Self.key(14)) }

    /// Invited
    public var invitedTitle: String { texts.text(Self.key(15)) }

    /// Hand this address to {name} yourself. It works once, for seven days, and is shown only now.
    public func invitedBody(name: String) -> String {
        texts.text(Self.key(16), ["name": name])
    }

    /// This is not an e-mail address.
    public var emailInvalid: String { texts.text(Self.key(17)) }

    /// This person already works in your organisation.
    public var emailTaken: String { texts.text(Self.key(18)) }

    /// Write the colleague’s name.
    public var nameMissing: String { texts.text(Self.key(19)) }

    /// Choose a role.
    public var roleMissing: String { texts.text(Self.key(20)) }

    /// Change the role
    public var changeRole: String { texts.text(Self.key(21)) }

    /// The role is changed. It holds from the next click.
    public var roleChanged: String { texts.text(Self.key(22)) }

    /// Bar this colleague
    public var disable: String { texts.text(Self.key(23)) }

    /// Let in again
    public var enable: String { texts.text(Self.key(24)) }

    /// The account can’t act for your organisation any more.
    public var disabled: String { texts.text(Self.key(25)) }

    /// The account may act for your organisation again.
    public var enabled: String { texts.text(Self.key(26)) }

    /// New password address
    public var resetPassword: String { texts.text(Self.key(27)) }

    /// An organisation needs at least one manager.
    public var lastManager: String { texts.text(Self.key(28)) }

    /// You can’t bar yourself or change your own role.
    public var notYourself: String { texts.text(Self.key(29)) }

    /// Hotline operator
    public var roleOperator: String { texts.text(Self.key(30)) }

    /// Caseworker
    public var roleCaseworker: String { texts.text(Self.key(31)) }

    /// Lawyer
    public var roleLawyer: String { texts.text(Self.key(32)) }

    /// Coordinator
    public var roleCoordinator: String { texts.text(Self.key(33)) }

    /// Manager
    public var roleManager: String { texts.text(Self.key(34)) }

    /// Auditor
    public var roleAuditor: String { texts.text(Self.key(35)) }

    /// Researcher
    public var roleResearcher: String { texts.text(Self.key(36)) }

    /// Administrator of the installation
    public var roleAdministrator: String { texts.text(Self.key(37)) }

    /// Write the duty name.
    public var dutyMissing: String { texts.text(Self.key(38)) }

    /// {name} has an account already and signs in with the present password.
    public func invitedKnown(name: String) -> String {
        texts.text(Self.key(39), ["name": name])
    }

    /// All sessions end at once. You get an address to hand over, with which a new password is chosen.
    public var resetBody: String { texts.text(Self.key(40)) }

    /// This colleague works for another organisation too. Those who run the installation make the new password address.
    public var sharedMember: String { texts.text(Self.key(41)) }

    /// End all sessions
    public var endSessions: String { texts.text(Self.key(42)) }

    /// Your colleague is signed out of your organisation on every device, and may sign in again.
    public var endSessionsBody: String { texts.text(Self.key(43)) }

    /// The sessions are ended.
    public var sessionsEnded: String { texts.text(Self.key(44)) }

    /// Your colleague is signed out at once and can’t act for your organisation until let in again.
    public var disableBody: String { texts.text(Self.key(45)) }

    /// Staff
    public var rail: String { texts.text(Self.key(46)) }
}
