import Domain
import Testing

@testable import Guides

@Suite("Problems found while typing")
struct ProblemSearchTests {
    @Test(
        "Any word, its beginning, another ending, a slip, the other layout",
        arguments: [
            // Russian: abbreviations, endings, slips.
            ("зарплату", "unpaid_wages"), ("не плат", "unpaid_wages"), ("з/п", "unpaid_wages"),
            ("зарпалта", "unpaid_wages"), ("зарплату не плтят", "unpaid_wages"), ("ЧС", "reentry_ban"),
            ("черный список", "reentry_ban"), ("чёрный список", "reentry_ban"), ("ТЛ", "trafficking"),
            ("цвсиг", "detention"), ("депортаця", "deportation"), ("РКЛ", "control_register"),
            ("муж бьет", "violence_against_women"), ("груз 200", "death_repatriation"), ("садик", "child_education"),
            ("паспорт у хозяина", "documents_withheld"), ("снв", "lost_documents"),
            ("хочу домой", "return_reintegration"),
            // Kyrgyz, also without its letters.
            ("айлык бер", "unpaid_wages"), ("айлыгымды бербейт", "unpaid_wages"), ("төрөт", "pregnancy_birth"),
            ("торот", "pregnancy_birth"), ("кара тизме", "reentry_ban"), ("каттоо", "residence_registration"),
            ("жаранд", "citizenship"), ("күйөөсү сабай", "violence_against_women"), ("ортомчу", "recruitment_fraud"),
            // English, Tajik, Uzbek, Romanian, Kazakh.
            ("unpiad wages", "unpaid_wages"), ("domestic viol", "violence_against_women"), ("маош", "unpaid_wages"),
            ("шахрванди", "citizenship"), ("oylik berma", "unpaid_wages"), ("fuqarolik", "citizenship"),
            ("salariu neplatit", "unpaid_wages"), ("пособие", "social_benefits"), ("жалақы", "unpaid_wages"),
            // The keyboard switched to the other alphabet.
            ("fqksr", "unpaid_wages"), ("pfhgkfnf", "unpaid_wages"), ("ызфтшу", nil), ("здуфыу", nil),
        ] as [(String, String?)]
    )
    func finds(typed: String, code: String?) throws {
        let first = try TestContent.library().problems.search(typed, languages: ["ru"]).first
        if let code { #expect(first?.problem.code.rawValue == code, "\(typed)") } else { #expect(first == nil) }
    }

    @Test("Nothing is found for nothing, and never more than asked for")
    func limits() throws {
        let problems = try TestContent.library().problems
        #expect(problems.search("").isEmpty)
        #expect(problems.search("  !? ").isEmpty)
        #expect(problems.search("паспорт", limit: 2).count == 2)
        #expect(problems.search("паспорт", limit: 0).isEmpty)
        #expect(problems.search(String(repeating: "зарплата ", count: 500)).count <= 8)
    }

    @Test("The name is shown in the reader's language whatever was typed")
    func language() throws {
        let problems = try TestContent.library().problems
        #expect(problems.search("зарплата", languages: ["ky"]).first?.name == "Айлык төлөнбөй калышы")
        #expect(problems.search("oylik", languages: ["en"]).first?.name == "Unpaid wages")
    }

    @Test("The best comes first and scores fall")
    func order() throws {
        let hits = try TestContent.library().problems.search("документ", languages: ["ru"])
        #expect(hits.count > 2)
        #expect(hits.map(\.score) == hits.map(\.score).sorted(by: >))
        #expect(hits.allSatisfy { (0...1).contains($0.score) })
    }

    @Test(
        "One slip is one letter more, less, other, or two swapped",
        arguments: [
            ("зарплата", "зарплата", false), ("зарплата", "зарплта", true), ("зарплата", "зарпалта", true),
            ("зарплата", "зарплатаа", true), ("зарплата", "зврплата", true), ("зарплата", "зврплатв", false),
            ("зарплата", "зарпл", false), ("аб", "ба", true), ("а", "", true),
        ]
    )
    func slips(one: String, other: String, isSlip: Bool) {
        let left = FoldedWord(letters: Array(one.utf16))
        let right = FoldedWord(letters: Array(other.utf16))
        #expect(left.isOneTypo(from: right) == isSlip)
        #expect(right.isOneTypo(from: left) == isSlip)
    }

    @Test(
        "Words are folded to plain small letters",
        arguments: [
            ("Үй-бүлө", ["уй", "було"]), ("ЁЖ", ["еж"]), ("Oʻzbekiston oʼz o'z", ["ozbekiston", "oz", "oz"]),
            ("ҳуқуқ ҷанг", ["хукук", "жанг"]), ("Înregistrare ș ț", ["inregistrare", "s", "t"]),
            ("пoлиc", ["полис"]), ("з/п 45", ["з", "п", "45"]), ("…", []),
        ] as [(String, [String])]
    )
    func folding(text: String, words: [String]) {
        #expect(FoldedWord.words(of: text).map(\.text) == words)
    }
}
