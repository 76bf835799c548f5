import Foundation
import NameMatching

/// The measurements of name matching, on files of tab-separated lines with a header as the generator of test people
/// writes them. Only `rid`, `name`, `dob`, `phone` and `doc` of the records and `qid` and `query` of the queries are
/// read; the rest is the truth to judge by.
public enum NameBenchmarks {
    /// Answers the queries of `folder`/queries.tsv into `answers`, a line each: qid, up to ten rids, milliseconds.
    ///
    /// The records are read a portion at a time and not kept, so that the process holds little besides the index.
    ///
    /// - Parameters:
    ///   - folder: where both files are.
    ///   - answers: the file to write.
    ///   - withSnapshot: whether a snapshot is taken and opened too, which holds the index twice more.
    /// - Returns: one line of JSON with the times and the memory of it all: `bytes` as the index counts itself,
    ///   `residentBytes` and `peakBytes` as the kernel counts the process before the snapshot.
    /// - Throws: what reading and writing the files throws.
    public static func names(folder: String, answers: String, withSnapshot: Bool = true) throws -> String {
        let records = try TabFile(folder + "/records.tsv")
        let queries = try TabFile(folder + "/queries.tsv")
        let count = try records.lineCount()
        var index = NameIndex(expecting: count)
        var building = 0.0
        var sample: [MatchableRecord] = []
        let stride = max(1, count / 2000)
        let reading = try seconds {
            try records.forEachPortion { people in
                let before = index.count
                building += seconds { for person in people { index.insert(person) } }
                for (place, person) in people.enumerated() where (before + place) % stride == 0 {
                    sample.append(person)
                }
            }
        }
        let opening = reading - building
        building += seconds { index.settle() }
        let times = try answer(queries, index, to: answers)
        let (footprint, loaded) = (index.memoryFootprint, index.count)
        let intake = intakeTimes(sample, &index)
        let memory = ProcessMemory()
        var said = [
            "\"records\":\(loaded)", "\"openSeconds\":\(rounded(opening))",
            "\"buildSeconds\":\(rounded(building))", "\"bytes\":\(footprint)",
            "\"bytesPerRecord\":\(footprint / max(1, loaded))",
            "\"residentBytes\":\(memory.resident.map(String.init) ?? "null")",
            "\"peakBytes\":\(memory.peak.map(String.init) ?? "null")",
            "\"searchMilliseconds\":\(percentiles(times))", "\"intakeMilliseconds\":\(percentiles(intake))",
        ]
        if withSnapshot {
            var bytes: [UInt8] = []
            let sealing = seconds { bytes = index.snapshot() }
            let reopening = try seconds { index = try NameIndex(snapshot: bytes) }
            said += [
                "\"snapshotBytes\":\(bytes.count)", "\"snapshotSeconds\":\(rounded(sealing))",
                "\"reopenSeconds\":\(rounded(reopening))",
            ]
        }
        return "{\(said.joined(separator: ","))}"
    }

    /// Writes the answers and returns the time of each in milliseconds.
    private static func answer(_ queries: TabFile, _ index: NameIndex, to path: String) throws -> [Double] {
        let (qid, text) = (try queries.column("qid"), try queries.column("query"))
        var times: [Double] = []
        var lines = ""
        try queries.forEachLine { fields in
            var hits: [SearchHit] = []
            let query = fields[text]
            let milliseconds = 1000 * seconds { hits = index.search(query) }
            times.append(milliseconds)
            lines += "\(fields[qid])\t\(hits.map { String($0.key.low) }.joined(separator: ","))\t\(milliseconds)\n"
        }
        try Data(lines.utf8).write(to: URL(filePath: path))
        return times
    }

    /// Some of the records checked and put in anew under other keys: what an intake costs.
    private static func intakeTimes(_ sample: [MatchableRecord], _ index: inout NameIndex) -> [Double] {
        var times: [Double] = []
        for (place, person) in sample.enumerated() {
            var record = person
            record.key = RecordKey(high: 1, low: UInt64(place))
            times.append(
                1000
                    * seconds {
                        _ = index.possibleDuplicates(of: record)
                        index.insert(record)
                    }
            )
        }
        for place in sample.indices { index.remove(RecordKey(high: 1, low: UInt64(place))) }
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

/// What the kernel says that this process holds in memory; `nil` where it has no `/proc`.
private struct ProcessMemory {
    let resident: Int?
    /// The most that it ever held.
    let peak: Int?

    init() {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        func bytes(_ name: String) -> Int? {
            let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
            return line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }.map { $0 * 1024 }
        }
        resident = bytes("VmRSS:")
        peak = bytes("VmHWM:")
    }
}

/// A file of tab-separated lines, read piece by piece.
private struct TabFile {
    struct MissingColumn: Error, CustomStringConvertible {
        let name: String
        let path: String
        var description: String { "\(path) has no column “\(name)”." }
    }

    private let path: String
    private let header: [String]
    private let hasHeader: Bool

    private static let piece = 1 << 20
    /// How many people are opened before they are handed on.
    private static let portion = 20_000

    init(_ path: String, hasHeader: Bool = true) throws {
        self.path = path
        self.hasHeader = hasHeader
        guard hasHeader else {
            header = []
            return
        }
        let handle = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? handle.close() }
        let start = try handle.read(upToCount: Self.piece) ?? Data()
        header = String(decoding: start.prefix { $0 != 10 }, as: UTF8.self).split(separator: "\t").map(String.init)
    }

    func column(_ name: String) throws -> Int {
        guard let place = header.firstIndex(of: name) else { throw MissingColumn(name: name, path: path) }
        return place
    }

    func lineCount() throws -> Int {
        var count = hasHeader ? -1 : 0
        try forEachPiece { piece in
            count += piece.withUnsafeBytes { bytes in bytes.reduce(0) { $0 + ($1 == 10 ? 1 : 0) } }
        }
        return max(0, count)
    }

    func forEachLine(_ body: ([String]) throws -> Void) throws {
        func fields(_ line: ArraySlice<UInt8>) throws {
            guard !line.isEmpty else { return }
            let parts = line.split(separator: 9, omittingEmptySubsequences: false)
            try body(parts.map { String(decoding: $0, as: UTF8.self) })
        }
        var rest: [UInt8] = []
        var isHeader = hasHeader
        try forEachPiece { piece in
            rest += piece
            var start = rest.startIndex
            while let end = rest[start...].firstIndex(of: 10) {
                if !isHeader { try fields(rest[start..<end]) }
                isHeader = false
                start = end + 1
            }
            rest.removeFirst(start)
        }
        if !isHeader { try fields(rest[...]) }
    }

    private func forEachPiece(_ body: (Data) throws -> Void) throws {
        let handle = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? handle.close() }
        while let piece = try handle.read(upToCount: Self.piece), !piece.isEmpty { try body(piece) }
    }

    /// Everybody, so many at a time.
    func forEachPortion(_ body: ([MatchableRecord]) -> Void) throws {
        let (rid, name) = (try column("rid"), try column("name"))
        let (dob, phone, doc) = (try? column("dob"), try? column("phone"), try? column("doc"))
        var people: [MatchableRecord] = []
        try forEachLine { fields in
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
            guard people.count == Self.portion else { return }
            body(people)
            people.removeAll(keepingCapacity: true)
        }
        body(people)
    }

    /// Everybody at once.
    func people() throws -> [MatchableRecord] {
        var people: [MatchableRecord] = []
        try forEachPortion { people += $0 }
        return people
    }
}
