// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `start`.
public struct StartTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 821 + offset) }

    /// Today
    public var title: String { texts.text(Self.key(0)) }

    /// Good to see you, {name}.
    public func hello(name: String) -> String {
        texts.text(Self.key(1), ["name": name])
    }

    /// You act for {organization} as: {role}.
    public func actFor(organization: String, role: String) -> String {
        texts.text(Self.key(2), ["organization": organization, "role": role])
    }

    /// {count} colleagues work here.
    public func membersLead(count: Int) -> String {
        texts.plural(Self.key(3), count)
    }

    /// Open staff and roles
    public var membersAction: String { texts.text(Self.key(4)) }

    /// The journal shows who did what.
    public var journalLead: String { texts.text(Self.key(5)) }

    /// Open the journal
    public var journalAction: String { texts.text(Self.key(6)) }

    /// You look after the installation; the people in it stay closed to you.
    public var settingsLead: String { texts.text(Self.key(7)) }

    /// Open the settings
    public var settingsAction: String { texts.text(Self.key(8)) }

    /// Records of people stay closed to researchers.
    public var researchLead: String { texts.text(Self.key(9)) }

    /// Only a password protects your account.
    public var secondLead: String { texts.text(Self.key(10)) }

    /// Add a second step
    public var secondAction: String { texts.text(Self.key(11)) }
}
