import Foundation
import Glibc
import Logging
import ServiceLifecycle
import Synchronization

@testable import Web

/// A site behind a real socket, for as long as a test needs it.
struct LiveServer {
    let port: UInt16
    private let group: ServiceGroup

    /// Runs `body` with a server on a free port and stops it gracefully.
    static func with(
        _ site: TestSite,
        configuration: WebServerConfiguration = WebServerConfiguration(port: 0),
        _ body: @Sendable @escaping (LiveServer) async throws -> Void
    ) async throws {
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        let server = WebServer(configuration: configuration, responder: site.responder, logger: logger) { port in
            found.yield(port)
        }
        let group = ServiceGroup(configuration: ServiceGroupConfiguration(services: [server], logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var iterator = ports.makeAsyncIterator()
            let port = await iterator.next() ?? 0
            do {
                try await body(LiveServer(port: UInt16(port), group: group))
            } catch {
                await group.triggerGracefulShutdown()
                throw error
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    func stop() async {
        await group.triggerGracefulShutdown()
    }

    /// Sends the pieces with a pause between them and returns everything that comes back until the other side closes
    /// or nothing comes for `patience` seconds.
    func exchange(_ pieces: [String], pause: Double = 0.05, patience: Int = 3) async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            // The blocking calls stay off the threads on which the server runs.
            DispatchQueue.global().async {
                continuation.resume(with: Result { try talk(port, pieces, pause: pause, patience: patience) })
            }
        }
    }
}

struct SocketError: Error {
    let code: Int32
}

private func talk(_ port: UInt16, _ pieces: [String], pause: Double, patience: Int) throws -> String {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard socket >= 0 else { throw SocketError(code: errno) }
    defer { close(socket) }
    // struct sockaddr_in: family, port and address in network order, padding.
    var address = [UInt8](repeating: 0, count: 16)
    address.withUnsafeMutableBytes { $0.storeBytes(of: UInt16(AF_INET), as: UInt16.self) }
    address[2] = UInt8(port >> 8)
    address[3] = UInt8(port & 0xFF)
    address.replaceSubrange(4..<8, with: [127, 0, 0, 1])
    let connected = address.withUnsafeBytes { bytes in
        connect(socket, bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self), 16)
    }
    guard connected == 0 else { throw SocketError(code: errno) }
    var limit = [Int(patience), 0]
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<Int>.size * 2))
    for piece in pieces {
        let bytes = Array(piece.utf8)
        if send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) < 0 { break }
        usleep(UInt32(pause * 1_000_000))
    }
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
        let count = recv(socket, &buffer, buffer.count, 0)
        guard count > 0 else { break }
        received += buffer[..<count]
    }
    return String(decoding: received, as: UTF8.self)
}
