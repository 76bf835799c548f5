import Access
import Database
import Domain
public import Foundation
import People
import Vault

/// Makes the installation that `script/bench search` measures: very many people in twelve organisations of uneven
/// sizes, written through the register's own store, some of them opened to another organisation.
public enum SearchBenchmark {
    /// How many of a thousand people are each organisation's, in the order of the demonstration's plan. The rest is the
    /// first one's, and ``few`` are those of the one that has none here.
    private static let shares = [600, 150, 80, 50, 40, 0, 30, 20, 15, 8, 5, 2]
    /// How many people the smallest organisation has.
    private static let few = 100
    /// Every so manieth person is opened to another organisation.
    private static let opened = 100

    /// Makes it in a folder as ``Demonstration`` does; all accounts have one password. `sought.tsv` beside them names
    /// some people of each organisation, to be looked for.
    ///
    /// - Returns: one line of JSON with what was made and how long it took.
    public static func make(
        directory: String,
        databaseURL: String?,
        seed: UInt64,
        people: Int,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) async throws -> String {
        guard people >= 20 * few else { throw OperationError("--people must be \(20 * few) or more.") }
        let timer = ContinuousClock()
        let start = timer.now
        let accounts = try await Demonstration.make(
            directory: directory,
            databaseURL: databaseURL,
            environment: environment
        ) { installation, clock in
            try await Demonstration.checkEmpty(installation)
            let now = Surroundings.system.now()
            clock.move(to: now.advanced(bySeconds: -(NetworkSchedule.years * 365 + 30) * 86_400))
            let plan = plan()
            let staff = try await NetworkFounding(
                installation: installation,
                plan: plan,
                sharedPassword: DemonstrationPasswords(installation.surroundings).next()
            ).make()
            let filling = SearchFilling(
                installation: installation,
                clock: clock,
                staff: staff,
                sizes: sizes(people),
                recipients: plan.organizations.indices.filter { !plan.organizations[$0].kind.isOfState },
                seed: seed,
                now: now
            )
            let sought = try await filling.make(opening: opened)
            guard
                FileManager.default.createFile(
                    atPath: directory + "/sought.tsv",
                    contents: Data(sought.utf8),
                    attributes: [.posixPermissions: 0o600]
                )
            else { throw OperationError("\(directory)/sought.tsv can't be written.") }
            return staff.accounts
        }
        let seconds = Double((timer.now - start).components.seconds)
        return "{\"accounts\":\(accounts.count),\"people\":\(people),\"seconds\":\(seconds)}"
    }

    /// The demonstration's organisations, each with two more who accompany people.
    private static func plan() -> DemonstrationNetworkPlan {
        var plan = DemonstrationNetworkPlan.demonstration
        plan.organizations.removeAll(where: \.isPractice)
        plan.organizations = Array(plan.organizations.prefix(shares.count))
        for place in plan.organizations.indices {
            let code = plan.organizations[place].code
            for (number, name) in ["Айдай Сапарова", "Тимур Рахимов"].enumerated() {
                plan.organizations[place].members.append(
                    DemonstrationNetworkPlan.Member("search\(number).\(code)", name, .caseworker)
                )
            }
        }
        return plan
    }

    private static func sizes(_ people: Int) -> [Int] {
        var sizes = shares.map { $0 == 0 ? few : people * $0 / 1000 }
        sizes[0] += people - sizes.reduce(0, +)
        return sizes
    }
}

/// The people of a ``SearchBenchmark``.
private struct SearchFilling: Sendable {
    let installation: Installation
    let clock: DemonstrationClock
    let staff: NetworkStaff
    /// How many people each organisation has, by its place.
    let sizes: [Int]
    /// The organisations to which a record may be opened, by place.
    let recipients: [Int]
    let seed: UInt64
    let now: Instant

    /// People of one transaction: long enough to spare the disk, short enough to keep the log of the database small.
    private static let portion = 2000
    /// About how many people of an organisation are named for looking up; of a small one all are.
    private static let named = 2000

    /// Somebody who was made.
    private struct Made: Sendable {
        let place: Int
        let id: PersonID
    }

    /// Writes everybody, then opens every `opened`th to another organisation.
    ///
    /// - Returns: lines of those to be looked for, with a header.
    func make(opening opened: Int) async throws -> String {
        let owners = owners()
        let people = BenchmarkPeople(seed: seed)
        let began = clock.surroundings.now()
        let step = Double(now.milliseconds - began.milliseconds) / Double(owners.count)
        var named = [Int](repeating: 0, count: sizes.count)
        var lines = "organization\tsize\tperson\tisOwn\tfamily\tgiven\tpatronymic\tyear\n"
        var shared: [Made] = []
        for start in stride(from: 0, to: owners.count, by: Self.portion) {
            let range = start..<min(owners.count, start + Self.portion)
            clock.move(to: Instant(milliseconds: began.milliseconds + Int64(step * Double(start))))
            let ids = try await installation.database.write(.system) { [installation, staff] connection in
                try range.map { place in
                    guard let worker = staff.worker(owners[place], place) else {
                        throw OperationError("An organisation has nobody who may add people.")
                    }
                    return try installation.rooms.people.create(people.person(at: place), by: worker, on: connection)
                }
            }
            for (place, id) in zip(range, ids) {
                let owner = owners[place]
                if named[owner] % max(1, sizes[owner] / Self.named) == 0 {
                    lines += line(id, people.person(at: place), of: owner, isOwn: true)
                }
                named[owner] += 1
                if place % opened == 0 { shared.append(Made(place: place, id: id)) }
            }
        }
        clock.move(to: nil)
        return try await lines + share(shared, owners, people)
    }

    /// Whose each person is, by the person's place: organisations take turns as chance has it.
    private func owners() -> [Int] {
        var random = SeededGenerator(seed: seed)
        return sizes.indices.flatMap { [Int](repeating: $0, count: sizes[$0]) }.shuffled(using: &random)
    }

    /// Opens people to organisations other than their own, and states neither to nor from; the smallest receives few.
    private func share(_ people: [Made], _ owners: [Int], _ names: BenchmarkPeople) async throws -> String {
        let smallest = sizes.indices.min { sizes[$0] < sizes[$1] } ?? 0
        var random = SeededGenerator(seed: seed &+ 1)
        var passed: [(made: Made, recipient: Int)] = []
        for made in people where recipients.contains(owners[made.place]) {
            let isForSmallest = passed.count < 10 && owners[made.place] != smallest
            let others = recipients.filter { $0 != owners[made.place] && $0 != smallest }
            passed.append((made, isForSmallest ? smallest : random.pick(others, or: 0)))
        }
        for start in stride(from: 0, to: passed.count, by: Self.portion) {
            let portion = passed[start..<min(passed.count, start + Self.portion)]
            try await installation.database.write(.system) { [installation, staff, now] connection in
                for (made, recipient) in portion {
                    guard let worker = staff.worker(owners[made.place], made.place) else { continue }
                    let draft = GrantDraft(
                        record: made.id.retagged(),
                        recipient: staff.organizations[recipient],
                        groups: FieldGroups([.identity, .contact]),
                        purpose: SharingPurpose.legalAid.rawValue,
                        expiresAt: now.advanced(bySeconds: 300 * 86_400),
                        createdBy: worker.user
                    )
                    _ = try installation.rooms.people.share(made.id, draft, by: worker, on: connection)
                }
            }
        }
        return passed.map { line($0.made.id, names.person(at: $0.made.place), of: $0.recipient, isOwn: false) }.joined()
    }

    private func line(_ id: PersonID, _ details: PersonDetails, of place: Int, isOwn: Bool) -> String {
        let identity = details.identity
        guard let name = identity.names.first else { return "" }
        let fields = [
            staff.organizations[place].text, String(sizes[place]), id.text, isOwn ? "1" : "0",
            name.family, name.given, name.patronymic, identity.birth.map { String($0.year) } ?? "",
        ]
        return fields.joined(separator: "\t") + "\n"
    }
}
