// Two lines are two names: both are read, and their likeness is the same in both directions and within bounds.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let lines = Finding.text(start, count).split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let (first, second) = (String(lines.first ?? ""), String(lines.dropFirst().first ?? ""))
    for name in [first, second] {
        let parsed = NameReader.read(name)
        let roles = NameRoles(parsed)
        let open = parsed.tokens.indices.filter { roles[$0] == .unknown }
        Finding.expect(parsed.tokens.count < 2 || open.isEmpty, "a word without a part")
    }
    let (forth, back) = (NameSimilarity.score(first, second), NameSimilarity.score(second, first))
    Finding.expect(forth == back, "\(forth) one way and \(back) the other")
    Finding.expect((0...1).contains(forth), "a score of \(forth)")
    let one = MatchableRecord(key: RecordKey(1), names: [first], birth: BirthDate(second), phones: [second])
    let other = MatchableRecord(key: RecordKey(2), names: [second], birth: BirthDate(first), documents: [first])
    let match = RecordComparison.compare(one, other)
    Finding.expect(match.bits == RecordComparison.compare(other, one).bits, "records compare by their order")
    Finding.expect((0...1).contains(match.probability), "a probability of \(match.probability)")
    return 0
}
