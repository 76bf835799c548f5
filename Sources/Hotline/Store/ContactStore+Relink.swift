public import Access
public import Database
public import Domain
public import Facts
import Journal
import People

/// Whose a contact is from now on.
public struct ContactRelinking: Sendable {
    /// Who stands there now; `nil` for somebody unnamed.
    public var from: PersonID?
    /// Who shall stand there.
    public var to: PersonID?
    /// Whether somebody still has to say that this is right.
    public var isProvisional: Bool
    /// The case that the contact led to, from now on.
    public var caseID: CaseID?
    /// What the contact's own source says in codes, which wins over the person's record; `nil` when that is not known
    /// any more, and then the figures keep the codes they have.
    public var stated: [FactDimension: String]?

    public init(
        from: PersonID?,
        to: PersonID?,
        isProvisional: Bool,
        caseID: CaseID?,
        stated: [FactDimension: String]?
    ) {
        self.from = from
        self.to = to
        self.isProvisional = isProvisional
        self.caseID = caseID
        self.stated = stated
    }
}

extension ContactStore {
    /// The dimensions that a person's record fills.
    private static let personal: [FactDimension] = [.sex, .citizenship, .homeRegion, .ageGroup, .child, .pregnant]

    /// Puts another person in somebody's place in a contact; facts and case follow, with a leaf of their own.
    ///
    /// - Throws: `HotlineError.notFound` for a contact that isn't there, `.stale` when `from` stands in it no longer,
    ///   `.personNotFound` for a person who isn't there.
    public func relink(
        _ id: ContactID,
        _ change: ContactRelinking,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        guard principal.may(.contactsWrite, .organization),
            var row = try row(id, of: principal.organization, on: connection)
        else { throw HotlineError.notFound }
        let place = try place(of: change.from, in: id, on: connection)
        var details: PersonDetails?
        if let person = change.to {
            do {
                details = try people.open(person, for: principal, on: connection).details
            } catch PeopleError.notFound {
                throw HotlineError.personNotFound(index: place)
            }
        }
        try connection.execute(
            """
            UPDATE contact_person SET person_id = \(change.to), is_provisional = \(change.isProvisional)
            WHERE contact_id = \(id) AND position = \(place)
            """
        )
        let day = CivilDate(at: row.occurredAt, zone: zone(principal.organization))
        try facts.reassign(
            subject: id.retagged(),
            to: change.to,
            codes: codes(details, change.stated, on: day),
            of: principal.organization,
            on: connection
        )
        row.caseID = change.caseID
        try touch(row, .contactRelinked, by: principal, on: connection)
    }

    /// Notes that a provisional link is right.
    ///
    /// - Throws: `HotlineError.notFound`, `.stale` when the person stands in the contact no longer.
    public func confirmLink(
        _ id: ContactID,
        to person: PersonID?,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        guard principal.may(.contactsWrite, .organization),
            let row = try row(id, of: principal.organization, on: connection)
        else { throw HotlineError.notFound }
        let place = try place(of: person, in: id, on: connection)
        try connection.execute(
            "UPDATE contact_person SET is_provisional = 0 WHERE contact_id = \(id) AND position = \(place)"
        )
        try touch(row, .contactLinkConfirmed, by: principal, on: connection)
    }

    private func place(of person: PersonID?, in id: ContactID, on connection: any Connection) throws -> Int {
        let who: SQL = person.map { "person_id = \($0)" } ?? "person_id IS NULL"
        let place = try connection.first(
            "SELECT position FROM contact_person WHERE contact_id = \(id) AND \(who) ORDER BY position LIMIT 1"
        ) { Int(try $0.integer(0)) }
        guard let place else { throw HotlineError.stale }
        return place
    }

    private func codes(
        _ details: PersonDetails?,
        _ stated: [FactDimension: String]?,
        on day: CivilDate
    ) -> [FactDimension: String?] {
        guard let stated else { return [:] }
        var codes = details.map { ContactFacts.codes(of: $0, on: day) } ?? [:]
        codes.merge(stated) { _, said in said }
        return Dictionary(Self.personal.map { ($0, codes[$0]) }, uniquingKeysWith: { first, _ in first })
    }
}
