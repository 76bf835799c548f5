/// What the command line asks for.
struct Options {
    static let usage = """
        usage: generate-texts [--root DIR] [--merge] [--check] [--unused]
          --root DIR  the repository; the current directory when not given
          --merge     also bring the other languages' catalogues in line and list what is left to translate
          --check     change nothing; fail when a file would change
          --unused    only list the keys that no source uses; fail when there are any
        """

    var root = "."
    var merges = false
    var checks = false
    var listsUnused = false

    init(_ arguments: some Sequence<String>) throws {
        var rest = Array(arguments)[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--merge": merges = true
            case "--check": checks = true
            case "--unused": listsUnused = true
            case "--root":
                guard let value = rest.popFirst() else { throw UsageError() }
                root = value
            default: throw UsageError()
            }
        }
    }
}

/// The command line makes no sense.
struct UsageError: Error, CustomStringConvertible {
    var description: String { Options.usage }
}
