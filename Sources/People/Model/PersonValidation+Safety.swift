import Domain
import Foundation

extension PersonRules {
    /// How the person may be reached, what they wish, what endangers them.
    static func safety(
        _ input: PersonInput.Safety,
        now: Instant,
        _ problems: inout [PersonProblem]
    ) -> PersonSafety {
        let channel = input.channel.isEmpty ? nil : Channel(rawValue: input.channel)
        if channel == nil, !input.channel.isEmpty { problems.append(.choiceUnknown(field: "safety.channel")) }
        let from = minute(input.from, "safety.from", &problems)
        let until = minute(input.until, "safety.until", &problems)
        if TypedText.trimmed(input.from).isEmpty != TypedText.trimmed(input.until).isEmpty {
            problems.append(.hoursIncomplete)
        }
        let zone = TypedText.trimmed(input.zone)
        if !zone.isEmpty, TimeZone(identifier: zone) == nil { problems.append(.zoneUnknown) }
        let contact = SafeContact(
            mustNotBeContacted: input.mustNotBeContacted,
            channel: channel,
            fromMinute: from,
            untilMinute: until,
            // Hours mean nothing without clocks; a zone alone is nothing recorded.
            zone: from == nil ? "" : zone,
            codeWord: text(input.codeWord, "safety.codeWord", &problems),
            neverLeaveMessage: input.neverLeaveMessage,
            neutralSender: input.neutralSender,
            note: text(input.note, "safety.note", atMost: longestText, &problems)
        )
        let wishes = PersonWishes(
            womanLawyer: input.womanLawyer,
            notFromOwnVillage: input.notFromOwnVillage,
            doNotTellMyState: input.doNotTellMyState,
            interpreter: choice(input.interpreter, "safety.interpreter", usual: InterpreterWish.none, &problems)
        )
        let marks = input.marks.sorted().compactMap { code in
            let mark = SafetyMark(rawValue: code)
            if mark == nil { problems.append(.choiceUnknown(field: "safety.marks")) }
            return mark
        }
        return PersonSafety(
            contact: contact,
            wishes: wishes,
            marks: marks,
            recognition: recognition(input, now: now, &problems)
        )
    }

    /// The leave to be recognised in the network, with the day on which it was given.
    private static func recognition(
        _ input: PersonInput.Safety,
        now: Instant,
        _ problems: inout [PersonProblem]
    ) -> RecognitionConsent? {
        let given = day(input.recognitionGivenOn, "safety.recognitionGivenOn", now, &problems)
        let withdrawn = day(input.recognitionWithdrawnOn, "safety.recognitionWithdrawnOn", now, &problems)
        guard !input.recognition.isEmpty else {
            // A day alone says nothing of what was agreed.
            if given != nil || withdrawn != nil { problems.append(.missing(field: "safety.recognition")) }
            return nil
        }
        let manner = RecognitionManner(rawValue: input.recognition)
        if manner == nil { problems.append(.choiceUnknown(field: "safety.recognition")) }
        if TypedText.trimmed(input.recognitionGivenOn).isEmpty {
            problems.append(.missing(field: "safety.recognitionGivenOn"))
        }
        guard let manner, let given else { return nil }
        if let withdrawn, withdrawn < given {
            problems.append(.dateImpossible(field: "safety.recognitionWithdrawnOn"))
        }
        return RecognitionConsent(manner: manner, givenOn: given, withdrawnOn: withdrawn)
    }

    /// A whole day that has begun somewhere.
    private static func day(
        _ typed: String,
        _ field: String,
        _ now: Instant,
        _ problems: inout [PersonProblem]
    ) -> CivilDate? {
        guard !TypedText.trimmed(typed).isEmpty else { return nil }
        let latest = CivilDate(at: now, zone: "UTC").advanced(byDays: 1)
        guard let day = TypedText.date(typed).flatMap({ CivilDate($0) }), day <= latest else {
            problems.append(.dateImpossible(field: field))
            return nil
        }
        return day
    }

    private static func minute(_ typed: String, _ field: String, _ problems: inout [PersonProblem]) -> Int? {
        guard !TypedText.trimmed(typed).isEmpty else { return nil }
        let minute = TypedText.minute(typed)
        if minute == nil { problems.append(.timeImpossible(field: field)) }
        return minute
    }
}
