import Access
import Domain
import HTTPTypes
import Testing

@testable import Web

@Suite struct LimitTests {
    @Test func slowsDownStrangersAndRecovers() async throws {
        let site = try TestSite(rateLimits: RateLimits(generalPerMinute: 60, guessingPerMinute: 2)) { routes in
            routes.get("door", access: .everyone) { _ in .text("door") }
            routes.get("guess", access: .everyone, options: RouteOptions(rate: .guessing)) { _ in .text("guess") }
            routes.get("desk", access: .signedIn) { _ in .text("desk") }
        }
        for _ in 0..<90 { #expect(try await site.ask(.get, "/door", peer: "192.0.2.1").status == 200) }
        let refused = try await site.ask(.get, "/door", peer: "192.0.2.1")
        #expect(refused.status == 429)
        #expect(refused.headers[.retryAfter] == "1")
        #expect(refused.text.contains("Too many requests"))
        #expect(try await site.ask(.get, "/nothing", peer: "192.0.2.1").status == 429)
        #expect(try await site.ask(.get, "/door", peer: "192.0.2.2").status == 200)
        let member: HTTPFields = [.cookie: "tirek=\(site.sessions.add(.caseworker))"]
        #expect(try await site.ask(.get, "/desk", member, peer: "192.0.2.1").status == 200)
        for _ in 0..<3 { #expect(try await site.ask(.get, "/guess", member, peer: "192.0.2.1").status == 200) }
        #expect(try await site.ask(.get, "/guess", member, peer: "192.0.2.1").headers[.retryAfter] == "30")
        site.clock.advance(seconds: 1)
        #expect(try await site.ask(.get, "/door", peer: "192.0.2.1").status == 200)
        #expect(try await site.ask(.get, "/door", peer: "192.0.2.1").status == 429)
    }

    @Test func countsANetworkOfIPv6AsOne() {
        let clock = TestClock()
        let limiter = RateLimiter(
            limits: RateLimits(generalPerMinute: 2, guessingPerMinute: nil),
            surroundings: Surroundings(now: { clock.now }, randomBytes: { Array(repeating: 1, count: $0) })
        )
        for tail in 1...3 { #expect(limiter.take("2001:db8::\(tail)", .general) == nil) }
        #expect(limiter.take("2001:db8::ffff", .general) != nil)
        #expect(limiter.take("2001:db8:0:1::1", .general) == nil)
        #expect(limiter.take("2001:db8::1", .guessing) == nil)
        clock.advance(seconds: 3601)
        #expect(limiter.take("2001:db8::1", .general) == nil)
    }

    @Test(arguments: [
        ("203.0.113.9", nil, "203.0.113.9"), ("203.0.113.9", "1.1.1.1", "203.0.113.9"), ("127.0.0.1", nil, "127.0.0.1"),
        ("127.0.0.1", "198.51.100.7", "198.51.100.7"), ("127.0.0.1", "1.2.3.4, 198.51.100.7", "198.51.100.7"),
        ("127.0.0.1", "1.2.3.4, 198.51.100.7, 10.1.2.3", "198.51.100.7"), ("127.0.0.1", "nonsense", "127.0.0.1"),
        ("127.0.0.1", "198.51.100.7, nonsense", "127.0.0.1"), ("::ffff:127.0.0.1", "198.51.100.7", "198.51.100.7"),
        ("127.0.0.1", "2001:db8::1", "2001:db8::1"), ("127.0.0.1", "10.0.0.1", "10.0.0.1"),
        ("127.0.0.1", "", "127.0.0.1"),
    ])
    func believesOnlyItsProxies(_ peer: String, _ forwarded: String?, _ client: String) throws {
        let ranges = ["127.0.0.1", "10.0.0.0/8"].compactMap { AddressRange($0) }
        #expect(TrustedProxies(ranges: ranges).client(peer: peer, forwarded: forwarded) == client)
    }

    @Test func knowsNetworks() throws {
        let range = try #require(AddressRange("10.64.0.0/10"))
        #expect(range.contains("10.127.255.255"))
        #expect(!range.contains("10.128.0.0"))
        #expect(!range.contains("::1"))
        #expect(try #require(AddressRange("fd00::/8")).contains("fdff::1"))
        #expect(try #require(AddressRange("0.0.0.0/0")).contains("8.8.8.8"))
        for bad in ["", "10.0.0.0/33", "10.0.0", "a/b", "10.0.0.0/", "10.0.0.0/8/8", "::/129"] {
            #expect(AddressRange(bad) == nil)
        }
    }
}
