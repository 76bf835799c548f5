public import Markup

/// A small drawing in the colour of the text beside it. It never stands alone for a meaning: a word is always there,
/// seen or heard.
public enum Icon: String, Sendable, CaseIterable {
    case home, phone, cases, inbox, people, network, figures, settings, journal, search, lock, signOut, plus, cross
    case warning, check, info, more, eye, person, organization, language, chevron, clock, document, key, print, minus

    /// The drawing, hidden from screen readers.
    public var html: HTML {
        """
        <svg class="icon" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.7" \
        stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">\(shape)</svg>
        """
    }

    private var shape: HTML {
        switch self {
        case .home: "<path d=\"M4 11 12 4l8 7v9h-5.5v-6h-5v6H4z\"/>"
        case .phone:
            "<path d=\"M6 4h3l1.5 4.5L8 10a10 10 0 0 0 6 6l1.5-2.5L20 15v3a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2z\"/>"
        case .cases: "<path d=\"M3.5 7h6l2 2.5h9V19h-17z\"/><path d=\"M7 13.5h7M7 16h4\"/>"
        case .inbox: "<path d=\"M4 13 6.5 5h11L20 13v6H4z\"/><path d=\"M4 13h4.5l1.5 2.5h4l1.5-2.5H20\"/>"
        case .people:
            """
            <circle cx="9" cy="8.5" r="3"/><path d="M3.5 19c0-3.5 2.3-5.5 5.5-5.5s5.5 2 5.5 5.5"/>\
            <path d="M15 5.8a3 3 0 0 1 0 5.400M17 13.900c2.200.6 3.5 2.400 3.5 5.100"/>
            """
        case .network:
            """
            <circle cx="12" cy="5.5" r="2.5"/><circle cx="5.5" cy="17.5" r="2.5"/>\
            <circle cx="18.5" cy="17.5" r="2.5"/><path d="M10.8 7.700 6.700 15.3M13.200 7.700l4.100 7.6M8 17.5h8"/>
            """
        case .figures: "<path d=\"M4 20h16M6.5 16.5v-4M11 16.5V6M15.5 16.5v-7.5\"/>"
        case .settings:
            """
            <path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>
            """
        case .journal: "<path d=\"M6 4h12v16H6zM9.5 8.5h5M9.5 12h5M9.5 15.5h3M4 8h2M4 12h2M4 16h2\"/>"
        case .search: "<circle cx=\"10.5\" cy=\"10.5\" r=\"6\"/><path d=\"m15 15 5 5\"/>"
        case .lock: "<path d=\"M5.5 11h13v9h-13zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2\"/>"
        case .signOut: "<path d=\"M13 4H5v16h8M10 12h10M16.5 8.5 20 12l-3.5 3.5\"/>"
        case .plus: "<path d=\"M12 5v14M5 12h14\"/>"
        case .minus: "<path d=\"M5 12h14\"/>"
        case .cross: "<path d=\"m6 6 12 12M18 6 6 18\"/>"
        case .warning: "<path d=\"M12 4 2.8 20h18.400zM12 10v4.5M12 17.3v.1\"/>"
        case .check: "<path d=\"m5 12.5 4.5 4.5L19 7.5\"/>"
        case .info: "<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M12 11v5M12 7.8v.1\"/>"
        case .more: "<path d=\"M5 12h.1M12 12h.1M19 12h.1\" stroke-width=\"2.6\"/>"
        case .eye:
            "<path d=\"M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z\"/><circle cx=\"12\" cy=\"12\" r=\"2.8\"/>"
        case .person: "<circle cx=\"12\" cy=\"8\" r=\"3.5\"/><path d=\"M5 20c0-4 2.8-6.5 7-6.5s7 2.5 7 6.5\"/>"
        case .organization: "<path d=\"M4 20V6l8-2.5V20M12 9h8v11M2.5 20h19M7 9h2M7 12.5h2M7 16h2M15 12.5h2M15 16h2\"/>"
        case .language:
            "<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M3.5 12h17M12 3.5c5.5 5.5 5.5 11.5 0 17M12 3.5c-5.5 5.5-5.5 11.5 0 17\"/>"
        case .chevron: "<path d=\"m7 10 5 5 5-5\"/>"
        case .clock: "<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M12 7.5V12l3 2\"/>"
        case .document: "<path d=\"M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12h6M9 15.5h6\"/>"
        case .key: "<circle cx=\"8\" cy=\"15\" r=\"4\"/><path d=\"m11 12 8.5-8.5M16 7l3 3M13.5 9.5l2 2\"/>"
        case .print: "<path d=\"M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z\"/>"
        }
    }
}
