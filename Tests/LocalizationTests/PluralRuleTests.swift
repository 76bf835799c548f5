import Localization
import Testing

@Suite("Plural rules")
struct PluralRuleTests {
    @Test(
        "The catalogues choose the forms of their languages",
        arguments: [
            ("ru", [1: 0, 21: 0, 101: 0, 2: 1, 4: 1, 22: 1, 0: 2, 5: 2, 11: 2, 12: 2, 14: 2, 20: 2, 111: 2, 112: 2]),
            ("ro", [1: 0, 0: 1, 2: 1, 19: 1, 101: 1, 119: 1, 20: 2, 100: 2, 120: 2]),
            ("ky", [1: 0, 0: 1, 2: 1, 21: 1]),
            ("tg", [1: 0, 0: 1, 2: 1, 21: 1]),
            ("en", [1: 0, 0: 1, 2: 1, 21: 1, -1: 0]),
        ]
    )
    func chooses(language: String, forms: [Int: Int]) throws {
        let rule = try PluralRule(parsing: Repository.catalog(language).headerValue("Plural-Forms") ?? "")
        for (count, form) in forms { #expect(rule.form(for: count) == form, "\(language) \(count)") }
    }

    @Test(
        "Operators bind as in C",
        arguments: [
            ("1 + 2 * 3 == 7", 1), ("10 - 2 - 3", 5), ("n ? 1 : 0 ? 2 : 3", 1), ("!n || 0 && 0", 0), ("!0 + 1", 2),
            ("7 / 2 % 2", 1), ("2 <= 2 && 3 >= 4", 0), ("(1 < 2) != (2 > 1)", 0), ("5 / 0", 0), ("5 % (n - n)", 0),
            ("0 - 1 > 5", 1), ("n", 4),
        ]
    )
    func computes(formula: String, expected: Int) throws {
        let rule = try PluralRule(parsing: "nplurals=6; plural=\(formula);")
        #expect(rule.form(for: 4) == expected)
    }

    @Test func neverLeavesTheForms() throws {
        let rule = try PluralRule(parsing: "nplurals=2; plural=n*999999999*999999999;")
        for count in [Int.min, -7, 0, 1, 2, Int.max] { #expect((0..<2).contains(rule.form(for: count))) }
    }

    @Test(
        "Malformed fields are refused",
        arguments: [
            "", "nplurals=2;", "plural=n;", "nplurals=0; plural=0;", "nplurals=7; plural=0;", "nplurals=x; plural=0;",
            "nplurals=2; plural=;", "nplurals=2; plural=n n;", "nplurals=2; plural=(n;", "nplurals=2; plural=n?1;",
            "nplurals=2; plural=n & 1;", "nplurals=2; plural=12345678901234567890;", "nplurals=2; other=1; plural=0;",
            "nplurals=2; plural=n +;", "nplurals=2; plural", "nplurals=2; plural=m;",
        ]
    )
    func refuses(field: String) {
        #expect(throws: CatalogError.self) { try PluralRule(parsing: field) }
    }

    @Test func refusesFormulasMadeToExhaustTheStack() {
        let hostile = [
            String(repeating: "(", count: 400) + "n" + String(repeating: ")", count: 400),
            String(repeating: "!", count: 900) + "n",
            String(repeating: "n+", count: 300) + "n",
            String(repeating: "n?", count: 100) + "n" + String(repeating: ":n", count: 100),
            String(repeating: "n+", count: 100_000) + "n",
        ]
        for formula in hostile {
            #expect(throws: CatalogError.self) { try PluralRule(parsing: "nplurals=2; plural=\(formula);") }
        }
    }
}
