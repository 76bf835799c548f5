import Access
import Domain
import People
public import Foundation

/// Makes the desk that `script/bench desk` measures: the demonstration's organisations with many more of everything,
/// written through the same stores, so that keys, leaves, events and facts are all there.
public enum DeskBenchmark {
    /// How much is made.
    public struct Sizes: Sendable {
        public var organizations: Int
        public var users: Int
        public var people: Int
        public var contacts: Int
        public var cases: Int

        public init(organizations: Int, users: Int, people: Int, contacts: Int, cases: Int) {
            self.organizations = organizations
            self.users = users
            self.people = people
            self.contacts = contacts
            self.cases = cases
        }
    }

    /// Makes the desk in a folder as ``Demonstration`` does; all accounts have one password.
    ///
    /// - Returns: one line of JSON with what was made and how long it took.
    public static func make(
        directory: String,
        databaseURL: String?,
        seed: UInt64,
        _ sizes: Sizes,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) async throws -> String {
        let timer = ContinuousClock()
        let start = timer.now
        let accounts = try await Demonstration.make(
            directory: directory,
            databaseURL: databaseURL,
            environment: environment
        ) { installation, clock in
            try await Demonstration.checkEmpty(installation)
            let plan = plan(sizes, seed: seed)
            let now = Surroundings.system.now()
            let schedule = NetworkSchedule(
                plan,
                NetworkSizes(people: sizes.people, contacts: sizes.contacts, cases: sizes.cases, lively: 6),
                seed: seed,
                now: now
            )
            clock.move(to: now.advanced(bySeconds: -(NetworkSchedule.years * 365 + 30) * 86_400))
            let staff = try await NetworkFounding(
                installation: installation,
                plan: plan,
                sharedPassword: DemonstrationPasswords(installation.surroundings).next()
            ).make()
            let maker = NetworkMaker(installation, clock, plan, staff, schedule, turn: .milliseconds(400))
            try await maker.run()
            try await NetworkPresent(maker: maker, seed: seed).make()
            // Sharings that are over by now end here: ended by the server's first rounds, they would take people away
            // from those who are being measured. Each round ends 200 at most.
            for _ in 0..<5 { try await Sweeper(installation: installation).sweepOnce() }
            return staff.accounts
        }
        let seconds = Double((timer.now - start).components.seconds)
        return "{\"accounts\":\(accounts.count),\"people\":\(sizes.people),\"contacts\":\(sizes.contacts),"
            + "\"cases\":\(sizes.cases),\"seconds\":\(seconds)}"
    }

    /// The demonstration's organisations, with colleagues until there are so many users.
    private static func plan(_ sizes: Sizes, seed: UInt64) -> DemonstrationNetworkPlan {
        var plan = DemonstrationNetworkPlan.demonstration
        plan.organizations.removeAll(where: \.isPractice)
        plan.organizations = Array(plan.organizations.prefix(max(1, sizes.organizations)))
        var fiction = FictionalPeople(seed: seed &+ 1)
        var random = SeededGenerator(seed: seed)
        let roles: [(weight: Int, value: Role)] = [
            (45, .operator), (40, .caseworker), (10, .lawyer), (5, .coordinator),
        ]
        var missing = sizes.users - 1 - plan.organizations.reduce(0) { $0 + $1.members.count }
        var number = 0
        while missing > 0 {
            let place = number % plan.organizations.count
            let code = plan.organizations[place].code
            plan.organizations[place].members.append(
                DemonstrationNetworkPlan.Member(
                    "staff\(number).\(code)",
                    fiction.next().displayName,
                    random.weighted(roles, or: .operator)
                )
            )
            number += 1
            missing -= 1
        }
        return plan
    }
}
