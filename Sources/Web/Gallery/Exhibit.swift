import Localization
import Markup

/// A text to be put into every place of a component where somebody else's text can appear.
struct Specimen: Sendable {
    let text: String
    /// A name of ASCII letters, unique on the page, for fields and ids.
    let name: String
}

/// A component as the gallery shows it and the tests try it.
struct Exhibit: Sendable {
    let title: String
    /// What must hold for everybody to be able to use it; one sentence each.
    let criteria: [String]
    let examples: @Sendable (Texts) -> [HTML]
    /// The component with a text in every place for texts.
    let trial: @Sendable (Specimen, Texts) -> HTML

    init(
        _ title: String,
        criteria: [String],
        examples: @escaping @Sendable (Texts) -> [HTML],
        trial: @escaping @Sendable (Specimen, Texts) -> HTML
    ) {
        self.title = title
        self.criteria = criteria
        self.examples = examples
        self.trial = trial
    }

    /// Every component.
    static var all: [Exhibit] { actions + fields + messages + lists + charts }

    /// The fragment that leads to the exhibit.
    var fragment: String {
        String(decoding: title.utf8.map { $0 == 0x20 ? 0x2D : $0 | 0x20 }, as: UTF8.self)
    }
}
