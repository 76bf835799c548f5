// What is typed into the box is cut into names and facets, searched for, and marked in a text; then it is a record
// itself, which is found no longer once it is removed.

private let people: NameIndex = {
    let names = [
        "Осмонова Айжамал", "Асан уулу Нурлан", "Каримов Шерзод Анвар ўғли", "Раҳмонзода Сӯҳроб", "Țurcanu Gheorghe",
        "Иванов Александр Петрович", "Нурсұлтан Қайрат", "Toktogulova Zhyldyz", "Yoʻldoshev Jasur", "Rusu Ion",
    ]
    var index = NameIndex()
    for (number, name) in names.enumerated() {
        index.insert(
            MatchableRecord(
                key: RecordKey(UInt64(number)),
                names: [name],
                birth: BirthDate(year: 1980 + number, month: 1 + number, day: 1 + number),
                phones: ["+99655500\(1000 + number)"],
                documents: ["AN\(1_000_000 + number)"]
            )
        )
    }
    return index
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = Finding.text(start, count)
    var end = 0
    for range in NameQuery(text).marks(in: text) {
        Finding.expect(range.lowerBound >= end && range.upperBound <= text.utf8.count, "marks \(range) after \(end)")
        end = range.upperBound
    }
    for hit in people.search(text) { Finding.expect((0...1).contains(hit.score), "a score of \(hit.score)") }
    var index = people
    let key = RecordKey(77)
    let record = MatchableRecord(key: key, names: [text], birth: BirthDate(text), phones: [text], documents: [text])
    index.insert(record)
    _ = index.search(text)
    _ = index.possibleDuplicates(of: record, above: 0)
    Finding.expect(index.remove(key), "what was put in is not there")
    Finding.expect(!index.search(text, limit: 50).contains { $0.key == key }, "found after it was removed")
    Finding.expect(index.count == people.count, "another number of records")
    return 0
}
