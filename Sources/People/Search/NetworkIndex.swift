import Domain
import NameMatching
import Synchronization

/// Everybody in the installation who agreed to be recognised in the network, and nobody else, in memory.
///
/// Nothing of it is ever shown. It gives ids for the one question whether there is somebody, which the database has to
/// confirm (decision 20).
final class NetworkIndex: Sendable {
    private struct State {
        var index = NameIndex()
        /// Whose somebody is. Two organisations may follow one another as owner, in events of any order.
        var owners: [PersonID: OrganizationID] = [:]
        /// The number of an organisation is its place here, and the tag of its records.
        var organizations: [OrganizationID] = []
        var numbers: [OrganizationID: UInt32] = [:]

        mutating func number(of organization: OrganizationID) -> UInt32 {
            if let known = numbers[organization] { return known }
            let new = UInt32(organizations.count)
            organizations.append(organization)
            numbers[organization] = new
            return new
        }
    }

    private let state = Mutex(State())

    func put(_ records: [MatchableRecord], of organization: OrganizationID) {
        guard !records.isEmpty else { return }
        state.withLock { state in
            let number = state.number(of: organization)
            for record in records {
                var record = record
                record.tag = number
                state.index.insert(record)
                state.owners[PersonID(record.key)] = organization
            }
        }
    }

    /// Follows a change of a record of its owner's: whoever no longer agrees, or is no longer there, is dropped.
    func apply(_ entry: SearchEntry) {
        if let record = entry.record, entry.isRecognizable {
            put([record], of: entry.organization)
            return
        }
        state.withLock { state in
            guard state.owners[entry.id] == entry.organization else { return }
            state.owners[entry.id] = nil
            _ = state.index.remove(NameMatching.RecordKey(entry.id))
        }
    }

    /// An organisation's own people who agreed to be recognised.
    func keys(of organization: OrganizationID) -> [PersonID] {
        state.withLock { state in state.owners.filter { $0.value == organization }.map(\.key) }.sorted()
    }

    /// Those of other organisations who may well be the one described.
    ///
    /// - Parameters:
    ///   - record: whom it is about.
    ///   - organization: who asks; its own people are left out.
    ///   - takesPart: whether an organisation's people count.
    /// - Returns: at most ten, for the database to confirm.
    func candidates(
        for record: MatchableRecord,
        asking organization: OrganizationID,
        takesPart: (OrganizationID) -> Bool
    ) -> [SearchTouch] {
        state.withLock { state in
            let open = state.organizations.map { $0 != organization && takesPart($0) }
            return state.index
                .possibleDuplicates(of: record, limit: 10, above: NetworkQuestion.threshold) { _, tag in
                    Int(tag) < open.count && open[Int(tag)]
                }
                .filter { NetworkQuestion.isEnough($0.reasons) && Int($0.tag) < state.organizations.count }
                .map { SearchTouch(organization: state.organizations[Int($0.tag)], id: PersonID($0.key)) }
        }
    }
}

/// The rules of asking the network about somebody (decision 20).
enum NetworkQuestion {
    /// From this probability on somebody may be the same.
    static let threshold = 0.8
    /// An answer takes so long whatever it is, so that its time tells nothing.
    static let pause = Duration.milliseconds(400)
    /// How many questions somebody may ask in a minute (half as many again at once), and how many in a day.
    static let aMinute = 6
    static let aDay = 40

    /// Whether a name is joined by something that is the person's own. A year, a first of January and a family's phone
    /// are many people's.
    static func isEnough(_ reasons: [MatchReason]) -> Bool {
        var isOwn = false
        for reason in reasons {
            switch reason {
            case .sameBirthDate, .birthDayMonthSwapped, .samePhone, .sameDocument, .documentOneEdit: isOwn = true
            case .nameOnly, .perhapsTwins, .perhapsSiblings, .perhapsParentAndChild, .samePhoneFamily: return false
            default: break
            }
        }
        return isOwn
    }
}

/// The whole of what is ever said about people of other organisations.
public enum NetworkAnswer: String, Sendable, CaseIterable {
    /// Somebody in another organisation may be the same person.
    case somebody = "somebody_may_be_the_same"
    /// There is nobody, or nobody who agreed to be recognised.
    case nobody = "no_match_known"
}
