// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `gallery`.
public struct GalleryTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 115 + offset) }

    /// Component gallery
    public var title: String { texts.text(Self.key(0)) }

    /// Every component with examples and the criteria it must meet. Examples stay in English.
    public var introduction: String { texts.text(Self.key(1)) }

    /// Accessibility criteria
    public var criteria: String { texts.text(Self.key(2)) }

    /// With hostile texts
    public var hostile: String { texts.text(Self.key(3)) }
}
