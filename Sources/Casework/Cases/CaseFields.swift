/// The fields of a case that are changed apart, each with a counter of its own.
public enum CaseField: String, CaseIterable, Sendable, Hashable {
    case status, risk
    case worker = "workerId"
    case problems
    case members = "persons"
    case rightCountry = "countryOfRight"
    case stayCountry = "countryOfStay"
    case returnCountry = "countryOfReturn"
    case summary, situation
    case isCollective
}

/// How often each field of a case was changed. Two people who change different fields don't disturb each other; the
/// list is the case's entity tag, opaque to whoever holds it.
public struct FieldVersions: Sendable, Hashable {
    private var counters: [Int]

    /// Those of a new case.
    public init() {
        counters = Array(repeating: 1, count: CaseField.allCases.count)
    }

    /// Reads what ``text`` wrote. A field that came into the world later counts from 1.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...CaseField.allCases.count).contains(parts.count) else { return nil }
        var counters: [Int] = []
        for part in parts {
            guard let part, part > 0 else { return nil }
            counters.append(part)
        }
        counters += Array(repeating: 1, count: CaseField.allCases.count - counters.count)
        self.counters = counters
    }

    public subscript(field: CaseField) -> Int {
        CaseField.allCases.firstIndex(of: field).map { counters[$0] } ?? 1
    }

    /// As it is kept and as forms carry it.
    public var text: String { counters.map { String($0) }.joined(separator: ".") }

    /// As HTTP's `ETag`.
    public var entityTag: String { "\"\(text)\"" }

    /// Reads an `If-Match` header with one tag.
    public init?(entityTag: String) {
        guard entityTag.hasPrefix("\""), entityTag.hasSuffix("\""), entityTag.utf8.count > 2 else { return nil }
        self.init(entityTag.dropFirst().dropLast())
    }

    /// The fields among these that were changed since an earlier reading.
    public func changed(_ fields: Set<CaseField>, since earlier: FieldVersions) -> [CaseField] {
        CaseField.allCases.filter { fields.contains($0) && self[$0] != earlier[$0] }
    }

    /// Counts a change of these fields.
    public func advanced(_ fields: Set<CaseField>) -> FieldVersions {
        var next = self
        for (index, field) in CaseField.allCases.enumerated() where fields.contains(field) { next.counters[index] += 1 }
        return next
    }
}
