/// The parts of a person's record that are lists of rows with the same columns; form, API and rules read this one
/// table.
public enum PersonSection: String, CaseIterable, Sendable {
    case circle, places, stays, detentions

    var columns: [PersonColumn] {
        switch self {
        case .circle:
            [
                PersonColumn("name", .text, isNeeded: true),
                PersonColumn("relation", .choice(Kinship.allCases.map(\.rawValue), Kinship.other.rawValue)),
                PersonColumn("phone", .phone),
                PersonColumn("rule", .choice(DisclosureRule.allCases.map(\.rawValue), DisclosureRule.nothing.rawValue)),
                PersonColumn("person", .person),
            ]
        case .places:
            [
                PersonColumn("kind", .choice(PlaceKind.allCases.map(\.rawValue), PlaceKind.address.rawValue)),
                PersonColumn("text", .text, isNeeded: true),
                PersonColumn("purpose", .text),
                PersonColumn("expiresOn", .day),
            ]
        case .stays:
            [
                PersonColumn("country", .country, isNeeded: true),
                PersonColumn("basis", .choice(StayBasis.allCases.map(\.rawValue), StayBasis.unknown.rawValue)),
                PersonColumn("enteredOn", .date), PersonColumn("registeredUntil", .date),
                PersonColumn("permitUntil", .date), PersonColumn("bannedUntil", .date),
                PersonColumn("onControlRegisterSince", .date), PersonColumn("note", .text),
            ]
        case .detentions:
            [
                PersonColumn("place", .text, isNeeded: true), PersonColumn("ground", .text),
                PersonColumn("heldFrom", .date), PersonColumn("heldUntil", .date),
                PersonColumn("hadInterpreter", .flag), PersonColumn("hadLawyer", .flag),
                PersonColumn("consul", .choice(ConsulWish.allCases.map(\.rawValue), ConsulWish.notAsked.rawValue)),
                PersonColumn("transfers", .text), PersonColumn("visits", .text), PersonColumn("papersTaken", .text),
            ]
        }
    }

    /// Whether anything was typed into a row; choices and ticks alone are the form's own.
    func isEmpty(_ row: PersonRow) -> Bool {
        columns.allSatisfy { column in
            switch column.kind {
            case .choice, .flag: true
            case .text, .phone, .date, .day, .country, .person: TypedText.trimmed(row[column.name]).isEmpty
            }
        }
    }
}

/// One column of a section's rows.
struct PersonColumn: Sendable {
    enum Kind: Sendable, Hashable {
        case text
        case phone
        /// A date of any precision.
        case date
        /// A whole day.
        case day
        case country
        case flag
        /// One of these codes; the last is meant when none is given.
        case choice([String], String)
        /// The id of another person's record.
        case person
    }

    let name: String
    let kind: Kind
    let isNeeded: Bool

    init(_ name: String, _ kind: Kind, isNeeded: Bool = false) {
        self.name = name
        self.kind = kind
        self.isNeeded = isNeeded
    }
}
