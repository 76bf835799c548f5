import Access
import App
import Casework
import Database
@_spi(TenantScopes) import Domain
import Foundation
import HTTPTypes
import Hotline
import People
import Testing

@Suite("Two records of one person, over all rooms", .serialized)
struct MergeTests {
    /// Everything that names a person, row by row; what an undoing has to give back exactly.
    private static let named: [SQL] = [
        "SELECT contact_id || '/' || position || '=' || COALESCE(person_id, '') FROM contact_person",
        "SELECT id || '=' || COALESCE(person_id, '') FROM call_back",
        "SELECT case_id || '/' || person_id || '/' || role || '/' || position FROM case_person",
        "SELECT id || '=' || COALESCE(client_person_id, '') || '/' || person_count FROM case_file",
        "SELECT id || '=' || COALESCE(person_id, '') FROM case_entry",
        "SELECT id || '=' || person_id FROM authority",
        "SELECT id || '=' || COALESCE(person_id, '') FROM appointment",
        "SELECT id || '=' || HEX(COALESCE(person, x'00')) FROM fact",
        "SELECT id || '=' || COALESCE(merged_into, '') FROM person",
    ]

    private func named(_ network: TestNetwork) async throws -> [[String]] {
        try await network.installation.database.read(.system) { connection in
            try Self.named.map { try connection.rows($0) { try $0.text(0) }.sorted() }
        }
    }

    /// Two records of one person, each with a contact, a call-back, a case, an entry and an appointment, and one case in
    /// which both stand.
    private func twice(_ network: TestNetwork) async throws -> (kept: PersonID, hidden: PersonID, cases: [CaseID]) {
        let desk = Workshop(network, network.first, mark: "zqmerge")
        let owner = try await desk.principal()
        var people: [PersonID] = []
        var cases: [CaseID] = []
        for name in ["zqmergefirst", "zqmergesecond"] {
            let person = try await TestNetwork.newPerson(name, owner, network.installation)
            people.append(person)
            let contact = try await desk.contact(of: person, by: owner)
            let caseID = try await desk.openCase(of: person, from: contact, by: owner)
            cases.append(caseID)
            _ = try await desk.appointment(of: person, caseID, by: owner)
            let entry = EntryDraft(.note, EntryBody(text: "note"), person: person)
            _ = try await desk.write { [rooms = network.installation.rooms] in
                try rooms.entries.add(entry, to: caseID, by: owner, on: $0)
            }
        }
        let members = [CaseMember(people[0], .witness), CaseMember(people[1], .client)]
        let draft = CaseDraft(members: members, problems: [try #require(ProblemCode(rawValue: "unpaid_wages"))])
        cases.append(
            try await desk.write { [rooms = network.installation.rooms] in
                try rooms.cases.create(draft, by: owner, on: $0).id
            }
        )
        return (people[0], people[1], cases)
    }

    private func merge(_ network: TestNetwork, _ kept: PersonID, _ hidden: PersonID) async throws -> TestAnswer {
        try await network.ask(
            .post,
            "/people/duplicates/\(kept)/\(hidden)/merge",
            as: try await network.session(.caseworker),
            form: "keep=\(kept)&firstVersion=1&secondVersion=1&choice.name=second"
        )
    }

    @Test("Contacts, cases, call-backs, appointments and figures move, and come back row by row")
    func exactness() async throws {
        try await TestNetwork.run { network in
            let (kept, hidden, cases) = try await twice(network)
            let session = try await network.session(.caseworker)
            let before = try await named(network)
            let shown = try await network.ask(.get, "/people/duplicates/\(kept)/\(hidden)", as: session)
            #expect(shown.status == 200)
            #expect(shown.body.contains("zqmergefirst") && shown.body.contains("zqmergesecond"))
            #expect(try await merge(network, kept, hidden).status == 303)
            let after = try await named(network)
            #expect(before != after)
            // Nothing names the hidden record any more but the record itself.
            for (number, rows) in after.dropLast().enumerated() {
                #expect(!rows.contains { $0.contains(hidden.text) }, "\(number)")
            }
            let page = try await network.ask(.get, "/people/\(kept)", as: session)
            #expect(page.body.contains("/people/\(kept)/unmerge"))
            for caseID in cases { #expect(page.body.contains("/cases/\(caseID)"), "\(caseID)") }
            let former = try await network.ask(.get, "/people/\(hidden)", as: session)
            #expect(former.status == 303 && former.headers[.location] == "/people/\(kept)")
            let list = try await network.ask(.get, "/people", as: session)
            #expect(!list.body.contains(hidden.text))
            let file = try await network.ask(.get, "/cases/\(cases[2])", as: session)
            #expect(file.status == 200)
            // Taken apart again.
            let question = try await network.ask(.get, "/people/\(kept)/unmerge", as: session)
            #expect(question.status == 200 && question.body.contains("zqmergesecond"))
            let form = "version=2"
            let undone = try await network.ask(.post, "/people/\(kept)/unmerge", as: session, form: form)
            #expect(undone.status == 303)
            let restored = try await named(network)
            for (number, pair) in zip(before, restored).enumerated() { #expect(pair.0 == pair.1, "\(number)") }
            let again = try await network.ask(.post, "/people/\(kept)/unmerge", as: session, form: "version=3")
            #expect(again.status == 422)
            for caseID in cases {
                #expect(try await network.ask(.get, "/cases/\(caseID)", as: session).status == 200)
            }
        }
    }

    @Test("What came after the merger stays with the kept record, what was changed since keeps its figures right")
    func laterWork() async throws {
        try await TestNetwork.run { network in
            let (kept, hidden, cases) = try await twice(network)
            let desk = Workshop(network, network.first, mark: "zqmerge")
            let owner = try await desk.principal()
            #expect(try await merge(network, kept, hidden).status == 303)
            // A form that was open meanwhile still names the hidden record.
            let later = try await desk.contact(of: hidden, by: owner)
            // The case is worked on, so that its facts are written anew.
            _ = try await desk.write { [rooms = network.installation.rooms] connection in
                try rooms.cases.touch(cases[1], .entryAdded, by: owner, on: connection)
            }
            func person(of contact: ContactID) async throws -> PersonID? {
                try await network.installation.database.read(.system) {
                    try $0.first("SELECT person_id FROM contact_person WHERE contact_id = \(contact)") {
                        try $0.id(0, PersonEntity.self)
                    }
                }
            }
            #expect(try await person(of: later) == kept)
            let session = try await network.session(.caseworker)
            let undone = try await network.ask(.post, "/people/\(kept)/unmerge", as: session, form: "version=2")
            #expect(undone.status == 303)
            #expect(try await person(of: later) == kept)
            // Three records: the facts of each case count the client that the case has.
            let counted = try await network.installation.database.read(.system) { connection in
                try connection.rows(
                    "SELECT COUNT(DISTINCT HEX(person)) FROM fact WHERE person IS NOT NULL AND kind = 'case'"
                ) { try $0.integer(0) }
            }
            #expect(counted == [2])
        }
    }

    @Test("Whoever is barred from a case of one of them doesn't merge; what is referred has to stay")
    func refusals() async throws {
        try await TestNetwork.run { network in
            let (kept, hidden, cases) = try await twice(network)
            let desk = Workshop(network, network.first, mark: "zqmerge")
            let owner = try await desk.principal()
            let session = try await network.session(.caseworker)
            let barred = try await network.installation.database.read(.system) { connection in
                try connection.first("SELECT user_id FROM session WHERE id = \(session.id.text)") {
                    try $0.id(0, UserEntity.self)
                }
            }
            let user = try #require(barred)
            try await desk.write { [rooms = network.installation.rooms] connection in
                try rooms.cases.setBar(true, user, from: cases[1], by: owner, on: connection)
            }
            let path = "/people/duplicates/\(kept)/\(hidden)"
            let shut = try await network.ask(
                .post,
                path + "/merge",
                as: session,
                form: "keep=\(kept)&firstVersion=1&secondVersion=1"
            )
            #expect(shut.status == 422)
            #expect(!(try await network.ask(.get, path, as: session).body.contains(path + "/merge")))
            let authority = try await desk.authority(of: cases[1], to: network.second, by: owner)
            _ = try await desk.referral(of: cases[1], by: authority, to: network.second, as: owner)
            let refused = try await merge(network, kept, hidden)
            #expect(refused.status == 422)
            #expect(try await merge(network, hidden, kept).status == 303)
        }
    }

    @Test("A record that was changed meanwhile is shown again with what was chosen; nothing is merged")
    func staleForm() async throws {
        try await TestNetwork.run { network in
            let (kept, hidden, _) = try await twice(network)
            let session = try await network.session(.caseworker)
            let change = try await network.ask(
                .post,
                "/people/\(hidden)/edit",
                as: session,
                form: "version=1&names.0.family=zqmergethird&sex=unknown"
            )
            #expect(change.status == 303)
            let before = try await named(network)
            let answer = try await network.ask(
                .post,
                "/people/duplicates/\(kept)/\(hidden)/merge",
                as: session,
                form: "keep=\(hidden)&firstVersion=1&secondVersion=1&choice.name=first"
            )
            #expect(answer.status == 422)
            #expect(answer.body.contains("zqmergethird"))
            #expect(answer.body.contains("name=\"keep\" value=\"\(hidden)\" checked"))
            #expect(answer.body.contains("name=\"choice.name\" value=\"first\" checked"))
            #expect(answer.body.contains("name=\"secondVersion\" value=\"2\""))
            #expect(try await named(network) == before)
        }
    }

    @Test("A program lists suspicions, merges with If-Match, repeats safely, and takes it back")
    func calls() async throws {
        try await TestNetwork.run { network in
            let program = try await Stranger.of(network.first, network)
            let search = network.installation.rooms.search
            let following = Task { try await search.run() }
            defer { following.cancel() }
            while !search.readiness.isReady { try await Task.sleep(for: .milliseconds(5)) }
            var ids: [String] = []
            for name in ["Токтогулова", "Toktogulova"] {
                let made = try await program.post(
                    "people",
                    [
                        "names": [["family": name, "given": "Айгүл"]], "birthDate": "1990-04-12",
                        "documents": [["type": "passport", "number": "AN1234567"]],
                    ]
                )
                ids.append(try made.member("id"))
            }
            let listed = try await program.get("people/duplicates")
            let items = try #require(listed.json["items"] as? [[String: Any]])
            #expect(items.count == 1, "\(listed.body)")
            #expect((items.first?["reasons"] as? [String])?.contains("same_document") == true)
            let body = try Stranger.text(["otherId": ids[1], "otherVersion": 1, "choices": ["name": "other"]])
            func call(_ act: String, _ body: String, _ headers: [String: String]) async throws -> TestAnswer {
                try await network.ask(
                    .post,
                    "/api/v1/people/\(ids[0])/\(act)",
                    as: program.session,
                    json: body,
                    headers: headers
                )
            }
            #expect(try await call("merge", body, [:]).status == 428)
            #expect(try await call("merge", body, ["If-Match": "\"9\""]).status == 412)
            let headers = ["If-Match": "\"1\"", "Idempotency-Key": "merge-1"]
            let merged = try await call("merge", body, headers)
            #expect(merged.status == 200, "\(merged.body)")
            #expect(merged.headers[.eTag] == "\"2\"")
            let repeated = try await call("merge", body, headers)
            #expect(repeated.status == 200)
            #expect(try repeated.member("mergeId") == merged.member("mergeId"))
            #expect(try await program.get("people/\(ids[1])").member("id") == ids[0])
            #expect((try await program.get("people/duplicates").json["items"] as? [Any])?.isEmpty == true)
            let undone = try await call("undo-merge", "{}", ["If-Match": "\"2\""])
            #expect(undone.status == 200, "\(undone.body)")
            #expect(try undone.member("restoredId") == ids[1])
            #expect(try await call("undo-merge", "{}", ["If-Match": "\"3\""]).status == 409)
            let refused = try await call(
                "merge",
                try Stranger.text(["otherId": ids[0], "otherVersion": 3]),
                ["If-Match": "\"3\""]
            )
            #expect(refused.status == 409)
        }
    }

    @Test("A note that two records are of two persons is kept and can be taken back")
    func distinct() async throws {
        try await TestNetwork.run { network in
            let (kept, hidden, _) = try await twice(network)
            let session = try await network.session(.caseworker)
            let path = "/people/duplicates/\(kept)/\(hidden)"
            let noted = try await network.ask(.post, path + "/distinct", as: session, form: "do=note")
            #expect(noted.status == 303)
            let shown = try await network.ask(.get, path, as: session)
            #expect(!shown.body.contains(path + "/merge"))
            #expect(try await merge(network, kept, hidden).status == 422)
            let cleared = try await network.ask(.post, path + "/distinct", as: session, form: "do=clear")
            #expect(cleared.status == 303)
            #expect(try await network.ask(.get, path, as: session).body.contains(path + "/merge"))
        }
    }

    @Test("Erasing the kept record erases the other one, and no row names either")
    func erasure() async throws {
        try await TestNetwork.run { network in
            let (kept, hidden, _) = try await twice(network)
            #expect(try await merge(network, kept, hidden).status == 303)
            let manager = try await network.session(.manager)
            let question = try await network.ask(.get, "/people/\(kept)/erase", as: manager)
            #expect(question.body.contains("zqmergesecond"))
            let erased = try await network.ask(.post, "/people/\(kept)/erase", as: manager)
            #expect(erased.status == 200 && erased.body.contains(hidden.text))
            for (number, rows) in try await named(network).enumerated() {
                #expect(!rows.contains { $0.contains(kept.text) || $0.contains(hidden.text) }, "\(number)")
            }
        }
    }
}
