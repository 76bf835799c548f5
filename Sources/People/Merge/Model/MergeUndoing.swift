/// How a united record is taken apart again: what nobody touched since is as it was before; what somebody changed since
/// keeps the later value.
struct MergeUndoing {
    /// The kept record before the uniting.
    let before: PersonDetails
    /// As the uniting made it.
    let after: PersonDetails
    /// As it is now.
    let now: PersonDetails

    /// The parts that were changed since.
    var changed: [PersonPart] { PersonPart.allCases.filter { $0.value(after) != $0.value(now) } }

    var restored: PersonDetails {
        guard now != after else { return before }
        let identity = now.identity
        let (earlier, made) = (before.identity, after.identity)
        var result = now
        result.identity.names = list { $0.identity.names }
        result.identity.languages = list { $0.identity.languages }
        result.identity.alias = one { $0.identity.alias }
        result.identity.isNameless = one { $0.identity.isNameless }
        if identity.birthDate == made.birthDate, identity.isBirthEstimated == made.isBirthEstimated {
            (result.identity.birthDate, result.identity.isBirthEstimated) = (
                earlier.birthDate, earlier.isBirthEstimated
            )
        }
        result.identity.sex = one { $0.identity.sex }
        result.identity.citizenship = one { $0.identity.citizenship }
        result.identity.homePlace = one { $0.identity.homePlace }
        result.identity.homeRegion = one { $0.identity.homeRegion }
        result.phones = list { $0.phones ?? [] }
        result.documents = list { $0.documents ?? [] }
        result.notes = one { $0.notes }
        result.safety = safety
        result.circle = list { $0.circle ?? [] }
        result.stays = PersonStays(
            stays: list { $0.stays?.stays ?? [] },
            detentions: list { $0.stays?.detentions ?? [] }
        )
        result.vulnerability = PersonVulnerability(
            codes: list { $0.vulnerability?.codes ?? [] },
            note: one { $0.vulnerability?.note ?? "" }
        )
        result.places = list { $0.places ?? [] }
        return result
    }

    private var safety: PersonSafety {
        func part<Value>(_ value: @escaping (PersonSafety) -> Value) -> (PersonDetails) -> Value {
            { value($0.safety ?? PersonSafety()) }
        }
        return PersonSafety(
            contact: one(part(\.contact)),
            wishes: one(part(\.wishes)),
            marks: list(part(\.marks)),
            recognition: one(part(\.recognition))
        )
    }

    private func one<Value: Equatable>(_ value: (PersonDetails) -> Value) -> Value {
        value(now) == value(after) ? value(before) : value(now)
    }

    /// What the uniting brought goes, what it joined comes back apart, what was added or removed since stays so.
    private func list<Element: Hashable>(_ value: (PersonDetails) -> [Element]) -> [Element] {
        guard value(now) != value(after) else { return value(before) }
        let brought = Set(value(after)).subtracting(value(before))
        let apart = value(before).filter { !value(after).contains($0) && !value(now).contains($0) }
        return value(now).filter { !brought.contains($0) } + apart
    }
}

/// The parts of a record in the order of its page, for telling two records apart.
enum PersonPart: CaseIterable {
    case names, birth, sex, citizenship, home, languages, phones, documents, notes, safety, circle, vulnerability
    case places, stays, detentions

    /// What two records are compared by.
    func value(_ details: PersonDetails) -> AnyHashable {
        let identity = details.identity
        return switch self {
        case .names: [identity.names.map(\.display), [identity.alias], [identity.isNameless ? "nameless" : ""]]
        case .birth: [identity.birthDate ?? "", identity.isBirthEstimated ? "estimated" : ""]
        case .sex: identity.sex
        case .citizenship: identity.citizenship ?? ""
        case .home: [identity.homePlace, identity.homeRegion ?? ""]
        case .languages: identity.languages
        case .phones: details.phones ?? []
        case .documents: details.documents ?? []
        case .notes: details.notes ?? ""
        case .safety: details.safety ?? PersonSafety()
        case .circle: details.circle ?? []
        case .vulnerability: details.vulnerability ?? PersonVulnerability()
        case .places: details.places ?? []
        case .stays: details.stays?.stays ?? []
        case .detentions: details.stays?.detentions ?? []
        }
    }
}
