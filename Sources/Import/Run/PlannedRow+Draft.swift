import Domain
import Facts
import Hotline

extension PlannedRow {
    /// The day and time of a row; noon when it gives no time.
    func occurredAt(zone: String) -> Instant {
        Instant(on: contact.day, minuteOfDay: contact.minute ?? 720, zone: zone)
    }

    /// The contact as the hotline records it. What the row says beyond codes stays in its words.
    func draft(task: String, person: PersonID?, zone: String, now: Instant) -> ContactDraft {
        let problems = contact.problems.isEmpty && !contact.isNoRequest ? [ProblemCode.other] : contact.problems
        var draft = ContactDraft(
            channel: contact.channel?.channel ?? .unknown,
            language: contact.language ?? "und",
            problems: Array(problems.prefix(ContactRules.mostProblems))
        )
        draft.taskID = task
        draft.direction = contact.isOutgoing ? .outgoing : .incoming
        draft.messenger = contact.channel?.channel == .messenger ? contact.channel?.detail : nil
        draft.occurredAt = min(occurredAt(zone: zone), now)
        draft.hostCountry = contact.host.country
        draft.hostRegion = contact.host.region.flatMap {
            ContactRules.isRegion($0, of: contact.host.country) ? $0 : nil
        }
        draft.settlement = contact.host.isUrban.map { $0 ? .urban : .rural }
        draft.urgency = contact.isUrgent ? .urgent : .normal
        draft.outcome = contact.outcome
        if let person { draft.members = [ContactMember(person, .caller, check: .notDone, isProvisional: true)] }
        draft.narrative.summary = String(words.prefix(ContactRules.longestSummary))
        draft.narrative.place = String(contact.hostText.prefix(500))
        draft.narrative.callerName = person == nil ? String(contact.name.text.prefix(200)) : ""
        draft.caller = ContactCaller(number: contact.numbers.first ?? "")
        draft.codes = codes
        return draft
    }

    /// What the row says of the person, as codes.
    var codes: [FactDimension: String] {
        var codes: [FactDimension: String] = [:]
        if contact.channel == nil { codes[.channel] = "unknown" }
        // As the row itself says it: another row of the same person may say something else.
        codes[.sex] = contact.sex?.rawValue ?? Sex.unknown.rawValue
        codes[.citizenship] = contact.citizenship
        codes[.homeRegion] = contact.homeRegion
        if contact.isPregnant == true { codes[.pregnant] = "yes" }
        return codes
    }

    /// The row's words under the headings of the log, so that nothing of it is lost.
    private var words: String {
        let parts: [(String, String)] = [
            ("", contact.description), ("", contact.category), ("", contact.actions), ("→", contact.referredTo),
            ("=", contact.result), ("⌂", contact.work), ("▤", contact.documents),
            (
                "⚑",
                [contact.employer?.name, contact.owed?.text, contact.paid?.text].compactMap { $0 }.joined(
                    separator: " · "
                )
            ),
            ("№", contact.caseNumber), ("✎", contact.note), ("☺", contact.staff),
        ]
        return parts.filter { !$0.1.isEmpty }.map { $0.0.isEmpty ? $0.1 : "\($0.0) \($0.1)" }.joined(separator: "\n")
    }

    /// Amounts of a row that belongs to no case, as facts of the contact.
    func amountFacts(person: PersonID?) -> [Fact] {
        var codes = codes
        codes[.hostCountry] = contact.host.country
        codes[.hostRegion] = contact.host.region
        codes[.problem] = contact.problems.first?.rawValue
        codes[.channel] = contact.channel?.channel.rawValue ?? "unknown"
        let amounts: [(ReadAmount?, AmountKind)] = [(contact.owed, .owed), (contact.paid, .recovered)]
        return amounts.compactMap { amount, kind in
            guard let money = amount?.money else { return nil }
            var fact = Fact(.outcome, on: contact.day, codes: codes, person: person)
            fact.amount = money
            fact.amountKind = kind
            return fact
        }
    }
}
