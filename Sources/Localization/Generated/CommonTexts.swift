// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `common`.
public struct CommonTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 0 + offset) }

    /// Save
    public var save: String { texts.text(Self.key(0)) }

    /// Saved
    public var saved: String { texts.text(Self.key(1)) }

    /// Cancel
    public var cancel: String { texts.text(Self.key(2)) }

    /// Delete
    public var delete: String { texts.text(Self.key(3)) }

    /// Edit
    public var edit: String { texts.text(Self.key(4)) }

    /// Create
    public var create: String { texts.text(Self.key(5)) }

    /// Add
    public var add: String { texts.text(Self.key(6)) }

    /// Remove
    public var remove: String { texts.text(Self.key(7)) }

    /// Back
    public var back: String { texts.text(Self.key(8)) }

    /// Continue
    public var `continue`: String { texts.text(Self.key(9)) }

    /// Next
    public var next: String { texts.text(Self.key(10)) }

    /// Previous
    public var previous: String { texts.text(Self.key(11)) }

    /// Search
    public var search: String { texts.text(Self.key(12)) }

    /// Close
    public var close: String { texts.text(Self.key(13)) }

    /// Yes
    public var yes: String { texts.text(Self.key(14)) }

    /// No
    public var no: String { texts.text(Self.key(15)) }

    /// None
    public var none: String { texts.text(Self.key(16)) }

    /// All
    public var all: String { texts.text(Self.key(17)) }

    /// Confirm
    public var confirm: String { texts.text(Self.key(18)) }

    /// Apply
    public var apply: String { texts.text(Self.key(19)) }

    /// More
    public var more: String { texts.text(Self.key(20)) }

    /// Details
    public var details: String { texts.text(Self.key(21)) }

    /// Loading…
    public var loading: String { texts.text(Self.key(22)) }

    /// Open
    public var open: String { texts.text(Self.key(23)) }

    /// Print
    public var print: String { texts.text(Self.key(24)) }

    /// Download
    public var download: String { texts.text(Self.key(25)) }

    /// Copy
    public var copy: String { texts.text(Self.key(26)) }

    /// Send
    public var send: String { texts.text(Self.key(27)) }

    /// Show
    public var show: String { texts.text(Self.key(28)) }

    /// Hide
    public var hide: String { texts.text(Self.key(29)) }

    /// Undo
    public var undo: String { texts.text(Self.key(30)) }

    /// Try again
    public var retry: String { texts.text(Self.key(31)) }

    /// Sort
    public var sort: String { texts.text(Self.key(32)) }

    /// Ascending
    public var sortAscending: String { texts.text(Self.key(33)) }

    /// Descending
    public var sortDescending: String { texts.text(Self.key(34)) }

    /// Filter
    public var filter: String { texts.text(Self.key(35)) }

    /// Clear
    public var clear: String { texts.text(Self.key(36)) }

    /// From
    public var from: String { texts.text(Self.key(37)) }

    /// To
    public var to: String { texts.text(Self.key(38)) }

    /// Page
    public var page: String { texts.text(Self.key(39)) }

    /// Page {page} of {pages}
    public func pageOf(page: String, pages: String) -> String {
        texts.text(Self.key(40), ["page": page, "pages": pages])
    }

    /// {count} rows selected
    public func rowsSelected(count: Int) -> String {
        texts.plural(Self.key(41), count)
    }

    /// {count} results
    public func results(count: Int) -> String {
        texts.plural(Self.key(42), count)
    }

    /// Nothing found
    public var nothingFound: String { texts.text(Self.key(43)) }

    /// Select all
    public var selectAll: String { texts.text(Self.key(44)) }

    /// Choose…
    public var choose: String { texts.text(Self.key(45)) }

    /// Required
    public var required: String { texts.text(Self.key(46)) }

    /// Optional
    public var optional: String { texts.text(Self.key(47)) }

    /// Today
    public var today: String { texts.text(Self.key(48)) }

    /// Yesterday
    public var yesterday: String { texts.text(Self.key(49)) }

    /// Tomorrow
    public var tomorrow: String { texts.text(Self.key(50)) }

    /// Unknown
    public var unknown: String { texts.text(Self.key(51)) }

    /// Not recorded
    public var notRecorded: String { texts.text(Self.key(52)) }

    /// Language
    public var language: String { texts.text(Self.key(53)) }

    /// This translation has not been reviewed.
    public var notReviewed: String { texts.text(Self.key(54)) }

    /// Help
    public var help: String { texts.text(Self.key(55)) }

    /// Menu
    public var menu: String { texts.text(Self.key(56)) }

    /// Home
    public var home: String { texts.text(Self.key(57)) }

    /// Settings
    public var settings: String { texts.text(Self.key(58)) }

    /// Skip to the content
    public var skipToContent: String { texts.text(Self.key(59)) }

    /// Date
    public var date: String { texts.text(Self.key(60)) }

    /// Time
    public var time: String { texts.text(Self.key(61)) }

    /// Status
    public var status: String { texts.text(Self.key(62)) }

    /// Note
    public var note: String { texts.text(Self.key(63)) }

    /// Actions
    public var actions: String { texts.text(Self.key(64)) }
}
