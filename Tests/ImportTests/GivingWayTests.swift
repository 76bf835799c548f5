import Testing

@testable import Import

@Suite("An import gives way")
struct GivingWayTests {
    private func trace(_ elsewhere: Int64, _ here: Int64) -> GivingWay.Trace {
        GivingWay.Trace(elsewhere: elsewhere, here: here)
    }

    @Test("Nobody else writes: no pause")
    func alone() {
        var others = GivingWay()
        let now = ContinuousClock.now
        for number in 0..<5 {
            let pause = others.pause(
                found: trace(7, Int64(number)),
                leaving: trace(7, Int64(number + 1)),
                held: .milliseconds(5),
                at: now.advanced(by: .milliseconds(number))
            )
            #expect(pause == nil)
        }
    }

    @Test(
        "Once something of theirs was seen, from another process or from this one, they get three quarters for a while",
        arguments: [(8, 20), (7, 21)] as [(Int64, Int64)]
    )
    func beside(elsewhere: Int64, here: Int64) {
        var others = GivingWay()
        let now = ContinuousClock.now
        let held = Duration.milliseconds(5)
        func pause(_ found: GivingWay.Trace, after time: Duration) -> Duration? {
            others.pause(found: found, leaving: trace(7, 20), held: held, at: now.advanced(by: time))
        }
        #expect(pause(trace(7, 0), after: .zero) == nil)
        #expect(pause(trace(elsewhere, here), after: .zero) == held * 3)
        #expect(pause(trace(7, 20), after: .milliseconds(1900)) == held * 3)
        #expect(pause(trace(7, 20), after: GivingWay.memory) == nil)
    }
}
