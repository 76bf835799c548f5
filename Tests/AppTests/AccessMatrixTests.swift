import Access
import App
import Domain
import HTTPTypes
import Testing
import Web

@Suite("The access matrix", .serialized)
struct AccessMatrixTests {
    @Test("Every registered route stands in the matrix, and the matrix names no other")
    func complete() async throws {
        try await TestNetwork.run { network in
            let registered = Set(network.routes.descriptions.map { "\($0.method.rawValue) \($0.pattern)" })
            let listed = AccessMatrix.lines.map(\.description)
            #expect(Set(listed).count == listed.count)
            #expect(registered.subtracting(listed).sorted() == [], "routes without a line in the matrix")
            #expect(Set(listed).subtracting(registered).sorted() == [], "lines without a route")
        }
    }

    @Test("Each role and a stranger get in where the matrix says, and nowhere else")
    func everyRole() async throws {
        try await TestNetwork.run { network in
            for line in AccessMatrix.lines where !line.pattern.contains(":name") && !line.pattern.contains(":token") {
                for role in [nil] + Role.allCases.map(Optional.some) {
                    let session: TestSession?
                    if let role {
                        session = try await network.session(role, kind: line.isAPI ? .api : .desk)
                    } else {
                        session = nil
                    }
                    let path = try await network.path(line, session)
                    let answer = try await network.ask(line.method, path, as: session, json: line.isAPI ? "{}" : nil)
                    let place = "\(line) as \(role?.rawValue ?? "stranger"): \(answer.status)"
                    if line.admits(role) {
                        #expect(![401, 403, 404, 405, 500].contains(answer.status), "\(place)")
                        // Ending one's own session leads to the sign-in page, with a word about it.
                        let mayLeadThere = line.pattern == "/sign-out" || line.pattern == "/lock"
                        let isSentAway = answer.headers[.location]?.hasPrefix("/sign-in?next") == true
                        #expect(!isSentAway || mayLeadThere, "\(place)")
                    } else if role == nil || isPending(line) {
                        let isSentToSignIn =
                            answer.status == 303 && answer.headers[.location]?.hasPrefix("/sign-in") == true
                        #expect(answer.status == 401 || isSentToSignIn, "\(place)")
                    } else {
                        #expect(answer.status == 404, "\(place)")
                    }
                    #expect(answer.headers[.contentSecurityPolicy] != nil, "\(place)")
                }
            }
        }
    }

    private func isPending(_ line: AccessMatrix.Line) -> Bool {
        if case .pending = line.door { true } else { false }
    }

    @Test("Another organisation's person is answered like one that doesn't exist, byte for byte")
    func foreignLikeRandom() async throws {
        try await TestNetwork.run { network in
            let random: PersonID = network.installation.surroundings.newID()
            for line in AccessMatrix.lines where line.isAboutPerson {
                let session = try await network.session(.manager, kind: line.isAPI ? .api : .desk)
                for form in ["", "version=1&names.0.family=X", "recipient=\(network.second.text)&groups=identity"] {
                    let grant = network.grant.text
                    func answer(_ id: PersonID) async throws -> TestAnswer {
                        let path = line.pattern.replacing(":id", with: id.text).replacing(":grant", with: grant)
                        return try await network.ask(line.method, path, as: session, form: form)
                    }
                    let foreign = try await answer(network.foreign)
                    let unknown = try await answer(random)
                    let same = foreign.masked.replacing(network.foreign.text, with: random.text) == unknown.masked
                    #expect(same, "\(line) with \(form): \(foreign.status) and \(unknown.status)")
                    #expect(foreign.status >= 400, "\(line) with \(form)")
                    #expect(!foreign.body.contains("Каримов"))
                }
            }
        }
    }

    @Test("What is shared may be read and nothing more")
    func sharedIsReadOnly() async throws {
        try await TestNetwork.run { network in
            for line in AccessMatrix.lines where line.isAboutPerson {
                let session = try await network.session(.manager, kind: line.isAPI ? .api : .desk)
                let path = line.pattern.replacing(":id", with: network.shared.text)
                    .replacing(":grant", with: network.grant.text)
                let form = "version=1&names.0.family=X&recipient=\(network.second.text)&groups=identity&purpose=other"
                let answer = try await network.ask(line.method, path, as: session, form: form + "&days=3&consent=yes")
                let isReading = line.pattern == "/people/:id" || line.pattern == "/api/v1/people/:id"
                #expect(answer.status == (isReading ? 200 : 404), "\(line): \(answer.status)")
                #expect(answer.body.contains("Rusu") == isReading, "\(line)")
            }
        }
    }

    @Test("A foreign id takes no measurably longer than a random one")
    func foreignTakesAsLong() async throws {
        try await TestNetwork.run { network in
            let session = try await network.session(.manager)
            func median(_ id: () -> PersonID) async throws -> Duration {
                var times: [Duration] = []
                for _ in 0..<100 {
                    let path = "/people/\(id().text)"
                    let start = ContinuousClock.now
                    _ = try await network.ask(.get, path, as: session)
                    times.append(ContinuousClock.now - start)
                }
                return times.sorted()[50]
            }
            _ = try await median { network.foreign }
            let foreign = try await median { network.foreign }
            let random = try await median { network.installation.surroundings.newID() }
            let difference = foreign > random ? foreign - random : random - foreign
            #expect(difference < .milliseconds(1), "foreign \(foreign), random \(random)")
        }
    }
}

extension TestNetwork {
    /// The line's path with ids that the role's organisation owns; what a call uses up is made anew.
    func path(_ line: AccessMatrix.Line, _ session: TestSession?) async throws -> String {
        var path = line.pattern.replacing(":grant", with: grant.text)
        if line.isAboutPerson {
            let id = line.pattern.hasSuffix("erase") ? try await freshPerson() : own
            path = path.replacing(":id", with: id.text)
        }
        if line.pattern.hasPrefix("/members/:id") { path = path.replacing(":id", with: member.text) }
        if line.pattern.hasPrefix("/installation/organizations/:id") {
            path = path.replacing(":id", with: first.text)
        }
        return path.replacing(":id", with: session?.id.text ?? installation.surroundings.newID(SessionEntity.self).text)
    }

    private func freshPerson() async throws -> PersonID {
        let owner = try await Self.principal(.caseworker, in: first, installation)
        return try await Self.newPerson("Fresh", owner, installation)
    }
}

extension HTTPField.Name {
    static let contentSecurityPolicy = HTTPField.Name("Content-Security-Policy") ?? .server
}
