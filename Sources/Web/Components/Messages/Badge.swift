public import Localization
public import Markup

/// A state in a word, with a sign before it, so that the colour is never needed.
public struct Badge: Component {
    public enum Kind: String, Sendable, CaseIterable {
        case neutral, active, due, danger, done
    }

    /// Which kind it is.
    public var kind: Kind
    /// What is said, in plain text.
    public var text: String

    public init(_ text: String, _ kind: Kind = .neutral) {
        self.kind = kind
        self.text = text
    }

    public func html(_ texts: Texts) -> HTML { html }

    /// The markup, which is the same in every language.
    public var html: HTML {
        "<span class=\"badge \(kind.rawValue)\"><span aria-hidden=\"true\">\(sign)\u{A0}</span>\(text)</span>"
    }

    private var sign: String {
        switch kind {
        case .neutral: "○"
        case .active: "●"
        case .due: "◔"
        case .danger: "!"
        case .done: "✓"
        }
    }
}
