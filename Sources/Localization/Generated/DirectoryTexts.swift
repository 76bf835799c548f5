// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `directory`.
public struct DirectoryTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 1072 + offset) }

    /// Who can help
    public var title: String { texts.text(Self.key(0)) }

    /// Our entry
    public var own: String { texts.text(Self.key(1)) }

    /// Find
    public var find: String { texts.text(Self.key(2)) }

    /// What is needed
    public var service: String { texts.text(Self.key(3)) }

    /// Any
    public var any: String { texts.text(Self.key(4)) }

    /// Country
    public var country: String { texts.text(Self.key(5)) }

    /// Language
    public var language: String { texts.text(Self.key(6)) }

    /// Free of charge only
    public var freeOnly: String { texts.text(Self.key(7)) }

    /// Open now
    public var openNow: String { texts.text(Self.key(8)) }

    /// A woman can be asked for
    public var womanLawyer: String { texts.text(Self.key(9)) }

    /// Organisations that can help
    public var caption: String { texts.text(Self.key(10)) }

    /// Who
    public var columnWho: String { texts.text(Self.key(11)) }

    /// What
    public var columnWhat: String { texts.text(Self.key(12)) }

    /// Where
    public var columnWhere: String { texts.text(Self.key(13)) }

    /// Open
    public var columnOpen: String { texts.text(Self.key(14)) }

    /// Phone
    public var columnPhone: String { texts.text(Self.key(15)) }

    /// Open until {time}
    public func openUntil(time: String) -> String {
        texts.text(Self.key(16), ["time": time])
    }

    /// Closed
    public var closed: String { texts.text(Self.key(17)) }

    /// Closed, opens {time}
    public func closedUntil(time: String) -> String {
        texts.text(Self.key(18), ["time": time])
    }

    /// Day and night
    public var roundTheClock: String { texts.text(Self.key(19)) }

    /// Free
    public var free: String { texts.text(Self.key(20)) }

    /// Paid
    public var paid: String { texts.text(Self.key(21)) }

    /// Price not said
    public var feeUnknown: String { texts.text(Self.key(22)) }

    /// Belongs to a state
    public var state: String { texts.text(Self.key(23)) }

    /// Contact may endanger
    public var endangers: String { texts.text(Self.key(24)) }

    /// Not admitted yet
    public var pending: String { texts.text(Self.key(25)) }

    /// {count} places free
    public func places(count: Int) -> String {
        texts.plural(Self.key(26), count)
    }

    /// Nobody found
    public var emptyTitle: String { texts.text(Self.key(27)) }

    /// Ask for less: another language, any price, not only now.
    public var emptyBody: String { texts.text(Self.key(28)) }

    /// Places
    public var sites: String { texts.text(Self.key(29)) }

    /// Services
    public var services: String { texts.text(Self.key(30)) }

    /// Add a place
    public var addSite: String { texts.text(Self.key(31)) }

    /// Add a service
    public var addService: String { texts.text(Self.key(32)) }

    /// Change
    public var edit: String { texts.text(Self.key(33)) }

    /// Remove
    public var remove: String { texts.text(Self.key(34)) }

    /// Name of the place
    public var siteName: String { texts.text(Self.key(35)) }

    /// Region code
    public var region: String { texts.text(Self.key(36)) }

    /// ISO 3166-2, as in RU-MOW or KG-O
    public var regionHint: String { texts.text(Self.key(37)) }

    /// Town
    public var city: String { texts.text(Self.key(38)) }

    /// Address
    public var address: String { texts.text(Self.key(39)) }

    /// Who sees the address
    public var addressVisibility: String { texts.text(Self.key(40)) }

    /// Duty number
    public var phone: String { texts.text(Self.key(41)) }

    /// Who sees the number
    public var phoneVisibility: String { texts.text(Self.key(42)) }

    /// Everybody
    public var visiblePublic: String { texts.text(Self.key(43)) }

    /// Staff of the network
    public var visibleMember: String { texts.text(Self.key(44)) }

    /// Staff of admitted organisations
    public var visibleVetted: String { texts.text(Self.key(45)) }

    /// Only we
    public var visibleOwner: String { texts.text(Self.key(46)) }

    /// Time zone
    public var zone: String { texts.text(Self.key(47)) }

    /// As in Europe/Moscow
    public var zoneHint: String { texts.text(Self.key(48)) }

    /// Opening hours
    public var hours: String { texts.text(Self.key(49)) }

    /// One line a day: Mon 09:00-18:00. Leave empty when closed.
    public var hoursHint: String { texts.text(Self.key(50)) }

    /// Languages
    public var languages: String { texts.text(Self.key(51)) }

    /// Price
    public var fee: String { texts.text(Self.key(52)) }

    /// Where people may come from
    public var coverage: String { texts.text(Self.key(53)) }

    /// Codes with spaces between them, as in RU KZ or RU-MOW. Empty: everywhere.
    public var coverageHint: String { texts.text(Self.key(54)) }

    /// Free places now
    public var freePlaces: String { texts.text(Self.key(55)) }

    /// For how many days that holds
    public var freePlacesDays: String { texts.text(Self.key(56)) }

    /// Saved.
    public var saved: String { texts.text(Self.key(57)) }

    /// Removed.
    public var removed: String { texts.text(Self.key(58)) }

    /// Write a name.
    public var nameMissing: String { texts.text(Self.key(59)) }

    /// There is no such time zone.
    public var zoneWrong: String { texts.text(Self.key(60)) }

    /// Write the country as two letters, as in RU.
    public var countryWrong: String { texts.text(Self.key(61)) }

    /// This line can't be read: {line}
    public func hoursWrong(line: String) -> String {
        texts.text(Self.key(62), ["line": line])
    }

    /// Choose at least one language.
    public var languagesMissing: String { texts.text(Self.key(63)) }

    /// Write a whole number.
    public var numberWrong: String { texts.text(Self.key(64)) }

    /// Say where you work
    public var noSites: String { texts.text(Self.key(65)) }

    /// Colleagues find you by place, service, language and hours. Begin with a place.
    public var noSitesBody: String { texts.text(Self.key(66)) }

    /// For training only
    public var isPractice: String { texts.text(Self.key(67)) }

    /// Contact may endanger
    public var marks: String { texts.text(Self.key(68)) }

    /// Until
    public var markUntil: String { texts.text(Self.key(69)) }

    /// Where being in touch with an organisation can harm a migrant, colleagues see it before they refer, and messages
    /// show a neutral sender.
    public var marksLead: String { texts.text(Self.key(70)) }

    /// No marks yet
    public var marksEmpty: String { texts.text(Self.key(71)) }

    /// Since
    public var markSince: String { texts.text(Self.key(72)) }

    /// Two letters, as in RU; * for everywhere
    public var markCountryHint: String { texts.text(Self.key(73)) }

    /// As in 2026-03-12
    public var dateHint: String { texts.text(Self.key(74)) }

    /// There is no such day.
    public var dateWrong: String { texts.text(Self.key(75)) }
}
