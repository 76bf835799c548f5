import Access
import Domain
import Web

extension ContactQuery {
    /// Reads the query of a list: `state channel problem outcome mine day from to before after limit`.
    ///
    /// - Parameters:
    ///   - typed: the address's query.
    ///   - principal: who asks; `mine` is about them.
    ///   - zone: the IANA zone in which a day begins and ends.
    ///   - isStrict: whether an unknown value is refused; a page leaves it out.
    /// - Throws: a 400 for a place or limit that can't be read, and for unknown codes when strict.
    init(_ typed: FormData, _ principal: Principal, zone: String, isStrict: Bool) throws(WebError) {
        self.init()
        state = try Self.code(typed, "state", isStrict)
        channel = try Self.code(typed, "channel", isStrict)
        outcome = try Self.code(typed, "outcome", isStrict)
        problem = try Self.code(typed, "problem", isStrict)
        if typed.has("mine") { takenBy = principal.user }
        if let day = try Self.day(typed, "day", isStrict) {
            from = Instant(on: day, minuteOfDay: 0, zone: zone)
            until = Instant(on: day.advanced(byDays: 1), minuteOfDay: 0, zone: zone)
        }
        if let first = try Self.day(typed, "from", isStrict) { from = Instant(on: first, minuteOfDay: 0, zone: zone) }
        if let last = try Self.day(typed, "to", isStrict) {
            until = Instant(on: last.advanced(byDays: 1), minuteOfDay: 0, zone: zone)
        }
        before = try Self.place(typed, "before")
        after = before == nil ? try Self.place(typed, "after") : nil
        if typed.has("limit") {
            guard let limit = Int(typed["limit"]), (1...200).contains(limit) else { throw .badRequest(.parameter) }
            self.limit = limit
        }
    }

    private static func code<Code: RawRepresentable>(
        _ typed: FormData,
        _ name: String,
        _ isStrict: Bool
    ) throws(WebError) -> Code? where Code.RawValue == String {
        guard let text = typed.trimmedOrNil(name) else { return nil }
        if let code = Code(rawValue: text) { return code }
        if isStrict { throw .badRequest(.parameter) }
        return nil
    }

    private static func day(_ typed: FormData, _ name: String, _ isStrict: Bool) throws(WebError) -> CivilDate? {
        guard let text = typed.trimmedOrNil(name) else { return nil }
        if let day = CivilDate(iso: text) { return day }
        if isStrict { throw .badRequest(.parameter) }
        return nil
    }

    private static func place(_ typed: FormData, _ name: String) throws(WebError) -> Place? {
        guard typed.has(name) else { return nil }
        guard let place = Place(typed[name]) else { throw .badRequest(.parameter) }
        return place
    }
}
