import Crypto
import Domain
import Testing

@testable import Vault

@Suite("Sealing a field")
struct RecordKeyTests {
    private let record: RecordID = Surroundings.system.newID()
    private let owner: OrganizationID = Surroundings.system.newID()
    private let secret = SymmetricKey(size: .bits256)

    private func key(
        record: RecordID? = nil,
        owner: OrganizationID? = nil,
        version: UInt32 = 1
    ) -> RecordKey {
        RecordKey(
            record: record ?? self.record,
            owner: owner ?? self.owner,
            keyVersion: version,
            grant: nil,
            holding: .whole(secret)
        )
    }

    @Test(arguments: ["", "Айгүл Токтогулова", "O‘g‘iloy", String(repeating: "ӯ", count: 10_000)])
    func opensWhatWasSealed(text: String) throws {
        let sealed = try key().seal(text, .personNames)
        #expect(try key().openText(sealed, .personNames) == text)
        #expect(try key().open(sealed, .personNames) == Array(text.utf8))
        #expect(sealed.count == text.utf8.count + RecordKey.overhead)
    }

    @Test func sealsValuesOfSeveralParts() throws {
        let value = ["Айгүл": [1, 2], "b": []]
        let sealed = try key().sealValue(value, .personNames)
        #expect(try key().openValue(sealed, .personNames) == value)
        #expect(try sealed.withUnsafeBytes { try key().openValue($0, .personNames) } == value)
        #expect(throws: DecodingError.self) { try key().openValue(sealed, .personNames, as: [String].self) }
        #expect(throws: VaultError.self) { try key(version: 2).openValue(sealed, .personNames, as: [String].self) }
    }

    @Test func sealsDifferentlyEachTime() throws {
        #expect(try key().seal("same", .personNames) != key().seal("same", .personNames))
    }

    @Test func refusesEveryFlippedBit() throws {
        let sealed = try key().seal("Данияр", .personNames)
        for position in sealed.indices {
            for bit in 0..<8 {
                var changed = sealed
                changed[position] ^= 1 << UInt8(bit)
                #expect(throws: VaultError.self) { try key().open(changed, .personNames) }
            }
        }
    }

    @Test func refusesEveryShorterValue() throws {
        let sealed = try key().seal("Данияр", .personNames)
        for count in sealed.indices {
            #expect(throws: VaultError.self) { try key().open(Array(sealed.prefix(count)), .personNames) }
        }
    }

    @Test func refusesAnotherFieldOfTheSameGroup() throws {
        let sealed = try key().seal("1987", .personBirth)
        #expect(throws: VaultError.forged) { try key().open(sealed, .personNames) }
    }

    @Test func refusesAnotherRecord() throws {
        let sealed = try key().seal("Данияр", .personNames)
        let other = key(record: Surroundings.system.newID())
        #expect(throws: VaultError.forged) { try other.open(sealed, .personNames) }
    }

    @Test func refusesAnotherOrganization() throws {
        let sealed = try key().seal("Данияр", .personNames)
        let other = key(owner: Surroundings.system.newID())
        #expect(throws: VaultError.forged) { try other.open(sealed, .personNames) }
    }

    @Test func refusesAnotherKeyVersion() throws {
        let sealed = try key(version: 2).seal("Данияр", .personNames)
        #expect(throws: VaultError.otherKeyVersion(sealed: 2, held: 1)) { try key().open(sealed, .personNames) }
        var relabelled = sealed
        relabelled[4] = 1
        #expect(throws: VaultError.forged) { try key().open(relabelled, .personNames) }
    }

    @Test(arguments: [UInt8(0), 2, 255])
    func namesAnUnknownFormat(format: UInt8) throws {
        var sealed = try key().seal("Данияр", .personNames)
        sealed[0] = format
        #expect(throws: VaultError.unknownFormat(format)) { try key().open(sealed, .personNames) }
    }

    @Test func opensOnlyTheGroupsItHolds() throws {
        let part = RecordKey(
            record: record,
            owner: owner,
            keyVersion: 1,
            grant: nil,
            holding: .groups([(.identity, try key().key(for: .identity))])
        )
        let (name, phone) = (try key().seal("Данияр", .personNames), try key().seal("+996", .personPhones))
        #expect(try part.openText(name, .personNames) == "Данияр")
        #expect(throws: VaultError.groupNotHeld(.contact)) { try part.openText(phone, .personPhones) }
        #expect(part.groups == FieldGroups([.identity]))
        #expect(!part.isWhole)
        #expect(key().groups == .full)
    }

    @Test func noTwoFieldsShareANumber() {
        #expect(Set(SealedField.all.map(\.number)).count == SealedField.all.count)
        #expect(SealedField.all.map(\.number) == Array(1...UInt32(SealedField.all.count)))
    }

    @Test func printsNoSecret() {
        let bytes = secret.withUnsafeBytes { Array($0) }
        var dumped = ""
        dump(key(), to: &dumped)
        for text in ["\(key())", String(reflecting: key()), dumped] {
            #expect(text.contains(record.text))
            #expect(!text.contains(Hexadecimal.text(bytes)))
            #expect(!text.contains("SymmetricKey"))
        }
    }
}
