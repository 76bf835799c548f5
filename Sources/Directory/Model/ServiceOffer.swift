public import Domain

/// What a service costs those who come.
public enum Fee: String, CaseIterable, Sendable, Hashable {
    case free, paid, unknown
}

/// A service that an organisation offers at one of its sites.
public struct ServiceOffer: Sendable, Hashable {
    public let id: ServiceID
    public let organization: OrganizationID
    public var site: SiteID
    /// A code of `Content/services.json`.
    public var service: String
    /// BCP 47 tags.
    public var languages: [String]
    public var fee: Fee
    /// Where people may come from: ISO 3166-1 countries and ISO 3166-2 regions; empty for everywhere.
    public var coverage: [String]
    /// Whether a woman can be asked for.
    public var hasWomanLawyer: Bool
    /// Free places, as long as the statement holds.
    public var places: Int?
    public var placesUntil: Instant?

    public init(
        id: ServiceID,
        organization: OrganizationID,
        site: SiteID,
        service: String,
        languages: [String],
        fee: Fee,
        coverage: [String] = [],
        hasWomanLawyer: Bool = false,
        places: Int? = nil,
        placesUntil: Instant? = nil
    ) {
        self.id = id
        self.organization = organization
        self.site = site
        self.service = service
        self.languages = languages
        self.fee = fee
        self.coverage = coverage
        self.hasWomanLawyer = hasWomanLawyer
        self.places = places
        self.placesUntil = placesUntil
    }

    /// How many places are free now; `nil` when nobody said so recently.
    public func freePlaces(at now: Instant) -> Int? {
        guard let places, let placesUntil, now < placesUntil else { return nil }
        return places
    }

    /// Whether somebody in a country, and a region if known, may come.
    public func covers(country: String?, region: String?) -> Bool {
        guard !coverage.isEmpty, let country else { return true }
        if coverage.contains(country) { return true }
        let regions = coverage.filter { $0.hasPrefix(country + "-") }
        guard let region else { return !regions.isEmpty }
        return regions.contains(region)
    }
}

/// What somebody looks for.
public struct FinderQuery: Sendable, Hashable {
    /// Service codes that answer the problem, best first; empty for any.
    public var services: [String]
    public var country: String?
    public var region: String?
    public var language: String?
    public var freeOnly: Bool
    public var openNow: Bool
    public var womanLawyer: Bool

    public init(
        services: [String] = [],
        country: String? = nil,
        region: String? = nil,
        language: String? = nil,
        freeOnly: Bool = false,
        openNow: Bool = false,
        womanLawyer: Bool = false
    ) {
        self.services = services
        self.country = country
        self.region = region
        self.language = language
        self.freeOnly = freeOnly
        self.openNow = openNow
        self.womanLawyer = womanLawyer
    }
}

/// Somebody who can help, as the finder offers it.
public struct HelpOffer: Sendable, Hashable {
    public let offer: ServiceOffer
    public let site: Site
    public let state: OpenState
    /// Being in touch with this organisation may endanger a migrant in the place asked for.
    public let mayEndanger: Bool
    /// It belongs to a state; never chosen for anybody (design, safety rule 4).
    public let isStateRecipient: Bool
}

/// The rules of whom the finder offers, and in which order.
public enum FinderRules {
    /// The offers that answer a query, best first: what answers the problem best, then open now, then nearer, then free.
    /// Offices of a state come last and never first of an answer.
    public static func matches(_ offers: [HelpOffer], _ query: FinderQuery, at now: Instant) -> [HelpOffer] {
        offers.filter { answers($0, query, at: now) }.sorted { rank($0, query) < rank($1, query) }
    }

    private static func answers(_ found: HelpOffer, _ query: FinderQuery, at now: Instant) -> Bool {
        let offer = found.offer
        guard query.services.isEmpty || query.services.contains(offer.service) else { return false }
        guard offer.covers(country: query.country, region: query.region) else { return false }
        if let language = query.language, !offer.languages.contains(language) { return false }
        if query.freeOnly, offer.fee != .free { return false }
        if query.openNow, !found.state.isOpen { return false }
        if query.womanLawyer, !offer.hasWomanLawyer { return false }
        if let places = offer.freePlaces(at: now), places == 0 { return false }
        return true
    }

    private static func rank(_ found: HelpOffer, _ query: FinderQuery) -> [Int] {
        [
            found.isStateRecipient || found.mayEndanger ? 1 : 0,
            query.services.firstIndex(of: found.offer.service) ?? 99,
            found.state.isOpen ? 0 : 1,
            distance(found.site, query),
            found.offer.fee == .free ? 0 : 1,
        ]
    }

    private static func distance(_ site: Site, _ query: FinderQuery) -> Int {
        if let region = query.region, site.region == region { return 0 }
        return query.country == nil || site.country == query.country ? 1 : 2
    }
}

private func < (left: [Int], right: [Int]) -> Bool { left.lexicographicallyPrecedes(right) }
