import Testing

@testable import NameMatching

@Suite struct SimilarityTests {
    @Test(arguments: [
        ("Айжамал Осмонова", "Aizhamal Osmonova"), ("Айжамал Осмонова", "Ayjamal Osmanova"),
        ("Айжамал Осмонова", "Осмонова А."), ("Асан уулу Нурлан", "Asanov Nurlan"),
        ("Жылдыз Токтогулова", "Jildiz Toktogulova"), ("Нур Султан Осмонов", "Нурсултан Осмонов"),
        ("Kasakbajew Nurlan", "Казакбаев Нурлан"), ("Țurcanu Gheorghe", "Цуркану Георге"),
        ("Иванов Александр", "Иванов Саша"),
    ])
    func oneName(_ first: String, _ second: String) {
        #expect(NameSimilarity.score(first, second) > 0.5)
    }

    @Test(arguments: [
        ("Осмонова Айжамал", "Осмонова Бермет"), ("Асанов Нурлан", "Асанова Нургүл"),
        ("Бакыт Асанов", "Асан Токтогулов"),
        ("Каримов Шерзод", "Раҳмонов Фаридун"), ("", "Осмонова"), ("🦊", "🦊"), ("12", "34"),
    ])
    func twoNames(_ first: String, _ second: String) {
        #expect(NameSimilarity.score(first, second) < 0.5)
    }

    @Test func theOrderOfTheTwoNeverMatters() {
        var generator = SeededGenerator(seed: 5)
        let names = [
            "Айжамал Осмонова", "Осмонова А.", "Asan uulu Nurlan", "Țurcanu Ion", "Каримов Ш. Анвар ўғли", "Нур Султан",
        ]
        for _ in 0..<2_000 {
            let one = Bool.random(using: &generator) ? generator.text() : names.randomElement(using: &generator) ?? ""
            let other = Bool.random(using: &generator) ? generator.text() : names.randomElement(using: &generator) ?? ""
            let score = NameSimilarity.score(one, other)
            #expect(score == NameSimilarity.score(other, one), "\(one) / \(other)")
            #expect((0...1).contains(score))
        }
    }

    /// Words so alike that several pairings are worth the same, and more of them than are tried.
    @Test func pairingsOfEqualWorthAreTakenAlike() {
        var generator = SeededGenerator(seed: 12)
        let words = ["с", "ss", "Ssatsubc", "J", "sst", "ssste", "Аса", "Асан", "асанов", "асана", "А.", "уулу"]
        for _ in 0..<5_000 {
            func name() -> String {
                (0..<Int.random(in: 1...7, using: &generator)).map { _ in words.randomElement(using: &generator) ?? "" }
                    .joined(separator: " ")
            }
            let (one, other) = (name(), name())
            #expect(NameSimilarity.score(one, other) == NameSimilarity.score(other, one), "\(one) / \(other)")
            let first = MatchableRecord(key: RecordKey(1), names: [one, other], phones: ["555123456"])
            let second = MatchableRecord(key: RecordKey(2), names: [name(), name()], phones: ["555123456"])
            let (forth, back) = (RecordComparison.compare(first, second), RecordComparison.compare(second, first))
            #expect(forth.bits == back.bits && forth.reasons == back.reasons, "\(first.names) / \(second.names)")
        }
    }

    @Test func distanceWeighsWhatEarsConfuse() {
        let distance = EditDistance()
        func cost(_ one: String, _ other: String) -> Int { distance.distance(Stem(one), Stem(other), limit: 200) }
        #expect(cost("osmon", "osmon") == 0)
        #expect(cost("osmon", "osman") < cost("osmon", "osmin") + 1)
        #expect(cost("osmon", "osman") < cost("osmon", "okmon"))
        #expect(cost("osmon", "ozmon") < cost("osmon", "olmon"))
        #expect(cost("osmon", "somon") == Int(EditCosts.swap))
        #expect(cost("osmon", "smon") == Int(EditCosts.vowelGap))
        #expect(cost("osmon", "omon") == EditCosts.whole)
    }

    @Test func reasonsSayWhatAgreed() {
        #expect(NameSimilarity.explain("Асан уулу Нурлан", "Asanov Nurlan").reasons.contains(.familyNameOtherForm))
        #expect(NameSimilarity.explain("Осмонова Айжамал", "Осмонова А.").reasons.contains(.initialOnly))
        #expect(NameSimilarity.explain("Осмонова Айжамал", "Осмонова Бермет").reasons.contains(.otherGivenName))
        #expect(NameSimilarity.explain("Иванов Александр", "Иванов Саша").reasons.contains(.nickname))
    }
}
