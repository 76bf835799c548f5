import Domain
import Testing

@Suite("Shared values")
struct ValueTests {
    @Test("Ids read back, sort by time, and accept no other spelling")
    func identifiers() throws {
        let surroundings = Surroundings.system
        let id: PersonID = surroundings.newID()
        #expect(PersonID(id.text) == id)
        #expect(id.text.utf8.count == 36)
        #expect(id.bytes.count == 16)
        let earlier = PersonID(at: Instant(milliseconds: 1_000), random: surroundings.randomBytes(10))
        let later = PersonID(at: Instant(milliseconds: 2_000), random: surroundings.randomBytes(10))
        #expect(earlier < later)
        #expect(earlier.text < later.text)
        #expect(Array(id.text)[14] == "7")
        for wrong in ["", id.text.uppercased(), id.text + "0", String(id.text.dropLast()), " " + id.text.dropFirst()] {
            #expect(PersonID(wrong) == nil || wrong == id.text)
        }
    }

    @Test("Dates keep the precision they were told in", arguments: ["1987", "1987-03", "1987-03-25", "2000-02-29"])
    func partialDates(text: String) throws {
        #expect(try #require(PartialDate(iso: text)).iso == text)
    }

    @Test(
        "Impossible dates are refused",
        arguments: [
            "", "87", "1987-13", "1987-00", "1987-02-29", "1900-02-29", "1987-04-31", "1987-3-5", "-1987",
            "1987-03-25-1",
        ]
    )
    func impossibleDates(text: String) {
        #expect(PartialDate(iso: text) == nil)
    }

    @Test("Days since 1970 become civil dates")
    func civilDates() {
        #expect(PartialDate(daysSince1970: 0)?.iso == "1970-01-01")
        #expect(PartialDate(daysSince1970: 19_782)?.iso == "2024-02-29")
        #expect(PartialDate(daysSince1970: 20_778)?.iso == "2026-11-21")
        #expect(PartialDate(daysSince1970: -1)?.iso == "1969-12-31")
    }

    @Test(
        "Phones are read in the usual spellings",
        arguments: [
            ("+996 700 123-456", "+996700123456"), ("8 (912) 345-67-89", "+79123456789"),
            ("0700123456", "+996700123456"), ("00996700123456", "+996700123456"), ("+7.912.345.67.89", "+79123456789"),
        ]
    )
    func phones(typed: String, expected: String) {
        #expect(PhoneNumber(typed)?.e164 == expected)
    }

    @Test("What can't be a phone is refused", arguments: ["", "12", "abc", "+", "+99670012345678901", "7+9123456789"])
    func unreadablePhones(typed: String) {
        #expect(PhoneNumber(typed) == nil)
    }

    @Test("Document numbers don't depend on the keyboard")
    func documentNumbers() {
        #expect(DocumentNumber("АН 123-456") == DocumentNumber("ah123456"))
        #expect(DocumentNumber("12") == nil)
    }

    @Test("Sets of field groups keep their numbers")
    func fieldGroups() {
        let groups = FieldGroups([.identity, .documents])
        #expect(groups.rawValue == 1 << 1 | 1 << 7)
        #expect(groups.groups == [.identity, .documents])
        #expect(FieldGroups.full.groups == FieldGroup.allCases)
        #expect(FieldGroup.allCases.allSatisfy { FieldGroup(code: $0.code) == $0 })
    }
}

@Suite("Hexadecimal digits")
struct HexadecimalTests {
    @Test("What was written is read; anything else is nothing")
    func roundTrip() {
        let all = Array(UInt8.min...UInt8.max)
        #expect(Hexadecimal.text([0, 10, 255]) == "000aff")
        #expect(Hexadecimal.bytes(Hexadecimal.text(all)) == all)
        for text in ["0", "0g", "0A", "+1", "ä0"] { #expect(Hexadecimal.bytes(text) == nil, "\(text)") }
    }
}
