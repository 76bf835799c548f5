import Markup

/// The addresses that the start page leads to; those of other rooms are known by the shell's convention alone.
enum StartURL {
    static let people = URLAttribute.path("people")
    static let newPerson = URLAttribute.path("people", "new")
}
