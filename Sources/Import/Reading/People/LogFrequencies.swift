import Domain
import Foundation
import NameMatching

/// How much an agreement tells by how rare it is in the log itself: of two rows that share a town in which every second
/// row is, nothing is known; where one row in a hundred is, namesakes hardly meet.
struct LogFrequencies {
    /// What a row says of its person and their matter, of which two people of one name rarely share the rare.
    enum Fact: Hashable {
        case homeText(String), homeRegion(String), hostCity(String), hostRegion(String), hostCountry(String)
        case citizenship(String), language(String)
        case employer(String), problem(ProblemCode), birthYear(Int), debt(Money)

        /// Those of one kind are counted against each other.
        fileprivate var kind: Int {
            switch self {
            case .homeText: 0
            case .homeRegion: 1
            case .hostCity: 2
            case .hostRegion: 3
            case .employer: 4
            case .problem: 5
            case .birthYear: 6
            case .debt: 7
            case .hostCountry: 8
            case .citizenship: 9
            case .language: 10
            }
        }
    }

    private var counts: [Fact: Int] = [:]
    /// Rows that say anything of a kind.
    private var rows: [Int: Int] = [:]

    /// What one agreement can tell at most: a rare word may be a slip of the pen.
    private static let mostBits = 6.0
    /// A short log says little about how rare a value is: it counts as a part of a longer one.
    private static let background = 24.0

    /// In how many rows with a full name each part of a name stands.
    private var stemCounts: [Stem: Int] = [:]
    private var named = 0
    /// How long the log was kept, in days.
    private let span: Double

    /// After how many days somebody rings again on the average.
    private static let meanReturn = 30.0

    /// Of how many named rows on a log knows how rare a name is.
    private static let longLog = 150.0

    init(_ contacts: [ReadContact]) {
        let days = contacts.map(\.day.daysSince1970)
        span = Double((days.max() ?? 0) - (days.min() ?? 0) + 1)
        for contact in contacts {
            let facts = Self.facts(contact)
            for fact in facts { counts[fact, default: 0] += 1 }
            for kind in Set(facts.map(\.kind)) { rows[kind, default: 0] += 1 }
            let stems = Self.stems(contact.name)
            for stem in stems { stemCounts[stem, default: 0] += 1 }
            if !stems.isEmpty { named += 1 }
        }
    }

    /// log2 of one over the share of rows that say the same, among those that say anything.
    func bits(_ fact: Fact) -> Double {
        let count = Double(counts[fact] ?? 0)
        let all = Double(rows[fact.kind] ?? 0)
        return min(Self.mostBits, max(0, log2((all + Self.background) / (count + 1))))
    }

    /// log2 of one over the number of namesakes that chance alone would put into this log; 0 when it would put any, and
    /// little in a short log, which doesn't know how rare a name is.
    func bits(ofName name: ReadName) -> Double {
        let stems = Self.stems(name)
        guard stems.count >= 2 else { return 0 }
        let all = Double(named) + Self.background
        let expected = stems.reduce(all) { $0 * Double((stemCounts[$1] ?? 0) + 1) / all }
        return max(0, -log2(expected)) * Double(named) / (Double(named) + Self.longLog)
    }

    private static func stems(_ name: ReadName) -> Set<Stem> {
        guard let family = name.family, let given = name.given, !name.isShort else { return [] }
        return Set(NameMatching.NameReader.read(family + " " + given).tokens.map(\.stem))
    }

    /// log2 of how much likelier two rows stand so near when they are of one person than when they are of namesakes, whose
    /// rows lie anywhere in the log's time; 0 in a log of few weeks, where all are near.
    func bits(daysApart apart: Double) -> Double {
        let ofOne = exp(-apart / Self.meanReturn) / Self.meanReturn
        let ofTwo = 2 / span * (1 - min(apart, span - 1) / span)
        return min(Self.mostBits, max(0, log2(ofOne / ofTwo)))
    }

    static func facts(_ contact: ReadContact) -> Set<Fact> {
        var facts: Set<Fact> = []
        let home = Words.fold(contact.home)
        if !home.isEmpty { facts.insert(.homeText(home)) }
        if let region = contact.homeRegion { facts.insert(.homeRegion(region)) }
        if let city = contact.host.city { facts.insert(.hostCity(city)) }
        if let region = contact.host.region { facts.insert(.hostRegion(region)) }
        if let country = contact.host.country { facts.insert(.hostCountry(country)) }
        if let country = contact.citizenship { facts.insert(.citizenship(country)) }
        if let language = contact.language { facts.insert(.language(language)) }
        if let employer = contact.employer { facts.insert(.employer(employer.key)) }
        for problem in contact.problems where problem != .information && problem != .other {
            facts.insert(.problem(problem))
        }
        if let birth = contact.birth, !contact.birthIsEstimated { facts.insert(.birthYear(birth.year)) }
        if let money = contact.owed?.money { facts.insert(.debt(money)) }
        return facts
    }
}
