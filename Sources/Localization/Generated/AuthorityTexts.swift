// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `authority`.
public struct AuthorityTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 1148 + offset) }

    /// We would like to pass what you told us to {recipient}, for the purpose and until the day that we agreed.
    public func wording1Who(recipient: String) -> String {
        texts.text(Self.key(0), ["recipient": recipient])
    }

    /// You may say no. We will go on helping you all the same.
    public var wording1Free: String { texts.text(Self.key(1)) }

    /// You may take your consent back at any time, and then they can no longer read it.
    public var wording1Withdraw: String { texts.text(Self.key(2)) }

    /// This is your state; it may learn where you are.
    public var wording1State: String { texts.text(Self.key(3)) }

    /// That is your own organisation.
    public var problemOwnOrganization: String { texts.text(Self.key(4)) }

    /// Choose an organisation of the network.
    public var problemUnknownRecipient: String { texts.text(Self.key(5)) }

    /// This organisation is not admitted to the network now.
    public var problemNotAdmitted: String { texts.text(Self.key(6)) }

    /// A practice organisation neither sends nor receives.
    public var problemPractice: String { texts.text(Self.key(7)) }

    /// Write who the recipient is.
    public var problemRecipientMissing: String { texts.text(Self.key(8)) }

    /// Choose what may be shown.
    public var problemGroupsMissing: String { texts.text(Self.key(9)) }

    /// Enter the last day of the authority.
    public var problemEndMissing: String { texts.text(Self.key(10)) }

    /// This day has passed already.
    public var problemEndPassed: String { texts.text(Self.key(11)) }

    /// This day is too far ahead: at most five years.
    public var problemEndTooFar: String { texts.text(Self.key(12)) }

    /// Choose the language in which it was read aloud.
    public var problemLanguageMissing: String { texts.text(Self.key(13)) }

    /// Write who gave it: a child or a represented person does not decide alone.
    public var problemGiverMissing: String { texts.text(Self.key(14)) }

    /// This person is not in the case, or their record belongs to another organisation.
    public var problemNotAMember: String { texts.text(Self.key(15)) }

    /// Write why this is best for the child.
    public var problemBestInterestMissing: String { texts.text(Self.key(16)) }

    /// Write the reason.
    public var problemReasonMissing: String { texts.text(Self.key(17)) }

    /// In an emergency only name, contact, safe contact and health may be passed on.
    public var problemTooManyFields: String { texts.text(Self.key(18)) }

    /// Name a colleague who has been told.
    public var problemSecondPersonMissing: String { texts.text(Self.key(19)) }

    /// It must be another colleague than the one who gave it.
    public var problemSamePerson: String { texts.text(Self.key(20)) }

    /// It is confirmed already.
    public var problemAlreadyConfirmed: String { texts.text(Self.key(21)) }

    /// Read the sentence about the state aloud and tick it.
    public var problemStateSentenceMissing: String { texts.text(Self.key(22)) }

    /// The person has a mark that forbids any state recipient. It can be overridden only by the person, with a lawyer
    /// present.
    public var problemStateForbidden: String { texts.text(Self.key(23)) }

    /// Deadlines are running. Tell the person, then tick it.
    public var problemDeadlinesNotSaid: String { texts.text(Self.key(24)) }

    /// Consents and authorities
    public var title: String { texts.text(Self.key(25)) }

    /// Record a consent
    public var give: String { texts.text(Self.key(26)) }

    /// Consent to pass data on
    public var giveTitle: String { texts.text(Self.key(27)) }

    /// Nobody outside has been allowed to see anything.
    public var none: String { texts.text(Self.key(28)) }

    /// Person
    public var person: String { texts.text(Self.key(29)) }

    /// Recipient
    public var recipient: String { texts.text(Self.key(30)) }

    /// Partner outside the network
    public var outsideName: String { texts.text(Self.key(31)) }

    /// Only when nobody of the network is chosen above; reached by letter.
    public var outsideHint: String { texts.text(Self.key(32)) }

    /// Basis
    public var basis: String { texts.text(Self.key(33)) }

    /// What for
    public var purpose: String { texts.text(Self.key(34)) }

    /// What they may see
    public var groups: String { texts.text(Self.key(35)) }

    /// Language in which it was read
    public var language: String { texts.text(Self.key(36)) }

    /// How it was given
    public var method: String { texts.text(Self.key(37)) }

    /// Given by
    public var giver: String { texts.text(Self.key(38)) }

    /// The person
    public var giverPerson: String { texts.text(Self.key(39)) }

    /// Guardian
    public var giverGuardian: String { texts.text(Self.key(40)) }

    /// Representative
    public var giverRepresentative: String { texts.text(Self.key(41)) }

    /// Nobody could be asked
    public var giverStaff: String { texts.text(Self.key(42)) }

    /// Name of guardian or representative
    public var giverName: String { texts.text(Self.key(43)) }

    /// Relation to the person
    public var giverRelation: String { texts.text(Self.key(44)) }

    /// Interpreter
    public var interpreter: String { texts.text(Self.key(45)) }

    /// Last day
    public var expires: String { texts.text(Self.key(46)) }

    /// Reason (emergency, duty by law)
    public var reason: String { texts.text(Self.key(47)) }

    /// Why it is best for the child
    public var bestInterest: String { texts.text(Self.key(48)) }

    /// Colleague who has been told (emergency)
    public var secondUser: String { texts.text(Self.key(49)) }

    /// The person has been told
    public var personInformed: String { texts.text(Self.key(50)) }

    /// Lawyer present while the person overrode their marks
    public var lawyer: String { texts.text(Self.key(51)) }

    /// Read aloud
    public var readAloud: String { texts.text(Self.key(52)) }

    /// I have read aloud: “{sentence}”
    public func stateSentence(sentence: String) -> String {
        texts.text(Self.key(53), ["sentence": sentence])
    }

    /// Show the words
    public var showWords: String { texts.text(Self.key(54)) }

    /// Record consent
    public var save: String { texts.text(Self.key(55)) }

    /// The consent is recorded.
    public var saved: String { texts.text(Self.key(56)) }

    /// Confirm as second person
    public var confirm: String { texts.text(Self.key(57)) }

    /// Confirmed.
    public var confirmed: String { texts.text(Self.key(58)) }

    /// waits for a second person
    public var awaits: String { texts.text(Self.key(59)) }

    /// lapses unless confirmed
    public var lapses: String { texts.text(Self.key(60)) }

    /// Withdraw
    public var withdraw: String { texts.text(Self.key(61)) }

    /// Withdraw a consent
    public var withdrawTitle: String { texts.text(Self.key(62)) }

    /// Their access ends at once. What they did themselves stays with them, marked as withdrawn, until they decide
    /// about it.
    public var withdrawBody: String { texts.text(Self.key(63)) }

    /// Deadlines that run now
    public var withdrawDeadlines: String { texts.text(Self.key(64)) }

    /// The person has heard which deadlines run
    public var withdrawSaid: String { texts.text(Self.key(65)) }

    /// The recipient may learn that the person withdrew
    public var withdrawWhy: String { texts.text(Self.key(66)) }

    /// Withdraw now
    public var withdrawButton: String { texts.text(Self.key(67)) }

    /// Withdrawn. Their access has ended.
    public var withdrawn: String { texts.text(Self.key(68)) }

    /// until {date}
    public func until(date: String) -> String {
        texts.text(Self.key(69), ["date": date])
    }

    /// withdrawn
    public var endedWithdrawn: String { texts.text(Self.key(70)) }

    /// ended
    public var endedLapsed: String { texts.text(Self.key(71)) }

    /// ended with the transfer
    public var endedTransferred: String { texts.text(Self.key(72)) }

    /// of a state
    public var state: String { texts.text(Self.key(73)) }

    /// Name, birth, citizenship
    public var groupIdentity: String { texts.text(Self.key(74)) }

    /// Phones, addresses
    public var groupContact: String { texts.text(Self.key(75)) }

    /// Safe contact and wishes
    public var groupSafeContact: String { texts.text(Self.key(76)) }

    /// What happened, notes
    public var groupNarrative: String { texts.text(Self.key(77)) }

    /// Health
    public var groupHealth: String { texts.text(Self.key(78)) }

    /// Money, claims
    public var groupMoney: String { texts.text(Self.key(79)) }

    /// Documents, stay
    public var groupDocuments: String { texts.text(Self.key(80)) }

    /// Files
    public var groupFiles: String { texts.text(Self.key(81)) }
}
