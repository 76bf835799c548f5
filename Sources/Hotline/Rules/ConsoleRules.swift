import Domain
import Guides
import People

/// What becomes of a contact that was written in the console. Pure.
enum ConsoleRules {
    /// Everything that saving needs.
    struct Finished: Sendable {
        var draft: ContactDraft
        /// Somebody to be recorded together with the contact.
        var newPerson: PersonDetails?
        var newRole: ContactRole
        /// When the appointment or call-back is, on the clock that was named.
        var due: Due?
    }

    struct Due: Sendable, Equatable {
        var day: CivilDate
        var minute: Int
        var zone: String

        var instant: Instant { Instant(on: day, minuteOfDay: minute, zone: zone) }
    }

    /// Judges what was typed.
    ///
    /// - Parameters:
    ///   - state: as it was typed.
    ///   - id: the id that the contact has had since its draft.
    ///   - content: problems and places.
    ///   - isNeutral: whether a call-back keeps silent about who calls.
    ///   - now: the present.
    /// - Returns: what is saved, or every problem at once.
    static func finished(
        _ state: ConsoleState,
        id: ContactID,
        content: ContentLibrary,
        isNeutral: Bool,
        now: Instant
    ) -> Result<Finished, ContactProblems> {
        var found: [ContactProblem] = []
        var draft = ContactDraft(
            channel: Channel(rawValue: state.channel) ?? .phone,
            language: state.language,
            problems: state.problemCodes
        )
        draft.id = id
        draft.messenger = shortCode(state.messenger)
        draft.direction = ContactDirection(rawValue: state.direction) ?? .incoming
        draft.counterpart = Counterpart(rawValue: state.counterpart) ?? .person
        draft.relation = CallerRelation(rawValue: state.relation)
        draft.heardFrom = HeardFrom(rawValue: state.heardFrom)
        draft.urgency = Urgency(rawValue: state.urgency) ?? .normal
        draft.outcome = ContactOutcome(rawValue: state.outcome)
        if draft.outcome == nil { found.append(.outcomeMissing) }
        draft.occurredAt = min(Instant(milliseconds: state.startedAt), now)
        draft.endedAt = now
        draft.members = state.members.compactMap { member in
            member.id.map { ContactMember($0, ContactRole(rawValue: member.role) ?? .concerned, check: member.check) }
        }
        draft.narrative = narrative(state)
        draft.caller.number = PhoneNumber(state.callerNumber)?.e164 ?? state.callerNumber
        draft.thread = ContactID(state.thread)
        draft.joinsThread = state.joinsThread && draft.thread != nil
        place(state, content, &draft)
        let due = due(state)
        follow(state, due, isNeutral: isNeutral, &draft, &found)
        found += ContactRules.problems(of: draft, catalog: content.problems, now: now)
        guard found.isEmpty else { return .failure(ContactProblems(found)) }
        return .success(
            Finished(
                draft: draft,
                newPerson: newPerson(state, draft),
                newRole: ContactRole(rawValue: state.newPerson.role) ?? state.usualRole,
                due: due
            )
        )
    }

    /// When a call-back or appointment is due; `nil` while day or time can't be read.
    static func due(_ state: ConsoleState) -> Due? {
        guard let day = CivilDate(iso: state.dueDay), let minute = ClockTime.minutes(state.dueTime) else { return nil }
        return Due(day: day, minute: minute, zone: state.dueZone.isEmpty ? "UTC" : state.dueZone)
    }

    private static func narrative(_ state: ConsoleState) -> ContactNarrative {
        var narrative = ContactNarrative()
        narrative.summary = cleaned(state.summary)
        narrative.place = cleaned(state.place)
        narrative.answers = state.answers
        narrative.screening = state.screening
        narrative.advice = state.advice.filter { $0.utf8.count <= 100 }.prefix(20).map { AdviceGiven(guide: $0) }
        narrative.returnCode = state.givenCode.isEmpty ? nil : state.givenCode
        narrative.callerName = cleaned(state.callerName)
        return narrative
    }

    private static func place(_ state: ConsoleState, _ content: ContentLibrary, _ draft: inout ContactDraft) {
        let country = CountryCode(state.hostCountry)?.code
        let place = state.place.isEmpty ? nil : content.places.recognise(state.place, within: country)
        draft.hostCountry = country ?? place?.country
        draft.hostRegion = place?.region
        draft.settlement = place?.isUrban.map { $0 ? .urban : .rural }
    }

    private static func follow(
        _ state: ConsoleState,
        _ due: Due?,
        isNeutral: Bool,
        _ draft: inout ContactDraft,
        _ found: inout [ContactProblem]
    ) {
        switch draft.outcome {
        case .callBack:
            guard let due else { return found.append(.callBackTimeMissing) }
            let typed = state.callBackNumber.isEmpty ? state.callerNumber : state.callBackNumber
            draft.callBack = CallBackRequest(
                dueAt: due.instant,
                zone: due.zone,
                number: PhoneNumber(typed)?.e164 ?? typed,
                note: cleaned(state.callBackNote),
                isNeutral: isNeutral
            )
        case .appointment where due == nil: found.append(.appointmentTimeMissing)
        default: break
        }
    }

    /// Somebody to record: whoever was named, and somebody without a name when there is a case and nobody else.
    private static func newPerson(_ state: ConsoleState, _ draft: ContactDraft) -> PersonDetails? {
        let typed = state.newPerson
        let needsSomebody = draft.outcome == .caseOpened || draft.outcome == .referred
        guard !typed.isEmpty || (needsSomebody && draft.members.isEmpty) else { return nil }
        let name = PersonName(family: cleaned(typed.family), given: cleaned(typed.given))
        let year = Int(typed.birthYear).flatMap { PartialDate(year: $0) }
        return PersonDetails(
            identity: PersonIdentity(
                names: name.isEmpty ? [] : [name],
                birthDate: year,
                sex: Sex(rawValue: typed.sex) ?? .unknown,
                citizenship: CountryCode(typed.citizenship),
                alias: name.isEmpty ? draft.narrative.callerName : "",
                isNameless: name.isEmpty,
                languages: [draft.language]
            ),
            phones: PhoneNumber(draft.caller.number).map { [PersonPhone(number: $0.e164)] } ?? []
        )
    }

    private static func shortCode(_ typed: String) -> String? {
        let code = typed.lowercased().filter { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
        return code.isEmpty ? nil : String(code.prefix(20))
    }

    private static func cleaned(_ typed: String) -> String {
        typed.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.filter { !$0.isNewline && ($0 == "\t" || !$0.unicodeScalars.allSatisfy(\.isControl)) } }
            .joined(separator: "\n")
            .trimmingWhiteSpace
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { properties.generalCategory == .control }
}

extension String {
    fileprivate var trimmingWhiteSpace: String {
        let front = drop(while: \.isWhitespace)
        guard let last = front.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(front[...last])
    }
}
