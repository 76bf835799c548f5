import Domain
import Foundation
import Testing
import Vault

@Suite("Root secret")
struct RootSecretTests {
    private let secret = RootSecret.generate(.system)

    @Test func theRecoverySheetComesBack() throws {
        for _ in 0..<50 {
            let secret = RootSecret.generate(.system)
            #expect(try RootSecret(recoverySheet: secret.recoverySheet) == secret)
        }
    }

    @Test func theSheetIsReadAsPeopleTypeIt() throws {
        let sheet = secret.recoverySheet
        let typed = [
            sheet.lowercased(),
            sheet.replacing("-", with: " ").replacing("\n", with: "\r\n\t"),
            sheet.filter { $0 != "-" && $0 != "\n" },
            sheet.replacing("0", with: "o").replacing("1", with: "l"),
            "  " + sheet.replacing("-", with: "–").replacing("1", with: "I") + "\n\n",
        ]
        for text in typed { #expect(try RootSecret(recoverySheet: text) == secret) }
    }

    @Test func everyWrongCharacterIsFoundInItsGroup() throws {
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        let sheet = Array(secret.recoverySheet.filter { $0 != "-" && $0 != "\n" })
        for position in sheet.indices {
            for wrong in alphabet where wrong != sheet[position] {
                var typed = sheet
                typed[position] = wrong
                #expect(throws: RecoverySheetError.group(position / 8 + 1)) {
                    try RootSecret(recoverySheet: String(typed))
                }
            }
        }
    }

    @Test func groupsInTheWrongOrderOrOfAnotherSheetAreFound() throws {
        let groups = groups(secret)
        for first in 0..<9 {
            for second in first + 1..<9 {
                var swapped = groups
                swapped.swapAt(first, second)
                #expect(throws: RecoverySheetError.self) {
                    try RootSecret(recoverySheet: swapped.joined(separator: "-"))
                }
            }
        }
        var mixed = groups
        mixed[4] = self.groups(RootSecret.generate(.system))[4]
        #expect(throws: RecoverySheetError.mixedSheets) {
            try RootSecret(recoverySheet: mixed.joined(separator: "-"))
        }
    }

    private func groups(_ secret: RootSecret) -> [String] {
        secret.recoverySheet.split { $0 == "-" || $0 == "\n" }.map(String.init)
    }

    @Test func aShortSheetAndAStrangeCharacterAreNamed() {
        #expect(throws: RecoverySheetError.length(found: 71)) {
            try RootSecret(recoverySheet: String(secret.recoverySheet.dropLast()))
        }
        #expect(throws: RecoverySheetError.length(found: 0)) { try RootSecret(recoverySheet: "") }
        #expect(throws: RecoverySheetError.character("U")) {
            try RootSecret(recoverySheet: secret.recoverySheet + "U")
        }
    }

    @Test func printsNoSecret() throws {
        let secret = try RootSecret(bytes: Array(repeating: 0x41, count: 32))
        var dumped = ""
        dump(secret, to: &dumped)
        dump(Vault(root: secret, surroundings: .system), to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), dumped] {
            #expect(!text.contains("41414141"))
            #expect(!text.contains("AAAA"))
            #expect(!text.contains("65, 65"))
        }
        #expect("\(secret)".contains(secret.identifier))
        #expect(secret.identifier != RootSecret.generate(.system).identifier)
    }
}

@Suite("Sources of the root secret")
struct RootSecretSourceTests {
    private let folder: Folder
    private let secret = RootSecret.generate(.system)
    private var path: String { folder.file("root") }

    init() throws {
        folder = try Folder()
    }

    private func load(
        _ path: String? = nil,
        data: String? = nil,
        isDemonstration: Bool = false
    ) throws -> RootSecret {
        try RootSecretSource.file(path ?? self.path).load(dataDirectory: data, isDemonstration: isDemonstration)
    }

    private func setMode(_ mode: Int) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    @Test func aStoredSecretComesBack() throws {
        try secret.store(at: path)
        #expect(try load() == secret)
        #expect(throws: RootSecretError.alreadyExists(path: path)) {
            try RootSecret.generate(.system).store(at: path)
        }
        #expect(try load() == secret)
    }

    @Test(arguments: [0o640, 0o604, 0o660, 0o644])
    func aFileThatOthersReadIsRefused(mode: Int) throws {
        try secret.store(at: path)
        try setMode(mode)
        #expect(throws: RootSecretError.readableByOthers(path: path, mode: UInt32(mode))) { try load() }
        #expect(try load(isDemonstration: true) == secret)
    }

    @Test func aFileBesideTheDataIsRefused() throws {
        try secret.store(at: path)
        #expect(throws: RootSecretError.onDataFilesystem(path: path, dataDirectory: folder.path)) {
            try load(data: folder.path)
        }
        #expect(try load(data: folder.path, isDemonstration: true) == secret)
    }

    @Test(.enabled(if: FileManager.default.isWritableFile(atPath: "/dev/shm")))
    func aFileOnAnotherFilesystemIsTaken() throws {
        let memory = try Folder(in: "/dev/shm")
        try secret.store(at: memory.file("root"))
        #expect(try load(memory.file("root"), data: "/proc") == secret)
    }

    @Test(arguments: [0, 1, 31, 33, 4096])
    func aFileOfAnotherSizeIsRefused(count: Int) throws {
        try Data(repeating: 7, count: count).write(to: URL(fileURLWithPath: path))
        try setMode(0o600)
        #expect(throws: RootSecretError.wrongSize(found: min(count, 33))) { try load() }
    }

    @Test func aMissingFileAndAFolderAreNamed() throws {
        #expect(throws: RootSecretError.missing(path: path)) { try load() }
        #expect(throws: RootSecretError.notAFile(path: folder.path)) { try load(folder.path) }
        #expect(RootSecretError.readableByOthers(path: "/k", mode: 0o644).description.contains("chmod 600 /k"))
    }

    @Test func aPipeIsRead() throws {
        let pipe = Pipe()
        let bytes = [UInt8](0..<32)
        try pipe.fileHandleForWriting.write(contentsOf: bytes)
        try pipe.fileHandleForWriting.close()
        let descriptor = dup(pipe.fileHandleForReading.fileDescriptor)
        let loaded = try RootSecretSource.fileDescriptor(descriptor)
            .load(dataDirectory: folder.path, isDemonstration: false)
        #expect(try loaded == RootSecret(bytes: bytes))
    }
}
