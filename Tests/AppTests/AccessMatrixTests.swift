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
            let places = try await TestPlaces(network)
            for line in AccessMatrix.lines where !line.pattern.contains(":name") && !line.pattern.contains(":token") {
                for role in [nil] + Role.allCases.map(Optional.some) {
                    let session = try await places.session(role, line)
                    let path = try await places.path(line, session, as: role)
                    let answer = try await network.ask(
                        line.method,
                        path,
                        as: session,
                        json: line.isAPI && line.method != .get ? "{}" : nil
                    )
                    judge(answer, line, role)
                }
            }
        }
    }

    private func judge(_ answer: TestAnswer, _ line: AccessMatrix.Line, _ role: Role?) {
        let place = "\(line) as \(role?.rawValue ?? "stranger"): \(answer.status)"
        if line.admits(role) {
            #expect(![401, 403, 404, 405, 500].contains(answer.status), "\(place)")
            // Ending one's own session leads to the sign-in page, with a word about it.
            let mayLeadThere = line.pattern == "/sign-out" || line.pattern == "/lock"
            let isSentAway = answer.headers[.location]?.hasPrefix("/sign-in?next") == true
            #expect(!isSentAway || mayLeadThere, "\(place)")
        } else if role == nil || isPending(line) {
            let isSentToSignIn = answer.status == 303 && answer.headers[.location]?.hasPrefix("/sign-in") == true
            #expect(answer.status == 401 || isSentToSignIn, "\(place)")
        } else {
            #expect(answer.status == 404, "\(place)")
        }
        #expect(answer.headers[.contentSecurityPolicy] != nil, "\(place)")
    }

    @Test("A session that waits for its second factor gets nowhere but to the code")
    func pendingSecondFactor() async throws {
        try await TestNetwork.run { network in
            let places = try await TestPlaces(network)
            for kind in [SessionKind.desk, .api] {
                let waiting = try await network.session(.manager, kind: kind, state: .awaitingSecondFactor)
                for line in AccessMatrix.lines where line.isAPI == (kind == .api) && isClosed(line) {
                    let path = try await places.path(line, waiting)
                    let answer = try await network.ask(line.method, path, as: waiting)
                    #expect(answer.status == 401 || answer.status == 303, "\(line): \(answer.status)")
                    let target = answer.headers[.location] ?? "/sign-in"
                    #expect(target.hasPrefix("/sign-in"), "\(line): \(target)")
                }
            }
        }
    }

    private func isClosed(_ line: AccessMatrix.Line) -> Bool {
        if case .roles = line.door { true } else { false }
    }

    private func isPending(_ line: AccessMatrix.Line) -> Bool {
        if case .pending = line.door { true } else { false }
    }

    @Test("Another organisation's record is answered like one that doesn't exist, byte for byte")
    func foreignLikeRandom() async throws {
        try await TestNetwork.run { network in
            // Work of a third organisation, which shared nothing with the first.
            let third = try await TestNetwork.organization("third", network.installation)
            try await TestNetwork.publish(network.installation)
            let work = try await TestWork.make(network, in: third, other: network.second, mark: "zqforeign")
            let before = try await TestPlaces.fingerprint(of: third, network)
            let sessions: [Bool: TestSession] = [
                true: try await network.session(.manager, kind: .api), false: try await network.session(.manager),
            ]
            for line in AccessMatrix.lines where line.isAboutRecord {
                for form in TestPlaces.forms(line, recipient: network.second) {
                    let ids = TestPlaces.ids(line, work)
                    let random = ids.map { _ in network.installation.surroundings.newID(SessionEntity.self).text }
                    func answer(_ ids: [String]) async throws -> TestAnswer {
                        try await network.ask(
                            line.method,
                            TestPlaces.filled(line.pattern, ids),
                            as: sessions[line.isAPI],
                            form: line.isAPI ? nil : form,
                            json: line.isAPI && line.method != .get ? form : nil,
                            headers: line.method == .patch ? ["If-Match": "*"] : [:]
                        )
                    }
                    let foreign = try await answer(ids)
                    let unknown = try await answer(random)
                    var masked = foreign.masked
                    for (id, other) in zip(ids, random) { masked = masked.replacing(id, with: other) }
                    #expect(!foreign.body.contains("zqforeign"), "\(line)")
                    // A contact begins under an id that the page made up, so that one taken elsewhere can't begin.
                    guard line.pattern != "/hotline/drafts/:id" else { continue }
                    #expect(masked == unknown.masked, "\(line) with \(form): \(foreign.status), \(unknown.status)")
                    if !TestPlaces.doesNothingQuietly(line) {
                        #expect(foreign.status >= 400, "\(line) with \(form): \(foreign.status)")
                    }
                }
            }
            #expect(try await TestPlaces.fingerprint(of: third, network) == before, "something of it was changed")
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
                let answer = try await network.ask(
                    line.method,
                    path,
                    as: session,
                    form: form + "&days=3&consent=yes",
                    json: line.isAPI && line.method != .get ? "{}" : nil
                )
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
            func time(_ id: PersonID) async throws -> Duration {
                let start = ContinuousClock.now
                _ = try await network.ask(.get, "/people/\(id.text)", as: session)
                return ContinuousClock.now - start
            }
            for _ in 0..<20 { _ = try await time(network.foreign) }
            // By turns, so that what else the machine does falls on both alike.
            var times: (foreign: [Duration], random: [Duration]) = ([], [])
            for _ in 0..<100 {
                times.foreign.append(try await time(network.foreign))
                times.random.append(try await time(network.installation.surroundings.newID()))
            }
            let (foreign, random) = (times.foreign.sorted()[50], times.random.sorted()[50])
            let difference = foreign > random ? foreign - random : random - foreign
            #expect(difference < .milliseconds(1), "foreign \(foreign), random \(random)")
        }
    }
}

extension HTTPField.Name {
    static let contentSecurityPolicy = HTTPField.Name("Content-Security-Policy") ?? .server
}
