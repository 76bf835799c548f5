import Access
import Domain
import HTTPTypes
import Testing

@testable import Web

@Suite(.serialized) struct LiveServerTests {
    private static func site(_ world: TestWorld = TestWorld()) throws -> TestSite {
        try TestSite(world: world) { routes in
            routes.get("hello", access: .everyone) { _ in .text("hello") }
            routes.post("api/v1/echo", access: .everyone, options: RouteOptions(body: .usual(1000))) { request in
                .bytes(try await request.bytes(), type: "text/plain")
            }
            routes.get("slow", access: .everyone) { _ in
                try await Task.sleep(for: .milliseconds(600))
                return .text("slow but done")
            }
        }
    }

    private let close = "Host: desk.test\r\nConnection: close\r\n"

    @Test func servesOneRequestAfterAnother() async throws {
        try await LiveServer.with(try Self.site()) { server in
            let both = try await server.exchange([
                "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n", "GET /hello HTTP/1.1\r\n" + close + "\r\n",
            ])
            #expect(both.ranges(of: "HTTP/1.1 200 OK").count == 2)
            #expect(both.hasSuffix("hello"))
        }
    }

    @Test(arguments: [
        "nonsense\r\n\r\n", "GET /hello HTTP/9.9\r\n\r\n", "GET /hello HTTP/1.1\r\nno colon\r\n\r\n",
        "POST /hello HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "POST /hello HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "POST /hello HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "GET /hello HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n", "GET /hello HTTP/1.1\nHost: a\n\n",
        "GET /hello HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "y", count: 40_000))\r\n\r\n",
    ])
    func explainsWhatIsNotHTTP(_ text: String) async throws {
        try await LiveServer.with(try Self.site()) { server in
            let answer = try await server.exchange([text])
            #expect(answer.hasPrefix("HTTP/1.1 400 Bad Request\r\n"), "\(answer)")
            #expect(answer.contains("not a valid HTTP/1.1 request"), "\(answer)")
            #expect(answer.contains("Connection: close"))
        }
    }

    @Test func readsABodyInPieces() async throws {
        try await LiveServer.with(try Self.site()) { server in
            let answer = try await server.exchange([
                "POST /api/v1/echo HTTP/1.1\r\n" + close + "Transfer-Encoding: chunked\r\n\r\n", "3\r\nabc\r\n",
                "2\r\nde\r\n0\r\n\r\n",
            ])
            #expect(answer.hasSuffix("\r\n\r\nabcde"))
        }
    }

    @Test func refusesTooMuchWhetherAnnouncedOrNot() async throws {
        try await LiveServer.with(try Self.site()) { server in
            let announced = try await server.exchange([
                "POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n"
            ])
            #expect(announced.hasPrefix("HTTP/1.1 413 "))
            let long = String(repeating: "x", count: 1001)
            let streamed = try await server.exchange([
                "POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n\(long)\r\n"
            ])
            #expect(streamed.hasPrefix("HTTP/1.1 413 "))
            #expect(streamed.contains("payload_too_large"))
        }
    }

    @Test func answersABodyBrokenOff() async throws {
        try await LiveServer.with(try Self.site()) { server in
            let answer = try await server.exchange([
                "POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n", "zz\r\n",
            ])
            #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(answer)")
        }
    }

    @Test func closesWhoFallsSilent() async throws {
        let configuration = WebServerConfiguration(port: 0, idleTimeout: 1)
        try await LiveServer.with(try Self.site(), configuration: configuration) { server in
            let started = ContinuousClock.now
            _ = try await server.exchange(["GET /hello HTTP/1.1\r\nHost:"], patience: 8)
            #expect(ContinuousClock.now - started < .seconds(6))
            let body = try await server.exchange(
                ["POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc"],
                patience: 8
            )
            #expect(body.isEmpty || body.hasPrefix("HTTP/1.1 400 "))
            #expect(ContinuousClock.now - started < .seconds(12))
        }
    }

    @Test func finishesWhatItHasBegunWhenItStops() async throws {
        try await LiveServer.with(try Self.site()) { server in
            async let answer = server.exchange(["GET /slow HTTP/1.1\r\nHost: a\r\n\r\n"])
            try await Task.sleep(for: .milliseconds(250))
            await server.stop()
            #expect(try await answer.hasSuffix("slow but done"))
        }
    }

    @Test(arguments: [
        ("/events", "Last-Event-ID: 41\r\n", 42), ("/events?after=41", "", 42),
        ("/events?after=41", "Last-Event-ID: 50\r\n", 51), ("/events", "", 1), ("/events?after=x", "", 1),
    ])
    func tellsOfChangesUntilTheSessionEnds(_ path: String, _ header: String, _ told: Int) async throws {
        var world = TestWorld()
        world.changes = { scope, after in
            #expect(scope.organization == TestSite.organization)
            return AsyncStream { continuation in
                continuation.yield((after ?? 0) + 1)
            }
        }
        let site = try Self.site(world)
        let token = site.sessions.add(.caseworker)
        try await LiveServer.with(site) { server in
            async let answer = server.exchange(
                ["GET \(path) HTTP/1.1\r\nHost: a\r\nCookie: tirek=\(token)\r\n\(header)\r\n"],
                patience: 2
            )
            while site.site.events.count == 0 { try await Task.sleep(for: .milliseconds(20)) }
            try await Task.sleep(for: .milliseconds(200))
            let principal = site.sessions.find(try #require(SessionToken(token))).principal
            site.site.events.close(session: try #require(principal?.session))
            let text = try await answer
            #expect(text.contains("text/event-stream"))
            #expect(text.contains("id: \(told)\nevent: change\ndata: \(told)\n\n"))
            #expect(text.hasSuffix("0\r\n\r\n"))
            #expect(site.site.events.count == 0)
        }
    }

    @Test func endsStreamsWhenItStops() async throws {
        var world = TestWorld()
        world.changes = { _, _ in AsyncStream { _ in } }
        let site = try Self.site(world)
        let token = site.sessions.add(.caseworker)
        try await LiveServer.with(site) { server in
            async let answer = server.exchange(
                ["GET /events HTTP/1.1\r\nHost: a\r\nCookie: tirek=\(token)\r\n\r\n"],
                patience: 8
            )
            while site.site.events.count == 0 { try await Task.sleep(for: .milliseconds(20)) }
            await server.stop()
            #expect(try await answer.hasSuffix("0\r\n\r\n"))
        }
    }

    @Test func showsFiguresOnAPortOfTheirOwn() async throws {
        let site = try Self.site()
        _ = try await site.ask(.get, "/hello")
        let histogram = site.site.metrics.histogram("tirek_journal_batch_leaves", "Leaves a batch.", bounds: [1, 10])
        histogram.observe(3)
        site.site.metrics.register("tirek_build_info", "The build.", .gauge) {
            [MetricSample(1, labels: [("version", "0.1 \"x\"")])]
        }
        let text = site.site.metrics.text()
        #expect(text.contains("tirek_http_requests_total{method=\"GET\",route=\"/hello\",status=\"2xx\"} 1\n"))
        #expect(text.contains("tirek_http_request_duration_seconds_count{method=\"GET\",route=\"/hello\"} 1\n"))
        #expect(text.contains("tirek_journal_batch_leaves_bucket{le=\"10\"} 1\n"))
        #expect(text.contains("tirek_build_info{version=\"0.1 \\\"x\\\"\"} 1\n"))
    }
}
