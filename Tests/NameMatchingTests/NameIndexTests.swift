import Testing

@testable import NameMatching

@Suite struct NameIndexTests {
    private static let names = [
        "Осмонова Айжамал", "Osmonova Bermet", "Асан уулу Нурлан", "Токтогулова Жылдыз", "Каримов Шерзод Анвар ўғли",
        "Раҳмонзода Сӯҳроб", "Țurcanu Gheorghe", "Иванов Александр Петрович", "Нурсұлтан Қайрат", "Осмонов Азамат",
    ]

    private func record(_ number: Int, _ name: String, tag: UInt32 = 0) -> MatchableRecord {
        MatchableRecord(
            key: RecordKey(UInt64(number)),
            names: [name],
            birth: BirthDate(year: 1980 + number % 30, month: 1 + number % 12, day: 1 + number % 28),
            phones: ["+99655500\(1000 + number)"],
            documents: ["AN\(1_000_000 + number)"],
            tag: tag
        )
    }

    private func index() -> NameIndex {
        var index = NameIndex()
        for (number, name) in Self.names.enumerated() { index.insert(record(number, name)) }
        return index
    }

    private func first(_ query: String, _ index: NameIndex) -> Int? {
        index.search(query).first.map { Int($0.key.low) }
    }

    @Test(arguments: [
        ("Aizhamal Osmonova", 0), ("осмонова айж", 0), ("osm aij", 0), ("Осмнова Айжамал", 0), ("Ayjamal Osmanova", 0),
        ("Asanov Nurlan", 2), ("Jildiz Toktogulova", 3), ("Sherzod Karimov", 4), ("Рахмонзода Сухроб", 5),
        ("Цуркану Георге", 6), ("Ivanov Aleksandr", 7), ("Нурсултан Кайрат", 8), ("Osmonov Azamat", 9),
        ("jcvjyjdf fq;fvfk", 0), ("AN1000004", 4), ("+996 555 00 10 05", 5), ("осмонов 1989", 9), ("осмонова 1000", 0),
    ])
    func findsThePerson(_ query: String, _ expected: Int) {
        #expect(first(query, index()) == expected, "\(query)")
    }

    @Test func anInsertionIsSeenAtOnceAndARemovalLeavesNothing() {
        var index = index()
        index.insert(record(77, "Жаңыбаева Мээрим"))
        #expect(first("Zhanybaeva Meerim", index) == 77)
        let isGone = index.remove(RecordKey(77))
        let isGoneAgain = index.remove(RecordKey(77))
        #expect(isGone && !isGoneAgain)
        for query in ["Zhanybaeva Meerim", "Жаңыбаева", "мээр", "AN1000077", "1077", "Жаныбаева М."] {
            #expect(!index.search(query, limit: 50).contains { $0.key == RecordKey(77) }, "\(query)")
        }
        #expect(index.count == Self.names.count)
    }

    @Test func aNewVersionReplacesTheOld() {
        var index = index()
        index.insert(record(0, "Сыдыкова Гүлнара"))
        #expect(first("Сыдыкова Гулнара", index) == 0)
        #expect(first("Осмонова Айжамал", index) != 0)
        #expect(index.count == Self.names.count)
    }

    @Test func theOrderOfInsertionNeverShows() {
        var generator = SeededGenerator(seed: 3)
        let records = (0..<400).map { record($0, Self.names[$0 % 10] + (Bool.random(using: &generator) ? "бек" : "")) }
        var one = NameIndex()
        for record in records { one.insert(record) }
        var other = NameIndex(expecting: 10)
        for record in records.shuffled(using: &generator) { other.insert(record) }
        for record in records.prefix(50) { other.remove(record.key) }
        for record in records.prefix(50).reversed() { other.insert(record) }
        for query in Self.names + ["осм", "н", "bek", "1987", "Asanov N.", "осмонова 1987 1010"] {
            let (left, right) = (one.search(query, limit: 20), other.search(query, limit: 20))
            #expect(left.map(\.key) == right.map(\.key), "\(query)")
            #expect(left.map(\.score) == right.map(\.score), "\(query)")
        }
        let pairs = (one.allDuplicates(above: 0.1), other.allDuplicates(above: 0.1))
        #expect(pairs.0.map(\.first) == pairs.1.map(\.first) && pairs.0.map(\.second) == pairs.1.map(\.second))
    }

    /// A list that is full ends the search, so names that differ late must be met in an order of their own.
    @Test func longNamesThatBeginAlikeComeInOneOrder() {
        let names = ["Мухаммадалижонбек", "Мухаммадалижонкул"]
        let lists = [names, names.reversed()].map { order in
            var index = NameIndex()
            for name in order {
                for copy in 0..<12 { index.insert(record(2 * copy + (name == names[0] ? 0 : 1), name)) }
            }
            return index.search("мухаммадали", limit: 10).map(\.key)
        }
        #expect(lists[0].count == 10 && lists[0] == lists[1])
    }

    @Test func whatMayNotBeSeenTakesNoPlace() {
        var index = NameIndex()
        for number in 0..<2_000 { index.insert(record(number, "Осмонова Айжамал", tag: number == 1_999 ? 7 : 1)) }
        let hits = index.search("осмонова айжамал") { _, tag in tag == 7 }
        #expect(hits.map(\.key) == [RecordKey(1_999)])
        #expect(index.search("осмонова") { _, _ in false }.isEmpty)
        let suggestions = index.possibleDuplicates(of: record(1_999, "Осмонова Айжамал")) { _, tag in tag == 9 }
        #expect(suggestions.isEmpty)
    }

    @Test func aHundredAmongThirtyThousandOfOthersAreShownBeforeTheTenAreCut() {
        var index = NameIndex(expecting: 30_100)
        // The others' come first in the order of keys, so that they would fill any list that is filtered afterwards.
        for number in 0..<30_000 { index.insert(record(number, Self.names[number % 2], tag: 1)) }
        for number in 30_000..<30_100 { index.insert(record(number, Self.names[0], tag: 7)) }
        for typed in ["осмонова айжамал", "Osmonova", "осм", "о", "Aizhamal Osmnova", "осмонова 1987"] {
            let shown = index.search(typed) { _, tag in tag == 7 }
            let others = shown.filter { $0.key < RecordKey(30_000) }
            #expect(!shown.isEmpty && shown.count <= 10 && others.isEmpty, "\(typed)")
        }
        let all = index.search("osmonova aijamal", limit: 200) { _, tag in tag == 7 }
        #expect(Set(all.map(\.key)) == Set((30_000..<30_100).map { RecordKey(UInt64($0)) }))
    }

    /// What folds alike is found alike, but a beginning's names come first as they were typed.
    @Test(arguments: [
        ("анвар ю", ["Анваров Юлдуз", "Анваров Уткир"]), ("анвар у", ["Анваров Уткир", "Анваров Юлдуз"]),
        ("оом", ["Ооматов Бакыт", "Омаров Бакыт"]), ("ома", ["Омаров Бакыт", "Ооматов Бакыт"]),
        ("мыр", ["Мырзабеков Азиз", "Мирланов Азиз"]), ("мир", ["Мирланов Азиз", "Мырзабеков Азиз"]),
        ("Yul", ["Юлдашев Азиз", "Улугбеков Азиз"]), ("яшара", ["Яшаралиев Гулом", "Яшаров Гулом"]),
        ("яков", ["Яковлев Пётр", "Якубов Пётр"]),
        ("мырза", ["Мырзаев Азиз", "Мырзабеков Азиз"]), ("мирзо", ["Мирзоева Азиза", "Мирзаева Азиза"]),
    ])
    func theSpellingThatWasTypedComesFirst(_ typed: String, _ names: [String]) {
        for isTurned in [false, true] {
            var index = NameIndex()
            for (place, name) in names.enumerated() { index.insert(record(isTurned ? 1 - place : place, name)) }
            #expect(first(typed, index) == (isTurned ? 1 : 0), "\(typed)")
        }
    }

    @Test func howAGoneRecordWasWrittenIsForgotten() throws {
        var index = NameIndex()
        index.insert(record(1, "Улугбеков Азиз"))
        index.insert(record(2, "Урматов Азиз"))
        for number in 10..<20 { index.insert(record(number, "Юлугбеков Азиз")) }
        #expect(first("улу", index) == 1)
        let written = try NameIndex(snapshot: index.snapshot())
        for typed in ["юл", "ул", "у"] {
            #expect(written.search(typed).map(\.key) == index.search(typed).map(\.key), "\(typed)")
        }
        for number in 10..<20 { index.remove(RecordKey(UInt64(number))) }
        var fresh = NameIndex()
        fresh.insert(record(1, "Улугбеков Азиз"))
        fresh.insert(record(2, "Урматов Азиз"))
        for typed in ["юл", "ул", "ю", "у"] {
            let (left, right) = (index.search(typed), fresh.search(typed))
            #expect(left.map(\.key) == right.map(\.key), "\(typed)")
        }
    }

    @Test func aJThatWasTypedLastIsBothItsLetters() {
        var index = NameIndex()
        index.insert(record(1, "Тожиддинов Далер"))
        index.insert(record(2, "Тойчиев Далер"))
        #expect(Set(index.search("toj").map(\.key)) == [RecordKey(1), RecordKey(2)])
    }

    /// Бакыт Бакытов has one stem twice: rows with two words of a query are looked for beside their own stem too.
    @Test func aNameOfOneStemTwiceIsFoundAmongMany() {
        var index = NameIndex(expecting: 3_000)
        for number in 0..<3_000 { index.insert(record(number, number % 2 == 0 ? "Бакытов Азиз" : "Азизов Бакыт")) }
        index.insert(record(5_000, "Бакытов Бакыт"))
        for typed in ["Бакытов Бакыт", "бак бакы", "Bakytov Bakyt"] {
            #expect(first(typed, index) == 5_000, "\(typed)")
        }
        index.remove(RecordKey(5_000))
        #expect(!index.search("Бакытов Бакыт", limit: 50).contains { $0.key == RecordKey(5_000) })
    }

    @Test func anIntakeIsWarnedOfTheSamePerson() {
        let index = index()
        var other = record(0, "Osmanova Aijamal")
        other.key = RecordKey(500)
        let suggestion = index.possibleDuplicates(of: other).first
        #expect(suggestion?.key == RecordKey(0))
        #expect(suggestion?.verdict == .same)
        other.phones = []
        other.documents = []
        other.birth = nil
        #expect(!index.possibleDuplicates(of: other, above: 0).contains { $0.verdict == .same })
    }

    @Test func severalSpellingsOfOneRecordAreAllFound() {
        var index = NameIndex()
        var many = record(1, "Осмонова Айжамал")
        many.names.append("Смирнова Анна")
        many.phones.append("+79161112233")
        index.insert(many)
        #expect(first("Smirnova Anna", index) == 1)
        #expect(first("Osmonova", index) == 1)
        #expect(first("916 111 22 33", index) == 1)
        #expect(index.search("анна").count == 1)
        index.remove(RecordKey(1))
        #expect(index.search("916 111 22 33").isEmpty && index.search("Smirnova Anna").isEmpty)
    }

    @Test func aSnapshotHoldsEverythingAndDamageIsNoticed() throws {
        var index = index()
        index.remove(RecordKey(3))
        let bytes = index.snapshot()
        var copy = try NameIndex(snapshot: bytes)
        for query in Self.names + ["osm a", "1004", "AN1000005"] {
            #expect(copy.search(query).map(\.key) == index.search(query).map(\.key))
        }
        copy.insert(record(90, "Сыдыкова Гүлнара"))
        #expect(first("Sydykova Gulnara", copy) == 90)
        var damaged = bytes
        damaged[bytes.count / 2] ^= 1
        #expect(throws: NameIndexError.unreadableSnapshot) { try NameIndex(snapshot: damaged) }
        #expect(throws: NameIndexError.unreadableSnapshot) { try NameIndex(snapshot: Array(bytes.prefix(40))) }
        #expect(throws: NameIndexError.unreadableSnapshot) { try NameIndex(snapshot: []) }
        damaged = bytes
        damaged[4] = 99
        #expect(throws: NameIndexError.otherSnapshotVersion) { try NameIndex(snapshot: damaged) }
    }

    @Test func hostileTextsNeitherCrashNorFind() {
        var index = index()
        var generator = SeededGenerator(seed: 8)
        for number in 0..<500 {
            var odd = record(1_000 + number, generator.text())
            odd.phones = [generator.text()]
            odd.documents = [generator.text()]
            index.insert(odd)
        }
        for _ in 0..<1_000 {
            let hits = index.search(generator.text())
            #expect(hits.allSatisfy { (0...1).contains($0.score) })
        }
        for query in ["", " ", "🦊", "\u{0}\u{1}", "'; DROP TABLE people; --🦊", String(repeating: "а", count: 10_000)] {
            _ = index.search(query)
            _ = NameQuery(query).marks(in: query)
        }
        #expect(index.search("").isEmpty && index.search("🦊").isEmpty && index.search("%%%").isEmpty)
        for number in 0..<500 { index.remove(RecordKey(UInt64(1_000 + number))) }
        #expect(index.count == Self.names.count)
    }
}
