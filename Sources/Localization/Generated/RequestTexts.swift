// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `request`.
public struct RequestTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 881 + offset) }

    /// Please fill in this field.
    public var fieldRequired: String { texts.text(Self.key(0)) }

    /// At most {limit} characters are possible here.
    public func fieldTooLong(limit: String) -> String {
        texts.text(Self.key(1), ["limit": limit])
    }

    /// Tirek doesn’t know this member.
    public var unknownMember: String { texts.text(Self.key(2)) }

    /// This value has the wrong type.
    public var wrongType: String { texts.text(Self.key(3)) }

    /// Enter a number within the allowed range.
    public var numberWrong: String { texts.text(Self.key(4)) }

    /// Choose from the list.
    public var choiceUnknown: String { texts.text(Self.key(5)) }
}
