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
