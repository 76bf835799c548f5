import Database
import Directory
import Domain
import TestSupport
import Testing
import Web

@Suite("Who can help")
struct DirectoryTests {
    private static let parts = [DatabaseSchema.part, DirectorySchema.part]
    /// 2026-03-11 09:00 UTC, a Wednesday; noon in Moscow.
    private static let now = Instant(milliseconds: 1_773_219_600_000)

    private struct House: Sendable {
        let database: Database
        let store: DirectoryStore
        let asking: OrganizationID
        let helper: OrganizationID
        let consulate: OrganizationID
        let pending: OrganizationID
        let practice: OrganizationID

        func find(_ query: FinderQuery) async throws -> [OrganizationID] {
            let (store, asking) = (store, asking)
            return try await database.read(.organization(asking)) {
                try store.find(query, for: asking, on: $0).map(\.offer.organization)
            }
        }
    }

    private func run(_ engine: TestEngine, _ body: (House) async throws -> Void) async throws {
        let surroundings = Surroundings(now: { Self.now }, randomBytes: Surroundings.system.randomBytes)
        try await engine.withDatabase(Self.parts, surroundings: surroundings) { database in
            let ids: [OrganizationID] = (0..<5).map { _ in surroundings.newID() }
            let organizations = OrganizationDirectory()
            func entry(_ index: Int, isState: Bool = false, isPractice: Bool = false, isAdmitted: Bool = true)
                -> OrganizationDirectory.Entry
            {
                OrganizationDirectory.Entry(
                    id: ids[index],
                    code: "o\(index)",
                    names: [:],
                    defaultLanguage: "ru",
                    zone: "Europe/Moscow",
                    isStateRecipient: isState,
                    isPractice: isPractice,
                    isAdmitted: isAdmitted
                )
            }
            organizations.replace([
                entry(0), entry(1), entry(2, isState: true), entry(3, isAdmitted: false), entry(4, isPractice: true),
            ])
            let store = DirectoryStore(organizations: organizations, surroundings: surroundings)
            for id in ids {
                try await database.write(.organization(id)) { connection in
                    let site = Self.site(surroundings.newID(), id)
                    let areSaved = [
                        try store.save(site, on: connection),
                        try store.save(Self.offer(surroundings.newID(), id, site.id), on: connection),
                    ]
                    #expect(areSaved == [true, true])
                }
            }
            let house = House(
                database: database,
                store: store,
                asking: ids[0],
                helper: ids[1],
                consulate: ids[2],
                pending: ids[3],
                practice: ids[4]
            )
            try await body(house)
        }
    }

    private static func site(_ id: SiteID, _ organization: OrganizationID) -> Directory.Site {
        Directory.Site(
            id: id,
            organization: organization,
            name: "Приёмная",
            country: "RU",
            region: "RU-MOW",
            city: "Москва",
            address: "ул. Тайная, 1",
            addressVisibility: .owner,
            phone: "+74950000000",
            zone: "Europe/Moscow",
            hours: [OpeningHours(weekday: 3, opens: 9 * 60, closes: 18 * 60)]
        )
    }

    private static func offer(_ id: ServiceID, _ organization: OrganizationID, _ site: SiteID) -> ServiceOffer {
        ServiceOffer(
            id: id,
            organization: organization,
            site: site,
            service: "legal_advice",
            languages: ["ru", "ky"],
            fee: .free,
            coverage: ["RU"]
        )
    }

    @Test(
        "Only admitted organisations are offered, never oneself, and a state's office last",
        arguments: TestEngine.available
    )
    func offersTheAdmitted(engine: TestEngine) async throws {
        try await run(engine) { house in
            let found = try await house.find(FinderQuery(services: ["legal_advice"], country: "RU"))
            #expect(found == [house.helper, house.consulate])
            #expect(try await house.find(FinderQuery(services: ["medical"])).isEmpty)
            #expect(try await house.find(FinderQuery(language: "uz")).isEmpty)
            #expect(try await house.find(FinderQuery(country: "TR")).isEmpty)
            #expect(try await house.find(FinderQuery(freeOnly: true, openNow: true)).count == 2)
            #expect(try await house.find(FinderQuery(womanLawyer: true)).isEmpty)
        }
    }

    @Test("An address that only its owner may see is a front gate to others", arguments: TestEngine.available)
    func hidesAddresses(engine: TestEngine) async throws {
        try await run(engine) { house in
            let (store, asking) = (house.store, house.asking)
            let found = try await house.database.read(.organization(asking)) {
                try store.find(FinderQuery(), for: asking, on: $0)
            }
            #expect(!found.isEmpty)
            #expect(found.allSatisfy { $0.site.address.isEmpty && !$0.site.phone.isEmpty })
        }
    }

    @Test("Nobody changes another organisation's entry", arguments: TestEngine.available)
    func refusesForeignChanges(engine: TestEngine) async throws {
        try await run(engine) { house in
            let (store, asking, helper) = (house.store, house.asking, house.helper)
            let sites = try await house.database.read(.organization(asking)) { try store.sites(helper, on: $0) }
            let foreign = try #require(sites.first)
            let stolen = Self.site(foreign.id, asking)
            let isSaved = try await house.database.write(.organization(asking)) { try store.save(stolen, on: $0) }
            #expect(!isSaved)
            try await house.database.write(.organization(asking)) { connection in
                try store.removeSite(foreign.id, of: asking, on: connection)
            }
            let after = try await house.database.read(.organization(asking)) { try store.sites(helper, on: $0) }
            #expect(after == sites)
        }
    }

    @Test("A mark of danger holds in its country and its days", arguments: TestEngine.available)
    func marksDanger(engine: TestEngine) async throws {
        try await run(engine) { house in
            let (store, helper) = (house.store, house.helper)
            let mark = EndangeringMark(
                organization: helper,
                country: "RU",
                since: CivilDate(iso: "2026-01-01"),
                until: CivilDate(iso: "2026-03-11")
            )
            try await house.database.write(.installation) { try store.mark(mark, on: $0) }
            let answers = try await house.database.read(.organization(house.asking)) { connection in
                [
                    try store.mayEndanger(helper, in: "RU", on: connection),
                    try store.mayEndanger(helper, in: "KZ", on: connection),
                ]
            }
            #expect(answers == [true, false])
            #expect(!mark.applies(to: helper, in: "RU", at: Self.now.advanced(bySeconds: 86_400)))
        }
    }

    @Test("Hours are those of the site's own clocks, over midnight too")
    func opensAndCloses() {
        var site = Self.site(Surroundings.system.newID(), Surroundings.system.newID())
        #expect(site.state(at: Self.now) == .open(until: Self.now.advanced(bySeconds: 6 * 3600)))
        let night = Self.now.advanced(bySeconds: 12 * 3600)
        #expect(site.state(at: night) == .closed(until: Self.now.advanced(bySeconds: (7 * 24 - 3) * 3600)))
        site.hours = [OpeningHours(weekday: 3, opens: 22 * 60, closes: 30 * 60)]
        #expect(site.state(at: Self.now.advanced(bySeconds: 16 * 3600)).isOpen, "four in the morning of Thursday")
        site.isRoundTheClock = true
        #expect(site.state(at: night) == .open(until: nil))
        site.isRoundTheClock = false
        site.hours = []
        #expect(site.state(at: night) == .closed(until: nil))
    }

    @Test("A statement about free places ends by itself")
    func placesExpire() {
        var offer = Self.offer(Surroundings.system.newID(), Surroundings.system.newID(), Surroundings.system.newID())
        offer.places = 3
        offer.placesUntil = Self.now.advanced(bySeconds: 60)
        #expect(offer.freePlaces(at: Self.now) == 3)
        #expect(offer.freePlaces(at: Self.now.advanced(bySeconds: 61)) == nil)
        offer.coverage = ["RU-MOW", "KZ"]
        #expect(offer.covers(country: "RU", region: "RU-MOW") && offer.covers(country: "KZ", region: nil))
        #expect(!offer.covers(country: "RU", region: "RU-SVE") && !offer.covers(country: "TR", region: nil))
    }
}
