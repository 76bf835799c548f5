// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `settings`.
public struct SettingsTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 781 + offset) }

    /// Installation
    public var title: String { texts.text(Self.key(0)) }

    /// Name of the network
    public var networkName: String { texts.text(Self.key(1)) }

    /// Language for those who have not chosen
    public var defaultLanguage: String { texts.text(Self.key(2)) }

    /// Ask every member of staff for a second step
    public var secondRequired: String { texts.text(Self.key(3)) }

    /// The settings are saved.
    public var saved: String { texts.text(Self.key(4)) }

    /// Organisations
    public var organizations: String { texts.text(Self.key(5)) }

    /// Code
    public var organizationCode: String { texts.text(Self.key(6)) }

    /// Name
    public var organizationName: String { texts.text(Self.key(7)) }

    /// Time zone
    public var organizationZone: String { texts.text(Self.key(8)) }

    /// Kind
    public var organizationKind: String { texts.text(Self.key(9)) }

    /// Add an organisation
    public var organizationAdd: String { texts.text(Self.key(10)) }

    /// Use 2 to 40 Latin letters, digits and hyphens.
    public var organizationCodeWrong: String { texts.text(Self.key(11)) }

    /// Another organisation has this code.
    public var organizationCodeTaken: String { texts.text(Self.key(12)) }

    /// Write the organisation’s name.
    public var organizationNameMissing: String { texts.text(Self.key(13)) }

    /// This time zone is not known. An example: Asia/Bishkek.
    public var organizationZoneWrong: String { texts.text(Self.key(14)) }

    /// The organisation is added. Invite its manager next.
    public var organizationAdded: String { texts.text(Self.key(15)) }

    /// Write a name of at most 100 characters.
    public var networkNameWrong: String { texts.text(Self.key(16)) }

    /// Invite its manager
    public var managerInvite: String { texts.text(Self.key(17)) }

    /// Civil-society organisation
    public var kindAssociation: String { texts.text(Self.key(18)) }

    /// Shelter
    public var kindShelter: String { texts.text(Self.key(19)) }

    /// Law office
    public var kindLegal: String { texts.text(Self.key(20)) }

    /// Consulate
    public var kindConsulate: String { texts.text(Self.key(21)) }

    /// Clinic
    public var kindHealth: String { texts.text(Self.key(22)) }

    /// Trade union
    public var kindUnion: String { texts.text(Self.key(23)) }

    /// Other
    public var kindOther: String { texts.text(Self.key(24)) }

    /// Working language
    public var organizationLanguage: String { texts.text(Self.key(25)) }

    /// Diaspora association
    public var kindDiaspora: String { texts.text(Self.key(26)) }

    /// State authority
    public var kindGovernment: String { texts.text(Self.key(27)) }

    /// International organisation
    public var kindInternational: String { texts.text(Self.key(28)) }

    /// Research group
    public var kindResearch: String { texts.text(Self.key(29)) }

    /// Labour exchange
    public var kindEmployment: String { texts.text(Self.key(30)) }

    /// Standing
    public var marks: String { texts.text(Self.key(31)) }

    /// Standing in the network
    public var admission: String { texts.text(Self.key(32)) }

    /// Admitted: offered to colleagues
    public var admitted: String { texts.text(Self.key(33)) }

    /// Not assessed yet: offered to nobody
    public var admissionPending: String { texts.text(Self.key(34)) }

    /// Suspended: offered to nobody for now
    public var admissionSuspended: String { texts.text(Self.key(35)) }

    /// Belongs to a state
    public var isState: String { texts.text(Self.key(36)) }

    /// Data go there only with an authority of its own, read aloud. Consulates and state authorities always have this
    /// mark.
    public var isStateHint: String { texts.text(Self.key(37)) }

    /// For training only
    public var isPractice: String { texts.text(Self.key(38)) }

    /// Its work enters no figure, nothing goes to it and nothing comes from it. Its pages have a coloured frame.
    public var isPracticeHint: String { texts.text(Self.key(39)) }
}
