public import Domain
public import People

/// Safety rules 4 and 6: recognition is not identification. Pure.
public enum Recognition {
    /// What a screen may show of a person who was picked from a list of hits.
    public enum View: Sendable, Hashable {
        /// The name and the year of birth, nothing more.
        case nameAndYear
        /// The record, marked "staff only, nothing said".
        case staffOnly
        /// The record; the caller is who they say they are.
        case confirmed
    }

    /// What may be shown after this check.
    public static func view(after check: RecognitionCheck) -> View {
        switch check {
        case .notDone, .failed: .nameAndYear
        case .staffOnly: .staffOnly
        case .codeWord, .twoFacts, .newlyRecorded: .confirmed
        }
    }

    /// Whether anything about the record, even that it exists, may be said to the caller.
    public static func maySaySomething(after check: RecognitionCheck) -> Bool {
        view(after: check) == .confirmed
    }

    /// The check's result as it is recorded.
    public static func check(_ result: IdentityCheckResult) -> RecognitionCheck {
        switch result {
        case .confirmed(.codeWord): .codeWord
        case .confirmed(.facts): .twoFacts
        case .refused, .notPossible: .failed
        }
    }

    /// What a relative may be told: what the person's own rule for them allows, and nothing while the relative isn't
    /// named in the record.
    public static func mayTellRelative(_ rule: DisclosureRule, after check: RecognitionCheck) -> DisclosureRule {
        maySaySomething(after: check) ? rule : .nothing
    }

    /// Whether a hit is offered at all: the person's own state gets no hint about people whom others know.
    public static func isOffered(
        owner: OrganizationID,
        to organization: OrganizationID,
        isStateRecipient: Bool
    ) -> Bool {
        !isStateRecipient || owner == organization
    }
}
