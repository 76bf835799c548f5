import Domain
import People

/// What becomes of one case, in days after it was opened: a plausible course, drawn from the seed.
struct CaseLife {
    var random: SeededGenerator
    private let opened: PlannedCase
    private let topic: FictionalWords.Topic
    private let plan: DemonstrationNetworkPlan
    private let client: PersonDetails

    init(
        _ opened: PlannedCase,
        _ topic: FictionalWords.Topic,
        _ plan: DemonstrationNetworkPlan,
        _ client: PersonDetails,
        _ random: SeededGenerator
    ) {
        self.opened = opened
        self.topic = topic
        self.plan = plan
        self.client = client
        self.random = random
    }

    /// The acts with the days after which they happen.
    mutating func acts() -> [(days: Double, act: CaseAct)] {
        var acts: [(days: Double, act: CaseAct)] = [(0.1, .note(random.pick(FictionalWords.notes, or: "")))]
        if random.chance(70) { acts.append((0.2, .instruction(allows: random.chance(75)))) }
        if random.chance(60) { acts.append((0.3, .statusCheck)) }
        var owed: Int64 = 0
        if topic.isClaim {
            owed = Int64(random.number(12...190)) * 1000 * 100
            acts.append((0.5, .claim(hundredths: owed, employer: random.pick(FictionalWords.employers, or: ""))))
        }
        acts.append((0.6, .task(random.pick(FictionalWords.tasks, or: ""), days: random.number(2...14))))
        for _ in 0..<random.number(2...7) { acts.append((Double(random.number(1...30)), .finishStep)) }
        if random.chance(80) { acts.append((Double(random.number(2...16)), .finishTask)) }
        if random.chance(40) {
            acts.append((Double(random.number(4...25)), .note(random.pick(FictionalWords.notes, or: ""))))
        }
        if random.chance(25) {
            let wait = random.number(2...9)
            acts.append((1, .appointment(days: wait)))
            acts.append((Double(wait) + 1.2, .appointmentOver(isMissed: random.chance(15))))
        }
        if random.chance(38) { acts += referral() }
        acts += ending(owed)
        return acts
    }

    private mutating func referral() -> [(days: Double, act: CaseAct)] {
        let recipients = topic.helpers.compactMap { code in
            plan.organizations.firstIndex { $0.code == code && !$0.isPractice }
        }.filter { $0 != opened.organization }
        guard !plan.organizations[opened.organization].isPractice,
            let recipient = recipients.randomElement(using: &random)
        else { return [] }
        let sent = Double(random.number(1...10))
        let urgency = random.weighted([(70, Urgency.normal), (25, .urgent), (5, .emergency)], or: .normal)
        // Who is in danger is answered sooner.
        let pace = urgency == .normal ? 1.0 : 0.1
        var acts: [(days: Double, act: CaseAct)] = [
            (sent, .consent(recipient: recipient, topic.purpose)),
            (
                sent + 0.01,
                .refer(
                    recipient: recipient,
                    urgency,
                    womanLawyer: client.safety?.wishes.womanLawyer ?? false
                )
            ),
        ]
        // Some are never answered and expire.
        if random.chance(6) { return acts }
        acts.append((sent + 0.3 * pace, .see))
        if random.chance(9) { return acts + [(sent + 0.9 * pace, .decline)] }
        if random.chance(5) { return acts + [(sent + 0.8 * pace, .revoke)] }
        acts.append((sent + 1.0 * pace, .accept))
        acts.append((sent + 1.5, .start))
        acts.append((sent + 3, .linkedNote(random.pick(FictionalWords.notes, or: ""))))
        if random.chance(4) { return acts + [(sent + Double(random.number(5...40)), .withdraw)] }
        guard random.chance(88) else { return acts }
        let outcome = random.weighted([(55, CaseOutcome.solved), (25, .partlySolved), (20, .notSolved)], or: .solved)
        acts.append(
            (sent + Double(random.number(10...75)), .complete(outcome, random.pick(FictionalWords.answers, or: "")))
        )
        return acts
    }

    private mutating func ending(_ owed: Int64) -> [(days: Double, act: CaseAct)] {
        guard random.chance(86) else { return [] }
        let end = Double(random.number(25...160))
        let outcome = random.weighted(
            [
                (46, CaseOutcome.solved), (18, .partlySolved), (14, .notSolved), (8, .lostContact), (6, .withdrawn),
                (5, .referredOn), (3, .noGrounds),
            ],
            or: .solved
        )
        var acts: [(days: Double, act: CaseAct)] = []
        if owed > 0, outcome == .solved || outcome == .partlySolved {
            let paid = outcome == .solved ? owed : owed * Int64(random.number(20...70)) / 100
            acts.append((end - 1, .payment(hundredths: paid)))
        }
        let status = random.weighted(
            [(90, CaseStatus.closed), (7, .departed), (2, .deported), (1, .disappeared)],
            or: .closed
        )
        acts.append((end, .close(outcome, status, random.pick(FictionalWords.closings, or: ""))))
        if random.chance(3) { acts.append((end + Double(random.number(10...60)), .reopen)) }
        return acts
    }
}
