import Database
import Directory
import Domain
import Guides
import People
import Web

/// Somebody who was picked, as far as the check lets the screen show them.
struct MemberCard: Sendable {
    var member: ConsoleState.Member
    /// Empty when the record isn't there for this organisation any more.
    var name: String
    var birthYear: String
    var hasCodeWord: Bool
    /// What one can ask; never the values.
    var askable: [IdentityFact]
    /// Only after the check, or for staff alone.
    var details: PersonDetails?
    var cases: [CaseBrief]
    var contacts: [ContactBrief]
    /// What the relative on the line may be told.
    var tells: DisclosureRule?
    /// Whether the record asks that nothing shows who calls; it counts before the check too.
    var wishesNeutral = false

    var view: Recognition.View { Recognition.view(after: member.check) }
}

/// Everything that the console shows of one contact.
struct ConsoleModel: Sendable {
    var id: ContactID
    var state: ConsoleState
    var errors = FormErrors()
    /// What the words in the problem box may mean.
    var found: [ProblemHit] = []
    var hits: [PersonHit] = []
    var isSearching = true
    var searchPercent = 100
    var cards: [MemberCard] = []
    /// Earlier contacts that the return code leads to.
    var thread: [ContactBrief] = []
    /// Earlier contacts from the same number.
    var sameNumber: [ContactBrief] = []
    var isMarked = false
    var offers: [HelpOffer] = []
    var isNeutral = false
    var drafts: [DraftLine] = []
    var calls: [IncomingCall] = []
    /// Whose check was just refused.
    var refused: PersonID?
    var isSaved = false
    var isStateRecipient = false

    var country: String?
    /// The place as it was understood.
    var place: Place?
}
