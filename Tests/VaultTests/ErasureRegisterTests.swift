import Domain
import Foundation
import Testing
import Vault

@Suite("Register of erasures")
struct ErasureRegisterTests {
    private let folder: Folder
    private var path: String { folder.file("register") }

    init() throws {
        folder = try Folder()
    }

    private func entry(_ second: Int64) -> ErasureEntry {
        ErasureEntry(
            record: Surroundings.system.newID(),
            owner: Surroundings.system.newID(),
            at: Instant(milliseconds: second * 1000),
            keyIdentifier: "00112233aabbccdd"
        )
    }

    private func filled(_ count: Int) throws -> [ErasureEntry] {
        let register = try ErasureRegister(path: path)
        let entries = (1...count).map { entry(Int64($0)) }
        for entry in entries { try register.append(entry) }
        return entries
    }

    private func lines() throws -> [String] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    private func write(_ text: String) throws {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    @Test func keepsItsEntriesInOrder() throws {
        let entries = try filled(3)
        #expect(try ErasureRegister(path: path, mayCreate: false).entries() == entries)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func twoProcessesTakeTurns() async throws {
        let registers = try (0..<4).map { _ in try ErasureRegister(path: path) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, register) in registers.enumerated() {
                group.addTask {
                    for second in 0..<10 { try register.append(entry(Int64(number * 100 + second))) }
                }
            }
            try await group.waitForAll()
        }
        #expect(try ErasureRegister(path: path).entries().count == 40)
    }

    @Test func aLineCutByACrashIsDroppedAndWrittenOver() throws {
        let entries = try filled(2)
        let whole = try String(contentsOfFile: path, encoding: .utf8)
        let last = try #require(lines().last)
        for cut in 1...last.utf8.count {
            try write(String(whole.dropLast(cut)))
            let register = try ErasureRegister(path: path)
            #expect(try register.entries() == [entries[0]])
            let next = entry(99)
            try register.append(next)
            #expect(try register.entries() == [entries[0], next])
        }
    }

    @Test func aChangedRemovedOrMovedLineIsNamed() throws {
        _ = try filled(4)
        let lines = try lines()
        var changed = lines
        changed[1] = changed[1].replacing("00112233", with: "00112234")
        var removed = lines
        removed.remove(at: 2)
        var swapped = lines
        swapped.swapAt(1, 2)
        var blank = lines
        blank.insert("", at: 3)
        for (tampered, line) in [(changed, 2), (removed, 3), (swapped, 2), (blank, 4)] {
            try write(tampered.joined(separator: "\n") + "\n")
            #expect(throws: ErasureRegisterError.damaged(path: path, line: line)) {
                try ErasureRegister(path: path).entries()
            }
        }
    }

    @Test func aMissingRegisterIsMadeOnlyWhenItMayBe() throws {
        #expect(throws: ErasureRegisterError.missing(path: path)) {
            try ErasureRegister(path: path, mayCreate: false)
        }
        #expect(try ErasureRegister(path: path).entries() == [])
        #expect(throws: ErasureRegisterError.self) { try ErasureRegister(path: folder.file("none/register")) }
    }
}
