import Casework
import Testing

@Suite("The versions of a case's fields")
struct FieldVersionsTests {
    @Test("What is written is read back, as text and as an entity tag")
    func roundTrip() {
        let versions = FieldVersions().advanced([.risk, .summary]).advanced([.risk])
        #expect(FieldVersions(versions.text) == versions)
        #expect(FieldVersions(entityTag: versions.entityTag) == versions)
        #expect(versions[.risk] == 3)
        #expect(versions[.summary] == 2)
        #expect(versions[.status] == 1)
    }

    @Test("Only fields that were asked about and changed since are named")
    func changed() {
        let earlier = FieldVersions()
        let now = earlier.advanced([.risk])
        #expect(now.changed([.risk, .summary], since: earlier) == [.risk])
        #expect(now.changed([.summary], since: earlier).isEmpty)
        #expect(now.changed([.risk], since: now).isEmpty)
    }

    @Test("Anything else isn't a list of versions", arguments: ["", "1.", "a.b", "1.-2", "0.1", "1..1", "\"1.1\""])
    func malformed(text: String) {
        #expect(FieldVersions(text) == nil)
        #expect(FieldVersions(entityTag: text == "\"1.1\"" ? "1.1" : text) == nil)
    }

    @Test("A shorter list comes from before a field was added")
    func older() {
        #expect(FieldVersions("2.3")?[.status] == 2)
        #expect(FieldVersions("2.3")?[.situation] == 1)
        #expect(FieldVersions(Array(repeating: "1", count: 99).joined(separator: ".")) == nil)
    }
}

@Suite("Case numbers")
struct CaseNumberTests {
    @Test(
        "They have four digits at least and are read back",
        arguments: [(2026, 7, "2026-0007"), (2026, 12_345, "2026-12345")]
    )
    func text(year: Int, number: Int64, text: String) {
        #expect(CaseNumber.text(year: year, number: number) == text)
        let parsed = CaseNumber.parse(text)
        #expect(parsed?.year == year)
        #expect(parsed?.number == number)
    }

    @Test(
        "Other texts are none",
        arguments: ["", "2026", "26-1", "2026-", "2026-1a", "2026-0001-2", "2026-1234567890"]
    )
    func malformed(text: String) {
        #expect(CaseNumber.parse(text) == nil)
    }
}
