import Domain
import Foundation
import Glibc
import Synchronization

/// A second process with clients of its own: this test program once more, which does nothing but what it is told on its
/// input (see `SharingClientTests`).
final class SharingPeer: Sendable {
    struct Trouble: Error, CustomStringConvertible {
        let description: String
    }

    private struct State {
        var next = 0
        var waiting: [Int: CheckedContinuation<SharingReply, any Error>] = [:]
        var isOver = false
    }

    private let state = Mutex(State())
    private let process: Process
    private let input: FileHandle
    private let writing = Mutex(())

    init(_ summons: SharingSummons) throws {
        // A peer that dies is told by its silence, not by a signal.
        _ = signal(SIGPIPE, SIG_IGN)
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["--testing-library", "swift-testing", "--filter", "SharingClientTests"]
        let text = String(decoding: try JSONEncoder().encode(summons), as: UTF8.self)
        process.environment = ProcessInfo.processInfo.environment.merging([SharingSummons.variable: text]) { $1 }
        let (requests, replies) = (Pipe(), Pipe())
        process.standardInput = requests
        process.standardOutput = replies
        process.standardError = FileHandle.nullDevice
        input = requests.fileHandleForWriting
        try process.run()
        let output = replies.fileHandleForReading
        Thread.detachNewThread { [weak self] in
            var rest = Data()
            while true {
                let piece = output.availableData
                guard !piece.isEmpty else { break }
                rest += piece
                while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    self?.take(String(decoding: rest[rest.startIndex..<end], as: UTF8.self))
                    rest = Data(rest[rest.index(after: end)...])
                }
            }
            self?.end()
        }
    }

    /// How much it was told to do.
    var asked: Int { state.withLock { $0.next } }

    /// Has an act carried out there.
    func perform(
        _ act: SharingAct,
        by user: UserID,
        in caseID: CaseID,
        at now: Instant
    ) async throws -> SharingDone {
        let reply = try await withCheckedThrowingContinuation { continuation in
            let number = state.withLock { state -> Int? in
                guard !state.isOver else { return nil }
                state.next += 1
                state.waiting[state.next] = continuation
                return state.next
            }
            guard let number else { return continuation.resume(throwing: Trouble(description: "the peer has ended")) }
            let request = SharingRequest(
                number: number,
                act: act.words,
                user: user.text,
                caseID: caseID.text,
                now: now.milliseconds
            )
            do {
                let line = try JSONEncoder().encode(request) + Data("\n".utf8)
                try writing.withLock { _ in try input.write(contentsOf: line) }
            } catch {
                state.withLock { $0.waiting.removeValue(forKey: number) }?.resume(throwing: error)
            }
        }
        guard reply.trouble == nil, let result = SharingResult(words: reply.result) else {
            throw Trouble(description: "the peer could not \(act): \(reply.trouble ?? "?")")
        }
        return SharingDone(result: result, position: reply.position, changed: reply.changed)
    }

    /// Its end of the pipe says that nothing more is wanted.
    func stop() throws {
        try input.close()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Trouble(description: "the peer ended with \(process.terminationStatus)")
        }
    }

    private func take(_ line: String) {
        guard line.hasPrefix(SharingSummons.mark),
            let reply = try? JSONDecoder().decode(
                SharingReply.self,
                from: Data(line.dropFirst(SharingSummons.mark.count).utf8)
            )
        else { return }
        state.withLock { $0.waiting.removeValue(forKey: reply.number) }?.resume(returning: reply)
    }

    private func end() {
        let left = state.withLock { state in
            state.isOver = true
            defer { state.waiting = [:] }
            return Array(state.waiting.values)
        }
        for continuation in left { continuation.resume(throwing: Trouble(description: "the peer has ended")) }
    }
}
