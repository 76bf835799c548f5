import Crypto
import Domain
import Foundation
import Testing

@testable import Vault

@Suite("Published vectors")
struct KeyDerivationTests {
    /// RFC 5869, appendix A.1: the first block of the expansion.
    @Test func hkdfExpand() throws {
        let key = SymmetricKey(data: bytes("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5"))
        let output = KeyDerivation.expand(key, info: bytes("f0f1f2f3f4f5f6f7f8f9"))
        #expect(
            output.withUnsafeBytes { Array($0) }
                == bytes("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf")
        )
    }

    @Test(arguments: [0, 1, 22, 63, 64, 95])
    func agreesWithTheLibrary(infoLength: Int) {
        let key = SymmetricKey(size: .bits256)
        let info = (0..<infoLength).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let library = HKDF<SHA256>.expand(pseudoRandomKey: key, info: info, outputByteCount: 32)
        #expect(KeyDerivation.expand(key, info: info) == library)
    }

    /// McGrew and Viega, "The Galois/Counter Mode of Operation", test case 16.
    @Test func aesGCM() throws {
        let key = SymmetricKey(data: bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"))
        let sealed =
            bytes("cafebabefacedbaddecaf888")
            + bytes("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa")
            + bytes("8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662")
            + bytes("76fc6ece0f4e1768cddf8853bb2d551b")
        let associated = bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2")
        let opened = try sealed.withUnsafeBytes { sealed in
            try associated.withUnsafeBytes { try Cipher.open(sealed, with: key, authenticating: $0) }
        }
        #expect(
            Array(opened)
                == bytes("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72")
                + bytes("1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39")
        )
    }

    @Test func groupsHaveDifferentKeys() {
        let key = SymmetricKey(size: .bits256)
        let keys = FieldGroup.allCases.map { group in
            KeyDerivation.groupKey(key, group).withUnsafeBytes { Array($0) }
        }
        #expect(Set(keys).count == FieldGroup.allCases.count)
    }

    private func bytes(_ hexadecimal: String) -> [UInt8] {
        stride(from: 0, to: hexadecimal.utf8.count, by: 2).compactMap { offset in
            UInt8(hexadecimal.dropFirst(offset).prefix(2), radix: 16)
        }
    }
}
