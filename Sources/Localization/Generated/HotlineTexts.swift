// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `hotline`.
public struct HotlineTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 1712 + offset) }

    /// Hotline
    public var title: String { texts.text(Self.key(0)) }

    /// Now
    public var tabNow: String { texts.text(Self.key(1)) }

    /// Contacts
    public var tabContacts: String { texts.text(Self.key(2)) }

    /// Call-backs
    public var callBacks: String { texts.text(Self.key(3)) }

    /// Handover
    public var handover: String { texts.text(Self.key(4)) }

    /// Rota
    public var rota: String { texts.text(Self.key(5)) }

    /// Emergency
    public var onCall: String { texts.text(Self.key(6)) }

    /// Marked numbers
    public var numbers: String { texts.text(Self.key(7)) }

    /// New contact
    public var newContact: String { texts.text(Self.key(8)) }

    /// Contact being written
    public var draftTitle: String { texts.text(Self.key(9)) }

    /// Unfinished contacts
    public var openContacts: String { texts.text(Self.key(10)) }

    /// Contact № {number}
    public func contactTitle(number: String) -> String {
        texts.text(Self.key(11), ["number": number])
    }

    /// Open the contact
    public var contactOpen: String { texts.text(Self.key(12)) }

    /// Number
    public var number: String { texts.text(Self.key(13)) }

    /// When
    public var when: String { texts.text(Self.key(14)) }

    /// Began
    public var began: String { texts.text(Self.key(15)) }

    /// Taken by
    public var takenBy: String { texts.text(Self.key(16)) }

    /// A colleague
    public var colleague: String { texts.text(Self.key(17)) }

    /// Today
    public var today: String { texts.text(Self.key(18)) }

    /// Now
    public var now: String { texts.text(Self.key(19)) }

    /// Only mine
    public var mine: String { texts.text(Self.key(20)) }

    /// State
    public var state: String { texts.text(Self.key(21)) }

    /// Waits for a call
    public var stateWaiting: String { texts.text(Self.key(22)) }

    /// Finished
    public var stateClosed: String { texts.text(Self.key(23)) }

    /// No contacts
    public var noContacts: String { texts.text(Self.key(24)) }

    /// Each call, visit and letter is written down here, whatever becomes of it.
    public var noContactsNext: String { texts.text(Self.key(25)) }

    /// Damaged
    public var damaged: String { texts.text(Self.key(26)) }

    /// Imported
    public var imported: String { texts.text(Self.key(27)) }

    /// Not confirmed yet
    public var provisional: String { texts.text(Self.key(28)) }

    /// Language
    public var language: String { texts.text(Self.key(29)) }

    /// Problem
    public var problem: String { texts.text(Self.key(30)) }

    /// a word in any language; Enter alone: {usual}
    public func problemHint(usual: String) -> String {
        texts.text(Self.key(31), ["usual": usual])
    }

    /// main
    public var primary: String { texts.text(Self.key(32)) }

    /// Where
    public var place: String { texts.text(Self.key(33)) }

    /// The place was not recognised; it is kept as typed. Choose the country below.
    public var placeNotUnderstood: String { texts.text(Self.key(34)) }

    /// Country of stay
    public var country: String { texts.text(Self.key(35)) }

    /// What happened
    public var summary: String { texts.text(Self.key(36)) }

    /// Outcome
    public var outcome: String { texts.text(Self.key(37)) }

    /// More: channel, urgency, country
    public var more: String { texts.text(Self.key(38)) }

    /// Channel
    public var channel: String { texts.text(Self.key(39)) }

    /// Messenger
    public var messenger: String { texts.text(Self.key(40)) }

    /// Direction
    public var direction: String { texts.text(Self.key(41)) }

    /// Urgency
    public var urgency: String { texts.text(Self.key(42)) }

    /// Heard of us from
    public var heardFrom: String { texts.text(Self.key(43)) }

    /// Attempt
    public var attempt: String { texts.text(Self.key(44)) }

    /// Save
    public var save: String { texts.text(Self.key(45)) }

    /// Park
    public var park: String { texts.text(Self.key(46)) }

    /// Discard…
    public var discard: String { texts.text(Self.key(47)) }

    /// Give a return code
    public var giveCode: String { texts.text(Self.key(48)) }

    /// Return code, to be read aloud:
    public var givenCode: String { texts.text(Self.key(49)) }

    /// Red key: ring who is on call
    public var redKey: String { texts.text(Self.key(50)) }

    /// Draft saved
    public var saved: String { texts.text(Self.key(51)) }

    /// Not saved yet
    public var unsaved: String { texts.text(Self.key(52)) }

    /// Who calls
    public var counterpart: String { texts.text(Self.key(53)) }

    /// Relation
    public var relation: String { texts.text(Self.key(54)) }

    /// Who is it?
    public var whoTitle: String { texts.text(Self.key(55)) }

    /// Name, phone, document
    public var who: String { texts.text(Self.key(56)) }

    /// Nobody found. Record a new person below, or leave the caller unnamed.
    public var nobodyFound: String { texts.text(Self.key(57)) }

    /// The search is still being prepared: {percent} %
    public func searchWarming(percent: String) -> String {
        texts.text(Self.key(58), ["percent": percent])
    }

    /// New person
    public var newPerson: String { texts.text(Self.key(59)) }

    /// Year of birth
    public var birthYear: String { texts.text(Self.key(60)) }

    /// Role
    public var role: String { texts.text(Self.key(61)) }

    /// Not this person
    public var drop: String { texts.text(Self.key(62)) }

    /// Persons
    public var persons: String { texts.text(Self.key(63)) }

    /// Open the record
    public var openRecord: String { texts.text(Self.key(64)) }

    /// Cases
    public var casesOf: String { texts.text(Self.key(65)) }

    /// Earlier contacts
    public var contactsOf: String { texts.text(Self.key(66)) }

    /// Caller's number
    public var callerNumber: String { texts.text(Self.key(67)) }

    /// Name as told
    public var callerName: String { texts.text(Self.key(68)) }

    /// Return code
    public var returnCode: String { texts.text(Self.key(69)) }

    /// No contact has this code.
    public var codeUnknownToAll: String { texts.text(Self.key(70)) }

    /// Earlier contacts under this code:
    public var threadFound: String { texts.text(Self.key(71)) }

    /// It is the same caller
    public var useThread: String { texts.text(Self.key(72)) }

    /// Not the same caller
    public var threadUsed: String { texts.text(Self.key(73)) }

    /// Put the person who is named here into the earlier contacts too
    public var joinThread: String { texts.text(Self.key(74)) }

    /// Same caller
    public var sameCaller: String { texts.text(Self.key(75)) }

    /// Earlier contacts from this number (it may be somebody else):
    public var sameNumber: String { texts.text(Self.key(76)) }

    /// This number is marked as abusive. Take the call all the same: somebody in danger may be using it.
    public var numberMarked: String { texts.text(Self.key(77)) }

    /// Marked
    public var numberMarkedShort: String { texts.text(Self.key(78)) }

    /// Number withheld
    public var numberWithheld: String { texts.text(Self.key(79)) }

    /// Say nothing yet, not even that the person is known.
    public var sayNothing: String { texts.text(Self.key(80)) }

    /// Check
    public var check: String { texts.text(Self.key(81)) }

    /// Ask for the code word or two facts. Type what the caller says; the answers are compared and not shown.
    public var checkHint: String { texts.text(Self.key(82)) }

    /// The record holds nothing that could be asked.
    public var checkImpossible: String { texts.text(Self.key(83)) }

    /// That does not fit. Say nothing about the person.
    public var checkRefused: String { texts.text(Self.key(84)) }

    /// Verification
    public var checkColumn: String { texts.text(Self.key(85)) }

    /// Not checked
    public var checkNotDone: String { texts.text(Self.key(86)) }

    /// Code word confirmed
    public var checkCodeWord: String { texts.text(Self.key(87)) }

    /// Two facts confirmed
    public var checkTwoFacts: String { texts.text(Self.key(88)) }

    /// Check failed
    public var checkFailed: String { texts.text(Self.key(89)) }

    /// Staff only, nothing said
    public var checkStaffOnly: String { texts.text(Self.key(90)) }

    /// Recorded in this contact
    public var checkNew: String { texts.text(Self.key(91)) }

    /// Look at it myself, say nothing
    public var staffOnly: String { texts.text(Self.key(92)) }

    /// Code word
    public var claimCodeWord: String { texts.text(Self.key(93)) }

    /// Date of birth
    public var claimBirth: String { texts.text(Self.key(94)) }

    /// Last digits of a document
    public var claimDocument: String { texts.text(Self.key(95)) }

    /// Home village or town
    public var claimHome: String { texts.text(Self.key(96)) }

    /// Name of a relative
    public var claimFamily: String { texts.text(Self.key(97)) }

    /// Last digits of a phone
    public var claimPhone: String { texts.text(Self.key(98)) }

    /// This caller may be told nothing, not even that the person is known.
    public var tellNothing: String { texts.text(Self.key(99)) }

    /// This caller may be told that the person is alive and well, nothing more.
    public var tellAlive: String { texts.text(Self.key(100)) }

    /// This caller may be told that the person is well and where they are.
    public var tellPlace: String { texts.text(Self.key(101)) }

    /// This caller may be told everything.
    public var tellEverything: String { texts.text(Self.key(102)) }

    /// Five questions for everybody
    public var questions: String { texts.text(Self.key(103)) }

    /// Is anybody hitting, threatening or hurting you?
    public var askViolence: String { texts.text(Self.key(104)) }

    /// Are you treated worse because of your nationality?
    public var askTreatment: String { texts.text(Self.key(105)) }

    /// Does somebody else hold your papers?
    public var askPapers: String { texts.text(Self.key(106)) }

    /// Are you kept from leaving when you want to?
    public var askFree: String { texts.text(Self.key(107)) }

    /// Is there a child alone or a pregnant woman?
    public var askChild: String { texts.text(Self.key(108)) }

    /// Guide
    public var guide: String { texts.text(Self.key(109)) }

    /// Advice of this guide was given
    public var adviceGiven: String { texts.text(Self.key(110)) }

    /// Choose a problem: the guide and who can help appear here.
    public var helpEmpty: String { texts.text(Self.key(111)) }

    /// Who can help now
    public var whoHelps: String { texts.text(Self.key(112)) }

    /// Free
    public var free: String { texts.text(Self.key(113)) }

    /// Contact may endanger
    public var mayEndanger: String { texts.text(Self.key(114)) }

    /// State body
    public var stateBody: String { texts.text(Self.key(115)) }

    /// Closed now
    public var closedNow: String { texts.text(Self.key(116)) }

    /// Open day and night
    public var openRound: String { texts.text(Self.key(117)) }

    /// Open until {time}
    public func openUntil(time: String) -> String {
        texts.text(Self.key(118), ["time": time])
    }

    /// Day
    public var day: String { texts.text(Self.key(119)) }

    /// Time
    public var time: String { texts.text(Self.key(120)) }

    /// Time zone
    public var zone: String { texts.text(Self.key(121)) }

    /// From
    public var from: String { texts.text(Self.key(122)) }

    /// Until
    public var until: String { texts.text(Self.key(123)) }

    /// Number to call
    public var callBackNumber: String { texts.text(Self.key(124)) }

    /// Note
    public var callBackNote: String { texts.text(Self.key(125)) }

    /// Open
    public var callBackOpen: String { texts.text(Self.key(126)) }

    /// Nobody is named: the case is opened for a person without a name.
    public var caseNameless: String { texts.text(Self.key(127)) }

    /// Saving opens a case and then the referral.
    public var referNext: String { texts.text(Self.key(128)) }

    /// Case
    public var caseLink: String { texts.text(Self.key(129)) }

    /// Open the case
    public var openCase: String { texts.text(Self.key(130)) }

    /// Keep a neutral sender: do not say which organisation calls before the person is on the line.
    public var neutralDue: String { texts.text(Self.key(131)) }

    /// An acquaintance
    public var neutralSender: String { texts.text(Self.key(132)) }

    /// Introduce yourself as: {sender}
    public func callAs(sender: String) -> String {
        texts.text(Self.key(133), ["sender": sender])
    }

    /// Due
    public var due: String { texts.text(Self.key(134)) }

    /// Nobody waits for a call
    public var nobodyWaits: String { texts.text(Self.key(135)) }

    /// Do not call now; the person may be called from {time}.
    public func notNow(time: String) -> String {
        texts.text(Self.key(136), ["time": time])
    }

    /// This person must not be called.
    public var neverCall: String { texts.text(Self.key(137)) }

    /// Never leave a message.
    public var noMessage: String { texts.text(Self.key(138)) }

    /// {count} attempts
    public func attempts(count: Int) -> String {
        texts.plural(Self.key(139), count)
    }

    /// Take it over
    public var take: String { texts.text(Self.key(140)) }

    /// Take the call
    public var takeCall: String { texts.text(Self.key(141)) }

    /// A colleague works on this contact, or it is parked. Taking it over brings it here with all that was typed.
    public var takenBody: String { texts.text(Self.key(142)) }

    /// at work
    public var atWork: String { texts.text(Self.key(143)) }

    /// Go on
    public var goOn: String { texts.text(Self.key(144)) }

    /// Call
    public var callRinging: String { texts.text(Self.key(145)) }

    /// Call answered
    public var callAnswered: String { texts.text(Self.key(146)) }

    /// Call ended
    public var callEnded: String { texts.text(Self.key(147)) }

    /// Call ended without a contact
    public var callMissed: String { texts.text(Self.key(148)) }

    /// On duty
    public var onDuty: String { texts.text(Self.key(149)) }

    /// Nobody is on the rota now.
    public var nobodyOnDuty: String { texts.text(Self.key(150)) }

    /// Duty name
    public var dutyName: String { texts.text(Self.key(151)) }

    /// Phone
    public var phone: String { texts.text(Self.key(152)) }

    /// Their hours
    public var theirHours: String { texts.text(Self.key(153)) }

    /// Our time
    public var ourHours: String { texts.text(Self.key(154)) }

    /// Nobody is on the rota yet
    public var rotaEmpty: String { texts.text(Self.key(155)) }

    /// Add hours
    public var rotaAdd: String { texts.text(Self.key(156)) }

    /// On call only
    public var onCallOnly: String { texts.text(Self.key(157)) }

    /// Remove
    public var remove: String { texts.text(Self.key(158)) }

    /// For the next shift
    public var handoverText: String { texts.text(Self.key(159)) }

    /// What runs, who waits, what was promised. Sealed; only your organisation reads it.
    public var handoverHint: String { texts.text(Self.key(160)) }

    /// Hand over
    public var handoverSave: String { texts.text(Self.key(161)) }

    /// The last shift left a note
    public var handoverUnread: String { texts.text(Self.key(162)) }

    /// Read it
    public var handoverRead: String { texts.text(Self.key(163)) }

    /// I have read it
    public var handoverMark: String { texts.text(Self.key(164)) }

    /// Read by {name}
    public func handoverReadBy(name: String) -> String {
        texts.text(Self.key(165), ["name": name])
    }

    /// Who is rung, in this order
    public var ladder: String { texts.text(Self.key(166)) }

    /// Nobody is on the ladder yet: add who is rung in an emergency.
    public var ladderEmpty: String { texts.text(Self.key(167)) }

    /// Minutes to wait
    public var waitMinutes: String { texts.text(Self.key(168)) }

    /// From 1 to 60 minutes.
    public var waitRange: String { texts.text(Self.key(169)) }

    /// waits {minutes} min
    public func waits(minutes: String) -> String {
        texts.text(Self.key(170), ["minutes": minutes])
    }

    /// What happens
    public var alarmReason: String { texts.text(Self.key(171)) }

    /// In danger to life call the emergency number first.
    public var alarmHint: String { texts.text(Self.key(172)) }

    /// Alarm
    public var alarmOpen: String { texts.text(Self.key(173)) }

    /// Who was rung
    public var alarmLook: String { texts.text(Self.key(174)) }

    /// Answered
    public var alarmAnswered: String { texts.text(Self.key(175)) }

    /// No answer
    public var alarmNoAnswer: String { texts.text(Self.key(176)) }

    /// Cannot come
    public var alarmRefused: String { texts.text(Self.key(177)) }

    /// Somebody has answered.
    public var alarmSomebody: String { texts.text(Self.key(178)) }

    /// Wait {minutes} more minutes for an answer.
    public func alarmWait(minutes: String) -> String {
        texts.text(Self.key(179), ["minutes": minutes])
    }

    /// Ring {name} now.
    public func alarmNext(name: String) -> String {
        texts.text(Self.key(180), ["name": name])
    }

    /// Everybody was rung and nobody answered: begin again from the top.
    public var alarmExhausted: String { texts.text(Self.key(181)) }

    /// End the alarm
    public var alarmClose: String { texts.text(Self.key(182)) }

    /// Earlier alarms
    public var alarmsPast: String { texts.text(Self.key(183)) }

    /// Ring the next
    public var ringNext: String { texts.text(Self.key(184)) }

    /// rings
    public var rings: String { texts.text(Self.key(185)) }

    /// Abuse
    public var markAbuse: String { texts.text(Self.key(186)) }

    /// Silent calls
    public var markSilent: String { texts.text(Self.key(187)) }

    /// Prank
    public var markPrank: String { texts.text(Self.key(188)) }

    /// Threats
    public var markThreat: String { texts.text(Self.key(189)) }

    /// Reason
    public var markReason: String { texts.text(Self.key(190)) }

    /// Until
    public var markUntil: String { texts.text(Self.key(191)) }

    /// Days
    public var markDays: String { texts.text(Self.key(192)) }

    /// From 1 to {days} days.
    public func markDaysRange(days: String) -> String {
        texts.text(Self.key(193), ["days": days])
    }

    /// Mark a number
    public var markAdd: String { texts.text(Self.key(194)) }

    /// Mark
    public var markSave: String { texts.text(Self.key(195)) }

    /// No number is marked
    public var numbersEmpty: String { texts.text(Self.key(196)) }

    /// A mark warns and ends by itself. It never keeps a call away.
    public var numbersNote: String { texts.text(Self.key(197)) }

    /// The contact is saved.
    public var newsSaved: String { texts.text(Self.key(198)) }

    /// The contact is parked.
    public var newsParked: String { texts.text(Self.key(199)) }

    /// The draft is gone.
    public var newsDiscarded: String { texts.text(Self.key(200)) }

    /// Noted.
    public var newsNoted: String { texts.text(Self.key(201)) }

    /// Changed.
    public var newsChanged: String { texts.text(Self.key(202)) }

    /// The alarm is raised.
    public var newsAlarm: String { texts.text(Self.key(203)) }

    /// The number is marked.
    public var newsMarked: String { texts.text(Self.key(204)) }

    /// Themselves
    public var relationSelf: String { texts.text(Self.key(205)) }

    /// Spouse
    public var relationSpouse: String { texts.text(Self.key(206)) }

    /// Parent
    public var relationParent: String { texts.text(Self.key(207)) }

    /// Child
    public var relationChild: String { texts.text(Self.key(208)) }

    /// Brother or sister
    public var relationSibling: String { texts.text(Self.key(209)) }

    /// Other relative
    public var relationOtherRelative: String { texts.text(Self.key(210)) }

    /// Friend
    public var relationFriend: String { texts.text(Self.key(211)) }

    /// Colleague
    public var relationColleague: String { texts.text(Self.key(212)) }

    /// Somebody else
    public var relationOther: String { texts.text(Self.key(213)) }

    /// Friends, relatives
    public var heardFriends: String { texts.text(Self.key(214)) }

    /// Internet
    public var heardInternet: String { texts.text(Self.key(215)) }

    /// Social media
    public var heardSocialMedia: String { texts.text(Self.key(216)) }

    /// Leaflet
    public var heardLeaflet: String { texts.text(Self.key(217)) }

    /// Press, radio, television
    public var heardMedia: String { texts.text(Self.key(218)) }

    /// Another organisation
    public var heardOrganization: String { texts.text(Self.key(219)) }

    /// Consulate
    public var heardConsulate: String { texts.text(Self.key(220)) }

    /// Airport, station
    public var heardAirport: String { texts.text(Self.key(221)) }

    /// Other
    public var heardOther: String { texts.text(Self.key(222)) }

    /// Say how the contact came.
    public var channelMissing: String { texts.text(Self.key(223)) }

    /// Choose a language.
    public var languageUnknown: String { texts.text(Self.key(224)) }

    /// Choose at least one problem; plain information is one too.
    public var problemMissing: String { texts.text(Self.key(225)) }

    /// There is no such problem code.
    public var problemUnknown: String { texts.text(Self.key(226)) }

    /// Information and "other" stand alone; take them out or the rest.
    public var problemStandsAlone: String { texts.text(Self.key(227)) }

    /// That is too many.
    public var tooMany: String { texts.text(Self.key(228)) }

    /// There is no such country or region code.
    public var placeUnknown: String { texts.text(Self.key(229)) }

    /// That is still to come.
    public var timeFuture: String { texts.text(Self.key(230)) }

    /// Write the time as 14:30.
    public var timeUnreadable: String { texts.text(Self.key(231)) }

    /// Choose a day.
    public var dayMissing: String { texts.text(Self.key(232)) }

    /// The same person is named twice.
    public var personTwice: String { texts.text(Self.key(233)) }

    /// There is no such person.
    public var personNotFound: String { texts.text(Self.key(234)) }

    /// That is too long.
    public var tooLong: String { texts.text(Self.key(235)) }

    /// A task id has 1 to 200 characters without control characters.
    public var taskUnreadable: String { texts.text(Self.key(236)) }

    /// Say on which day and at what time.
    public var dueMissing: String { texts.text(Self.key(237)) }

    /// That time is past.
    public var duePast: String { texts.text(Self.key(238)) }

    /// Say which number to call.
    public var numberMissing: String { texts.text(Self.key(239)) }

    /// There is no such code.
    public var codeUnknown: String { texts.text(Self.key(240)) }

    /// Say how the contact ended.
    public var outcomeMissing: String { texts.text(Self.key(241)) }

    /// A colleague has taken it over or changed it meanwhile.
    public var staleBody: String { texts.text(Self.key(242)) }

    /// A practice organisation takes no calls.
    public var practiceTakesNoCalls: String { texts.text(Self.key(243)) }

    /// What was typed here and its key are destroyed. Nothing of it can be had back.
    public var discardWhat: String { texts.text(Self.key(244)) }

    /// Discard for good
    public var discardConfirm: String { texts.text(Self.key(245)) }
}
