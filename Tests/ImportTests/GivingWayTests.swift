import Testing

@testable import Import

@Suite("An import gives way")
struct GivingWayTests {
    @Test("Nobody else writes: no pause")
    func alone() {
        var others = GivingWay()
        let now = ContinuousClock.now
        for number in 0..<5 { #expect(others.pause(writings: 7, at: now.advanced(by: .milliseconds(number))) == nil) }
    }

    @Test("Once something of theirs was seen, others get their turn after every transaction, for a while")
    func beside() {
        var others = GivingWay()
        let now = ContinuousClock.now
        #expect(others.pause(writings: 7, at: now) == nil)
        #expect(others.pause(writings: 8, at: now) == GivingWay.courtesy)
        #expect(others.pause(writings: 8, at: now.advanced(by: .milliseconds(1900))) == GivingWay.courtesy)
        #expect(others.pause(writings: 8, at: now.advanced(by: GivingWay.memory)) == nil)
    }
}
