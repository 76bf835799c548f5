import Access
import Domain
import HTTPTypes
import Testing

@testable import App
@testable import Database

@Suite("What open pages are told of changes")
struct ChangeFeedTests {
    private let organization = OrganizationID(high: 1, low: 1)
    private let other = OrganizationID(high: 1, low: 2)

    private func event(_ position: Int64, of organization: OrganizationID) -> PositionedEvent {
        let now = Instant(milliseconds: 0)
        let event = Event(kind: "person.changed", organization: organization, subject: nil, at: now)
        return PositionedEvent(position: position, event: event)
    }

    @Test("A page that knows an older position hears of the change at once")
    func missed() async {
        let feed = ChangeFeed(start: 10)
        let known = feed.position(of: organization)
        #expect(known == 10)
        feed.publish([event(11, of: other), event(12, of: organization), event(13, of: other)])
        #expect(feed.position(of: organization) == 12)
        let stream = feed.stream(for: organization, after: known)
        var told = stream.makeAsyncIterator()
        #expect(await told.next() == 12)
    }

    @Test("A page that knows the last position hears only of the next change", arguments: [nil, 12, 13] as [Int64?])
    func nothingMissed(_ position: Int64?) {
        let feed = ChangeFeed(start: 10)
        feed.publish([event(12, of: organization), event(13, of: other)])
        #expect(feed.missed(of: organization, after: position) == nil)
        #expect(feed.missed(of: organization, after: 11) == 12)
    }

    @Test("A page says from where on it listens")
    func page() async throws {
        try await TestNetwork.run { made in
            let answer = try await made.ask(.get, "/people", as: try await made.session(.caseworker))
            let head = try await made.installation.database.read(.system) { try EventLog.head(on: $0) }
            let after = answer.body.firstMatch(of: /<meta name="events" content="\/events\?after=([0-9]+)"\/>/)
            #expect(after.flatMap { Int64($0.output.1) }.map { 1...head ~= $0 } == true)
        }
    }

    @Test("After a new start of the program a page hears at once, since something may have happened meanwhile")
    func restart() async {
        let feed = ChangeFeed(start: 20)
        #expect(feed.position(of: organization) == 20)
        let stream = feed.stream(for: organization, after: 12)
        var told = stream.makeAsyncIterator()
        #expect(await told.next() == 20)
    }
}
