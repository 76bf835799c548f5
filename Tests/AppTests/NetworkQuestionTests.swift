import Access
import App
import Database
@_spi(TenantScopes) import Domain
import Foundation
import HTTPTypes
import Journal
import Localization
import People
import Testing
import Web

/// Asking the network over HTTP: what is answered, what is journalled, and that the answer gives nothing else away.
@Suite("Asking the network over HTTP", .serialized)
struct NetworkQuestionTests {
    /// Somebody with a passport of their own who may agree to be recognised.
    private static func details(_ document: String, agrees: Bool = true) throws -> PersonDetails {
        var details = PersonDetails(
            identity: PersonIdentity(
                names: [PersonName(family: "Токтогулова", given: "Бегимай")],
                // By the document's last digit, so that the people of one test are nobody's namesakes of a day.
                birthDate: PartialDate(iso: "197\(document.last ?? "0")-05-12"),
                sex: .female,
                citizenship: nil
            ),
            documents: [PersonDocument(kind: .passport, number: document, state: .held)]
        )
        if agrees {
            details.safety?.recognition = RecognitionConsent(
                manner: .written,
                givenOn: try #require(CivilDate(iso: "2026-03-12"))
            )
        }
        return details
    }

    private func create(_ details: PersonDetails, _ owner: Principal, _ network: TestNetwork) async throws -> PersonID {
        try await network.installation.database.write(TenantScope(organization: owner.organization)) {
            try network.installation.rooms.people.create(details, by: owner, on: $0)
        }
    }

    private func ask(_ id: PersonID, _ network: TestNetwork, as session: TestSession) async throws -> TestAnswer {
        let isAPI = session.kind == .api
        return try await network.ask(
            .post,
            (isAPI ? "/api/v1" : "") + "/people/\(id.text)/network-match",
            as: session,
            json: isAPI ? "{}" : nil
        )
    }

    @Test("No match, one without leave and one in practice are answered alike, in words, size and time")
    func alike() async throws {
        try await TestNetwork.run { network in
            let practice = try await TestNetwork.organization("practice", network.installation, isPractice: true)
            try await TestNetwork.publish(network.installation)
            let owner = try await TestNetwork.principal(.caseworker, in: network.first, network.installation)
            let partner = try await TestNetwork.principal(.caseworker, in: network.second, network.installation)
            let pupil = try await TestNetwork.principal(.caseworker, in: practice, network.installation)
            // The same person stands nowhere, without leave, in practice, and with leave in another organisation.
            var asked: [PersonID] = []
            let documents = ["AN1111111", "ID2222222", "PE3333333", "AC4444444"]
            for document in documents {
                asked.append(try await create(try Self.details(document), owner, network))
            }
            _ = try await create(try Self.details(documents[1], agrees: false), partner, network)
            _ = try await create(try Self.details(documents[2]), pupil, network)
            var match = try Self.details(documents[3])
            match.identity.names = [PersonName(family: "Toktogulova", given: "Begimai")]
            _ = try await create(match, partner, network)
            let words = try TestNetwork.words()
            try await network.searching {
                for kind in [SessionKind.desk, .api] {
                    let session = try await network.session(.caseworker, kind: kind)
                    var answers: [String] = []
                    var times: [Duration] = []
                    for id in asked.prefix(3) {
                        let start = ContinuousClock.now
                        let answer = try await ask(id, network, as: session)
                        times.append(ContinuousClock.now - start)
                        #expect(answer.status == 200, "\(answer.body)")
                        let nobody = kind == .api ? "no_match_known" : words.networkNobody
                        #expect(answer.body.contains(nobody), "\(answer.body)")
                        answers.append(answer.masked.replacing(id.text, with: "id"))
                    }
                    #expect(Set(answers).count == 1)
                    let start = ContinuousClock.now
                    let somebody = try await ask(asked[3], network, as: session)
                    times.append(ContinuousClock.now - start)
                    #expect(somebody.status == 200)
                    let sentence = kind == .api ? "somebody_may_be_the_same" : words.networkSomebody
                    #expect(somebody.body.contains(sentence), "\(somebody.body)")
                    for giveaway in ["Toktogulova", "Begimai", network.second.text, practice.text] {
                        #expect(!somebody.body.contains(giveaway), "\(giveaway)")
                    }
                    // The floor under every answer is what makes them last alike.
                    #expect(times.allSatisfy { $0 >= .milliseconds(400) }, "\(times)")
                }
            }
        }
    }

    @Test("It is journalled for those who ask and for nobody else, whatever the answer")
    func journalled() async throws {
        try await TestNetwork.run { network in
            let owner = try await TestNetwork.principal(.caseworker, in: network.first, network.installation)
            let partner = try await TestNetwork.principal(.caseworker, in: network.second, network.installation)
            let id = try await create(try Self.details("AN2000001"), owner, network)
            let other = try await create(try Self.details("AN2000001"), partner, network)
            try await network.searching {
                let before = try await leaves(network.second, network)
                let session = try await network.session(.caseworker, kind: .api)
                let answer = try await ask(id, network, as: session)
                #expect(try answer.member("answer") == "somebody_may_be_the_same")
                #expect(try await leaves(network.first, network, "person.network_asked") == 1)
                #expect(try await leaves(network.second, network) == before)
                // Somebody else's person is answered like nobody's.
                let random: PersonID = network.installation.surroundings.newID()
                for foreign in [other, random] {
                    #expect(try await ask(foreign, network, as: session).status == 404)
                }
                #expect(try await leaves(network.first, network, "person.network_asked") == 1)
            }
        }
    }

    @Test("Without the person's leave nothing is asked, and nobody can try one after the other")
    func limits() async throws {
        try await TestNetwork.run { network in
            let owner = try await TestNetwork.principal(.caseworker, in: network.first, network.installation)
            let silent = try await create(try Self.details("AN3000001", agrees: false), owner, network)
            let agreed = try await create(try Self.details("AN3000002"), owner, network)
            let session = try await network.session(.caseworker, kind: .api)
            let early = try await ask(agreed, network, as: session)
            #expect(early.status == 503)
            #expect(early.json["code"] as? String == "search_warming")
            #expect(early.headers[.retryAfter] != nil)
            try await network.searching {
                let refused = try await ask(silent, network, as: session)
                #expect(refused.status == 422)
                #expect(refused.json["code"] as? String == "recognition_missing")
                var statuses: [Int] = []
                for _ in 0..<10 { statuses.append(try await ask(agreed, network, as: session).status) }
                #expect(statuses.first == 200)
                #expect(statuses.last == 429)
                // Another user has an allowance of their own.
                let colleague = try await network.session(.caseworker, kind: .api)
                #expect(try await ask(agreed, network, as: colleague).status == 200)
                #expect(
                    try await leaves(network.first, network, "person.network_asked") == statuses.count { $0 == 200 } + 1
                )
            }
        }
    }

    @Test("While the search warms, pages and calls say how far it is, and exact numbers are found all the same")
    func warming() async throws {
        try await TestNetwork.run { network in
            let desk = try await network.session(.caseworker)
            let program = try await network.session(.caseworker, kind: .api)
            let words = try TestNetwork.words()
            let line = words.searchWarming(percent: "0")
            for (path, form) in [("/search", "q=osmonova"), ("/search/suggestions", "q=osmonova")] {
                let answer = try await network.ask(.post, path, as: desk, form: form)
                #expect(answer.body.contains(line), "\(path): \(answer.body)")
            }
            #expect(try await network.ask(.get, "/search", as: desk).body.contains(line))
            #expect(try await network.ask(.get, "/people/new", as: desk).body.contains(line))
            let found = try await network.ask(.get, "/api/v1/people?q=osmonova", as: program)
            #expect(found.json["warming"] as? Int == 0, "\(found.body)")
            let made = try await network.ask(
                .post,
                "/api/v1/people",
                as: program,
                json: #"{"names": [{"family": "Осмонова", "given": "Айжамал"}]}"#
            )
            #expect(made.status == 201, "\(made.body)")
            #expect(made.json["warming"] as? Int == 0, "\(made.body)")
            try await network.searching {
                let warm = try await network.ask(.get, "/api/v1/people?q=osmonova", as: program)
                #expect(warm.json["warming"] == nil)
                #expect((warm.json["items"] as? [Any])?.isEmpty == false, "\(warm.body)")
                #expect(try await !network.ask(.get, "/people/new", as: desk).body.contains(line))
            }
        }
    }

    @Test(
        "Whatever is typed is answered in no time, safely, and with a next step",
        arguments: [
            "🙂👩‍👩‍👧", "\u{7}\u{1B}[0m", "' OR 1=1; DROP TABLE person; --", "<script>alert(1)</script>", "%_\\",
            String(repeating: "ж", count: 10_000), "zzzzqqqq",
        ]
    )
    func hostile(typed: String) async throws {
        try await TestNetwork.run { network in
            try await network.searching {
                let words = try TestNetwork.words()
                let session = try await network.session(.caseworker)
                var allowed = CharacterSet.alphanumerics
                allowed.remove(charactersIn: "<>&+")
                let encoded = typed.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
                let start = ContinuousClock.now
                let answer = try await network.ask(.post, "/search", as: session, form: "q=" + encoded)
                #expect(ContinuousClock.now - start < .seconds(2))
                #expect([200, 422].contains(answer.status), "\(answer.status)")
                #expect(!answer.body.contains("<script>alert"))
                if answer.status == 200 {
                    #expect(answer.body.contains(words.searchNothing))
                    #expect(answer.body.contains("/people/new"))
                }
            }
        }
    }

    private func leaves(_ log: OrganizationID, _ network: TestNetwork, _ kind: String? = nil) async throws -> Int {
        let condition: SQL = kind.map { " AND kind = \($0)" } ?? ""
        return Int(
            try await network.installation.database.read(.system) {
                try $0.count("SELECT COUNT(*) FROM journal_leaf WHERE log_id = \(log)\(condition)")
            }
        )
    }
}

extension TestNetwork {
    /// What the register of people says to somebody whose browser asks for no language.
    static func words() throws -> PeopleTexts {
        try CatalogSet.load(directory: root + "/Content/locale").texts("ru").people
    }

    /// Runs `body` with a search that is filled and follows the event log.
    func searching(_ body: () async throws -> Void) async throws {
        let search = installation.rooms.search
        let following = Task { try await search.run() }
        defer { following.cancel() }
        while !search.readiness.isReady { try await Task.sleep(for: .milliseconds(5)) }
        try await body()
    }
}
