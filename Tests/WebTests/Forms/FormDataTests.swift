import Localization
import Testing

@testable import Web

@Suite struct FormDataTests {
    private func form(_ text: String) throws -> FormData {
        try FormData(urlEncoded: text.utf8)
    }

    @Test func keepsOrderAndRepetition() throws {
        let form = try form("a=1&b=&a=2&c&=x&a=%D0%96+%2B")
        #expect(form.values("a") == ["1", "2", "Ж +"])
        #expect(form["a"] == "1")
        #expect(form["b"].isEmpty)
        #expect(form.has("c"))
        #expect(!form.has("d"))
        #expect(form[""] == "x")
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%FF", "a=%C0%80", "%ED%A0%80=1", "a=%00", "a=\u{0}"])
    func refusesBrokenText(_ text: String) {
        #expect(throws: WebError.self) { try form(text) }
    }

    @Test func refusesRawBrokenUTF8() {
        #expect(throws: WebError.self) { try FormData(urlEncoded: [0x61, 0x3D, 0xFF]) }
    }

    @Test func hasLimits() throws {
        let limits = FormLimits(bytes: 20, fields: 3)
        #expect(try FormData(urlEncoded: "a=1&b=2&c=3".utf8, limits: limits).fields.count == 3)
        #expect(throws: WebError.self) { try FormData(urlEncoded: "a=1&b=2&c=3&d=4".utf8, limits: limits) }
        #expect(throws: WebError.self) { try FormData(urlEncoded: "a=1234567890123456789".utf8, limits: limits) }
    }

    @Test func trimsEveryKindOfBlank() throws {
        let form = try form("a=%20%09%C2%A0%D0%96%20x%E2%80%83%0A&b=+++")
        #expect(form.trimmed("a") == "Ж x")
        #expect(form.trimmedOrNil("b") == nil)
    }

    @Test func gathersGroups() throws {
        let form = try form(
            "names.10.family=J&names.2.family=B&names.2.given=b&names.x.family=no&names.1=no&other.1.a=1"
        )
        let groups = form.groups("names")
        #expect(groups.map { $0["family"] } == ["B", "J"])
        #expect(groups[0]["given"] == "b")
    }

    @Test func saysWhatIsWrongWithAField() throws {
        let site = try TestSite()
        let texts = site.site.catalogs.texts("en")
        var errors = FormErrors()
        let form = try form("long=%D0%96%D0%96%D0%96%D0%96&fits=%D0%96%D0%96%D0%96")
        #expect(errors.text(form, "fits", atMost: 3) == "ЖЖЖ")
        #expect(errors.isEmpty)
        #expect(errors.text(form, "long", atMost: 3) == "ЖЖЖ")
        #expect(errors.text(form, "none", atMost: 3, isRequired: true).isEmpty)
        #expect(errors.problems.map(\.code) == ["too_long", "required"])
        #expect(errors.message(for: "long", texts) == "At most 3 characters are possible here.")
        #expect(errors.message(for: "fits", texts) == nil)
    }

    @Test(arguments: [
        ("/people", true), ("/", true), ("/a?b=c#d", true), ("//evil.example", false), ("/\\evil", false), ("", false),
        ("https://evil.example", false), ("/a\nb", false), ("/ж", false), ("people", false), ("/a b", false),
        ("/\t/evil.example", false),
    ])
    func leadsOnlyToItself(_ path: String, _ isLocal: Bool) {
        #expect((LocalPath(path) != nil) == isLocal)
    }
}
