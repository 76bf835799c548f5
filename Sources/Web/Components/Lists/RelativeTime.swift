public import Domain
public import Localization
public import Markup

/// An instant as people say it, with the exact one on hover, in print and for machines.
public struct RelativeTime: Component {
    public var instant: Instant
    public var now: Instant
    /// The IANA name of the reader's time zone.
    public var zone: String

    public init(_ instant: Instant, now: Instant, zone: String) {
        self.instant = instant
        self.now = now
        self.zone = zone
    }

    public func html(_ texts: Texts) -> HTML {
        let formats = texts.formats
        let said = formats.relativeTime(milliseconds: instant.milliseconds, now: now.milliseconds, zone: zone)
        return """
            <time datetime="\(Formats.machineTime(milliseconds: instant.milliseconds))"\
             title="\(formats.exactDateTime(milliseconds: instant.milliseconds, zone: zone))" data-relative="">\(said)</time>
            """
    }
}

/// What happened, the newest first.
public struct Timeline: Component {
    public struct Entry: Sendable {
        public var time: RelativeTime
        public var title: HTML
        /// Further markup below the title.
        public var details: HTML
        public var icon: Icon

        public init(_ time: RelativeTime, _ title: HTML, details: HTML = "", icon: Icon = .clock) {
            self.time = time
            self.title = title
            self.details = details
            self.icon = icon
        }
    }

    public var label: String
    public var entries: [Entry]

    public init(_ label: String, _ entries: [Entry]) {
        self.label = label
        self.entries = entries
    }

    public func html(_ texts: Texts) -> HTML {
        let items = HTML.each(entries) { entry in
            """
            <li>\(entry.icon.html)<div><div class="timeline-title">\(entry.title) \
            <span class="muted">\(entry.time.html(texts))</span></div>\(entry.details)</div></li>
            """
        }
        return "<ol class=\"timeline\" aria-label=\"\(label)\">\(items)</ol>"
    }
}
