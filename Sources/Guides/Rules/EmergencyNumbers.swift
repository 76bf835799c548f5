public import Domain

/// A number to call when it cannot wait.
public struct EmergencyNumber: Sendable, Hashable {
    public let number: String
    /// Who answers.
    public let what: LocalizedName
}

/// The emergency numbers of a country.
public struct CountryEmergency: Sendable, Hashable {
    public let country: String
    public let numbers: [EmergencyNumber]
    /// Where the numbers were looked up.
    public let source: String
    public let checked: CivilDate
}

/// The emergency numbers by country.
public struct EmergencyNumbers: Sendable {
    public let all: [CountryEmergency]

    init(_ folder: ContentFolder) throws {
        let node = try folder.json("emergency.json")
        all = try node.array().map { try CountryEmergency($0) }
        guard Set(all.map(\.country)).count == all.count else { throw node.failure("has a country twice") }
    }

    public func numbers(country: String) -> CountryEmergency? {
        all.first { $0.country == country }
    }
}

extension CountryEmergency {
    init(_ node: ContentNode) throws {
        try node.object(["country", "numbers", "source", "checked"])
        country = try node.required("country").country()
        numbers = try node.required("numbers").array().map { item in
            try item.object(["number", "what"])
            let number = try item.required("number")
            let text = try number.string()
            guard text.utf8.allSatisfy({ (48...57).contains($0) || "+-() ".utf8.contains($0) }) else {
                throw number.failure("is no telephone number")
            }
            return EmergencyNumber(number: text, what: try item.required("what").names(ContentLanguages.main))
        }
        guard !numbers.isEmpty else { throw node.failure("has no number") }
        source = try node.required("source").string()
        checked = try node.required("checked").date()
    }
}
