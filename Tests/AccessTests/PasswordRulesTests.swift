import Access
import Testing

@Suite struct PasswordRulesTests {
    @Test(arguments: [
        "kettle on a blue windowsill", "төрт ат тоодон түштү кечинде", "yvWq8Zp2kLm4Rt6x",
        "дождь стучит по старой крыше",
        "чашка-ветка-рельсы-облако", "3 яблока лежат у окна кухни", "correct Horse 9 giraffe lamp",
    ])
    func longOrdinaryPasswordsAreTaken(password: String) {
        #expect(PasswordRules.problem(of: password, context: ["aida@example.org", "Aida Osmonova"]) == nil)
    }

    @Test(arguments: [
        ("short", PasswordRules.Problem.tooShort), ("fourteen chars", .tooShort), ("", .tooShort),
        ("with a tab\tinside it", .unusable), ("with a null\u{0}inside it", .unusable),
        ("aaaaaaaaaaaaaaaaaaaa", .common), ("abcabcabcabcabcabc", .common), ("123456789012345", .common),
        ("98765432109876543", .common), ("qwertyuiopasdfghjkl", .common), ("йцукенгшщзхъфывапролдж", .common),
        ("abcdefghijklmnopqrst", .common), ("passwordpassword", .common), ("Password Password 2026", .common),
        ("P@ssw0rdP@ssw0rd", .common), ("correct horse battery staple", .common), ("ILoveYouForever!!", .common),
        ("administrator2025", .common), ("welcome-kyrgyzstan", .common), ("парольпароль2025", .common),
        ("1q2w3e4r5t6y7u8i", .common),
        ("aida@example.org1", .context), ("Aida Osmonova 1987", .context), ("tirekAidaOsmonova!", .context),
    ])
    func weakPasswordsAreRefused(password: String, problem: PasswordRules.Problem) {
        #expect(PasswordRules.problem(of: password, context: ["aida@example.org", "Aida Osmonova"]) == problem)
    }

    @Test func lengthIsCountedInCharacters() {
        let long = String("kettle on a blue windowsill beside tea ".prefix(64))
        #expect(PasswordRules.problem(of: long) == nil)
        let longest = String(repeating: "өмүр бою жол жүрүп келе жатат ", count: 8) + "чай"
        #expect(PasswordRules.problem(of: String(longest.prefix(256))) == nil)
        #expect(PasswordRules.problem(of: longest + String(repeating: "yz", count: 20)) == .tooLong)
        #expect(PasswordRules.problem(of: "kettle on a bl") == .tooShort)
        #expect(PasswordRules.problem(of: "kettle on a blu") == nil)
    }
}
