import HTTPTypes
import JSON
import Synchronization
import HummingbirdCore
import NIOCore

extension RequestCore {
    private var maximumBytes: Int { route?.options.body.maximumBytes ?? 0 }

    /// The media type of the body in lower case, without parameters; empty when none is given.
    var mediaType: String {
        let value = head.headerFields[.contentType] ?? ""
        let end = value.utf8.firstIndex(of: UInt8(ascii: ";")) ?? value.endIndex
        return value[..<end].lowercased().filter { $0 != " " && $0 != "\t" }
    }

    /// Whether the request announces a body.
    var hasBody: Bool {
        if let length = head.headerFields[.contentLength] { return length != "0" }
        return head.headerFields[.transferEncoding] != nil
    }

    /// Whether bytes of the body may still be on their way.
    var isBodyUnread: Bool {
        hasBody && progress.withLock { $0.bodyState != .finished }
    }

    /// Claims the body, once; refuses one that says it is too large before a byte of it is read.
    func openBody() throws(WebError) -> PacedBody {
        if let announced = head.headerFields[.contentLength] {
            guard let length = Int(announced), length >= 0 else { throw .badRequest(.body) }
            guard length <= maximumBytes else { throw .payloadTooLarge(limit: maximumBytes) }
        }
        let isFirst = progress.withLock { progress in
            defer { progress.bodyState = .reading }
            return progress.bodyState == .untouched
        }
        guard isFirst else { throw .internal }
        return PacedBody(body, maximumBytes: maximumBytes)
    }

    func noteBodyFinished() {
        progress.withLock { $0.bodyState = .finished }
    }

    func readBytes() async throws -> [UInt8] {
        var body = try openBody()
        var bytes: [UInt8] = []
        while let chunk = try await body.next() { bytes.append(contentsOf: chunk.readableBytesView) }
        noteBodyFinished()
        return bytes
    }

    func readForm() async throws -> FormData {
        if let form = progress.withLock({ $0.form }) { return form }
        var form = FormData()
        if hasBody {
            guard mediaType == "application/x-www-form-urlencoded" else { throw WebError(.unsupportedMediaType) }
            form = try FormData(urlEncoded: try await readBytes(), limits: FormLimits(bytes: maximumBytes))
        }
        progress.withLock { $0.form = form }
        return form
    }

    func readJSON() async throws -> (value: JSONValue, bytes: [UInt8]) {
        guard mediaType == "application/json" else { throw WebError(.unsupportedMediaType) }
        let bytes = try await readBytes()
        do throws(JSONError) {
            return (try JSONValue(parsing: bytes), bytes)
        } catch {
            throw error.problem == .encoding ? WebError.badRequest(.encoding) : WebError.badRequest(.json)
        }
    }

    func openMultipart() throws(WebError) -> MultipartReader {
        if let open = progress.withLock({ $0.multipart }) { return open }
        guard case .multipart = route?.options.body else { throw .internal }
        guard mediaType == "multipart/form-data" else { throw WebError(.unsupportedMediaType) }
        guard let boundary = multipartBoundary(head.headerFields[.contentType] ?? "") else { throw .badRequest(.form) }
        let reader = MultipartReader(
            body: try openBody(),
            boundary: boundary,
            limits: MultipartLimits(),
            finished: { [self] in noteBodyFinished() }
        )
        progress.withLock { $0.multipart = reader }
        return reader
    }
}

/// A body that may neither be too long nor drip in for ever.
///
/// It has 30 seconds, and 30 more for each mebibyte that has arrived. A sender who falls silent is cut off by the
/// connection's idle limit, so it is enough to look at the clock with each piece.
struct PacedBody {
    private var iterator: RequestBody.AsyncIterator
    private let maximumBytes: Int
    private var received = 0
    private let started: ContinuousClock.Instant

    init(_ body: RequestBody, maximumBytes: Int, started: ContinuousClock.Instant = .now) {
        iterator = body.makeAsyncIterator()
        self.maximumBytes = maximumBytes
        self.started = started
    }

    mutating func next(isolation: isolated (any Actor)? = #isolation) async throws -> ByteBuffer? {
        let chunk: ByteBuffer?
        do {
            chunk = try await iterator.next(isolation: isolation)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            // Whatever the connection says about a broken body, it is the sender's.
            throw WebError.badRequest(.body)
        }
        guard let chunk else { return nil }
        received += chunk.readableBytes
        guard received <= maximumBytes else { throw WebError.payloadTooLarge(limit: maximumBytes) }
        let allowed = 30 + 30 * (received >> 20)
        guard ContinuousClock.now - started <= .seconds(allowed) else { throw WebError(.requestTimeout) }
        return chunk
    }
}
