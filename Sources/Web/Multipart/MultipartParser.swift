/// How much of an upload is read, besides its route's limit in bytes.
public struct MultipartLimits: Sendable, Hashable {
    public var parts = 200
    public var headerBytes = 8192
    /// The bytes of a part that is no file.
    public var fieldBytes = 1 << 20

    public init() {}
}

/// The head of one part of an upload.
public struct MultipartPart: Sendable, Hashable {
    public let name: String
    /// What the sender calls the file: for showing only, never a path. `nil` for plain fields.
    public let fileName: String?
    /// What the sender says it is; empty when nothing is said. Not to be believed.
    public let type: String
}

/// What comes out of an upload, in this order for each part: `part`, any number of `data`, `end`.
public enum MultipartEvent: Sendable, Hashable {
    case part(MultipartPart)
    case data([UInt8])
    case end
}

/// Takes `multipart/form-data` (RFC 7578) apart as it arrives, in pieces cut anywhere.
struct MultipartParser {
    private enum State {
        /// Before the first boundary.
        case preamble
        /// Right after a boundary: `--` ends all, a line break begins a part.
        case afterBoundary
        case headers
        case body
        case epilogue
    }

    private let delimiter: [UInt8]
    private let limits: MultipartLimits
    private var state = State.preamble
    private var buffer: [UInt8] = []
    private var parts = 0
    private var fieldBytes = 0
    private var isFile = false
    private(set) var events: [MultipartEvent] = []

    /// The boundary has 1 to 70 bytes, as checked by ``multipartBoundary(_:)``.
    init(boundary: [UInt8], limits: MultipartLimits) {
        delimiter = Array("\r\n--".utf8) + boundary
        self.limits = limits
        // The first boundary may stand at the very beginning, without the line break before it.
        buffer = Array("\r\n".utf8)
    }

    /// Whether the closing boundary has been seen.
    var isComplete: Bool {
        if case .epilogue = state { true } else { false }
    }

    mutating func takeEvents() -> [MultipartEvent] {
        defer { events.removeAll(keepingCapacity: true) }
        return events
    }

    mutating func feed(_ bytes: some Sequence<UInt8>) throws(WebError) {
        if isComplete { return }
        buffer.append(contentsOf: bytes)
        while try step() {}
    }

    /// Goes on by one boundary, header block or run of data; `false` when more bytes are needed.
    private mutating func step() throws(WebError) -> Bool {
        switch state {
        case .preamble: return try skipPreamble()
        case .afterBoundary: return try boundaryEnd()
        case .headers: return try headers()
        case .body: return try body()
        case .epilogue:
            buffer.removeAll()
            return false
        }
    }

    private mutating func skipPreamble() throws(WebError) -> Bool {
        guard let start = firstIndex(of: delimiter, from: 0) else {
            drop(buffer.count - (delimiter.count - 1))
            return false
        }
        drop(start + delimiter.count)
        state = .afterBoundary
        return true
    }

    private mutating func boundaryEnd() throws(WebError) -> Bool {
        let blanks = buffer.prefix { $0 == 0x20 || $0 == 0x09 }.count
        guard blanks <= 64 else { throw .badRequest(.form) }
        guard buffer.count >= blanks + 2 else { return false }
        if blanks == 0, buffer.starts(with: [0x2D, 0x2D]) {
            state = .epilogue
            return true
        }
        guard buffer[blanks] == 0x0D, buffer[blanks + 1] == 0x0A else { throw .badRequest(.form) }
        // The line break stays: it makes a header block without any header look like one with.
        drop(blanks)
        parts += 1
        guard parts <= limits.parts else { throw .badRequest(.tooManyFields) }
        state = .headers
        return true
    }

    private mutating func headers() throws(WebError) -> Bool {
        guard let end = firstIndex(of: [0x0D, 0x0A, 0x0D, 0x0A], from: 0) else {
            guard buffer.count <= limits.headerBytes else { throw .badRequest(.form) }
            return false
        }
        guard end <= limits.headerBytes else { throw .badRequest(.form) }
        let part = try multipartHead(buffer[..<end])
        isFile = part.fileName != nil
        fieldBytes = 0
        events.append(.part(part))
        // The last line break stays, for a boundary that follows at once.
        drop(end + 2)
        state = .body
        bodyIsFresh = true
        return true
    }

    /// Whether the buffer still begins with the line break that ended the headers.
    private var bodyIsFresh = false

    private mutating func body() throws(WebError) -> Bool {
        if bodyIsFresh {
            // A boundary right after the headers' line break: a part without content.
            guard buffer.count >= delimiter.count || !delimiter.starts(with: buffer) else { return false }
            bodyIsFresh = false
            if !buffer.starts(with: delimiter) { drop(2) }
        }
        if let start = firstIndex(of: delimiter, from: 0) {
            try emit(start)
            drop(start + delimiter.count)
            events.append(.end)
            state = .afterBoundary
            return true
        }
        let safe = buffer.count - (delimiter.count - 1)
        try emit(safe)
        drop(safe)
        return false
    }

    private mutating func emit(_ count: Int) throws(WebError) {
        guard count > 0 else { return }
        if !isFile {
            fieldBytes += count
            guard fieldBytes <= limits.fieldBytes else { throw .payloadTooLarge(limit: limits.fieldBytes) }
        }
        events.append(.data(Array(buffer[..<count])))
    }

    private mutating func drop(_ count: Int) {
        if count > 0 { buffer.removeFirst(min(count, buffer.count)) }
    }

    private func firstIndex(of pattern: [UInt8], from start: Int) -> Int? {
        let last = buffer.count - pattern.count
        guard last >= start else { return nil }
        return buffer.withUnsafeBufferPointer { bytes in
            pattern.withUnsafeBufferPointer { pattern in
                var index = start
                while index <= last {
                    if bytes[index] == pattern[0] {
                        var length = 1
                        while length < pattern.count, bytes[index + length] == pattern[length] { length += 1 }
                        if length == pattern.count { return index }
                    }
                    index += 1
                }
                return nil
            }
        }
    }
}
