import Domain
import Localization
import Web

extension RecognitionCheck {
    func title(_ texts: Texts) -> String {
        switch self {
        case .notDone: texts.hotline.checkNotDone
        case .codeWord: texts.hotline.checkCodeWord
        case .twoFacts: texts.hotline.checkTwoFacts
        case .failed: texts.hotline.checkFailed
        case .staffOnly: texts.hotline.checkStaffOnly
        case .newlyRecorded: texts.hotline.checkNew
        }
    }
}

extension CallerRelation {
    func title(_ texts: Texts) -> String {
        switch self {
        case .own: texts.hotline.relationSelf
        case .spouse: texts.hotline.relationSpouse
        case .parent: texts.hotline.relationParent
        case .child: texts.hotline.relationChild
        case .sibling: texts.hotline.relationSibling
        case .otherRelative: texts.hotline.relationOtherRelative
        case .friend: texts.hotline.relationFriend
        case .colleague: texts.hotline.relationColleague
        case .other: texts.hotline.relationOther
        }
    }
}

extension HeardFrom {
    func title(_ texts: Texts) -> String {
        switch self {
        case .friends: texts.hotline.heardFriends
        case .internet: texts.hotline.heardInternet
        case .socialMedia: texts.hotline.heardSocialMedia
        case .leaflet: texts.hotline.heardLeaflet
        case .media: texts.hotline.heardMedia
        case .organization: texts.hotline.heardOrganization
        case .consulate: texts.hotline.heardConsulate
        case .airport: texts.hotline.heardAirport
        case .other: texts.hotline.heardOther
        }
    }
}

extension ContactState {
    func title(_ texts: Texts) -> String {
        switch self {
        case .waiting: texts.hotline.stateWaiting
        case .closed: texts.hotline.stateClosed
        }
    }
}

extension NumberMarkReason {
    func title(_ texts: Texts) -> String {
        switch self {
        case .abuse: texts.hotline.markAbuse
        case .silent: texts.hotline.markSilent
        case .prank: texts.hotline.markPrank
        case .threat: texts.hotline.markThreat
        }
    }
}

extension AlarmAnswer {
    func title(_ texts: Texts) -> String {
        switch self {
        case .answered: texts.hotline.alarmAnswered
        case .noAnswer: texts.hotline.alarmNoAnswer
        case .refused: texts.hotline.alarmRefused
        }
    }
}

extension CallState {
    func title(_ texts: Texts) -> String {
        switch self {
        case .ringing: texts.hotline.callRinging
        case .answered: texts.hotline.callAnswered
        case .ended: texts.hotline.callEnded
        }
    }
}

/// The time zones that the network works in, each with the time it is there.
enum ZoneOptions {
    private static let zones = [
        "Asia/Bishkek", "Europe/Moscow", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Novosibirsk",
        "Asia/Krasnoyarsk", "Asia/Irkutsk", "Asia/Yakutsk", "Asia/Vladivostok", "Europe/Kaliningrad", "Asia/Almaty",
        "Asia/Tashkent", "Asia/Dushanbe", "Europe/Chisinau", "Europe/Istanbul", "Europe/Warsaw", "Europe/Berlin",
        "Asia/Seoul", "Asia/Dubai", "America/New_York", "UTC",
    ]

    static func all(usual: String, _ texts: Texts, now: Instant) -> [FieldOption] {
        let names = zones.contains(usual) ? zones : [usual] + zones
        return names.map { zone in
            FieldOption(zone, "\(zone), \(texts.formats.time(milliseconds: now.milliseconds, zone: zone))")
        }
    }

    /// Whether the zone is one that can be chosen.
    static func has(_ zone: String, usual: String) -> Bool { zone == usual || zones.contains(zone) }
}

extension Sex {
    func title(_ texts: Texts) -> String {
        switch self {
        case .female: texts.people.sexFemale
        case .male: texts.people.sexMale
        case .other: texts.people.sexOther
        case .unknown: texts.people.sexUnknown
        }
    }
}
