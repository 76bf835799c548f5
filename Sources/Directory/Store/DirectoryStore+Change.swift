public import Database
public import Domain

extension DirectoryStore {
    /// Adds a site or replaces it with its hours; only the organisation's own.
    ///
    /// - Returns: whether the site is there to be changed; a foreign one is not.
    @discardableResult
    public func save(_ site: Site, on connection: any Connection) throws -> Bool {
        let now = surroundings.now()
        let owner = try connection.first("SELECT organization_id FROM site WHERE id = \(site.id)") {
            try $0.id(0, OrganizationEntity.self)
        }
        guard owner ?? site.organization == site.organization else { return false }
        try connection.execute(
            """
            INSERT INTO site (
                id, organization_id, name, country, region, city, address, address_visibility, phone,
                phone_visibility, zone, is_round_the_clock, changed_at
            ) VALUES (
                \(site.id), \(site.organization), \(site.name), \(site.country), \(site.region), \(site.city),
                \(site.address), \(site.addressVisibility.rawValue), \(site.phone), \(site.phoneVisibility.rawValue),
                \(site.zone), \(site.isRoundTheClock), \(now)
            ) ON CONFLICT (id) DO UPDATE SET name = excluded.name, country = excluded.country,
                region = excluded.region, city = excluded.city, address = excluded.address,
                address_visibility = excluded.address_visibility, phone = excluded.phone,
                phone_visibility = excluded.phone_visibility, zone = excluded.zone,
                is_round_the_clock = excluded.is_round_the_clock, changed_at = excluded.changed_at
            """
        )
        try connection.execute("DELETE FROM opening_hours WHERE site_id = \(site.id)")
        for span in Set(site.hours) {
            try connection.execute(
                """
                INSERT INTO opening_hours (organization_id, site_id, weekday, opens, closes)
                VALUES (\(site.organization), \(site.id), \(span.weekday), \(span.opens), \(span.closes))
                """
            )
        }
        return true
    }

    /// Removes a site with its services.
    public func removeSite(_ id: SiteID, of organization: OrganizationID, on connection: any Connection) throws {
        for table in ["service_offer", "opening_hours"] as [SQL] {
            try connection.execute(
                "DELETE FROM \(table) WHERE site_id = \(id) AND organization_id = \(organization)"
            )
        }
        try connection.execute("DELETE FROM site WHERE id = \(id) AND organization_id = \(organization)")
    }

    /// Adds a service or replaces it; only at a site of the same organisation.
    ///
    /// - Returns: whether site and service are the organisation's own.
    @discardableResult
    public func save(_ offer: ServiceOffer, on connection: any Connection) throws -> Bool {
        let owners = try connection.rows(
            """
            SELECT organization_id FROM site WHERE id = \(offer.site)
            UNION ALL SELECT organization_id FROM service_offer WHERE id = \(offer.id)
            """
        ) { try $0.id(0, OrganizationEntity.self) }
        guard !owners.isEmpty, owners.allSatisfy({ $0 == offer.organization }) else { return false }
        try connection.execute(
            """
            INSERT INTO service_offer (
                id, organization_id, site_id, service, languages, fee, coverage, has_woman_lawyer, places,
                places_until, changed_at
            ) VALUES (
                \(offer.id), \(offer.organization), \(offer.site), \(offer.service),
                \(offer.languages.joined(separator: " ")), \(offer.fee.rawValue),
                \(offer.coverage.joined(separator: " ")), \(offer.hasWomanLawyer), \(offer.places),
                \(offer.placesUntil), \(surroundings.now())
            ) ON CONFLICT (id) DO UPDATE SET site_id = excluded.site_id, service = excluded.service,
                languages = excluded.languages, fee = excluded.fee, coverage = excluded.coverage,
                has_woman_lawyer = excluded.has_woman_lawyer, places = excluded.places,
                places_until = excluded.places_until, changed_at = excluded.changed_at
            """
        )
        return true
    }

    /// Removes a service.
    public func removeOffer(_ id: ServiceID, of organization: OrganizationID, on connection: any Connection) throws {
        try connection.execute("DELETE FROM service_offer WHERE id = \(id) AND organization_id = \(organization)")
    }

    // MARK: - Marks

    /// All marks of danger, those of the past too.
    public func endangering(on connection: any Connection) throws -> [EndangeringMark] {
        try connection.rows(
            "SELECT organization_id, country, since, until FROM endangering_mark ORDER BY organization_id, country, since"
        ) { row in
            EndangeringMark(
                organization: try row.id(0),
                country: try row.text(1),
                since: CivilDate(iso: try row.text(2)),
                until: try row.textOrNil(3).flatMap { CivilDate(iso: $0) }
            )
        }
    }

    /// Sets or changes a mark; in the installation's scope.
    public func mark(_ mark: EndangeringMark, on connection: any Connection) throws {
        let since = mark.since?.iso ?? "1970-01-01"
        try connection.execute(
            """
            INSERT INTO endangering_mark (organization_id, country, since, until)
            VALUES (\(mark.organization), \(mark.country), \(since), \(mark.until?.iso))
            ON CONFLICT (organization_id, country, since) DO UPDATE SET until = excluded.until
            """
        )
    }
}

/// Being in touch with an organisation may endanger a migrant in a country, such as where it is banned.
public struct EndangeringMark: Sendable, Hashable {
    public let organization: OrganizationID
    /// ISO 3166-1 alpha-2, or `*` for everywhere.
    public let country: String
    public let since: CivilDate?
    public let until: CivilDate?

    public init(organization: OrganizationID, country: String, since: CivilDate?, until: CivilDate?) {
        self.organization = organization
        self.country = country
        self.since = since
        self.until = until
    }

    /// Whether it holds at an instant; days are counted in UTC.
    public func applies(to organization: OrganizationID, in country: String, at now: Instant) -> Bool {
        let today = CivilDate(at: now, zone: "UTC")
        return self.organization == organization && (self.country == "*" || self.country == country)
            && since.map { $0 <= today } ?? true && until.map { today <= $0 } ?? true
    }
}
