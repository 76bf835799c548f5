// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `common`.
public struct CommonTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 0 + offset) }

    /// Save
    public var save: String { texts.text(Self.key(0)) }

    /// Cancel
    public var cancel: String { texts.text(Self.key(1)) }

    /// Add
    public var add: String { texts.text(Self.key(2)) }

    /// Back
    public var back: String { texts.text(Self.key(3)) }

    /// Next
    public var next: String { texts.text(Self.key(4)) }

    /// Previous
    public var previous: String { texts.text(Self.key(5)) }

    /// Search
    public var search: String { texts.text(Self.key(6)) }

    /// Close
    public var close: String { texts.text(Self.key(7)) }

    /// Yes
    public var yes: String { texts.text(Self.key(8)) }

    /// No
    public var no: String { texts.text(Self.key(9)) }

    /// More
    public var more: String { texts.text(Self.key(10)) }

    /// Print
    public var print: String { texts.text(Self.key(11)) }

    /// Filter
    public var filter: String { texts.text(Self.key(12)) }

    /// Nothing found
    public var nothingFound: String { texts.text(Self.key(13)) }

    /// Select all
    public var selectAll: String { texts.text(Self.key(14)) }

    /// Choose…
    public var choose: String { texts.text(Self.key(15)) }

    /// Required
    public var required: String { texts.text(Self.key(16)) }

    /// Not recorded
    public var notRecorded: String { texts.text(Self.key(17)) }

    /// Language
    public var language: String { texts.text(Self.key(18)) }

    /// This translation has not been reviewed.
    public var notReviewed: String { texts.text(Self.key(19)) }

    /// Skip to the content
    public var skipToContent: String { texts.text(Self.key(20)) }

    /// Actions
    public var actions: String { texts.text(Self.key(21)) }
}
