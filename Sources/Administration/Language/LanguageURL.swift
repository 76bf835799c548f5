import Markup

/// The address of the choice of language.
enum LanguageURL {
    static let url = URLAttribute.path("language")
}
