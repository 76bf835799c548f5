import Access
import HTTPTypes
import HummingbirdCore
import NIOCore

/// Server-sent events (HTML Standard, section 9.2). They say only that something changed and where the event log is;
/// pages fetch anew what they show, with the rights of that moment.
enum EventAnswer {
    /// Seconds between two signs of life.
    private static let heartbeat = 15

    /// The query item with the position that a page knows; a browser that comes back names a later one by itself.
    static let after = "after"

    static func open(_ request: TenantRequest) throws(WebError) -> WebResponse {
        let streams = request.site.events
        let principal = request.principal
        let known = try request.query()[after]
        let after = Int64(request.headers[.lastEventID] ?? known)
        return WebResponse(
            headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: .stream { writer in
                if let opened = streams.open(session: principal.session, user: principal.user) {
                    defer { streams.remove(opened.id) }
                    try await write(opened.signals, fedBy: opened.send, request, after, to: &writer)
                } else {
                    // Browsers come back after this many milliseconds; what they have missed they are told at once.
                    try await writer.write(ByteBuffer(string: "retry: 30000\n\n"))
                    if let after, let now = request.eventPosition, now > after {
                        try await writer.write(change(now))
                    }
                }
                try await writer.finish(nil)
            }
        )
    }

    private static func write(
        _ signals: AsyncStream<EventSignal>,
        fedBy send: AsyncStream<EventSignal>.Continuation,
        _ request: TenantRequest,
        _ after: Int64?,
        to writer: inout any ResponseBodyWriter
    ) async throws {
        let feeders = [
            Task {
                for await position in request.site.hooks.changes(request.scope, after) {
                    send.yield(.changed(position))
                }
            },
            Task {
                while await sleep() {
                    guard await isAlive(request) else { return send.finish() }
                    send.yield(.heartbeat)
                }
            },
        ]
        defer { for feeder in feeders { feeder.cancel() } }
        try await writer.write(ByteBuffer(string: "retry: 3000\n\n"))
        for await signal in signals {
            switch signal {
            case .changed(let position):
                try await writer.write(change(position))
            case .heartbeat:
                try await writer.write(ByteBuffer(string: ":\n\n"))
            }
        }
    }

    private static func change(_ position: Int64) -> ByteBuffer {
        ByteBuffer(string: "id: \(position)\nevent: change\ndata: \(position)\n\n")
    }

    private static func sleep() async -> Bool {
        do { try await Task.sleep(for: .seconds(heartbeat)) } catch { return false }
        return true
    }

    /// Whether the session still is: another process may have ended it.
    private static func isAlive(_ request: TenantRequest) async -> Bool {
        guard let token = request.core.cookie(request.site.cookies.sessionName).flatMap({ SessionToken($0) }) else {
            return false
        }
        do {
            let principal = try await request.site.hooks.peekSession(token).principal
            return principal?.session == request.principal.session
                && principal?.organization == request.principal.organization
        } catch {
            // A database that doesn't answer ends no sessions; the next beat asks again.
            return true
        }
    }
}
