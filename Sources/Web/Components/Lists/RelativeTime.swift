public import Domain
public import Localization
public import Markup

/// An instant as people say it, with the exact one on hover, in print and for machines.
public struct RelativeTime: Component {
    /// When it happened.
    public var instant: Instant
    /// The present.
    public var now: Instant
    /// The IANA name of the reader's time zone.
    public var zone: String

    public init(_ instant: Instant, now: Instant, zone: String) {
        self.instant = instant
        self.now = now
        self.zone = zone
    }

    public func html(_ texts: Texts) -> HTML {
        HTML.build(reservingCapacity: 128) { write(into: &$0, texts) }
    }

    /// Writes the markup behind what is there; a list has one in each row.
    func write(into html: inout HTML, _ texts: Texts) {
        let formats = texts.formats
        html.append(Self.opening)
        html.append(text: Formats.machineTime(milliseconds: instant.milliseconds))
        html.append(Self.title)
        html.append(text: formats.exactDateTime(milliseconds: instant.milliseconds, zone: zone))
        html.append(Self.content)
        html.append(
            text: formats.relativeTime(milliseconds: instant.milliseconds, now: now.milliseconds, zone: zone)
        )
        html.append(Self.closing)
    }

    private static let opening: HTML = "<time datetime=\""
    private static let title: HTML = "\" title=\""
    private static let content: HTML = "\" data-relative=\"\">"
    private static let closing: HTML = "</time>"
}

/// What happened, the newest first.
public struct Timeline: Component {
    public struct Entry: Sendable {
        /// When it happened.
        public var time: RelativeTime
        /// The name shown.
        public var title: HTML
        /// Further markup below the title.
        public var details: HTML
        /// A drawing beside the words.
        public var icon: Icon

        public init(_ time: RelativeTime, _ title: HTML, details: HTML = "", icon: Icon = .clock) {
            self.time = time
            self.title = title
            self.details = details
            self.icon = icon
        }
    }

    /// What it is, in the words of the reader.
    public var label: String
    /// What happened, in the order shown.
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
