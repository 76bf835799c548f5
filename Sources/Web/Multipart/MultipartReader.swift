import NIOCore

/// The parts of an upload, one event at a time, as they arrive; nothing is kept that the caller doesn't keep.
public actor MultipartReader {
    private var body: PacedBody
    private var parser: MultipartParser
    private var pending: ArraySlice<MultipartEvent> = []
    private var isAtEnd = false
    private let finished: @Sendable () -> Void

    init(body: PacedBody, boundary: [UInt8], limits: MultipartLimits, finished: @escaping @Sendable () -> Void) {
        self.body = body
        parser = MultipartParser(boundary: boundary, limits: limits)
        self.finished = finished
    }

    /// The next event; `nil` once the upload is complete. An upload that ends early is a 400.
    public func next() async throws -> MultipartEvent? {
        while true {
            if let event = pending.popFirst() { return event }
            if isAtEnd { return nil }
            var body = body
            let chunk = try await body.next()
            self.body = body
            if let chunk {
                try parser.feed(chunk.readableBytesView)
                pending = parser.takeEvents()[...]
            } else {
                isAtEnd = true
                finished()
                guard parser.isComplete else { throw WebError.badRequest(.form) }
            }
        }
    }

    /// The rest of the part whose head came last, as text; for plain fields. Broken UTF-8 is a 400, more
    /// bytes than the limit are a 413.
    public func text(limit: Int = 65536) async throws -> String {
        var bytes: [UInt8] = []
        while let event = try await next() {
            switch event {
            case .data(let data):
                bytes += data
                guard bytes.count <= limit else { throw WebError.payloadTooLarge(limit: limit) }
            case .end:
                guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
                    throw WebError.badRequest(.encoding)
                }
                return text
            case .part: throw WebError.internal
            }
        }
        throw WebError.badRequest(.form)
    }
}
