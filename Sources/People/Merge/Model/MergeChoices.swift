/// Which of two records a value is taken from.
public enum MergeSide: String, Sendable, CaseIterable {
    case first, second
    /// For words, which can stand one after the other.
    case both

    var other: MergeSide { self == .second ? .first : .second }
}

/// A value of which only one can stay when two records are united; lists are united without doubles instead.
public enum MergeField: String, Sendable, CaseIterable {
    /// Which names come first, and so which one lists show.
    case name
    case alias, birth, sex, citizenship, home
    /// Channel, hours and note of how the person may be reached; what is forbidden in one record stays forbidden.
    case safeContact = "safe_contact"
    case codeWord = "code_word"
    case healthNote = "health_note"
    case notes

    /// Whether the values of both may be kept.
    public var mayKeepBoth: Bool { self == .notes || self == .healthNote }
}

/// What somebody chose before uniting; where nothing was chosen, the fuller value stays, else the newer record's.
public struct MergeChoices: Sendable, Hashable {
    private var sides: [MergeField: MergeSide]

    public init(_ sides: [MergeField: MergeSide] = [:]) {
        self.sides = sides
    }

    public subscript(field: MergeField) -> MergeSide? {
        get { sides[field] }
        set { sides[field] = newValue }
    }

    /// The same seen from the other side.
    public var turned: MergeChoices {
        MergeChoices(sides.mapValues { $0 == .both ? .both : $0.other })
    }
}
