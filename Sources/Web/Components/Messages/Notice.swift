public import Localization
public import Markup

/// Something said to the reader, with its kind as a word for screen readers and as an icon for the eye.
public struct Notice: Component {
    public enum Kind: String, Sendable, CaseIterable {
        case info, success, warning, danger
    }

    /// Which kind it is.
    public var kind: Kind
    /// What is said, in plain text.
    public var text: String
    /// What follows the text: links, a list.
    public var content: HTML
    /// Whether the notice is about what the reader just did and is read out at once.
    public var isNews: Bool

    public init(_ kind: Kind, _ text: String, content: HTML = "", isNews: Bool = false) {
        self.kind = kind
        self.text = text
        self.content = content
        self.isNews = isNews
    }

    public func html(_ texts: Texts) -> HTML {
        """
        <div class="notice \(kind.rawValue)"\(attribute: "role", role)>\(icon.html)\
        <div><span class="sr">\(word(texts)): </span>\(text)\(content)</div></div>
        """
    }

    private var role: String? {
        guard isNews else { return nil }
        return kind == .danger || kind == .warning ? "alert" : "status"
    }

    private var icon: Icon {
        switch kind {
        case .info: .info
        case .success: .check
        case .warning, .danger: .warning
        }
    }

    private func word(_ texts: Texts) -> String {
        switch kind {
        case .info: texts.component.noticeInfo
        case .success: texts.component.noticeSuccess
        case .warning: texts.component.noticeWarning
        case .danger: texts.component.noticeDanger
        }
    }
}
