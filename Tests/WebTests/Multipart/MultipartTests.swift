import Testing

@testable import Web

@Suite struct MultipartTests {
    private struct Part: Equatable {
        let head: MultipartPart
        var content: [UInt8]
    }

    private func parse(_ pieces: [[UInt8]], limits: MultipartLimits = MultipartLimits()) throws -> [Part]? {
        var parser = MultipartParser(boundary: Array("----b".utf8), limits: limits)
        var parts: [Part] = []
        var isOpen = false
        for piece in pieces {
            try parser.feed(piece)
            for event in parser.takeEvents() {
                switch event {
                case .part(let head):
                    #expect(!isOpen)
                    isOpen = true
                    parts.append(Part(head: head, content: []))
                case .data(let data): parts[parts.count - 1].content += data
                case .end: isOpen = false
                }
            }
        }
        return parser.isComplete ? parts : nil
    }

    private static let sample = Array(
        """
        preamble\r
        ------b\r
        Content-Disposition: form-data; name="_token"\r
        \r
        abc\r
        ------b  \r
        content-disposition: form-data; name="empty"\r
        X-Other: ; name="no"\r
        \r
        \r
        ------b\r
        Content-Disposition: form-data; name="file"; filename="..\\\\..\\etc/pass \\"wd\\".txt"\r
        Content-Type: text/plain\r
        \r
        \r
        --\r
        ------\r
        \r
        ------bwrong\r
        end\r
        ------b--\r
        epilogue
        """.utf8
    )

    private static let goodSample = Array(
        String(decoding: sample, as: UTF8.self).replacing("------bwrong\r\n", with: "------Bwrong\r\n").utf8
    )

    private static let expected = [
        Part(head: MultipartPart(name: "_token", fileName: nil, type: ""), content: Array("abc".utf8)),
        Part(head: MultipartPart(name: "empty", fileName: nil, type: ""), content: []),
        Part(
            head: MultipartPart(name: "file", fileName: "pass \"wd\".txt", type: "text/plain"),
            content: Array("\r\n--\r\n------\r\n\r\n------Bwrong\r\nend".utf8)
        ),
    ]

    @Test func takesPartsApart() throws {
        #expect(try parse([Self.goodSample]) == Self.expected)
    }

    @Test func takesPartsApartWhereverTheyAreCut() throws {
        for cut in 0...Self.goodSample.count {
            let pieces = [Array(Self.goodSample[..<cut]), Array(Self.goodSample[cut...])]
            #expect(try parse(pieces) == Self.expected, "cut at \(cut)")
        }
        #expect(try parse(Self.goodSample.map { [$0] }) == Self.expected)
    }

    @Test func takesPartsApartCutAtRandom() throws {
        for _ in 0..<500 {
            var rest = Self.goodSample[...]
            var pieces: [[UInt8]] = []
            while !rest.isEmpty {
                let count = Int.random(in: 1...20)
                pieces.append(Array(rest.prefix(count)))
                rest = rest.dropFirst(count)
            }
            #expect(try parse(pieces) == Self.expected)
        }
    }

    @Test func survivesNoise() {
        for _ in 0..<400 {
            var bytes = Self.goodSample
            for _ in 0..<Int.random(in: 1...6) { bytes[Int.random(in: 0..<bytes.count)] = UInt8.random(in: 0...255) }
            do { _ = try parse([bytes]) } catch { #expect(error is WebError) }
        }
    }

    @Test func refusesAWrongBoundaryLine() {
        #expect(throws: WebError.self) { try parse([Self.sample]) }
    }

    @Test func noticesWhenItEndsEarly() throws {
        for end in stride(from: 0, to: Self.goodSample.count - 14, by: 7) {
            #expect(try parse([Array(Self.goodSample[..<end])]) == nil)
        }
    }

    @Test func hasLimits() {
        var limits = MultipartLimits()
        limits.parts = 2
        #expect(throws: WebError.self) { try parse([Self.goodSample], limits: limits) }
        limits = MultipartLimits()
        limits.headerBytes = 60
        #expect(throws: WebError.self) { try parse([Self.goodSample], limits: limits) }
        limits = MultipartLimits()
        limits.fieldBytes = 2
        #expect(throws: WebError.self) { try parse([Self.goodSample], limits: limits) }
        let endless = Array("------b\r\nContent-Disposition: ".utf8) + Array(repeating: 0x61, count: 10_000)
        #expect(throws: WebError.self) { try parse([endless]) }
    }

    @Test(arguments: [
        ("multipart/form-data; boundary=abc", "abc"), ("multipart/form-data; charset=x; BOUNDARY=\"a b\"", "a b"),
        ("multipart/form-data", nil), ("multipart/form-data; boundary=", nil),
        ("multipart/form-data; boundary=a; boundary=b", nil), ("multipart/form-data; boundary=\"a \"", nil),
        ("multipart/form-data; boundary=\(String(repeating: "a", count: 71))", nil),
    ])
    func readsBoundaries(_ header: String, _ boundary: String?) {
        #expect(multipartBoundary(header) == boundary.map { Array($0.utf8) })
    }
}
