import Database
import Domain

/// What an import has made so far: which record stands for which person, case number and firm of the file.
struct WritingState: Sendable {
    var persons: [Int: PersonID] = [:]
    /// Those of the plan who are somebody that was recorded before.
    var joined: Set<Int> = []
    var cases: [String: CaseID] = [:]
    var employers: [String: EmployerID] = [:]
    /// Debts that a case has as claims already: the same sum stands in every row of the case.
    var claims: [CaseID: Set<Money>] = [:]
    var written = 0
}

/// A row that this or an earlier import wrote.
struct WrittenRow: Sendable {
    let person: PersonID?
    let caseID: CaseID?
    let employer: EmployerID?
    /// Put to somebody who was recorded before the import.
    let isJoined: Bool
}
