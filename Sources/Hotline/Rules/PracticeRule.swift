/// Safety rule 12: a practice organisation takes part in nothing that reaches real people. Pure.
public enum PracticeRule {
    /// Whether calls of a telephone exchange are announced to the organisation.
    public static func takesCalls(isPractice: Bool) -> Bool { !isPractice }
}
