// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `people`.
public struct PeopleTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 118 + offset) }

    /// People
    public var title: String { texts.text(Self.key(0)) }

    /// People your organisation may see
    public var listCaption: String { texts.text(Self.key(1)) }

    /// Nobody is recorded yet
    public var emptyTitle: String { texts.text(Self.key(2)) }

    /// Add the first person, or wait until another organisation shares a record with you.
    public var emptyBody: String { texts.text(Self.key(3)) }

    /// Add a person
    public var add: String { texts.text(Self.key(4)) }

    /// Name
    public var columnName: String { texts.text(Self.key(5)) }

    /// Born
    public var columnBirth: String { texts.text(Self.key(6)) }

    /// Changed
    public var columnChanged: String { texts.text(Self.key(7)) }

    /// Kept by
    public var columnOwner: String { texts.text(Self.key(8)) }

    /// us
    public var ownedByUs: String { texts.text(Self.key(9)) }

    /// All
    public var filterAll: String { texts.text(Self.key(10)) }

    /// Ours
    public var filterOwn: String { texts.text(Self.key(11)) }

    /// Shared with us
    public var filterShared: String { texts.text(Self.key(12)) }

    /// This entry could not be opened. It was reported in the journal.
    public var damaged: String { texts.text(Self.key(13)) }

    /// No name recorded
    public var unnamed: String { texts.text(Self.key(14)) }

    /// Phone or document number
    public var lookupLabel: String { texts.text(Self.key(15)) }

    /// The whole number; spelling doesn’t matter.
    public var lookupHint: String { texts.text(Self.key(16)) }

    /// Look up
    public var lookupButton: String { texts.text(Self.key(17)) }

    /// Look-up by number
    public var lookupTitle: String { texts.text(Self.key(18)) }

    /// Nobody with this number is known to your organisation.
    public var lookupNothing: String { texts.text(Self.key(19)) }

    /// Check the number, or add a new person.
    public var lookupNext: String { texts.text(Self.key(20)) }

    /// Type a phone number or a document number of at least three characters.
    public var lookupUnreadable: String { texts.text(Self.key(21)) }

    /// New person
    public var newTitle: String { texts.text(Self.key(22)) }

    /// Change the record
    public var editTitle: String { texts.text(Self.key(23)) }

    /// Names
    public var sectionNames: String { texts.text(Self.key(24)) }

    /// Phones
    public var sectionPhones: String { texts.text(Self.key(25)) }

    /// Documents
    public var sectionDocuments: String { texts.text(Self.key(26)) }

    /// Notes
    public var sectionNotes: String { texts.text(Self.key(27)) }

    /// Family name
    public var family: String { texts.text(Self.key(28)) }

    /// Given name
    public var given: String { texts.text(Self.key(29)) }

    /// Patronymic
    public var patronymic: String { texts.text(Self.key(30)) }

    /// In any script; an alias alone is enough.
    public var nameHint: String { texts.text(Self.key(31)) }

    /// Date of birth
    public var birthDate: String { texts.text(Self.key(32)) }

    /// The year alone is enough.
    public var birthHint: String { texts.text(Self.key(33)) }

    /// Sex
    public var sex: String { texts.text(Self.key(34)) }

    /// Female
    public var sexFemale: String { texts.text(Self.key(35)) }

    /// Male
    public var sexMale: String { texts.text(Self.key(36)) }

    /// Other
    public var sexOther: String { texts.text(Self.key(37)) }

    /// Not recorded
    public var sexUnknown: String { texts.text(Self.key(38)) }

    /// Citizenship
    public var citizenship: String { texts.text(Self.key(39)) }

    /// Phone
    public var phone: String { texts.text(Self.key(40)) }

    /// What to know before ringing
    public var phoneNote: String { texts.text(Self.key(41)) }

    /// Document
    public var documentKind: String { texts.text(Self.key(42)) }

    /// Number
    public var documentNumber: String { texts.text(Self.key(43)) }

    /// Where it is
    public var documentState: String { texts.text(Self.key(44)) }

    /// Passport
    public var kindPassport: String { texts.text(Self.key(45)) }

    /// Internal passport
    public var kindInternalPassport: String { texts.text(Self.key(46)) }

    /// Identity card
    public var kindIdentityCard: String { texts.text(Self.key(47)) }

    /// Birth certificate
    public var kindBirthCertificate: String { texts.text(Self.key(48)) }

    /// Certificate of return
    public var kindReturnCertificate: String { texts.text(Self.key(49)) }

    /// Residence permit
    public var kindResidencePermit: String { texts.text(Self.key(50)) }

    /// Migration card
    public var kindMigrationCard: String { texts.text(Self.key(51)) }

    /// Driving licence
    public var kindDriverLicence: String { texts.text(Self.key(52)) }

    /// Other document
    public var kindOther: String { texts.text(Self.key(53)) }

    /// With the person
    public var stateHeld: String { texts.text(Self.key(54)) }

    /// Lost
    public var stateLost: String { texts.text(Self.key(55)) }

    /// Taken away
    public var stateWithheld: String { texts.text(Self.key(56)) }

    /// Expired
    public var stateExpired: String { texts.text(Self.key(57)) }

    /// What else is important
    public var notes: String { texts.text(Self.key(58)) }

    /// Add a name
    public var addName: String { texts.text(Self.key(59)) }

    /// Add a phone
    public var addPhone: String { texts.text(Self.key(60)) }

    /// Add a document
    public var addDocument: String { texts.text(Self.key(61)) }

    /// Write a name or an alias.
    public var nameMissing: String { texts.text(Self.key(62)) }

    /// This name is too long.
    public var nameTooLong: String { texts.text(Self.key(63)) }

    /// There is no such date. Leave what is not known empty, but give the year.
    public var birthImpossible: String { texts.text(Self.key(64)) }

    /// This date has not come yet.
    public var birthInFuture: String { texts.text(Self.key(65)) }

    /// Choose from the list.
    public var choiceUnknown: String { texts.text(Self.key(66)) }

    /// This can’t be a phone number. Write it with the country code, for example +996 700 123456.
    public var phoneUnreadable: String { texts.text(Self.key(67)) }

    /// A document number has at least three letters or digits.
    public var documentUnreadable: String { texts.text(Self.key(68)) }

    /// The notes are too long; 20,000 characters fit.
    public var notesTooLong: String { texts.text(Self.key(69)) }

    /// At most twenty entries of a kind fit.
    public var tooMany: String { texts.text(Self.key(70)) }

    /// The person was added.
    public var created: String { texts.text(Self.key(71)) }

    /// The changes were saved.
    public var changed: String { texts.text(Self.key(72)) }

    /// Somebody with the same phone or document is already known. Look before you add twice.
    public var sameNumber: String { texts.text(Self.key(73)) }

    /// Add as a new person anyway
    public var sameNumberConfirm: String { texts.text(Self.key(74)) }

    /// Somebody changed this record meanwhile
    public var staleTitle: String { texts.text(Self.key(75)) }

    /// What you typed is still here. Compare it with what is saved now, then save again.
    public var staleBody: String { texts.text(Self.key(76)) }

    /// Change
    public var edit: String { texts.text(Self.key(77)) }

    /// Share
    public var share: String { texts.text(Self.key(78)) }

    /// Who can see this person
    public var shareTitle: String { texts.text(Self.key(79)) }

    /// Only your organisation can see this person.
    public var shareNobody: String { texts.text(Self.key(80)) }

    /// Organisation
    public var shareWith: String { texts.text(Self.key(81)) }

    /// What it may see
    public var shareGroups: String { texts.text(Self.key(82)) }

    /// For what
    public var sharePurpose: String { texts.text(Self.key(83)) }

    /// Until
    public var shareUntil: String { texts.text(Self.key(84)) }

    /// For how many days
    public var shareDays: String { texts.text(Self.key(85)) }

    /// The person has agreed to this
    public var shareConfirm: String { texts.text(Self.key(86)) }

    /// Share only with the person’s consent; confirm it here.
    public var shareConfirmMissing: String { texts.text(Self.key(87)) }

    /// Share
    public var shareButton: String { texts.text(Self.key(88)) }

    /// A record can’t be shared with your own organisation.
    public var shareOwn: String { texts.text(Self.key(89)) }

    /// Choose at least one part of the record.
    public var shareGroupMissing: String { texts.text(Self.key(90)) }

    /// Give a number of days from 1 to 365.
    public var shareDaysWrong: String { texts.text(Self.key(91)) }

    /// This organisation can already see the record. Take that back first.
    public var shareAlready: String { texts.text(Self.key(92)) }

    /// The record was shared.
    public var shared: String { texts.text(Self.key(93)) }

    /// Take back
    public var revoke: String { texts.text(Self.key(94)) }

    /// The organisation can no longer see the record.
    public var revoked: String { texts.text(Self.key(95)) }

    /// Shared with you by {organization} until {date}. You may read it, not change it.
    public func sharedByOther(organization: String, date: String) -> String {
        texts.text(Self.key(96), ["organization": organization, "date": date])
    }

    /// Name, birth, citizenship
    public var groupIdentity: String { texts.text(Self.key(97)) }

    /// Phones
    public var groupContact: String { texts.text(Self.key(98)) }

    /// Documents
    public var groupDocuments: String { texts.text(Self.key(99)) }

    /// Notes
    public var groupNarrative: String { texts.text(Self.key(100)) }

    /// Legal aid
    public var purposeLegalAid: String { texts.text(Self.key(101)) }

    /// Medical help
    public var purposeMedical: String { texts.text(Self.key(102)) }

    /// Shelter
    public var purposeShelter: String { texts.text(Self.key(103)) }

    /// Consular help
    public var purposeConsular: String { texts.text(Self.key(104)) }

    /// Work
    public var purposeEmployment: String { texts.text(Self.key(105)) }

    /// Social help
    public var purposeSocial: String { texts.text(Self.key(106)) }

    /// Documents
    public var purposeDocuments: String { texts.text(Self.key(107)) }

    /// Other
    public var purposeOther: String { texts.text(Self.key(108)) }

    /// Erase
    public var erase: String { texts.text(Self.key(109)) }

    /// Erase this person
    public var eraseTitle: String { texts.text(Self.key(110)) }

    /// This record will be destroyed. Nobody can read it in Tirek again, nor, after thirty days, in any backup. This
    /// can’t be undone.
    public var eraseBody: String { texts.text(Self.key(111)) }

    /// {count} organisations can see the record and lose it too.
    public func eraseShared(count: Int) -> String {
        texts.plural(Self.key(112), count)
    }

    /// Erase for good
    public var eraseConfirm: String { texts.text(Self.key(113)) }

    /// The person was erased
    public var erasedTitle: String { texts.text(Self.key(114)) }

    /// Record
    public var certificateRecord: String { texts.text(Self.key(115)) }

    /// Erased at
    public var certificateAt: String { texts.text(Self.key(116)) }

    /// Keys destroyed
    public var certificateKeys: String { texts.text(Self.key(117)) }

    /// Older backups are unreadable from
    public var certificateBackups: String { texts.text(Self.key(118)) }

    /// Print this page if the person wants proof.
    public var certificateHint: String { texts.text(Self.key(119)) }

    /// Every opening is written into the journal, this one too.
    public var historyNote: String { texts.text(Self.key(120)) }
}
