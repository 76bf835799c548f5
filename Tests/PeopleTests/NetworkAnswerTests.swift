import Access
import Database
import Domain
import Journal
import TestSupport
import Testing
import Vault
import Web

@testable import People

@Suite("Asking the network")
struct NetworkAnswerTests {
    private static let day = CivilDate(iso: "2026-03-12")

    /// The same person with the leave to be recognised, or with one that was withdrawn.
    static func agreeing(_ details: PersonDetails, until end: CivilDate? = nil) throws -> PersonDetails {
        var details = details
        details.safety?.recognition = RecognitionConsent(
            manner: .oral,
            givenOn: try #require(day),
            withdrawnOn: end
        )
        return details
    }

    private func ask(_ details: PersonDetails, _ search: PeopleSearch, as principal: Principal) async throws
        -> NetworkAnswer
    {
        try await search.networkAnswer(about: details, for: principal.organization)
    }

    @Test(
        "Somebody is met where both agreed, and no longer from the moment of withdrawal or erasure on",
        arguments: TestEngine.available
    )
    func life(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            house.admit()
            let (store, own, other, erasure) = (house.store, house.own, house.other, house.erasure)
            let agreed = try Self.agreeing(PeopleHouse.aijamal)
            let ended = try Self.agreeing(PeopleHouse.aijamal, until: Self.day)
            var latin = agreed
            latin.identity.names = [PersonName(family: "Osmonova", given: "Aizhamal")]
            let asked = latin
            // One fills from the rows and one follows the events, as two processes do.
            try await house.searching { follower in
                #expect(try await ask(asked, follower, as: own) == .nobody)
                let id = try await house.write(as: other) { try store.create(agreed, by: other, on: $0) }
                #expect(try await ask(asked, follower, as: own) == .somebody)
                #expect(try await ask(asked, follower, as: other) == .nobody, "one's own people don't count")
                try await house.searching { filled in
                    #expect(try await ask(asked, filled, as: own) == .somebody)
                    try await house.write(as: other) {
                        _ = try store.change(id, to: ended, from: 1, by: other, on: $0)
                    }
                    #expect(try await ask(asked, follower, as: own) == .nobody)
                    #expect(try await ask(asked, filled, as: own) == .nobody)
                    try await house.write(as: other) {
                        _ = try store.change(id, to: agreed, from: 2, by: other, on: $0)
                    }
                    #expect(try await ask(asked, filled, as: own) == .somebody)
                    house.admit(closed: true)
                    #expect(try await ask(asked, filled, as: own) == .nobody)
                    house.admit()
                    #expect(try await ask(asked, filled, as: own) == .somebody)
                    try await house.write(as: other) { _ = try store.erase(id, by: other, erasure, on: $0) }
                    #expect(try await ask(asked, follower, as: own) == .nobody)
                    #expect(try await ask(asked, filled, as: own) == .nobody)
                }
            }
        }
    }

    @Test("A name, a year, a family's phone are not enough", arguments: TestEngine.available)
    func threshold(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            house.admit()
            let (store, own, other) = (house.store, house.own, house.other)
            let agreed = try Self.agreeing(PeopleHouse.aijamal)
            _ = try await house.write(as: other) { try store.create(agreed, by: other, on: $0) }
            try await house.searching { search in
                let name = PeopleHouse.named("Осмонова", "Айжамал")
                let year = PeopleHouse.named("Осмонова", "Айжамал", born: 1987)
                var sister = PeopleHouse.named("Осмонова", "Бермет", born: 1990)
                sister.phones = agreed.phones
                var phone = name
                phone.phones = agreed.phones
                let byName = try await ask(name, search, as: own)
                #expect(byName == .nobody)
                #expect(try await ask(year, search, as: own) == .nobody)
                #expect(try await ask(sister, search, as: own) == .nobody)
                #expect(try await ask(phone, search, as: own) == .somebody)
            }
        }
    }

    @Test("Without leave, in practice, of a state or not admitted nobody is met", arguments: TestEngine.available)
    func outside(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let (store, own, other) = (house.store, house.own, house.other)
            let agreed = try Self.agreeing(PeopleHouse.aijamal)
            house.admit()
            try await house.searching { search in
                let id = try await house.write(as: other) { try store.create(PeopleHouse.aijamal, by: other, on: $0) }
                #expect(try await ask(agreed, search, as: own) == .nobody)
                try await house.write(as: other) { _ = try store.change(id, to: agreed, from: 1, by: other, on: $0) }
                #expect(try await ask(agreed, search, as: own) == .somebody)
                for place in PeopleHouse.Outside.allCases {
                    house.admit(other: place)
                    #expect(try await ask(agreed, search, as: own) == .nobody, "\(place)")
                    house.admit(own: place)
                    #expect(try await ask(agreed, search, as: own) == .nobody, "asking: \(place)")
                }
            }
        }
    }

    @Test("The leave is read as typed, and refused where it makes no sense")
    func typed() {
        let now = Instant(milliseconds: 1_800_000_000_000)
        func judged(_ manner: String, _ given: String, _ withdrawn: String = "") -> Result<
            PersonDetails, PersonProblems
        > {
            var input = PersonInput()
            input.names = [PersonName(family: "Осмонова", given: "Айжамал")]
            input.safety.recognition = manner
            input.safety.recognitionGivenOn = given
            input.safety.recognitionWithdrawnOn = withdrawn
            return PersonRules.details(of: input, now: now)
        }
        func fields(_ result: Result<PersonDetails, PersonProblems>) -> [String] {
            if case .failure(let problems) = result { problems.all.map(\.field) } else { [] }
        }
        let whole = try? judged("written", "12.03.2026").get()
        #expect(whole?.safety?.recognition?.isLive == true)
        #expect(whole.map { PersonInput($0).safety.recognitionGivenOn } == "12.03.2026")
        let ended = try? judged("remote", "2026-03-12", "13.03.2026").get()
        #expect(ended?.safety?.recognition?.isLive == false)
        #expect(fields(judged("", "12.03.2026")) == ["safety.recognition"])
        #expect(fields(judged("loud", "12.03.2026")) == ["safety.recognition"])
        #expect(fields(judged("oral", "")) == ["safety.recognitionGivenOn"])
        #expect(fields(judged("oral", "03.2026")) == ["safety.recognitionGivenOn"])
        #expect(fields(judged("oral", "12.03.2199")) == ["safety.recognitionGivenOn"])
        #expect(fields(judged("oral", "12.03.2026", "11.03.2026")) == ["safety.recognitionWithdrawnOn"])
        #expect(fields(judged("", "", "")) == [])
    }
}

extension PeopleHouse {
    /// Why an organisation takes no part in the network's recognition.
    enum Outside: CaseIterable {
        case practice, state, pending
    }

    /// Tells the rooms how both organisations stand in the network.
    func admit(own ownPlace: Outside? = nil, other otherPlace: Outside? = nil, closed: Bool = false) {
        func entry(_ id: OrganizationID, _ place: Outside?, _ isActive: Bool) -> OrganizationDirectory.Entry {
            OrganizationDirectory.Entry(
                id: id,
                code: "organization",
                names: [:],
                defaultLanguage: "ky",
                zone: "Asia/Bishkek",
                isActive: isActive,
                isStateRecipient: place == .state,
                isPractice: place == .practice,
                isAdmitted: place != .pending
            )
        }
        organizations.replace([
            entry(own.organization, ownPlace, true), entry(other.organization, otherPlace, !closed),
        ])
    }
}
