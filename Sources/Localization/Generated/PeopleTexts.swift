// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `people`.
public struct PeopleTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 119 + offset) }

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

    /// New person
    public var newTitle: String { texts.text(Self.key(15)) }

    /// Change the record
    public var editTitle: String { texts.text(Self.key(16)) }

    /// Names
    public var sectionNames: String { texts.text(Self.key(17)) }

    /// Phones
    public var sectionPhones: String { texts.text(Self.key(18)) }

    /// Documents
    public var sectionDocuments: String { texts.text(Self.key(19)) }

    /// Notes
    public var sectionNotes: String { texts.text(Self.key(20)) }

    /// Family name
    public var family: String { texts.text(Self.key(21)) }

    /// Given name
    public var given: String { texts.text(Self.key(22)) }

    /// Patronymic
    public var patronymic: String { texts.text(Self.key(23)) }

    /// In any script; an alias alone is enough.
    public var nameHint: String { texts.text(Self.key(24)) }

    /// Date of birth
    public var birthDate: String { texts.text(Self.key(25)) }

    /// The year alone is enough.
    public var birthHint: String { texts.text(Self.key(26)) }

    /// Sex
    public var sex: String { texts.text(Self.key(27)) }

    /// Female
    public var sexFemale: String { texts.text(Self.key(28)) }

    /// Male
    public var sexMale: String { texts.text(Self.key(29)) }

    /// Other
    public var sexOther: String { texts.text(Self.key(30)) }

    /// Not recorded
    public var sexUnknown: String { texts.text(Self.key(31)) }

    /// Citizenship
    public var citizenship: String { texts.text(Self.key(32)) }

    /// Phone
    public var phone: String { texts.text(Self.key(33)) }

    /// What to know before ringing
    public var phoneNote: String { texts.text(Self.key(34)) }

    /// Document
    public var documentKind: String { texts.text(Self.key(35)) }

    /// Number
    public var documentNumber: String { texts.text(Self.key(36)) }

    /// Where it is
    public var documentState: String { texts.text(Self.key(37)) }

    /// Passport
    public var kindPassport: String { texts.text(Self.key(38)) }

    /// Internal passport
    public var kindInternalPassport: String { texts.text(Self.key(39)) }

    /// Identity card
    public var kindIdentityCard: String { texts.text(Self.key(40)) }

    /// Birth certificate
    public var kindBirthCertificate: String { texts.text(Self.key(41)) }

    /// Certificate of return
    public var kindReturnCertificate: String { texts.text(Self.key(42)) }

    /// Residence permit
    public var kindResidencePermit: String { texts.text(Self.key(43)) }

    /// Migration card
    public var kindMigrationCard: String { texts.text(Self.key(44)) }

    /// Driving licence
    public var kindDriverLicence: String { texts.text(Self.key(45)) }

    /// Other document
    public var kindOther: String { texts.text(Self.key(46)) }

    /// With the person
    public var stateHeld: String { texts.text(Self.key(47)) }

    /// Lost
    public var stateLost: String { texts.text(Self.key(48)) }

    /// Taken away
    public var stateWithheld: String { texts.text(Self.key(49)) }

    /// Expired
    public var stateExpired: String { texts.text(Self.key(50)) }

    /// What else is important
    public var notes: String { texts.text(Self.key(51)) }

    /// Add a name
    public var addName: String { texts.text(Self.key(52)) }

    /// Add a phone
    public var addPhone: String { texts.text(Self.key(53)) }

    /// Add a document
    public var addDocument: String { texts.text(Self.key(54)) }

    /// Write a name or an alias.
    public var nameMissing: String { texts.text(Self.key(55)) }

    /// This name is too long.
    public var nameTooLong: String { texts.text(Self.key(56)) }

    /// There is no such date. Leave what is not known empty, but give the year.
    public var birthImpossible: String { texts.text(Self.key(57)) }

    /// This date has not come yet.
    public var birthInFuture: String { texts.text(Self.key(58)) }

    /// Choose from the list.
    public var choiceUnknown: String { texts.text(Self.key(59)) }

    /// This can’t be a phone number. Write it with the country code, for example +996 700 123456.
    public var phoneUnreadable: String { texts.text(Self.key(60)) }

    /// A document number has at least three letters or digits.
    public var documentUnreadable: String { texts.text(Self.key(61)) }

    /// The notes are too long; 20,000 characters fit.
    public var notesTooLong: String { texts.text(Self.key(62)) }

    /// At most twenty entries of a kind fit.
    public var tooMany: String { texts.text(Self.key(63)) }

    /// The person was added.
    public var created: String { texts.text(Self.key(64)) }

    /// The changes were saved.
    public var changed: String { texts.text(Self.key(65)) }

    /// Somebody changed this record meanwhile
    public var staleTitle: String { texts.text(Self.key(66)) }

    /// What you typed is still here. Compare it with what is saved now, then save again.
    public var staleBody: String { texts.text(Self.key(67)) }

    /// Change
    public var edit: String { texts.text(Self.key(68)) }

    /// Share
    public var share: String { texts.text(Self.key(69)) }

    /// Who can see this person
    public var shareTitle: String { texts.text(Self.key(70)) }

    /// Only your organisation can see this person.
    public var shareNobody: String { texts.text(Self.key(71)) }

    /// Organisation
    public var shareWith: String { texts.text(Self.key(72)) }

    /// What it may see
    public var shareGroups: String { texts.text(Self.key(73)) }

    /// For what
    public var sharePurpose: String { texts.text(Self.key(74)) }

    /// Until
    public var shareUntil: String { texts.text(Self.key(75)) }

    /// For how many days
    public var shareDays: String { texts.text(Self.key(76)) }

    /// The person has agreed to this
    public var shareConfirm: String { texts.text(Self.key(77)) }

    /// Share only with the person’s consent; confirm it here.
    public var shareConfirmMissing: String { texts.text(Self.key(78)) }

    /// Share
    public var shareButton: String { texts.text(Self.key(79)) }

    /// A record can’t be shared with your own organisation.
    public var shareOwn: String { texts.text(Self.key(80)) }

    /// Choose at least one part of the record.
    public var shareGroupMissing: String { texts.text(Self.key(81)) }

    /// Give a number of days from 1 to 365.
    public var shareDaysWrong: String { texts.text(Self.key(82)) }

    /// This organisation can already see the record. Take that back first.
    public var shareAlready: String { texts.text(Self.key(83)) }

    /// The record was shared.
    public var shared: String { texts.text(Self.key(84)) }

    /// Take back
    public var revoke: String { texts.text(Self.key(85)) }

    /// The organisation can no longer see the record.
    public var revoked: String { texts.text(Self.key(86)) }

    /// Shared with you by {organization} until {date}. You may read it, not change it.
    public func sharedByOther(organization: String, date: String) -> String {
        texts.text(Self.key(87), ["organization": organization, "date": date])
    }

    /// Name, birth, citizenship
    public var groupIdentity: String { texts.text(Self.key(88)) }

    /// Notes
    public var groupNarrative: String { texts.text(Self.key(89)) }

    /// Legal aid
    public var purposeLegalAid: String { texts.text(Self.key(90)) }

    /// Medical help
    public var purposeMedical: String { texts.text(Self.key(91)) }

    /// Shelter
    public var purposeShelter: String { texts.text(Self.key(92)) }

    /// Consular help
    public var purposeConsular: String { texts.text(Self.key(93)) }

    /// Work
    public var purposeEmployment: String { texts.text(Self.key(94)) }

    /// Social help
    public var purposeSocial: String { texts.text(Self.key(95)) }

    /// Documents
    public var purposeDocuments: String { texts.text(Self.key(96)) }

    /// Other
    public var purposeOther: String { texts.text(Self.key(97)) }

    /// Erase
    public var erase: String { texts.text(Self.key(98)) }

    /// Erase this person
    public var eraseTitle: String { texts.text(Self.key(99)) }

    /// This record will be destroyed. Nobody can read it in Tirek again, nor, after thirty days, in any backup. This
    /// can’t be undone.
    public var eraseBody: String { texts.text(Self.key(100)) }

    /// {count} organisations can see the record and lose it too.
    public func eraseShared(count: Int) -> String {
        texts.plural(Self.key(101), count)
    }

    /// Erase for good
    public var eraseConfirm: String { texts.text(Self.key(102)) }

    /// The person was erased
    public var erasedTitle: String { texts.text(Self.key(103)) }

    /// Record
    public var certificateRecord: String { texts.text(Self.key(104)) }

    /// Erased at
    public var certificateAt: String { texts.text(Self.key(105)) }

    /// Keys destroyed
    public var certificateKeys: String { texts.text(Self.key(106)) }

    /// Older backups are unreadable from
    public var certificateBackups: String { texts.text(Self.key(107)) }

    /// Print this page if the person wants proof.
    public var certificateHint: String { texts.text(Self.key(108)) }

    /// Every opening is written into the journal, this one too.
    public var historyNote: String { texts.text(Self.key(109)) }

    /// What they are called
    public var alias: String { texts.text(Self.key(110)) }

    /// When no name is known or none is safe to use.
    public var aliasHint: String { texts.text(Self.key(111)) }

    /// No name is recorded
    public var nameless: String { texts.text(Self.key(112)) }

    /// The date is a guess
    public var birthEstimated: String { texts.text(Self.key(113)) }

    /// Birth and origin
    public var sectionBirth: String { texts.text(Self.key(114)) }

    /// Home region
    public var homeRegion: String { texts.text(Self.key(115)) }

    /// Home village or town
    public var homePlace: String { texts.text(Self.key(116)) }

    /// Languages
    public var languages: String { texts.text(Self.key(117)) }

    /// Whose phone
    public var phoneOwner: String { texts.text(Self.key(118)) }

    /// Messengers at this number
    public var phoneMessenger: String { texts.text(Self.key(119)) }

    /// the person’s own
    public var phoneOwnerPerson: String { texts.text(Self.key(120)) }

    /// a relative’s
    public var phoneOwnerRelative: String { texts.text(Self.key(121)) }

    /// shared with others
    public var phoneOwnerShared: String { texts.text(Self.key(122)) }

    /// the employer’s
    public var phoneOwnerEmployer: String { texts.text(Self.key(123)) }

    /// somebody else’s
    public var phoneOwnerOther: String { texts.text(Self.key(124)) }

    /// Who has it
    public var heldBy: String { texts.text(Self.key(125)) }

    /// Since
    public var heldSince: String { texts.text(Self.key(126)) }

    /// Such as 12.03.2026, 03.2026 or 2026.
    public var dateHint: String { texts.text(Self.key(127)) }

    /// Safe contact
    public var sectionSafety: String { texts.text(Self.key(128)) }

    /// Never call or write; they contact us
    public var mustNotBeContacted: String { texts.text(Self.key(129)) }

    /// The only safe channel
    public var onlyChannel: String { texts.text(Self.key(130)) }

    /// any
    public var anyChannel: String { texts.text(Self.key(131)) }

    /// Safe from
    public var hoursFrom: String { texts.text(Self.key(132)) }

    /// until
    public var hoursUntil: String { texts.text(Self.key(133)) }

    /// Times of day, such as 20:00 and 22:30; both empty for any time.
    public var hoursHint: String { texts.text(Self.key(134)) }

    /// On the clocks of
    public var zone: String { texts.text(Self.key(135)) }

    /// Code word
    public var codeWord: String { texts.text(Self.key(136)) }

    /// What both say to be sure of each other.
    public var codeWordHint: String { texts.text(Self.key(137)) }

    /// Never leave a message
    public var neverLeaveMessage: String { texts.text(Self.key(138)) }

    /// Don’t show who calls or writes
    public var neutralSender: String { texts.text(Self.key(139)) }

    /// What else to know before getting in touch
    public var safetyNote: String { texts.text(Self.key(140)) }

    /// Wishes
    public var sectionWishes: String { texts.text(Self.key(141)) }

    /// A woman as lawyer
    public var womanLawyer: String { texts.text(Self.key(142)) }

    /// Nobody from the own village, region or kin
    public var notFromOwnVillage: String { texts.text(Self.key(143)) }

    /// Don’t tell my state
    public var doNotTellMyState: String { texts.text(Self.key(144)) }

    /// Interpreter
    public var interpreter: String { texts.text(Self.key(145)) }

    /// nothing said
    public var interpreterNone: String { texts.text(Self.key(146)) }

    /// wanted
    public var interpreterWanted: String { texts.text(Self.key(147)) }

    /// refused
    public var interpreterRefused: String { texts.text(Self.key(148)) }

    /// Dangers from the own state
    public var sectionMarks: String { texts.text(Self.key(149)) }

    /// Asks for asylum
    public var markAsylum: String { texts.text(Self.key(150)) }

    /// In political danger
    public var markPoliticalDanger: String { texts.text(Self.key(151)) }

    /// Trafficked with officials involved
    public var markTraffickingByOfficials: String { texts.text(Self.key(152)) }

    /// Family and others
    public var sectionCircle: String { texts.text(Self.key(153)) }

    /// Whoever is not listed here is told nothing.
    public var circleHint: String { texts.text(Self.key(154)) }

    /// Name
    public var relativeName: String { texts.text(Self.key(155)) }

    /// Relation
    public var relation: String { texts.text(Self.key(156)) }

    /// Phone
    public var relativePhone: String { texts.text(Self.key(157)) }

    /// May be told
    public var disclosure: String { texts.text(Self.key(158)) }

    /// nothing
    public var disclosureNothing: String { texts.text(Self.key(159)) }

    /// alive and well
    public var disclosureAliveAndWell: String { texts.text(Self.key(160)) }

    /// where the person is
    public var disclosurePlace: String { texts.text(Self.key(161)) }

    /// everything
    public var disclosureEverything: String { texts.text(Self.key(162)) }

    /// husband or wife
    public var kinSpouse: String { texts.text(Self.key(163)) }

    /// parent
    public var kinParent: String { texts.text(Self.key(164)) }

    /// child
    public var kinChild: String { texts.text(Self.key(165)) }

    /// brother or sister
    public var kinSibling: String { texts.text(Self.key(166)) }

    /// grandparent
    public var kinGrandparent: String { texts.text(Self.key(167)) }

    /// other relative
    public var kinOtherRelative: String { texts.text(Self.key(168)) }

    /// friend
    public var kinFriend: String { texts.text(Self.key(169)) }

    /// employer
    public var kinEmployer: String { texts.text(Self.key(170)) }

    /// representative
    public var kinRepresentative: String { texts.text(Self.key(171)) }

    /// other
    public var kinOther: String { texts.text(Self.key(172)) }

    /// Add somebody
    public var addRelative: String { texts.text(Self.key(173)) }

    /// Exact places
    public var sectionPlaces: String { texts.text(Self.key(174)) }

    /// Only what is needed, for as long as it is needed. They stand in no summary.
    public var placesHint: String { texts.text(Self.key(175)) }

    /// What it is
    public var placeKind: String { texts.text(Self.key(176)) }

    /// Where
    public var placeText: String { texts.text(Self.key(177)) }

    /// What for
    public var placePurpose: String { texts.text(Self.key(178)) }

    /// Forget on
    public var placeExpires: String { texts.text(Self.key(179)) }

    /// address
    public var placeAddress: String { texts.text(Self.key(180)) }

    /// worksite
    public var placeWorksite: String { texts.text(Self.key(181)) }

    /// shelter
    public var placeShelter: String { texts.text(Self.key(182)) }

    /// no longer shown to others
    public var placeOver: String { texts.text(Self.key(183)) }

    /// Add a place
    public var addPlace: String { texts.text(Self.key(184)) }

    /// Stays
    public var sectionStays: String { texts.text(Self.key(185)) }

    /// Country
    public var stayCountry: String { texts.text(Self.key(186)) }

    /// On what ground
    public var stayBasis: String { texts.text(Self.key(187)) }

    /// not recorded
    public var basisUnknown: String { texts.text(Self.key(188)) }

    /// visa-free
    public var basisVisaFree: String { texts.text(Self.key(189)) }

    /// visa
    public var basisVisa: String { texts.text(Self.key(190)) }

    /// patent or work permit
    public var basisWorkPermit: String { texts.text(Self.key(191)) }

    /// employment contract
    public var basisContract: String { texts.text(Self.key(192)) }

    /// residence permit
    public var basisResidencePermit: String { texts.text(Self.key(193)) }

    /// study
    public var basisStudy: String { texts.text(Self.key(194)) }

    /// family
    public var basisFamily: String { texts.text(Self.key(195)) }

    /// asylum
    public var basisAsylum: String { texts.text(Self.key(196)) }

    /// citizenship
    public var basisCitizenship: String { texts.text(Self.key(197)) }

    /// no ground any more
    public var basisNone: String { texts.text(Self.key(198)) }

    /// other
    public var basisOther: String { texts.text(Self.key(199)) }

    /// Entered
    public var enteredOn: String { texts.text(Self.key(200)) }

    /// Registered until
    public var registeredUntil: String { texts.text(Self.key(201)) }

    /// Permit until
    public var permitUntil: String { texts.text(Self.key(202)) }

    /// Entry ban until
    public var bannedUntil: String { texts.text(Self.key(203)) }

    /// On the control register since
    public var controlRegisterSince: String { texts.text(Self.key(204)) }

    /// Note
    public var stayNote: String { texts.text(Self.key(205)) }

    /// Add a stay
    public var addStay: String { texts.text(Self.key(206)) }

    /// Detention
    public var sectionDetentions: String { texts.text(Self.key(207)) }

    /// Where held
    public var detentionPlace: String { texts.text(Self.key(208)) }

    /// On what ground
    public var detentionGround: String { texts.text(Self.key(209)) }

    /// From
    public var heldFrom: String { texts.text(Self.key(210)) }

    /// Until
    public var heldUntil: String { texts.text(Self.key(211)) }

    /// Had an interpreter
    public var hadInterpreter: String { texts.text(Self.key(212)) }

    /// Had a lawyer
    public var hadLawyer: String { texts.text(Self.key(213)) }

    /// Consul
    public var consul: String { texts.text(Self.key(214)) }

    /// the person was not asked
    public var consulNotAsked: String { texts.text(Self.key(215)) }

    /// asked for
    public var consulAsked: String { texts.text(Self.key(216)) }

    /// refused
    public var consulRefused: String { texts.text(Self.key(217)) }

    /// Transfers
    public var transfers: String { texts.text(Self.key(218)) }

    /// Visits
    public var visits: String { texts.text(Self.key(219)) }

    /// Papers taken
    public var papersTaken: String { texts.text(Self.key(220)) }

    /// Add a detention
    public var addDetention: String { texts.text(Self.key(221)) }

    /// Vulnerability
    public var sectionVulnerability: String { texts.text(Self.key(222)) }

    /// What helpers must know
    public var vulnerabilityNote: String { texts.text(Self.key(223)) }

    /// child without parents
    public var vulnChildAlone: String { texts.text(Self.key(224)) }

    /// pregnant
    public var vulnPregnant: String { texts.text(Self.key(225)) }

    /// small children
    public var vulnSmallChildren: String { texts.text(Self.key(226)) }

    /// disability
    public var vulnDisability: String { texts.text(Self.key(227)) }

    /// illness
    public var vulnIllness: String { texts.text(Self.key(228)) }

    /// mental distress
    public var vulnMentalDistress: String { texts.text(Self.key(229)) }

    /// survived violence
    public var vulnViolence: String { texts.text(Self.key(230)) }

    /// survived trafficking
    public var vulnTrafficking: String { texts.text(Self.key(231)) }

    /// old age
    public var vulnElderly: String { texts.text(Self.key(232)) }

    /// doesn’t speak the local language
    public var vulnNoLocalLanguage: String { texts.text(Self.key(233)) }

    /// can’t read
    public var vulnCannotRead: String { texts.text(Self.key(234)) }

    /// nowhere to stay
    public var vulnHomeless: String { texts.text(Self.key(235)) }

    /// addiction
    public var vulnAddiction: String { texts.text(Self.key(236)) }

    /// persecuted minority
    public var vulnMinority: String { texts.text(Self.key(237)) }

    /// Bishkek
    public var regionBishkek: String { texts.text(Self.key(238)) }

    /// Osh city
    public var regionOshCity: String { texts.text(Self.key(239)) }

    /// Chüy Region
    public var regionChuy: String { texts.text(Self.key(240)) }

    /// Osh Region
    public var regionOsh: String { texts.text(Self.key(241)) }

    /// Jalal-Abad Region
    public var regionJalalAbad: String { texts.text(Self.key(242)) }

    /// Batken Region
    public var regionBatken: String { texts.text(Self.key(243)) }

    /// Naryn Region
    public var regionNaryn: String { texts.text(Self.key(244)) }

    /// Talas Region
    public var regionTalas: String { texts.text(Self.key(245)) }

    /// Issyk-Kul Region
    public var regionIssykKul: String { texts.text(Self.key(246)) }

    /// Fill this in, or empty the row.
    public var valueMissing: String { texts.text(Self.key(247)) }

    /// Write a date such as 12.03.2026, or the month or year alone where that is enough.
    public var dateUnreadable: String { texts.text(Self.key(248)) }

    /// Write a time of day such as 20:00.
    public var timeUnreadable: String { texts.text(Self.key(249)) }

    /// This text is too long.
    public var textTooLong: String { texts.text(Self.key(250)) }

    /// Give both ends of the hours, or neither.
    public var hoursIncomplete: String { texts.text(Self.key(251)) }

    /// This time zone is not known.
    public var zoneUnknown: String { texts.text(Self.key(252)) }

    /// Do not call or write. The person gets in touch.
    public var warnNeverContact: String { texts.text(Self.key(253)) }

    /// Only this way: {channel}.
    public func warnOnlyChannel(channel: String) -> String {
        texts.text(Self.key(254), ["channel": channel])
    }

    /// Safe from {from} until {until} ({zone}).
    public func warnHours(from: String, until: String, zone: String) -> String {
        texts.text(Self.key(255), ["from": from, "until": until, "zone": zone])
    }

    /// Do not call before {time}.
    public func warnNotNow(time: String) -> String {
        texts.text(Self.key(256), ["time": time])
    }

    /// Never leave a message.
    public var warnNoMessage: String { texts.text(Self.key(257)) }

    /// Don’t show who calls or writes.
    public var warnNeutralSender: String { texts.text(Self.key(258)) }

    /// Nothing may reach the person’s own state: {reasons}.
    public func warnState(reasons: String) -> String {
        texts.text(Self.key(259), ["reasons": reasons])
    }

    /// Below 18: a second person decides before any referral.
    public var warnChild: String { texts.text(Self.key(260)) }

    /// From an imported list; not shared without a recorded authority.
    public var warnImported: String { texts.text(Self.key(261)) }

    /// Contacts
    public var contactsTitle: String { texts.text(Self.key(262)) }

    /// Cases
    public var casesTitle: String { texts.text(Self.key(263)) }

    /// This record came from an imported list. Record the person’s authority in a case and refer from there.
    public var importedNotShared: String { texts.text(Self.key(264)) }

    /// This is an office of a state. Refer from a case, with an authority of its own.
    public var shareState: String { texts.text(Self.key(265)) }

    /// Safe contact, wishes, dangers
    public var groupSafety: String { texts.text(Self.key(266)) }

    /// Vulnerability
    public var groupHealth: String { texts.text(Self.key(267)) }

    /// Phones, family, exact places
    public var groupContactAll: String { texts.text(Self.key(268)) }

    /// Documents, stays, detention
    public var groupDocumentsAll: String { texts.text(Self.key(269)) }

    /// Find a person
    public var searchTitle: String { texts.text(Self.key(270)) }

    /// Name, year of birth, phone or document
    public var searchLabel: String { texts.text(Self.key(271)) }

    /// Any spelling, any script, several together: “osmonova 1987 4512”.
    public var searchHint: String { texts.text(Self.key(272)) }

    /// Nobody is found.
    public var searchNothing: String { texts.text(Self.key(273)) }

    /// Try another spelling, fewer words, or the phone number; or add a new person.
    public var searchNext: String { texts.text(Self.key(274)) }

    /// Search is warming, {percent} %. Not everybody is found yet.
    public func searchWarming(percent: String) -> String {
        texts.text(Self.key(275), ["percent": percent])
    }

    /// People found
    public var searchCaption: String { texts.text(Self.key(276)) }

    /// Why
    public var columnWhy: String { texts.text(Self.key(277)) }

    /// Type at least one letter or number.
    public var searchEmpty: String { texts.text(Self.key(278)) }

    /// Is it one of these?
    public var duplicatesTitle: String { texts.text(Self.key(279)) }

    /// Open the record if it is the same person. Nothing is joined by itself.
    public var duplicatesHint: String { texts.text(Self.key(280)) }

    /// It is somebody else; add a new person
    public var somebodyElse: String { texts.text(Self.key(281)) }

    /// same family name
    public var reasonSameFamily: String { texts.text(Self.key(282)) }

    /// similar family name
    public var reasonSimilarFamily: String { texts.text(Self.key(283)) }

    /// other family name
    public var reasonOtherFamily: String { texts.text(Self.key(284)) }

    /// the family name in another form
    public var reasonFamilyOtherForm: String { texts.text(Self.key(285)) }

    /// same given name
    public var reasonSameGiven: String { texts.text(Self.key(286)) }

    /// similar given name
    public var reasonSimilarGiven: String { texts.text(Self.key(287)) }

    /// other given name
    public var reasonOtherGiven: String { texts.text(Self.key(288)) }

    /// short form of the name
    public var reasonNickname: String { texts.text(Self.key(289)) }

    /// initial only
    public var reasonInitial: String { texts.text(Self.key(290)) }

    /// same patronymic
    public var reasonSamePatronymic: String { texts.text(Self.key(291)) }

    /// similar patronymic
    public var reasonSimilarPatronymic: String { texts.text(Self.key(292)) }

    /// other patronymic
    public var reasonOtherPatronymic: String { texts.text(Self.key(293)) }

    /// begins so
    public var reasonBeginning: String { texts.text(Self.key(294)) }

    /// typed on another keyboard layout
    public var reasonKeyboard: String { texts.text(Self.key(295)) }

    /// names in another order
    public var reasonOrder: String { texts.text(Self.key(296)) }

    /// same date of birth
    public var reasonSameBirth: String { texts.text(Self.key(297)) }

    /// both born on 1 January, which is often a guess
    public var reasonJanuary: String { texts.text(Self.key(298)) }

    /// same year of birth
    public var reasonSameYear: String { texts.text(Self.key(299)) }

    /// day and month swapped
    public var reasonDayMonth: String { texts.text(Self.key(300)) }

    /// one digit of the date differs
    public var reasonBirthDigit: String { texts.text(Self.key(301)) }

    /// neighbouring year of birth
    public var reasonNearYear: String { texts.text(Self.key(302)) }

    /// other date of birth
    public var reasonOtherBirth: String { texts.text(Self.key(303)) }

    /// same phone
    public var reasonSamePhone: String { texts.text(Self.key(304)) }

    /// same phone, perhaps a relative
    public var reasonFamilyPhone: String { texts.text(Self.key(305)) }

    /// same document
    public var reasonSameDocument: String { texts.text(Self.key(306)) }

    /// one sign of the document differs
    public var reasonDocumentEdit: String { texts.text(Self.key(307)) }

    /// other document
    public var reasonOtherDocument: String { texts.text(Self.key(308)) }

    /// other sex
    public var reasonGender: String { texts.text(Self.key(309)) }

    /// perhaps twins
    public var reasonTwins: String { texts.text(Self.key(310)) }

    /// perhaps parent and child
    public var reasonParentChild: String { texts.text(Self.key(311)) }

    /// perhaps brothers or sisters
    public var reasonSiblings: String { texts.text(Self.key(312)) }

    /// by the name alone
    public var reasonNameOnly: String { texts.text(Self.key(313)) }

    /// Cases of several people stay: {cases}. Go through their notes: others may have written about this person there.
    public func certificateRemaining(cases: String) -> String {
        texts.text(Self.key(314), ["cases": cases])
    }

    /// May be recognised in the network
    public var recognition: String { texts.text(Self.key(315)) }

    /// With this leave another organisation that asks hears only that somebody may be the same person, never who or
    /// where.
    public var recognitionHint: String { texts.text(Self.key(316)) }

    /// not asked
    public var recognitionNotAsked: String { texts.text(Self.key(317)) }

    /// agreed in words
    public var recognitionOral: String { texts.text(Self.key(318)) }

    /// agreed in writing
    public var recognitionWritten: String { texts.text(Self.key(319)) }

    /// agreed by phone or message
    public var recognitionRemote: String { texts.text(Self.key(320)) }

    /// Agreed on
    public var recognitionGivenOn: String { texts.text(Self.key(321)) }

    /// Withdrawn on
    public var recognitionWithdrawnOn: String { texts.text(Self.key(322)) }

    /// Ask the network
    public var networkAsk: String { texts.text(Self.key(323)) }

    /// Known to another organisation?
    public var networkTitle: String { texts.text(Self.key(324)) }

    /// Somebody in another organisation may be the same person. The network coordinator can introduce you.
    public var networkSomebody: String { texts.text(Self.key(325)) }

    /// No match known.
    public var networkNobody: String { texts.text(Self.key(326)) }

    /// Only people who agreed to it are compared, and never by a name alone. The answer says neither who, nor where,
    /// nor how many.
    public var networkNote: String { texts.text(Self.key(327)) }

    /// Record first, under safe contact, that this person agrees to be recognised in the network.
    public var networkConsentMissing: String { texts.text(Self.key(328)) }

    /// Back to the person
    public var networkBack: String { texts.text(Self.key(329)) }

    /// Possible duplicates
    public var suspectsTitle: String { texts.text(Self.key(330)) }

    /// Records that may be of one person
    public var suspectsCaption: String { texts.text(Self.key(331)) }

    /// Nothing is merged by itself. Compare two records and decide.
    public var suspectsHint: String { texts.text(Self.key(332)) }

    /// No suspected duplicates
    public var suspectsEmptyTitle: String { texts.text(Self.key(333)) }

    /// Nobody among your own people looks recorded twice. A name alone is not enough for a suspicion.
    public var suspectsEmptyBody: String { texts.text(Self.key(334)) }

    /// Who may be the same person as {name}
    public func suspectsOf(name: String) -> String {
        texts.text(Self.key(335), ["name": name])
    }

    /// Likeness
    public var columnLikeness: String { texts.text(Self.key(336)) }

    /// Compare
    public var compare: String { texts.text(Self.key(337)) }

    /// One person or two?
    public var compareTitle: String { texts.text(Self.key(338)) }

    /// Why these two
    public var compareWhy: String { texts.text(Self.key(339)) }

    /// Nothing speaks for one person.
    public var compareNoReason: String { texts.text(Self.key(340)) }

    /// Both records
    public var compareCaption: String { texts.text(Self.key(341)) }

    /// Part
    public var comparePart: String { texts.text(Self.key(342)) }

    /// First record
    public var recordFirst: String { texts.text(Self.key(343)) }

    /// Second record
    public var recordSecond: String { texts.text(Self.key(344)) }

    /// Differs
    public var differs: String { texts.text(Self.key(345)) }

    /// Merge
    public var merge: String { texts.text(Self.key(346)) }

    /// Merge the two records
    public var mergeTitle: String { texts.text(Self.key(347)) }

    /// Which record stays
    public var mergeKeep: String { texts.text(Self.key(348)) }

    /// The other one is hidden. Its contacts, cases and appointments move to this one. It can be undone.
    public var mergeKeepHint: String { texts.text(Self.key(349)) }

    /// Open to other organizations
    public var mergeIsShared: String { texts.text(Self.key(350)) }

    /// Organizations to which the record is open will see the merged values of the parts that are open to them.
    public var mergeSharedWarning: String { texts.text(Self.key(351)) }

    /// Both, one after the other
    public var mergeBoth: String { texts.text(Self.key(352)) }

    /// Which names come first
    public var mergeFirstNames: String { texts.text(Self.key(353)) }

    /// Names, phones, documents and other lists are joined without doubles. What is forbidden or a danger in either
    /// record stays so, and a child stays a child.
    public var mergeLists: String { texts.text(Self.key(354)) }

    /// Not the same person
    public var notSame: String { texts.text(Self.key(355)) }

    /// The pair is not suspected any more.
    public var notSameHint: String { texts.text(Self.key(356)) }

    /// Somebody said that these are two persons.
    public var distinctNotice: String { texts.text(Self.key(357)) }

    /// Take this back
    public var distinctTakeBack: String { texts.text(Self.key(358)) }

    /// Noted: these are two persons.
    public var distinctNoted: String { texts.text(Self.key(359)) }

    /// The note is taken back.
    public var distinctCleared: String { texts.text(Self.key(360)) }

    /// Somebody changed one of the records meanwhile. Nothing was merged. Look at both again.
    public var mergeStale: String { texts.text(Self.key(361)) }

    /// This is one and the same record.
    public var mergeRefusedSame: String { texts.text(Self.key(362)) }

    /// Both records are open to other organizations. End one of the sharings first.
    public var mergeRefusedBothShared: String { texts.text(Self.key(363)) }

    /// One record is open to another organization. That one has to stay.
    public var mergeRefusedShared: String { texts.text(Self.key(364)) }

    /// You are barred from a case of one of them. Ask a colleague to do it.
    public var mergeRefusedBarred: String { texts.text(Self.key(365)) }

    /// One record names the other as a relative or friend, so they are two persons.
    public var mergeRefusedRelatives: String { texts.text(Self.key(366)) }

    /// Somebody said that these are two persons. Take that back first.
    public var mergeRefusedDistinct: String { texts.text(Self.key(367)) }

    /// Together the records hold more than one record can. Shorten a list or the notes first.
    public var mergeRefusedTooMuch: String { texts.text(Self.key(368)) }

    /// The records are merged.
    public var merged: String { texts.text(Self.key(369)) }

    /// The merge is undone. Both records are there again.
    public var mergeUndone: String { texts.text(Self.key(370)) }

    /// Merged records
    public var mergedRecords: String { texts.text(Self.key(371)) }

    /// Merged with {name}, {date}
    public func mergedWith(name: String, date: String) -> String {
        texts.text(Self.key(372), ["name": name, "date": date])
    }

    /// Undo
    public var undoMerge: String { texts.text(Self.key(373)) }

    /// Undo the merge
    public var undoMergeTitle: String { texts.text(Self.key(374)) }

    /// Both records become as they were. Contacts, cases and appointments name again whom they named before. What came
    /// since stays with this record.
    public var undoMergeBody: String { texts.text(Self.key(375)) }

    /// Changed since, so the later values stay: {parts}
    public func undoMergeChanged(parts: String) -> String {
        texts.text(Self.key(376), ["parts": parts])
    }

    /// Of several merges the latest is undone first.
    public var undoMergeOrder: String { texts.text(Self.key(377)) }

    /// There is no merge to undo.
    public var undoMergeNothing: String { texts.text(Self.key(378)) }

    /// Records merged into this one are erased with it: {names}
    public func eraseMerged(names: String) -> String {
        texts.text(Self.key(379), ["names": names])
    }

    /// Erased with it
    public var certificateMerged: String { texts.text(Self.key(380)) }

    /// The list is being made. Look again in a minute.
    public var suspectsMaking: String { texts.text(Self.key(381)) }
}
