import Domain

/// How two records of one person become one. Pure; who may do it is the store's question.
struct PersonMerge {
    let first: PersonDetails
    let second: PersonDetails
    /// Whether the second record was changed after the first.
    let isSecondNewer: Bool
    let choices: MergeChoices
    /// For telling whether somebody is a child.
    let today: CivilDate

    // MARK: - What is asked

    /// The values that differ and of which one has to be chosen.
    var asked: [MergeField] {
        MergeField.allCases.filter { field in
            let (left, right) = (value(field, first), value(field, second))
            return !left.isEmpty && !right.isEmpty && left != right
        }
    }

    /// The side whose value stays.
    func side(_ field: MergeField) -> MergeSide {
        if let chosen = choices[field], chosen != .both || field.mayKeepBoth {
            // An empty value never wins over one that says something.
            if chosen == .both || !value(field, details(chosen)).isEmpty { return chosen }
        }
        return usual(field)
    }

    /// The side that is offered: the fuller value, else the newer one.
    func usual(_ field: MergeField) -> MergeSide {
        let (left, right) = (value(field, first), value(field, second))
        if right.isEmpty { return .first }
        if left.isEmpty { return .second }
        if field.mayKeepBoth, left != right { return .both }
        let (leftWeight, rightWeight) = (weight(field, first), weight(field, second))
        if leftWeight != rightWeight { return leftWeight > rightWeight ? .first : .second }
        return isSecondNewer ? .second : .first
    }

    /// What is compared of a field; empty when nothing is recorded.
    func value(_ field: MergeField, _ details: PersonDetails) -> String {
        let identity = details.identity
        let contact = details.safety?.contact ?? SafeContact()
        switch field {
        case .name: return details.displayName
        case .alias: return identity.alias
        case .birth: return identity.birthDate.map { identity.isBirthEstimated ? "~\($0)" : $0 } ?? ""
        case .sex: return identity.sex == Sex.unknown.rawValue ? "" : identity.sex
        case .citizenship: return identity.citizenship ?? ""
        case .home:
            return [identity.homePlace, identity.homeRegion ?? ""].filter { !$0.isEmpty }.joined(separator: "/")
        case .safeContact:
            let hours = [contact.fromMinute, contact.untilMinute].map { $0.map(String.init) ?? "" }
            let parts = [contact.channel?.rawValue ?? ""] + hours + [contact.note]
            return parts.allSatisfy(\.isEmpty) ? "" : parts.joined(separator: "/")
        case .codeWord: return contact.codeWord
        case .healthNote: return details.vulnerability?.note ?? ""
        case .notes: return details.notes ?? ""
        }
    }

    private func weight(_ field: MergeField, _ details: PersonDetails) -> Int {
        guard field == .birth else { return field == .name ? details.identity.names.count : 0 }
        return (details.identity.birthDate?.utf8.count ?? 0) - (details.identity.isBirthEstimated ? 1 : 0)
    }

    private func details(_ side: MergeSide) -> PersonDetails { side == .second ? second : first }

    // MARK: - What comes out

    /// Both records in one. What is forbidden, endangers or protects in either stays so.
    var united: PersonDetails {
        let lead = side(.name)
        let (front, back) = (details(lead), details(lead.other))
        return PersonDetails(
            identity: identity(front.identity, back.identity),
            phones: PersonLists.phones(front.phones ?? [], back.phones ?? []),
            documents: PersonLists.documents(front.documents ?? [], back.documents ?? []),
            notes: words(.notes) { $0.notes ?? "" },
            safety: safety,
            circle: PersonLists.circle(front.circle ?? [], back.circle ?? []),
            stays: PersonStays(
                stays: PersonLists.united(front.stays?.stays, back.stays?.stays),
                detentions: PersonLists.united(front.stays?.detentions, back.stays?.detentions)
            ),
            vulnerability: PersonVulnerability(
                codes: (first.vulnerability?.codes ?? []) + (second.vulnerability?.codes ?? []),
                note: words(.healthNote) { $0.vulnerability?.note ?? "" }
            ),
            places: PersonLists.united(front.places, back.places)
        )
    }

    private func identity(_ front: PersonIdentity, _ back: PersonIdentity) -> PersonIdentity {
        var identity = front
        identity.names = PersonLists.names(front.names, back.names)
        identity.languages = PersonLists.united(front.languages, back.languages)
        identity.alias = details(side(.alias)).identity.alias
        identity.isNameless = (front.isNameless || back.isNameless) && identity.names.allSatisfy(\.isEmpty)
        identity.sex = details(side(.sex)).identity.sex
        identity.citizenship = details(side(.citizenship)).identity.citizenship
        let home = details(side(.home)).identity
        (identity.homePlace, identity.homeRegion) = (home.homePlace, home.homeRegion)
        let birth = details(birthSide).identity
        (identity.birthDate, identity.isBirthEstimated) = (birth.birthDate, birth.isBirthEstimated)
        return identity
    }

    /// A child stays one, whatever was chosen: the protection of children follows the younger date.
    var birthSide: MergeSide {
        let chosen = side(.birth)
        let isChild = details(chosen).childStatus(on: today) == .child
        return !isChild && details(chosen.other).childStatus(on: today) == .child ? chosen.other : chosen
    }

    private func words(_ field: MergeField, _ text: (PersonDetails) -> String) -> String {
        let side = side(field)
        guard side == .both else { return text(details(side)) }
        let (left, right) = (text(first), text(second))
        if left == right || right.isEmpty { return left }
        return left.isEmpty ? right : "\(left)\n\n\(right)"
    }

    private var safety: PersonSafety {
        let (left, right) = (first.safety ?? PersonSafety(), second.safety ?? PersonSafety())
        let chosen = side(.safeContact) == .second ? right.contact : left.contact
        let other = side(.safeContact) == .second ? left.contact : right.contact
        var contact = chosen
        contact.mustNotBeContacted = chosen.mustNotBeContacted || other.mustNotBeContacted
        contact.neverLeaveMessage = chosen.neverLeaveMessage || other.neverLeaveMessage
        contact.neutralSender = chosen.neutralSender || other.neutralSender
        contact.channel = chosen.channel ?? other.channel
        if chosen.fromMinute == nil, chosen.untilMinute == nil {
            (contact.fromMinute, contact.untilMinute) = (other.fromMinute, other.untilMinute)
            contact.zone = other.fromMinute == nil ? chosen.zone : other.zone
        }
        if contact.note.isEmpty { contact.note = other.note }
        contact.codeWord = details(side(.codeWord)).safety?.contact.codeWord ?? ""
        let wishes = PersonWishes(
            womanLawyer: left.wishes.womanLawyer || right.wishes.womanLawyer,
            notFromOwnVillage: left.wishes.notFromOwnVillage || right.wishes.notFromOwnVillage,
            doNotTellMyState: left.wishes.doNotTellMyState || right.wishes.doNotTellMyState,
            interpreter: left.wishes.interpreter == .none ? right.wishes.interpreter : left.wishes.interpreter
        )
        return PersonSafety(
            contact: contact,
            wishes: wishes,
            marks: left.marks + right.marks,
            recognition: recognition(left.recognition, right.recognition)
        )
    }

    /// Who was asked in one record alone is asked again: the other one was never opened to the network.
    private func recognition(_ left: RecognitionConsent?, _ right: RecognitionConsent?) -> RecognitionConsent? {
        if let left, !left.isLive { return left }
        if let right, !right.isLive { return right }
        guard left != nil, right != nil else { return nil }
        return isSecondNewer ? right : left
    }
}

/// Lists of two records as one, each entry once.
enum PersonLists {
    static func united<Element: Hashable>(_ front: [Element]?, _ back: [Element]?) -> [Element] {
        var seen: Set<Element> = []
        return ((front ?? []) + (back ?? [])).filter { seen.insert($0).inserted }
    }

    static func names(_ front: [PersonName], _ back: [PersonName]) -> [PersonName] {
        var seen: Set<String> = []
        return (front + back).filter { !$0.isEmpty && seen.insert($0.display.lowercased()).inserted }
    }

    /// A number that is somebody else's in one record is so in the united one.
    static func phones(_ front: [PersonPhone], _ back: [PersonPhone]) -> [PersonPhone] {
        joined(front, back) {
            PhoneNumber($0.number)?.e164 ?? $0.number
        } join: { phone, other in
            if phone.owner == .person { phone.owner = other.owner }
            if phone.note.isEmpty { phone.note = other.note }
            if phone.messenger.isEmpty { phone.messenger = other.messenger }
        }
    }

    static func documents(_ front: [PersonDocument], _ back: [PersonDocument]) -> [PersonDocument] {
        joined(front, back) {
            "\($0.kind) \(DocumentNumber($0.number)?.normalized ?? $0.number)"
        } join: {
            document,
            other in
            if document.heldBy == nil { document.heldBy = other.heldBy }
            if document.since == nil { document.since = other.since }
        }
    }

    /// Whoever may hear less in one record hears less in the united one.
    static func circle(_ front: [Relative], _ back: [Relative]) -> [Relative] {
        joined(front, back) {
            "\($0.name.lowercased()) \(PhoneNumber($0.phone)?.e164 ?? $0.phone)"
        } join: {
            relative,
            other in
            relative.rule = min(relative.rule, other.rule)
            if relative.person == nil { relative.person = other.person }
        }
    }

    private static func joined<Element>(
        _ front: [Element],
        _ back: [Element],
        by key: (Element) -> String,
        join: (inout Element, Element) -> Void
    ) -> [Element] {
        var result: [Element] = []
        var places: [String: Int] = [:]
        for element in front + back {
            if let place = places[key(element)] {
                join(&result[place], element)
            } else {
                places[key(element)] = result.count
                result.append(element)
            }
        }
        return result
    }
}
