import Markup

/// The address of the journal.
enum JournalURL {
    /// The signed end of the journal as a file.
    static let checkpoint = URLAttribute.path("journal", "checkpoint")

    /// The lines of a filter; those before a position when one is given.
    static func list(_ filter: JournalFilter = .all, before: Int64? = nil) -> URLAttribute {
        URLAttribute.path("journal")
            .adding(query: "filter", filter == .all ? nil : filter.rawValue)
            .adding(query: "before", before.map { String($0) })
    }
}
