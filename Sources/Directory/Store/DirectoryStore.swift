public import Database
public import Domain
public import Web

/// Where the network's organisations are and what they do. Everybody of the network reads it; an organisation changes
/// its own entries in its own scope.
public struct DirectoryStore: Sendable {
    let organizations: OrganizationDirectory
    let surroundings: Surroundings

    public init(organizations: OrganizationDirectory, surroundings: Surroundings) {
        self.organizations = organizations
        self.surroundings = surroundings
    }

    /// Who can help: offers of admitted, active organisations that are not for training, best first. An organisation
    /// isn't offered to itself.
    ///
    /// - Parameters:
    ///   - query: what is looked for.
    ///   - asking: the organisation that asks; its standing decides which fields it sees.
    ///   - limit: how many offers at most.
    ///   - connection: of any scope.
    /// - Returns: the offers, with the fields that the asking organisation may see.
    /// - Throws: what the database throws.
    public func find(
        _ query: FinderQuery,
        for asking: OrganizationID,
        limit: Int = 20,
        on connection: any Connection
    ) throws -> [HelpOffer] {
        let now = surroundings.now()
        let reader: FieldVisibility = organizations[asking]?.isAdmitted == true ? .vetted : .member
        let sites = Dictionary(
            try self.sites(nil, on: connection).map { ($0.id, $0.shown(to: reader)) },
            uniquingKeysWith: { first, _ in first }
        )
        let marks = try endangering(on: connection)
        let offers = try self.offers(nil, on: connection).compactMap { offer -> HelpOffer? in
            guard offer.organization != asking, isOffered(offer.organization), let site = sites[offer.site] else {
                return nil
            }
            let country = query.country ?? site.country
            return HelpOffer(
                offer: offer,
                site: site,
                state: site.state(at: now),
                mayEndanger: marks.contains { $0.applies(to: offer.organization, in: country, at: now) },
                isStateRecipient: organizations.isStateRecipient(offer.organization)
            )
        }
        return Array(FinderRules.matches(offers, query, at: now).prefix(limit))
    }

    /// Whether an organisation may be offered at all.
    public func isOffered(_ id: OrganizationID) -> Bool {
        guard let entry = organizations[id], id != .installation else { return false }
        return entry.isActive && entry.isAdmitted && !entry.isPractice
    }

    /// Whether being in touch with an organisation may endanger somebody in a country now.
    public func mayEndanger(
        _ organization: OrganizationID,
        in country: String,
        on connection: any Connection
    ) throws -> Bool {
        let now = surroundings.now()
        return try endangering(on: connection).contains { $0.applies(to: organization, in: country, at: now) }
    }

    /// The sites of one organisation, or of all, with their hours.
    public func sites(_ organization: OrganizationID?, on connection: any Connection) throws -> [Site] {
        let condition: SQL = organization.map { "WHERE organization_id = \($0)" } ?? ""
        var hours: [SiteID: [OpeningHours]] = [:]
        try connection.forEachRow(
            "SELECT site_id, weekday, opens, closes FROM opening_hours \(condition) ORDER BY site_id, weekday, opens"
        ) { row in
            hours[try row.id(0), default: []].append(
                OpeningHours(
                    weekday: Int(try row.integer(1)),
                    opens: Int(try row.integer(2)),
                    closes: Int(try row.integer(3))
                )
            )
        }
        return try connection.rows(
            """
            SELECT id, organization_id, name, country, region, city, address, address_visibility, phone,
                phone_visibility, zone, is_round_the_clock
            FROM site \(condition) ORDER BY organization_id, name, id
            """
        ) { row in
            let id: SiteID = try row.id(0)
            return Site(
                id: id,
                organization: try row.id(1),
                name: try row.text(2),
                country: try row.text(3),
                region: try row.textOrNil(4),
                city: try row.text(5),
                address: try row.text(6),
                addressVisibility: FieldVisibility(rawValue: try row.text(7)) ?? .owner,
                phone: try row.text(8),
                phoneVisibility: FieldVisibility(rawValue: try row.text(9)) ?? .owner,
                zone: try row.text(10),
                isRoundTheClock: try row.bool(11),
                hours: hours[id] ?? []
            )
        }
    }

    /// The services of one organisation, or of all.
    public func offers(_ organization: OrganizationID?, on connection: any Connection) throws -> [ServiceOffer] {
        let condition: SQL = organization.map { "WHERE organization_id = \($0)" } ?? ""
        return try connection.rows(
            """
            SELECT id, organization_id, site_id, service, languages, fee, coverage, has_woman_lawyer, places,
                places_until
            FROM service_offer \(condition) ORDER BY organization_id, service, id
            """
        ) { row in
            ServiceOffer(
                id: try row.id(0),
                organization: try row.id(1),
                site: try row.id(2),
                service: try row.text(3),
                languages: Self.list(try row.text(4)),
                fee: Fee(rawValue: try row.text(5)) ?? .unknown,
                coverage: Self.list(try row.text(6)),
                hasWomanLawyer: try row.bool(7),
                places: try row.integerOrNil(8).map { Int($0) },
                placesUntil: try row.instantOrNil(9)
            )
        }
    }

    static func list(_ stored: String) -> [String] { stored.split(separator: " ").map(String.init) }
}
