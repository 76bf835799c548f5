import Domain
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
        let feed = ChangeFeed()
        feed.begin(at: 10)
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
        let feed = ChangeFeed()
        feed.begin(at: 10)
        feed.publish([event(12, of: organization), event(13, of: other)])
        #expect(feed.missed(of: organization, after: position) == nil)
        #expect(feed.missed(of: organization, after: 11) == 12)
    }

    @Test("After a new start of the program a page hears at once, since something may have happened meanwhile")
    func restart() async {
        let feed = ChangeFeed()
        #expect(feed.position(of: organization) == nil)
        feed.begin(at: 20)
        let stream = feed.stream(for: organization, after: 12)
        var told = stream.makeAsyncIterator()
        #expect(await told.next() == 20)
    }
}
