import Markup
import Testing

@Suite struct HostileTextsTests {
    @Test func corpusIsLargeAndNamesAreUnique() {
        #expect(HostileTexts.all.count >= 80)
        #expect(Set(HostileTexts.all.map(\.name)).count == HostileTexts.all.count)
    }

    /// The corpus is only worth something while it holds the traps it is known for; an editor that normalizes the
    /// source would take them out unseen.
    @Test(arguments: [
        0x00, 0x0D, 0x1B, 0x85, 0x301, 0x200B, 0x200D, 0x202E, 0x2028, 0x2029, 0x2066, 0x2069, 0xFEFF, 0xFFFE,
    ])
    func corpusHolds(scalar: UInt32) {
        #expect(HostileTexts.all.contains { $0.text.unicodeScalars.contains { $0.value == scalar } })
    }

    @Test func corpusHoldsAQuoteHiddenInACharacter() {
        let hidden = HostileTexts.all.filter { $0.text.utf8.contains(0x22) && !$0.text.contains("\"" as Character) }
        #expect(hidden.count >= 2)
    }

    @Test func corpusHoldsLongTexts() {
        #expect(HostileTexts.all.contains { $0.text.count >= 10_000 && !$0.text.contains(where: \.isWhitespace) })
    }
}
