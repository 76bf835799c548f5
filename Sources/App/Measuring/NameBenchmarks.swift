import Foundation
import NameMatching

/// The measurements of name matching, on files of tab-separated lines with a header as the generator of test people
/// writes them. Only `rid`, `name`, `dob`, `phone` and `doc` of the records and `qid` and `query` of the queries are
/// read; the rest is the truth to judge by.
public enum NameBenchmarks {
    /// Answers the queries of `folder`/queries.tsv into `answers`, a line each: qid, up to ten rids, milliseconds.
    /// Returns one line of JSON with the times and the memory of it all.
    public static func names(folder: String, answers: String) throws -> String {
        let records = try TabFile(folder + "/records.tsv")
        let queries = try TabFile(folder + "/queries.tsv")
        var opened: [MatchableRecord] = []
        let opening = try seconds { opened = try records.people() }
        var index = NameIndex(expecting: opened.count)
        let building = seconds {
            for record in opened { index.insert(record) }
            index.settle()
        }
        let (qid, text) = (try queries.column("qid"), try queries.column("query"))
        var times: [Double] = []
        var lines = ""
        queries.forEachLine { fields in
            var hits: [SearchHit] = []
            let query = fields[text]
            let milliseconds = 1000 * seconds { hits = index.search(query) }
            times.append(milliseconds)
            lines += "\(fields[qid])\t\(hits.map { String($0.key.low) }.joined(separator: ","))\t\(milliseconds)\n"
        }
        try Data(lines.utf8).write(to: URL(filePath: answers))
        let footprint = index.memoryFootprint
        let footprintOfOne = footprint / max(1, index.count)
        let intake = intakeTimes(opened, &index)
        var bytes: [UInt8] = []
        let sealing = seconds { bytes = index.snapshot() }
        let reopening = try seconds { index = try NameIndex(snapshot: bytes) }
        return [
            "{\"records\":\(opened.count)", "\"openSeconds\":\(rounded(opening))",
            "\"buildSeconds\":\(rounded(building))", "\"bytes\":\(footprint)",
            "\"bytesPerRecord\":\(footprintOfOne)",
            "\"searchMilliseconds\":\(percentiles(times))", "\"intakeMilliseconds\":\(percentiles(intake))",
            "\"snapshotBytes\":\(bytes.count)", "\"snapshotSeconds\":\(rounded(sealing))",
            "\"reopenSeconds\":\(rounded(reopening))}",
        ]
        .joined(separator: ",")
    }

    /// Every hundredth of the first records checked and put in anew under another key: what an intake costs.
    private static func intakeTimes(_ records: [MatchableRecord], _ index: inout NameIndex) -> [Double] {
        var times: [Double] = []
        for place in stride(from: 0, to: records.count, by: max(1, records.count / 2000)) {
            var record = records[place]
            record.key = RecordKey(high: 1, low: UInt64(place))
            times.append(
                1000
                    * seconds {
                        _ = index.possibleDuplicates(of: record)
                        index.insert(record)
                    }
            )
        }
        for place in stride(from: 0, to: records.count, by: max(1, records.count / 2000)) {
            index.remove(RecordKey(high: 1, low: UInt64(place)))
        }
        return times
    }

    /// Scores the pairs of `pairs` (id, name, name) into `scores` (id, score); returns the time as one line of JSON.
    public static func pairs(file: String, scores: String) throws -> String {
        var rows: [(id: String, first: String, second: String)] = []
        try TabFile(file, hasHeader: false).forEachLine { fields in
            if fields.count > 2 { rows.append((fields[0], fields[1], fields[2])) }
        }
        var results = [Double](repeating: 0, count: rows.count)
        let time = seconds {
            for (place, row) in rows.enumerated() { results[place] = NameSimilarity.score(row.first, row.second) }
        }
        let lines = zip(rows, results).map { "\($0.id)\t\(rounded($1, 4))\n" }.joined()
        try Data(lines.utf8).write(to: URL(filePath: scores))
        return
            "{\"pairs\":\(rows.count),\"microsecondsPerPair\":\(rounded(time * 1_000_000 / Double(max(1, rows.count))))}"
    }

    /// Finds the duplicates within `folder`/records.tsv into `file` (rid, rid, probability); returns one line of JSON.
    public static func duplicates(folder: String, file: String) throws -> String {
        let records = try TabFile(folder + "/records.tsv").people()
        var index = NameIndex(expecting: records.count)
        let building = seconds {
            for record in records { index.insert(record) }
            index.settle()
        }
        var pairs: [DuplicatePair] = []
        let matching = seconds { pairs = index.allDuplicates(above: 0.5) }
        let lines = pairs.map { "\($0.first.low)\t\($0.second.low)\t\(rounded($0.probability, 4))\n" }.joined()
        try Data(lines.utf8).write(to: URL(filePath: file))
        return "{\"records\":\(records.count),\"pairs\":\(pairs.count),\"buildSeconds\":\(rounded(building)),"
            + "\"matchSeconds\":\(rounded(matching))}"
    }

    private static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let clock = ContinuousClock()
        let time = try clock.measure(work)
        return Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    }

    private static func rounded(_ value: Double, _ digits: Int = 3) -> String { String(format: "%.\(digits)f", value) }

    private static func percentiles(_ times: [Double]) -> String {
        let sorted = times.sorted()
        guard let last = sorted.last else { return "null" }
        func at(_ share: Double) -> String { rounded(sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]) }
        return "{\"p50\":\(at(0.5)),\"p99\":\(at(0.99)),\"p999\":\(at(0.999)),\"max\":\(rounded(last))}"
    }
}

/// A file of tab-separated lines, read whole.
private struct TabFile {
    struct MissingColumn: Error, CustomStringConvertible {
        let name: String
        let path: String
        var description: String { "\(path) has no column “\(name)”." }
    }

    private let path: String
    private let bytes: [UInt8]
    private let header: [String]
    private let start: Int

    init(_ path: String, hasHeader: Bool = true) throws {
        self.path = path
        bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        let end = hasHeader ? (bytes.firstIndex(of: 10) ?? bytes.count) : 0
        header = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\t").map(String.init)
        start = hasHeader ? end + 1 : 0
    }

    func column(_ name: String) throws -> Int {
        guard let place = header.firstIndex(of: name) else { throw MissingColumn(name: name, path: path) }
        return place
    }

    func forEachLine(_ body: ([String]) -> Void) {
        guard start < bytes.count else { return }
        for line in bytes[start...].split(separator: 10) {
            body(
                line.split(separator: 9, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
            )
        }
    }

    func people() throws -> [MatchableRecord] {
        let (rid, name) = (try column("rid"), try column("name"))
        let (dob, phone, doc) = (try? column("dob"), try? column("phone"), try? column("doc"))
        var people: [MatchableRecord] = []
        forEachLine { fields in
            func field(_ place: Int?) -> [String] {
                guard let place, place < fields.count, !fields[place].isEmpty else { return [] }
                return [fields[place]]
            }
            guard let number = UInt64(fields[rid]) else { return }
            people.append(
                MatchableRecord(
                    key: RecordKey(number),
                    names: field(name),
                    birth: field(dob).first.flatMap { BirthDate($0) },
                    phones: field(phone),
                    documents: field(doc)
                )
            )
        }
        return people
    }
}
