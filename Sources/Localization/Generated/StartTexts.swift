// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `start`.
public struct StartTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 740 + offset) }

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

    /// {count} people are visible to you.
    public func peopleLead(count: Int) -> String {
        texts.plural(Self.key(3), count)
    }

    /// Open the list of people
    public var peopleAction: String { texts.text(Self.key(4)) }

    /// Add a person
    public var addAction: String { texts.text(Self.key(5)) }

    /// {count} colleagues work here.
    public func membersLead(count: Int) -> String {
        texts.plural(Self.key(6), count)
    }

    /// Open staff and roles
    public var membersAction: String { texts.text(Self.key(7)) }

    /// The journal shows who did what.
    public var journalLead: String { texts.text(Self.key(8)) }

    /// Open the journal
    public var journalAction: String { texts.text(Self.key(9)) }

    /// You look after the installation; the people in it stay closed to you.
    public var settingsLead: String { texts.text(Self.key(10)) }

    /// Open the settings
    public var settingsAction: String { texts.text(Self.key(11)) }

    /// Records of people stay closed to researchers.
    public var researchLead: String { texts.text(Self.key(12)) }

    /// Only a password protects your account.
    public var secondLead: String { texts.text(Self.key(13)) }

    /// Add a second step
    public var secondAction: String { texts.text(Self.key(14)) }
}
