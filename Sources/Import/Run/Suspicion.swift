public import Domain
public import NameMatching

/// Whom somebody of a file may be: somebody else of the file, by the position of their first row, or of the register.
enum SuspectedOther: Hashable, Comparable, Sendable {
    case row(Int)
    case record(PersonID)

    static func < (left: SuspectedOther, right: SuspectedOther) -> Bool {
        switch (left, right) {
        case (.row(let one), .row(let other)): one < other
        case (.record(let one), .record(let other)): one < other
        case (.row, .record): true
        case (.record, .row): false
        }
    }
}

/// What somebody says of a suspicion; as long as nothing is said, both are recorded and the list of suspected pairs asks.
enum SuspicionChoice: String, CaseIterable, Sendable {
    case same
    case other
}

/// Two people of whom too little is known to link them, and too much to record both without asking.
struct Suspicion: Hashable, Sendable {
    /// The first row of somebody, as a position among the contacts.
    let row: Int
    let other: SuspectedOther
    /// 0…1.
    let probability: Double
    let reasons: [LinkReason]
    var choice: SuspicionChoice?
}

/// Somebody of the register whom a planned person may be.
public struct SuspectedRecord: Sendable {
    let id: PersonID
    let probability: Double
    let reasons: [MatchReason]

    /// The probability is 0…1.
    public init(_ id: PersonID, probability: Double, reasons: [MatchReason]) {
        self.id = id
        self.probability = probability
        self.reasons = reasons
    }
}

/// A choice in terms of the rows of a plan.
struct PlannedChoice: Sendable {
    let row: Int
    let other: SuspectedOther
    let choice: SuspicionChoice
}
