import Domain

/// Judges the rows of the sections that repeat, by the table of their columns.
enum PersonRowRules {
    /// The rows that hold something, with every value in the form in which it is kept.
    static func judged(_ input: PersonInput, _ problems: inout [PersonProblem]) -> [PersonSection: [PersonRow]] {
        var result: [PersonSection: [PersonRow]] = [:]
        for section in PersonSection.allCases {
            for (index, row) in input[section].enumerated() where !section.isEmpty(row) {
                result[section, default: []].append(judged(row, of: section, at: index, &problems))
            }
            if result[section, default: []].count > PersonRules.mostEntries {
                problems.append(.tooMany)
            }
        }
        return result
    }

    private static func judged(
        _ row: PersonRow,
        of section: PersonSection,
        at index: Int,
        _ problems: inout [PersonProblem]
    ) -> PersonRow {
        var kept = PersonRow()
        for column in section.columns {
            let field = "\(section.rawValue).\(index).\(column.name)"
            let typed = TypedText.trimmed(row[column.name])
            if typed.isEmpty, column.isNeeded { problems.append(.missing(field: field)) }
            kept[column.name] = judged(typed, column, field, &problems)
        }
        return kept
    }

    private static func judged(
        _ typed: String,
        _ column: PersonColumn,
        _ field: String,
        _ problems: inout [PersonProblem]
    ) -> String {
        switch column.kind {
        case .text: return PersonRules.text(typed, field, atMost: PersonRules.longestText, &problems)
        case .flag: return typed.isEmpty || typed == "false" ? "" : "true"
        case .choice(let codes, let usual):
            if typed.isEmpty { return usual }
            if !codes.contains(typed) { problems.append(.choiceUnknown(field: field)) }
            return typed
        case .country:
            if !typed.isEmpty, CountryCode(typed) == nil { problems.append(.choiceUnknown(field: field)) }
            return typed
        case .person:
            if !typed.isEmpty, PersonID(typed) == nil { problems.append(.choiceUnknown(field: field)) }
            return typed
        case .phone:
            if typed.isEmpty { return "" }
            guard let number = PhoneNumber(typed) else {
                problems.append(.numberUnreadable(field: field))
                return ""
            }
            return number.e164
        case .date, .day:
            if typed.isEmpty { return "" }
            guard let date = TypedText.date(typed), column.kind == .date || date.day != nil else {
                problems.append(.dateImpossible(field: field))
                return ""
            }
            return date.iso
        }
    }
}

// MARK: - Rows as what they stand for, and back

extension Relative {
    init(_ row: PersonRow) {
        self.init(
            person: PersonID(row["person"]),
            name: row["name"],
            relation: Kinship(rawValue: row["relation"]) ?? .other,
            phone: row["phone"],
            rule: DisclosureRule(rawValue: row["rule"]) ?? .nothing
        )
    }

    var row: PersonRow {
        PersonRow([
            "person": person?.text ?? "", "name": name, "relation": relation.rawValue, "phone": phone,
            "rule": rule.rawValue,
        ])
    }
}

extension PersonPlace {
    init(_ row: PersonRow) {
        self.init(
            kind: PlaceKind(rawValue: row["kind"]) ?? .address,
            text: row["text"],
            purpose: row["purpose"],
            expiresOn: CivilDate(iso: row["expiresOn"])
        )
    }

    var row: PersonRow {
        PersonRow(["kind": kind.rawValue, "text": text, "purpose": purpose, "expiresOn": expiresOn?.iso ?? ""])
    }
}

extension Stay {
    init(_ row: PersonRow) {
        self.init(
            country: row["country"],
            enteredOn: row.value("enteredOn"),
            basis: StayBasis(rawValue: row["basis"]) ?? .unknown,
            registeredUntil: row.value("registeredUntil"),
            permitUntil: row.value("permitUntil"),
            bannedUntil: row.value("bannedUntil"),
            onControlRegisterSince: row.value("onControlRegisterSince"),
            note: row["note"]
        )
    }

    var row: PersonRow {
        PersonRow([
            "country": country, "enteredOn": enteredOn ?? "", "basis": basis.rawValue,
            "registeredUntil": registeredUntil ?? "", "permitUntil": permitUntil ?? "",
            "bannedUntil": bannedUntil ?? "", "onControlRegisterSince": onControlRegisterSince ?? "", "note": note,
        ])
    }
}

extension Detention {
    init(_ row: PersonRow) {
        self.init(
            place: row["place"],
            ground: row["ground"],
            heldFrom: row.value("heldFrom"),
            heldUntil: row.value("heldUntil"),
            hadInterpreter: !row["hadInterpreter"].isEmpty,
            hadLawyer: !row["hadLawyer"].isEmpty,
            consul: ConsulWish(rawValue: row["consul"]) ?? .notAsked,
            transfers: row["transfers"],
            visits: row["visits"],
            papersTaken: row["papersTaken"]
        )
    }

    var row: PersonRow {
        PersonRow([
            "place": place, "ground": ground, "heldFrom": heldFrom ?? "", "heldUntil": heldUntil ?? "",
            "hadInterpreter": hadInterpreter ? "true" : "", "hadLawyer": hadLawyer ? "true" : "",
            "consul": consul.rawValue, "transfers": transfers, "visits": visits, "papersTaken": papersTaken,
        ])
    }
}

extension PersonRow {
    fileprivate func value(_ column: String) -> String? { self[column].isEmpty ? nil : self[column] }
}

extension PersonDetails {
    /// The rows of a section, as they are kept.
    func rows(_ section: PersonSection) -> [PersonRow] {
        switch section {
        case .circle: (circle ?? []).map(\.row)
        case .places: (places ?? []).map(\.row)
        case .stays: (stays?.stays ?? []).map(\.row)
        case .detentions: (stays?.detentions ?? []).map(\.row)
        }
    }
}
