// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `component`.
public struct ComponentTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 89 + offset) }

    /// Please correct
    public var errorSummary: String { texts.text(Self.key(0)) }

    /// Error:
    public var error: String { texts.text(Self.key(1)) }

    /// Day
    public var day: String { texts.text(Self.key(2)) }

    /// Month
    public var month: String { texts.text(Self.key(3)) }

    /// Year
    public var year: String { texts.text(Self.key(4)) }

    /// The year alone is enough when the rest is not known.
    public var dateHint: String { texts.text(Self.key(5)) }

    /// Show the password
    public var showPassword: String { texts.text(Self.key(6)) }

    /// Hide the password
    public var hidePassword: String { texts.text(Self.key(7)) }

    /// At most {size}.
    public func fileLimit(size: String) -> String {
        texts.text(Self.key(8), ["size": size])
    }

    /// {number} MB
    public func megabytes(number: String) -> String {
        texts.text(Self.key(9), ["number": number])
    }

    /// Remove: {name}
    public func removeRow(name: String) -> String {
        texts.text(Self.key(10), ["name": name])
    }

    /// {name} {number}
    public func rowName(name: String, number: String) -> String {
        texts.text(Self.key(11), ["name": name, "number": number])
    }

    /// Pages
    public var pages: String { texts.text(Self.key(12)) }

    /// Select: {name}
    public func selectRow(name: String) -> String {
        texts.text(Self.key(13), ["name": name])
    }

    /// Selected: {number}
    public func selectedCount(number: String) -> String {
        texts.text(Self.key(14), ["number": number])
    }

    /// The numbers of this figure
    public var chartData: String { texts.text(Self.key(15)) }

    /// [c] stands for a number too small to be shown: it could point at people.
    public var chartHidden: String { texts.text(Self.key(16)) }

    /// Source: {source}. Data as of {date}.
    public func chartSource(source: String, date: String) -> String {
        texts.text(Self.key(17), ["source": source, "date": date])
    }

    /// Total
    public var chartTotal: String { texts.text(Self.key(18)) }

    /// {done} of {total}
    public func doneOf(done: String, total: String) -> String {
        texts.text(Self.key(19), ["done": done, "total": total])
    }

    /// You are here
    public var breadcrumbs: String { texts.text(Self.key(20)) }

    /// Note
    public var noticeInfo: String { texts.text(Self.key(21)) }

    /// Done
    public var noticeSuccess: String { texts.text(Self.key(22)) }

    /// Warning
    public var noticeWarning: String { texts.text(Self.key(23)) }

    /// Danger
    public var noticeDanger: String { texts.text(Self.key(24)) }

    /// Sending…
    public var sending: String { texts.text(Self.key(25)) }
}
