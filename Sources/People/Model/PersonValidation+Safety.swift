import Domain
import Foundation

extension PersonRules {
    /// How the person may be reached, what they wish, what endangers them.
    static func safety(_ input: PersonInput.Safety, _ problems: inout [PersonProblem]) -> PersonSafety {
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
        return PersonSafety(contact: contact, wishes: wishes, marks: marks)
    }

    private static func minute(_ typed: String, _ field: String, _ problems: inout [PersonProblem]) -> Int? {
        guard !TypedText.trimmed(typed).isEmpty else { return nil }
        let minute = TypedText.minute(typed)
        if minute == nil { problems.append(.timeImpossible(field: field)) }
        return minute
    }
}
