import Access
import App
import Domain
import HTTPTypes
import Testing

@Suite("Bad input", .serialized)
struct BadInputTests {
    private struct Wrong: Sendable {
        let path: String
        let json: String
        let field: String
    }

    /// The members of a contact that may be, with one that may not.
    private static func contact(_ member: String, _ field: String) -> Wrong {
        let rest = ["channel": #""phone""#, "language": #""ru""#, "problems": #"["housing"]"#]
            .filter { !member.contains("\"\($0.key)\":") }.sorted { $0.key < $1.key }
            .map { ",\"\($0.key)\":\($0.value)" }.joined()
        return Wrong(path: "contacts", json: "{\(member)\(rest)}", field: field)
    }

    private static func wrongs(_ network: TestNetwork) -> [Wrong] {
        let (own, foreign) = (network.own.text, network.foreign.text)
        let contacts: [Wrong] = [
            contact(#""occurredAt":"2026-02-30T10:00:00Z""#, "occurredAt"),
            contact(#""occurredAt":"2999-01-01T10:00:00Z""#, "occurredAt"),
            contact(#""channel":"pigeon""#, "channel"),
            contact(#""channel":"""#, "channel"),
            contact(#""problems":["no_such_thing"]"#, "problems"),
            contact(#""problems":["information","housing"]"#, "problems"),
            contact("\"personId\":\"\(foreign)\"", "personId"),
            contact(#""personId":"7""#, "personId"),
            contact(#""hostCountry":"XX1""#, "hostCountry"),
            contact(#""colour":"red""#, "colour"),
        ]
        let cases: [Wrong] = [
            Wrong(path: "cases", json: #"{"personId":"\#(foreign)","problems":["housing"]}"#, field: "person"),
            Wrong(path: "cases", json: #"{"personId":"\#(own)","problems":["no_such"]}"#, field: "problems"),
            Wrong(path: "cases", json: #"{"personId":"\#(own)","problems":["housing"],"risk":"big"}"#, field: "risk"),
            Wrong(
                path: "cases",
                json: #"{"personId":"\#(own)","problems":["housing"],"contactId":"\#(own)"}"#,
                field: "contactId"
            ),
            Wrong(path: "cases", json: #"{"problems":["housing"]}"#, field: "personId"),
        ]
        let people: [Wrong] = [
            Wrong(path: "people", json: #"{"names":[{"family":"A"}],"birthDate":"1990-02-30"}"#, field: "birthDate"),
            Wrong(path: "people", json: #"{"names":[{"family":"A"}],"sex":"robot"}"#, field: "sex"),
        ]
        return contacts + cases + people
    }

    @Test("What can't be is refused at its member, and nothing is made")
    func wrongMembers() async throws {
        try await TestNetwork.run { network in
            let program = try await Stranger.of(network.first, network)
            let before = try await TestPlaces.fingerprint(of: network.first, network)
            for wrong in Self.wrongs(network) {
                let answer = try await network.ask(
                    .post,
                    "/api/v1/" + wrong.path,
                    as: program.session,
                    json: wrong.json
                )
                #expect(answer.status == 422, "\(wrong.json): \(answer.status) \(answer.body)")
                #expect(answer.fields.contains { $0.hasPrefix(wrong.field) }, "\(wrong.json): \(answer.body)")
            }
            var after = try await TestPlaces.fingerprint(of: network.first, network)
            // A forged id may be noted in the journal; records are what must be the same.
            for name in ["journal_leaf", "journal_head", "event"] { after[name] = before[name] }
            #expect(after == before)
        }
    }

    @Test("Problems come in the reader's language")
    func language() async throws {
        try await TestNetwork.run { network in
            let program = try await Stranger.of(network.first, network)
            var messages: Set<String> = []
            for language in ["en", "ru", "ky"] {
                let answer = try await network.ask(
                    .post,
                    "/api/v1/cases",
                    as: program.session,
                    json: #"{"problems":["housing"]}"#,
                    headers: ["Accept-Language": language]
                )
                let errors = answer.json["errors"] as? [[String: Any]] ?? []
                messages.formUnion(errors.compactMap { $0["message"] as? String })
            }
            #expect(messages.count == 3, "\(messages)")
        }
    }

    @Test("What was typed into a form that is refused is still there")
    func typedIsKept() async throws {
        try await TestNetwork.run { network in
            let desk = try await network.session(.caseworker)
            let work = Workshop(network, network.first)
            let owner = try await work.principal()
            let id = try await work.openCase(of: network.own, by: owner)
            _ = try await work.authority(of: id, to: network.second, by: owner)
            let forms: [(String, String)] = [
                ("/cases/\(id)/appointments/new", "day=2026-02-30&time=10:00&note=keptwords"),
                ("/cases/\(id)/letters/new", "addressee=partner&subject=&text=keptwords&recipient=x"),
                ("/cases/\(id)/consents/new", "recipient=&giverName=keptwords&purpose=other"),
                ("/cases/\(id)/entries", "kind=deadline&full=1&text=keptwords&title="),
                ("/cases/\(id)/refer", "consent=\(id)&urgency=normal&text=keptwords&note=keptwords"),
                ("/cases/\(id)/transfer", "recipient=\(network.first)&promises=keptwords"),
                (
                    "/hotline/rota", "name=keptwords&day=2026-13-01&from=10:00&until=12:00&zone=Asia/Bishkek"
                ),
                ("/hotline/on-call", "name=keptwords&phone=x&wait=5"),
                ("/hotline/numbers", "number=keptwords&days=100000&reason=abuse"),
            ]
            for (path, form) in forms {
                let answer = try await network.ask(.post, path, as: desk, form: form)
                #expect(answer.status == 422, "\(path): \(answer.status)")
                #expect(answer.body.contains("keptwords"), "\(path) lost what was typed")
            }
        }
    }

    @Test("A body that is too large is refused before it is read, a disguised file by its content")
    func large() async throws {
        try await TestNetwork.run { network in
            let program = try await Stranger.of(network.first, network)
            let long = String(repeating: "а", count: 2_000_000)
            for path in ["contacts", "cases", "people"] {
                let answer = try await program.post(path, ["summary": long])
                #expect(answer.status == 413, "\(path): \(answer.status)")
            }
            let words = String(repeating: "а", count: 60_000)
            let answer = try await program.post(
                "contacts",
                ["channel": "phone", "language": "ru", "problems": ["housing"], "summary": words]
            )
            #expect([413, 422].contains(answer.status))
            let work = Workshop(network, network.first)
            let id = try await work.openCase(of: network.own, by: try await work.principal())
            let desk = try await network.session(.caseworker)
            let files: [(String, [UInt8])] = [
                ("contract.pdf", Array("<html><script>alert(1)</script></html>".utf8)),
                ("photo.jpg", Array("%PDF-1.4 not a picture".utf8)), ("run.exe", [0x4D, 0x5A, 0, 0, 0, 0, 0, 0]),
                ("empty.pdf", []), ("broken.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]),
            ]
            for (name, content) in files {
                let refused = try await network.upload("/cases/\(id)/files", name, content, as: desk)
                #expect((400..<500).contains(refused.status), "\(name): \(refused.status)")
            }
            let taken = try await network.upload("/cases/\(id)/files", "note.txt", Array("Договор".utf8), as: desk)
            #expect(taken.status == 303)
        }
    }

    @Test("Ids that are none, methods that aren't there, keys that are too long")
    func shapes() async throws {
        try await TestNetwork.run { network in
            let program = try await Stranger.of(network.first, network)
            for path in ["cases/x", "contacts/1", "people/..%2f", "referrals/%00"] {
                #expect([400, 404].contains(try await program.get(path).status), "\(path)")
            }
            for path in [
                "cases?limit=0", "contacts?limit=9999", "people?limit=x", "referrals?box=up", "cases?status=x",
            ] {
                #expect(try await program.get(path).status == 400, "\(path)")
            }
            #expect(try await program.delete("cases").status == 405)
            let key = String(repeating: "k", count: 1000)
            let answer = try await program.post("cases", ["personId": network.own.text], key: key)
            #expect(answer.status == 400)
            for json in ["[]", "{", "null", "\"x\"", "{\"a\":1}{}"] {
                let answer = try await network.ask(.post, "/api/v1/cases", as: program.session, json: json)
                #expect([400, 422].contains(answer.status), "\(json): \(answer.status)")
            }
        }
    }
}
