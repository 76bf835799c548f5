// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `guides`.
public struct GuidesTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 1958 + offset) }

    /// Guides
    public var title: String { texts.text(Self.key(0)) }

    /// What happened?
    public var searchLabel: String { texts.text(Self.key(1)) }

    /// Type any word in any language, such as wages, ЧС, айлык
    public var searchHint: String { texts.text(Self.key(2)) }

    /// Found
    public var results: String { texts.text(Self.key(3)) }

    /// No problem goes by this word
    public var nothingFound: String { texts.text(Self.key(4)) }

    /// Try a shorter or another word, or look through the list below.
    public var nothingFoundHint: String { texts.text(Self.key(5)) }

    /// Guide
    public var hasGuide: String { texts.text(Self.key(6)) }

    /// Stay, papers, citizenship
    public var familyStatus: String { texts.text(Self.key(7)) }

    /// Work and pay
    public var familyLabour: String { texts.text(Self.key(8)) }

    /// Freedom
    public var familyFreedom: String { texts.text(Self.key(9)) }

    /// Safety, police, court
    public var familySafety: String { texts.text(Self.key(10)) }

    /// Health
    public var familyHealth: String { texts.text(Self.key(11)) }

    /// Family and children
    public var familyFamily: String { texts.text(Self.key(12)) }

    /// Housing, money, questions
    public var familySocial: String { texts.text(Self.key(13)) }

    /// Journey and return
    public var familyJourney: String { texts.text(Self.key(14)) }

    /// Country of stay
    public var country: String { texts.text(Self.key(15)) }

    /// Citizenship
    public var citizenship: String { texts.text(Self.key(16)) }

    /// Show
    public var show: String { texts.text(Self.key(17)) }

    /// Danger first
    public var sectionDanger: String { texts.text(Self.key(18)) }

    /// Do this now
    public var sectionNow: String { texts.text(Self.key(19)) }

    /// What the law says
    public var sectionLaw: String { texts.text(Self.key(20)) }

    /// Who can help
    public var sectionWho: String { texts.text(Self.key(21)) }

    /// Emergency numbers: {country}
    public func emergency(country: String) -> String {
        texts.text(Self.key(22), ["country": country])
    }

    /// No emergency numbers are recorded for this country.
    public var noEmergency: String { texts.text(Self.key(23)) }

    /// There is no guide in your language yet. This one is in another: {language}.
    public func otherLanguage(language: String) -> String {
        texts.text(Self.key(24), ["language": language])
    }

    /// Nobody who speaks the language well has checked these words yet.
    public var unreviewed: String { texts.text(Self.key(25)) }

    /// There is no guide for this problem yet.
    public var noGuide: String { texts.text(Self.key(26)) }

    /// Written for: {countries}. Other rules may hold in the country chosen.
    public func otherCountry(countries: String) -> String {
        texts.text(Self.key(27), ["countries": countries])
    }

    /// Checked on {date}
    public func checked(date: String) -> String {
        texts.text(Self.key(28), ["date": date])
    }

    /// version {version}
    public func version(version: String) -> String {
        texts.text(Self.key(29), ["version": version])
    }

    /// Sources
    public var sources: String { texts.text(Self.key(30)) }

    /// Rules: {citizenship} in {country}
    public func rules(citizenship: String, country: String) -> String {
        texts.text(Self.key(31), ["citizenship": citizenship, "country": country])
    }

    /// Other rules for this citizenship and country
    public var rulesOther: String { texts.text(Self.key(32)) }

    /// No rule is recorded for this problem, citizenship and country. Ask a lawyer.
    public var noRules: String { texts.text(Self.key(33)) }

    /// in force since {date}
    public func ruleSince(date: String) -> String {
        texts.text(Self.key(34), ["date": date])
    }

    /// Check before relying on it
    public var ruleCheck: String { texts.text(Self.key(35)) }

    /// Certain on the day of the check
    public var ruleCertain: String { texts.text(Self.key(36)) }

    /// Usual steps
    public var plan: String { texts.text(Self.key(37)) }

    /// day {day}
    public func planDay(day: String) -> String {
        texts.text(Self.key(38), ["day": day])
    }

    /// First the status check and what the person allowed
    public var planAuthority: String { texts.text(Self.key(39)) }

    /// What to ask
    public var ask: String { texts.text(Self.key(40)) }

    /// Help that fits
    public var services: String { texts.text(Self.key(41)) }

    /// Narrower problems
    public var narrower: String { texts.text(Self.key(42)) }

    /// Open the whole guide
    public var openFull: String { texts.text(Self.key(43)) }
}
